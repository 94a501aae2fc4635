// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/core/ChangeSet.h"

#include <algorithm>

namespace observo {

RecordKind kindOfRecord(const Record& record)
{
    return std::visit([](const auto& held) { return kindOf<std::decay_t<decltype(held)>>; }, record);
}

Uuid uuidOf(const Record& record)
{
    return std::visit([](const auto& held) { return held.id.uuid; }, record);
}

FieldValue valueOf(const Record& record, const FieldInfo& field)
{
    return std::visit([&field](const auto& held) { return valueOf(held, field); }, record);
}

const Record& Change::record() const
{
    expects(before || after);
    return after ? *after : *before;
}

RecordKind Change::kind() const
{
    return kindOfRecord(record());
}

Uuid Change::uuid() const
{
    return uuidOf(record());
}

ChangeSet inverseOf(const ChangeSet& changes)
{
    ChangeSet inverse{.label = "Undo: " + changes.label, .reason = changes.reason, .changes = {}};
    inverse.changes.reserve(changes.changes.size());
    for (auto change = changes.changes.rbegin(); change != changes.changes.rend(); ++change) {
        inverse.changes.push_back({.before = change->after, .after = change->before});
    }
    return inverse;
}

Change rebased(const Change& change, const Record& onto)
{
    expects(change.before && change.after && uuidOf(onto) == change.uuid());
    Change result{.before = onto, .after = onto};
    for (const FieldInfo& field : fieldsOf(change.kind())) {
        const FieldValue value = valueOf(*change.after, field);
        if (!field.byProgram && value != valueOf(*change.before, field)) {
            std::visit([&](auto& record) { setValue(record, field, value); }, *result.after);
        }
    }
    const auto* before = std::get_if<Camera>(&*change.before);
    const auto* after = std::get_if<Camera>(&*change.after);
    if (before != nullptr && after != nullptr && before->position != after->position) {
        std::get<Camera>(*result.after).position = after->position;
    }
    return result;
}

} // namespace observo
