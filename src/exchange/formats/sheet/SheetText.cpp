// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/sheet/SheetText.h"

#include "files/FileText.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>

namespace observo::exchange {
namespace {

constexpr std::size_t kLetters = 26;
constexpr std::string_view kUnderscore = "_x005F_";
constexpr std::chrono::sys_days kEpoch = std::chrono::year{1899} / std::chrono::December / 30;

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// Whether "_x", four hexadecimal digits and "_" stand at `at`.
bool isEscapeAt(std::string_view text, std::size_t at)
{
    const std::string_view part = text.substr(at, kUnderscore.size());
    return part.size() == kUnderscore.size() && part[0] == '_' && part[1] == 'x' && part.back() == '_' &&
           std::ranges::all_of(part.substr(2, 4), isHexDigit);
}

int numberIn(std::string_view digits)
{
    int number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

} // namespace

std::string sheetColumnName(std::size_t column)
{
    std::string name;
    for (std::size_t left = column + 1; left > 0; left = (left - 1) / kLetters) {
        name.insert(name.begin(), static_cast<char>('A' + (left - 1) % kLetters));
    }
    return name;
}

std::size_t sheetColumnOf(std::string_view cell)
{
    std::size_t column = 0;
    for (const char c : cell.substr(0, 3)) {
        if (c < 'A' || c > 'Z') {
            break;
        }
        column = column * kLetters + static_cast<std::size_t>(c - 'A') + 1;
    }
    return column - 1; // npos when there was no letter
}

std::size_t fittingSheetText(std::string_view text)
{
    if (text.size() <= kLongestSheetText) {
        return text.size();
    }
    std::size_t units = 0;
    std::size_t at = 0;
    while (at < text.size()) {
        const auto lead = static_cast<unsigned char>(text[at]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        units += length == 4 ? 2 : 1;
        if (units > kLongestSheetText) {
            break;
        }
        at += length;
    }
    return std::min(at, text.size());
}

void appendSheetText(std::string& out, std::string_view text)
{
    std::size_t from = 0;
    for (std::size_t at = text.find("_x"); at != std::string_view::npos; at = text.find("_x", at + 1)) {
        if (isEscapeAt(text, at)) {
            appendXml(out, text.substr(from, at - from));
            out += kUnderscore;
            from = at + 1;
        }
    }
    appendXml(out, text.substr(from));
}

std::string fromSheetText(std::string_view text)
{
    std::string plain;
    std::size_t from = 0;
    for (std::size_t at = text.find(kUnderscore); at != std::string_view::npos; at = text.find(kUnderscore, from)) {
        plain.append(text, from, at - from);
        plain += '_';
        from = at + kUnderscore.size();
    }
    return plain.append(text, from);
}

int sheetDayOf(std::string_view day)
{
    using namespace std::chrono;
    const auto date = year{numberIn(day.substr(0, 4))} / numberIn(day.substr(5, 2)) / numberIn(day.substr(8, 2));
    return static_cast<int>((sys_days(date) - kEpoch).count());
}

std::string dayOfSheet(std::string_view number)
{
    using namespace std::chrono;
    int days = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), days);
    if (error != std::errc{} || end != number.data() + number.size()) {
        return {};
    }
    const year_month_day date(kEpoch + std::chrono::days(days));
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return text.data();
}

} // namespace observo::exchange
