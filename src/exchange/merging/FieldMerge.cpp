// SPDX-License-Identifier: GPL-3.0-or-later
#include "merging/FieldMerge.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>
#include <variant>

namespace observo::exchange {
namespace {

/// The census's own row has no bookkeeping and is never merged.
template <typename Answer, typename Ask>
const Answer& asked(const Record& record, const Ask& ask)
{
    static const Answer kNothing{};
    return std::visit(
        [&](const auto& one) -> const Answer& {
            if constexpr (std::is_same_v<std::decay_t<decltype(one)>, Census>) {
                return kNothing;
            } else {
                return ask(one);
            }
        },
        record);
}

void put(Record& record, const FieldInfo& field, const FieldValue& value)
{
    std::visit([&](auto& one) { setValue(one, field, value); }, record);
}

bool isEmpty(const FieldInfo& field, const FieldValue& value)
{
    const auto* text = std::get_if<std::string>(&value);
    return std::holds_alternative<std::monostate>(value) ||
           (text != nullptr && (text->empty() || (field.type == FieldType::Code && *text == "unknown")));
}

bool isCodeField(RecordKind kind, const FieldInfo& field)
{
    return field.name == (kind == RecordKind::Camera ? "code" : kind == RecordKind::Site ? "site_code" : "system_code");
}

bool isIdentity(RecordKind kind, const FieldInfo& field)
{
    return field.byProgram || field.name == "body_istat" || field.name == std::string(nameOf(kind)) + "_id";
}

/// Which side's value a difference takes.
enum class Side { Mine, Theirs };

Side decided(MergePolicy policy, bool isMineNewer)
{
    switch (policy) {
    case MergePolicy::Newest:
        return isMineNewer ? Side::Mine : Side::Theirs;
    case MergePolicy::Theirs:
        return Side::Theirs;
    default:
        return Side::Mine;
    }
}

/// A merge of one value that knows how to compare and which side wins.
class Decision {
public:
    Decision(const RecordPair& pair, MergePolicy policy)
        : m_policy(policy), m_isMineNewer(isNewer(pair.mine, pair.theirs)), m_hasBase(pair.base.has_value())
    {}

    /// `base` counts only where there is one. A conflict is noted under `name`.
    template <typename Value, typename Empty>
    Side side(const Value& mine, const Value& theirs, const Value& base, const Empty& isNothing)
    {
        m_isConflict = false;
        if (mine == theirs) {
            return Side::Mine;
        }
        if (m_hasBase && (theirs == base || mine == base)) {
            return theirs == base ? Side::Mine : Side::Theirs;
        }
        if (!m_hasBase && isNothing(mine) != isNothing(theirs)) {
            return isNothing(mine) ? Side::Theirs : Side::Mine;
        }
        m_isConflict = true;
        return decided(m_policy, m_isMineNewer);
    }
    [[nodiscard]] bool wasConflict() const { return m_isConflict; }

private:
    MergePolicy m_policy;
    bool m_isMineNewer;
    bool m_hasBase;
    bool m_isConflict = false;
};

/// A position goes with how it was found.
using Position = std::tuple<double, double, std::string, std::string, std::optional<Metres>>;

Position positionOf(const Camera& camera)
{
    return {camera.position.lon, camera.position.lat, camera.positionMethod, camera.anncsuMethod,
            camera.positionAccuracy};
}

bool isPositionField(const FieldInfo& field)
{
    return field.name == "position_method" || field.name == "anncsu_method" || field.name == "position_accuracy_m";
}

void mergePosition(const RecordPair& pair, Decision& decision, MergedRecord& merged)
{
    auto* camera = std::get_if<Camera>(&merged.record);
    if (camera == nullptr) {
        return;
    }
    const auto& theirs = std::get<Camera>(pair.theirs);
    const Position base = pair.base ? positionOf(std::get<Camera>(*pair.base)) : Position{};
    const auto isNowhere = [](const Position& position) {
        return std::get<0>(position) == 0 && std::get<1>(position) == 0;
    };
    if (decision.side(positionOf(*camera), positionOf(theirs), base, isNowhere) == Side::Theirs) {
        camera->position = theirs.position;
        camera->positionMethod = theirs.positionMethod;
        camera->anncsuMethod = theirs.anncsuMethod;
        camera->positionAccuracy = theirs.positionAccuracy;
    }
    if (decision.wasConflict()) {
        merged.conflicts.emplace_back("position");
    }
}

std::string fingerprint(const Record& record)
{
    std::string text;
    for (const FieldInfo& field : fieldsOf(kindOfRecord(record))) {
        if (!field.byProgram) {
            text += textOf(valueOf(record, field)) + '\n';
        }
    }
    if (const auto* camera = std::get_if<Camera>(&record)) {
        text += textOf(FieldValue(camera->position.lon)) + ' ' + textOf(FieldValue(camera->position.lat));
    }
    return text;
}

std::string verifiedOn(const Record& record)
{
    const auto* camera = std::get_if<Camera>(&record);
    return camera == nullptr ? std::string() : camera->lastVerifiedOn;
}

} // namespace

const Bookkeeping& bookOf(const Record& record)
{
    return asked<Bookkeeping>(record, [](const auto& one) -> const Bookkeeping& { return one.book; });
}

const std::string& bodyOf(const Record& record)
{
    return asked<std::string>(record, [](const auto& one) -> const std::string& { return one.bodyIstat; });
}

const std::string& codeOf(const Record& record)
{
    return asked<std::string>(record, [](const auto& one) -> const std::string& { return one.code; });
}

void setCode(Record& record, std::string code)
{
    std::visit(
        [&](auto& one) {
            if constexpr (!std::is_same_v<std::decay_t<decltype(one)>, Census>) {
                one.code = std::move(code);
            }
        },
        record);
}

bool isNewer(const Record& mine, const Record& theirs)
{
    const auto& a = bookOf(mine).updatedAt;
    const auto& b = bookOf(theirs).updatedAt;
    if (a != b) {
        return a > b;
    }
    return std::tuple(verifiedOn(mine), fingerprint(mine)) > std::tuple(verifiedOn(theirs), fingerprint(theirs));
}

bool isSameContent(const Record& a, const Record& b)
{
    return a.index() == b.index() && uuidOf(a) == uuidOf(b) && fingerprint(a) == fingerprint(b);
}

MergedRecord mergedRecord(const RecordPair& pair, MergePolicy policy)
{
    MergedRecord merged{.record = pair.mine, .conflicts = {}};
    Decision decision(pair, policy);
    const RecordKind kind = kindOfRecord(pair.mine);
    for (const FieldInfo& field : fieldsOf(kind)) {
        const bool isApart = kind == RecordKind::Camera && isPositionField(field);
        if (isIdentity(kind, field) || isApart || (pair.keepsCode && isCodeField(kind, field))) {
            continue;
        }
        const FieldValue base = pair.base ? valueOf(*pair.base, field) : FieldValue{};
        const FieldValue theirs = valueOf(pair.theirs, field);
        const auto isNothing = [&](const FieldValue& value) { return isEmpty(field, value); };
        if (decision.side(valueOf(pair.mine, field), theirs, base, isNothing) == Side::Theirs) {
            put(merged.record, field, theirs);
        }
        if (decision.wasConflict()) {
            merged.conflicts.emplace_back(field.name);
        }
    }
    mergePosition(pair, decision, merged);
    return merged;
}

} // namespace observo::exchange
