// SPDX-License-Identifier: GPL-3.0-or-later
#include "FileText.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <optional>
#include <system_error>

namespace observo::exchange {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::size_t kWidestNumber = 24;

unsigned char byteAt(std::string_view text, std::size_t at)
{
    return static_cast<unsigned char>(text[at]);
}

/// Length of the well-formed UTF-8 sequence at `at` (RFC 3629 table 3-7), 0 when it is broken.
std::size_t sequenceLength(std::string_view text, std::size_t at)
{
    const unsigned char lead = byteAt(text, at);
    const std::size_t length = lead < 0x80   ? 1
                               : lead < 0xC2 ? 0
                               : lead < 0xE0 ? 2
                               : lead < 0xF0 ? 3
                               : lead < 0xF5 ? 4
                                             : 0;
    if (length == 0 || at + length > text.size()) {
        return 0;
    }
    for (std::size_t i = 1; i < length; ++i) {
        if ((byteAt(text, at + i) & 0xC0U) != 0x80U) {
            return 0;
        }
    }
    const unsigned char second = length > 1 ? byteAt(text, at + 1) : 0;
    const bool overlong = (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90);
    const bool surrogateOrBeyond = (lead == 0xED && second > 0x9F) || (lead == 0xF4 && second > 0x8F);
    return overlong || surrogateOrBeyond ? 0 : length;
}

bool isForbiddenControl(unsigned char c)
{
    return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::optional<double> numberIn(std::string_view text)
{
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

std::string canonicalNumber(const FieldValue& value)
{
    if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        return textOf(FieldValue{static_cast<double>(*whole)});
    }
    if (const auto* text = std::get_if<std::string>(&value)) {
        const auto number = numberIn(*text);
        return number ? textOf(FieldValue{*number}) : *text;
    }
    return textOf(value);
}

std::string canonicalBoolean(const FieldValue& value)
{
    const std::string text = textOf(value);
    if (text == "true" || text == "T" || text == "1") {
        return "1";
    }
    return text == "false" || text == "F" || text == "0" ? "0" : text;
}

/// "2026/11/22", "20261122" and "2026-11-22T10:42:07.000+00" in the one spelling of the census.
std::string canonicalTime(std::string text)
{
    constexpr std::size_t kDay = 10;
    if (text.size() == 8 && std::all_of(text.begin(), text.end(), isDigit)) {
        text.insert(6, "-").insert(4, "-");
    }
    if (text.size() >= kDay && text[4] == '/' && text[7] == '/') {
        text[4] = text[7] = '-';
    }
    if (text.size() < kDay + 9 || (text[kDay] != 'T' && text[kDay] != ' ')) {
        return text;
    }
    text[kDay] = 'T';
    const std::string_view rest = std::string_view(text).substr(19);
    const bool isUtc = rest.empty() || rest == "Z" || rest == "+00" || rest == ".000" || rest == ".000Z" ||
                       rest == "+00:00" || rest == ".000+00";
    return isUtc ? text.substr(0, 19) + "Z" : text;
}

} // namespace

std::string cleanText(std::string_view text)
{
    std::string clean;
    clean.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = sequenceLength(text, at);
        if (length == 0 || (length == 1 && isForbiddenControl(byteAt(text, at)))) {
            clean += kReplacement;
            ++at;
            continue;
        }
        clean += text.substr(at, length);
        at += length;
    }
    return clean;
}

bool isDay(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return false;
    }
    for (const std::size_t at : {0U, 1U, 2U, 3U, 5U, 6U, 8U, 9U}) {
        if (!isDigit(text[at])) {
            return false;
        }
    }
    const auto month = text.substr(5, 2);
    const auto day = text.substr(8, 2);
    return month >= "01" && month <= "12" && day >= "01" && day <= "31";
}

std::string plainNumber(double number)
{
    std::array<char, 400> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, std::chars_format::fixed).ptr;
    std::string text(buffer.data(), end);
    if (text.size() <= kWidestNumber) {
        return text;
    }
    std::snprintf(buffer.data(), buffer.size(), "%.15g", number);
    return buffer.data();
}

void appendFixed(std::string& out, double number, int decimals)
{
    std::array<char, 64> buffer{};
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, std::chars_format::fixed, decimals).ptr;
    out.append(buffer.data(), end);
}

void appendJson(std::string& out, std::string_view text)
{
    static constexpr std::string_view kHex = "0123456789abcdef";
    out += '"';
    for (const char c : text) {
        switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            if (static_cast<unsigned char>(c) < 0x20) {
                out += "\\u00";
                out += kHex[static_cast<unsigned char>(c) >> 4U];
                out += kHex[static_cast<unsigned char>(c) & 0x0FU];
            } else {
                out += c;
            }
        }
    }
    out += '"';
}

void appendJsonValue(std::string& out, const FieldValue& value)
{
    if (std::holds_alternative<std::monostate>(value)) {
        out += "null";
    } else if (const auto* text = std::get_if<std::string>(&value)) {
        appendJson(out, std::string_view(*text));
    } else {
        out += textOf(value);
    }
}

void appendXml(std::string& out, std::string_view text)
{
    for (const char c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\r': // a parser would turn a bare CR into LF (XML 1.0, 2.11)
            out += "&#13;";
            break;
        default:
            out += c;
        }
    }
}

void appendCsv(std::string& out, std::string_view text)
{
    out += '"';
    for (const char c : text) {
        if (c == '"') {
            out += '"';
        }
        out += c;
    }
    out += '"';
}

std::string guardedAgainstFormula(std::string_view text)
{
    constexpr std::string_view kRuns = "=+-@\t\r";
    // An apostrophe that is there already is doubled, so that reading back can take one away without guessing.
    const bool isGuarded =
        !text.empty() && (kRuns.find(text.front()) != std::string_view::npos || text.front() == '\'');
    return isGuarded ? "'" + std::string(text) : std::string(text);
}

std::string canonicalText(const FieldInfo& field, const FieldValue& value)
{
    if (std::holds_alternative<std::monostate>(value)) {
        return {};
    }
    switch (field.type) {
    case FieldType::Integer:
    case FieldType::Real:
        return canonicalNumber(value);
    case FieldType::Boolean:
        return canonicalBoolean(value);
    case FieldType::Date:
    case FieldType::Timestamp:
        return canonicalTime(textOf(value));
    case FieldType::Text:
    case FieldType::Code:
    case FieldType::Codes:
    case FieldType::Uuid:
    case FieldType::Json:
        return textOf(value);
    }
    return {};
}

} // namespace observo::exchange
