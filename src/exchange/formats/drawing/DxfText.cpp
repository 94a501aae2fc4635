// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/drawing/DxfText.h"

#include "files/FileText.h"

#include <array>
#include <cstddef>
#include <cstdio>

namespace observo::exchange {
namespace {

constexpr std::size_t kLongestName = 31;
constexpr std::size_t kLongestText = 255;
constexpr int kDecimals = 4;

bool isNameSign(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '$';
}

/// The character at `at` of well-formed UTF-8; moves `at` behind it.
char32_t nextCharacter(std::string_view text, std::size_t& at)
{
    const auto lead = static_cast<unsigned char>(text[at++]);
    if (lead < 0x80) {
        return lead;
    }
    const int tails = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
    char32_t code = lead & (0x3FU >> static_cast<unsigned>(tails));
    for (int i = 0; i < tails && at < text.size(); ++i) {
        code = (code << 6U) | (static_cast<unsigned char>(text[at++]) & 0x3FU);
    }
    return code;
}

void appendEscaped(std::string& out, char32_t code)
{
    std::array<char, 16> escape{};
    if (code > 0xFFFF) {
        const char32_t rest = code - 0x10000; // two halves, as in UTF-16
        appendEscaped(out, 0xD800 + (rest >> 10U));
        appendEscaped(out, 0xDC00 + (rest & 0x3FFU));
        return;
    }
    std::snprintf(escape.data(), escape.size(), "\\U+%04X", static_cast<unsigned>(code));
    out += escape.data();
}

} // namespace

std::string dxfLayerName(std::string_view text)
{
    std::string name;
    for (const char c : text.substr(0, kLongestName)) {
        const char upper = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        name += isNameSign(upper) ? upper : '_';
    }
    return name;
}

std::string dxfText(std::string_view text)
{
    constexpr char32_t kFirstLatin = 0xA0;
    constexpr char32_t kLastLatin = 0xFF;
    const std::string clean = cleanText(text);
    std::string line;
    for (std::size_t at = 0; at < clean.size() && line.size() < kLongestText;) {
        const char32_t code = nextCharacter(clean, at);
        if (code < 0x20) {
            line += ' '; // a group is one line
        } else if (code < 0x7F || (code >= kFirstLatin && code <= kLastLatin)) {
            line += static_cast<char>(code);
        } else {
            appendEscaped(line, code);
        }
    }
    return line;
}

void appendDxfGroup(std::string& out, int code, std::string_view value)
{
    const std::string number = std::to_string(code);
    out.append(number.size() < 3 ? 3 - number.size() : 0, ' ');
    out += number;
    out += "\r\n";
    out += value;
    out += "\r\n";
}

void appendDxfNumber(std::string& out, int code, double number)
{
    std::string text;
    appendFixed(text, number, kDecimals);
    appendDxfGroup(out, code, text);
}

} // namespace observo::exchange
