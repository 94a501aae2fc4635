// SPDX-License-Identifier: GPL-3.0-or-later
#include "CameraJson.h"

#include <nlohmann/json.hpp>

#include <array>
#include <charconv>

namespace observo::cli {
namespace {

using Json = nlohmann::ordered_json;

std::string degreesText(double degrees)
{
    std::array<char, 32> buffer{};
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), degrees, std::chars_format::fixed, 7).ptr;
    return {buffer.data(), end};
}

std::string shown(const FieldInfo& field, const FieldValue& value, Language language)
{
    const std::string text = textOf(value);
    if (field.codeList.empty()) {
        return field.unit.empty() ? text : text + " " + std::string(field.unit);
    }
    std::string labels;
    for (const std::string_view code : splitCodes(text)) {
        labels += labels.empty() ? "" : "; ";
        labels += labelOfCode(field.codeList, code, language);
    }
    return labels;
}

} // namespace

Json jsonOf(const FieldInfo& field, const FieldValue& value)
{
    if (std::holds_alternative<std::monostate>(value)) {
        return nullptr;
    }
    if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        return *whole;
    }
    if (const auto* real = std::get_if<double>(&value)) {
        return *real;
    }
    if (const auto* truth = std::get_if<bool>(&value)) {
        return *truth;
    }
    const auto& text = std::get<std::string>(value);
    if (field.type == FieldType::Json) {
        Json parsed = Json::parse(text, nullptr, false);
        if (!parsed.is_discarded()) {
            return parsed;
        }
    }
    return text;
}

Json jsonOf(const Camera& camera, std::span<const FieldInfo* const> fields)
{
    Json json{{"camera_id", camera.id.text()},
              {"code", camera.code},
              {"lon", camera.position.lon},
              {"lat", camera.position.lat}};
    const auto add = [&](const FieldInfo& field) {
        const FieldValue value = valueOf(camera, field);
        if (!std::holds_alternative<std::monostate>(value)) {
            json[std::string(field.name)] = jsonOf(field, value);
        }
    };
    if (fields.empty()) {
        for (const FieldInfo& field : fieldsOf(RecordKind::Camera)) {
            add(field);
        }
    }
    for (const FieldInfo* field : fields) {
        add(*field);
    }
    return json;
}

std::string describe(const Camera& camera, Language language)
{
    std::string text = "lon, lat: " + degreesText(camera.position.lon) + ", " + degreesText(camera.position.lat) + "\n";
    for (const FieldInfo& field : fieldsOf(RecordKind::Camera)) {
        const FieldValue value = valueOf(camera, field);
        if (!std::holds_alternative<std::monostate>(value)) {
            text += std::string(field.label.in(language)) + ": " + shown(field, value, language) + "\n";
        }
    }
    return text;
}

} // namespace observo::cli
