// SPDX-License-Identifier: GPL-3.0-or-later
#include "rows/Image.h"

#include <nlohmann/json.hpp>

#include <array>
#include <cmath>
#include <cstdio>
#include <utility>

namespace observo::census {
namespace {

constexpr std::string_view kGeometry = "geom";

int digitOf(char c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    if (c >= 'A' && c <= 'F') {
        return c - 'A' + 10;
    }
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

std::optional<Blob> blobOfHex(std::string_view text)
{
    Blob blob;
    blob.reserve(text.size() / 2);
    for (std::size_t i = 0; i + 1 < text.size(); i += 2) {
        const int high = digitOf(text[i]);
        const int low = digitOf(text[i + 1]);
        if (high < 0 || low < 0) {
            return std::nullopt;
        }
        blob.push_back(static_cast<std::uint8_t>(high * 16 + low));
    }
    return text.size() % 2 == 0 ? std::optional(std::move(blob)) : std::nullopt;
}

void appendQuoted(std::string& text, std::string_view value)
{
    static constexpr std::string_view kHex = "0123456789abcdef";
    text += '"';
    for (const char c : value) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            text += '\\';
            text += c;
        } else if (byte < 0x20) {
            text += "\\u00";
            text += kHex[byte >> 4U];
            text += kHex[byte & 15U];
        } else {
            text += c;
        }
    }
    text += '"';
}

void appendReal(std::string& text, double value)
{
    std::array<char, 40> digits{};
    const int length = std::snprintf(digits.data(), digits.size(), "%.17g", value);
    if (!std::isfinite(value)) {
        appendQuoted(text, value > 0 ? "Inf" : "-Inf");
        return;
    }
    const std::string_view shown(digits.data(), static_cast<std::size_t>(length));
    text += shown;
    // Without a mark it would come back as a whole number.
    if (shown.find_first_of(".e") == std::string_view::npos) {
        text += ".0";
    }
}

struct AppendValue {
    std::string& text;
    void operator()(std::monostate) const { text += "null"; }
    void operator()(std::int64_t number) const { text += std::to_string(number); }
    void operator()(double number) const { appendReal(text, number); }
    void operator()(const std::string& value) const { appendQuoted(text, value); }
    void operator()(const Blob& blob) const
    {
        static constexpr std::string_view kDigits = "0123456789ABCDEF";
        text += '"';
        for (const auto byte : blob) {
            text += kDigits[byte >> 4U];
            text += kDigits[byte & 15U];
        }
        text += '"';
    }
};

std::optional<SqlValue> valueOfJson(std::string_view column, const nlohmann::json& json)
{
    if (json.is_null()) {
        return SqlValue{};
    }
    if (json.is_number_integer()) {
        return SqlValue{json.get<std::int64_t>()};
    }
    if (json.is_number_float()) {
        return SqlValue{json.get<double>()};
    }
    if (!json.is_string()) {
        return std::nullopt;
    }
    if (column != kGeometry) {
        return SqlValue{json.get<std::string>()};
    }
    auto blob = blobOfHex(json.get_ref<const std::string&>());
    return blob ? std::optional<SqlValue>(std::move(*blob)) : std::nullopt;
}

} // namespace

std::string imageOf(const RecordTable& table, const ColumnValues& values)
{
    std::string text = "{";
    for (const auto& value : values) {
        text += text.size() > 1 ? ",\"" : "\"";
        text += table.columns().at(value.column);
        text += "\":";
        std::visit(AppendValue{text}, value.value);
    }
    return text + '}';
}

Result<ColumnValues> valuesOfImage(const RecordTable& table, std::string_view image)
{
    const auto json = nlohmann::json::parse(image, nullptr, false);
    if (!json.is_object()) {
        return fail(ErrorCode::CensusDamaged, "an entry of the change log cannot be read",
                    "run the log check; the edit cannot be taken back");
    }
    ColumnValues values;
    for (const auto& [name, member] : json.items()) {
        const auto column = table.columnNamed(name);
        auto value = column ? valueOfJson(name, member) : std::nullopt;
        if (!value) {
            return fail(ErrorCode::CensusDamaged, "an entry of the change log has an unusable value for " + name,
                        "run the log check; the edit cannot be taken back");
        }
        values.push_back({*column, std::move(*value)});
    }
    return values;
}

} // namespace observo::census
