// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/core/Fields.h"

#include "EditDistance.h"
#include "fields/FieldTable.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace observo {

std::string_view nameOf(RecordKind kind)
{
    switch (kind) {
    case RecordKind::Camera:
        return "camera";
    case RecordKind::Site:
        return "site";
    case RecordKind::System:
        return "system";
    case RecordKind::Census:
        break;
    }
    return "census";
}

std::span<const FieldInfo> fieldsOf(RecordKind kind)
{
    switch (kind) {
    case RecordKind::Camera:
        return table::cameraFields();
    case RecordKind::Site:
        return table::siteFields();
    case RecordKind::System:
        return table::systemFields();
    case RecordKind::Census:
        break;
    }
    return table::censusFields();
}

const FieldInfo* findField(RecordKind kind, std::string_view name)
{
    const auto fields = fieldsOf(kind);
    const auto found = std::ranges::find(fields, name, &FieldInfo::name);
    return found != fields.end() ? &*found : nullptr;
}

std::string_view nearestField(RecordKind kind, std::string_view name)
{
    NearestWord nearest(name);
    for (const FieldInfo& field : fieldsOf(kind)) {
        nearest.consider(field.name);
    }
    return nearest.word();
}

namespace {

template <typename Number>
std::string numberText(Number number)
{
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr;
    return {buffer.data(), end};
}

struct TextOf {
    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(std::int64_t number) const { return numberText(number); }
    std::string operator()(double number) const { return numberText(number); }
    std::string operator()(bool yes) const { return yes ? "true" : "false"; }
};

} // namespace

std::string textOf(const FieldValue& value)
{
    return std::visit(TextOf{}, value);
}

} // namespace observo
