// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/SheetEscapes.h"

#include <charconv>
#include <cstddef>
#include <optional>
#include <string_view>

namespace observo::reader {

namespace {

constexpr std::size_t kEscape = 7;

/// The UTF-16 unit whose escape stands at `at`.
std::optional<unsigned> unitAt(std::string_view text, std::size_t at)
{
    const auto part = at <= text.size() ? text.substr(at, kEscape) : std::string_view();
    if (part.size() != kEscape || !part.starts_with("_x") || part.back() != '_') {
        return std::nullopt;
    }
    unsigned unit = 0;
    const auto [end, error] = std::from_chars(part.data() + 2, part.data() + kEscape - 1, unit, 16);
    return error == std::errc{} && end == part.data() + kEscape - 1 ? std::optional(unit) : std::nullopt;
}

bool isHalf(unsigned unit)
{
    return unit >= 0xD800 && unit < 0xE000;
}

void append(std::string& text, unsigned code)
{
    const auto tail = [&](unsigned shift) { text += static_cast<char>(0x80U | ((code >> shift) & 0x3FU)); };
    if (code < 0x80) {
        text += static_cast<char>(code);
    } else if (code < 0x800) {
        text += static_cast<char>(0xC0U | (code >> 6U));
        tail(0);
    } else if (code < 0x10000) {
        text += static_cast<char>(0xE0U | (code >> 12U));
        tail(6);
        tail(0);
    } else {
        text += static_cast<char>(0xF0U | (code >> 18U));
        tail(12);
        tail(6);
        tail(0);
    }
}

} // namespace

void decodeSheetEscapes(std::string& text)
{
    if (text.find("_x") == std::string::npos) {
        return;
    }
    std::string plain;
    for (std::size_t at = 0; at < text.size();) {
        const auto unit = unitAt(text, at);
        const auto second = unit && isHalf(*unit) ? unitAt(text, at + kEscape) : std::nullopt;
        if (second && *unit < 0xDC00 && *second >= 0xDC00 && *second < 0xE000) {
            append(plain, 0x10000 + ((*unit - 0xD800) << 10U) + (*second - 0xDC00));
            at += 2 * kEscape;
        } else if (unit && *unit != 0 && !isHalf(*unit)) {
            append(plain, *unit);
            at += kEscape;
        } else {
            plain += text[at++];
        }
    }
    text = std::move(plain);
}

} // namespace observo::reader
