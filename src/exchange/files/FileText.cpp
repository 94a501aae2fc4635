// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/FileText.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <system_error>

namespace observo::exchange {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::ptrdiff_t kWidestNumber = 24;
constexpr std::size_t kLongestDouble = 400; // fixed notation of the largest, with decimals
constexpr unsigned char kFirstPrintable = 0x20;

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

/// Length of the character at `at` that a file may carry, 0 when none stands there. U+FFFE and U+FFFF are no XML.
std::size_t goodLength(std::string_view text, std::size_t at)
{
    const std::size_t length = sequenceLength(text, at);
    const bool isForbidden = length == 1 ? isForbiddenControl(byteAt(text, at))
                                         : length == 3 && byteAt(text, at) == 0xEF && byteAt(text, at + 1) == 0xBF &&
                                               byteAt(text, at + 2) >= 0xBE;
    return isForbidden ? 0 : length;
}

/// Appends the text, run by run, with the characters for which `replacement` has one replaced.
template <typename Replacement>
void appendReplacing(std::string& out, std::string_view text, Replacement replacement)
{
    std::size_t from = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::string_view instead = replacement(text[at]);
        if (!instead.empty()) {
            out.append(text, from, at - from);
            out += instead;
            from = at + 1;
        }
    }
    out.append(text, from);
}

std::string_view controlEscape(char c)
{
    static constexpr std::string_view kAll = "\\u0000\\u0001\\u0002\\u0003\\u0004\\u0005\\u0006\\u0007\\u0008\\u0009\\u"
                                             "000a\\u000b\\u000c\\u000d\\u000e\\u000f"
                                             "\\u0010\\u0011\\u0012\\u0013\\u0014\\u0015\\u0016\\u0017\\u0018\\u0019\\u"
                                             "001a\\u001b\\u001c\\u001d\\u001e\\u001f";
    constexpr std::size_t kLength = 6;
    return kAll.substr(static_cast<unsigned char>(c) * kLength, kLength);
}

} // namespace

bool isClean(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        if (byteAt(text, at) >= 0x20 && byteAt(text, at) < 0x7F) {
            ++at;
            continue;
        }
        const std::size_t length = goodLength(text, at);
        if (length == 0) {
            return false;
        }
        at += length;
    }
    return true;
}

std::string cleanText(std::string_view text)
{
    std::string clean;
    clean.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = goodLength(text, at);
        if (length == 0) {
            clean += kReplacement;
            ++at;
            continue;
        }
        clean += text.substr(at, length);
        at += length;
    }
    return clean;
}

std::string plainNumber(double number)
{
    std::array<char, kLongestDouble> buffer{};
    char* const last = buffer.data() + buffer.size();
    auto end = std::to_chars(buffer.data(), last, number, std::chars_format::fixed).ptr;
    if (end - buffer.data() > kWidestNumber) {
        end = std::to_chars(buffer.data(), last, number, std::chars_format::general, 15).ptr;
        double back = 0;
        if (std::from_chars(buffer.data(), end, back).ec == std::errc::result_out_of_range && std::abs(number) > 1.0) {
            // Rounded up past the largest number there is.
            end = std::to_chars(buffer.data(), last, number, std::chars_format::general, 14).ptr;
        }
    }
    return {buffer.data(), end};
}

void appendFixed(std::string& out, double number, int decimals)
{
    std::array<char, kLongestDouble> buffer{};
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, std::chars_format::fixed, decimals).ptr;
    out.append(buffer.data(), end);
}

void appendJson(std::string& out, std::string_view text)
{
    out += '"';
    appendReplacing(out, text, [](char c) -> std::string_view {
        switch (c) {
        case '"':
            return "\\\"";
        case '\\':
            return "\\\\";
        case '\n':
            return "\\n";
        case '\r':
            return "\\r";
        case '\t':
            return "\\t";
        default:
            return static_cast<unsigned char>(c) < kFirstPrintable ? controlEscape(c) : std::string_view{};
        }
    });
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
    appendReplacing(out, text, [](char c) -> std::string_view {
        switch (c) {
        case '&':
            return "&amp;";
        case '<':
            return "&lt;";
        case '>':
            return "&gt;";
        case '"':
            return "&quot;";
        case '\r': // a parser would turn a bare CR into LF (XML 1.0, 2.11)
            return "&#13;";
        default:
            return {};
        }
    });
}

void appendCsv(std::string& out, std::string_view text)
{
    out += '"';
    appendReplacing(out, text, [](char c) { return c == '"' ? std::string_view("\"\"") : std::string_view{}; });
    out += '"';
}

std::string guardedAgainstFormula(std::string_view text)
{
    constexpr std::string_view kRuns = "=+-@\t\r\n";
    // An apostrophe that is there already is doubled, so that reading back can take one away without guessing.
    const bool isGuarded =
        !text.empty() && (kRuns.find(text.front()) != std::string_view::npos || text.front() == '\'');
    return isGuarded ? "'" + std::string(text) : std::string(text);
}

} // namespace observo::exchange
