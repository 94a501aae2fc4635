// SPDX-License-Identifier: GPL-3.0-or-later
#include "Calendar.h"

#include <algorithm>
#include <cstddef>

namespace observo {
namespace {

bool areDigits(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char letter) { return letter >= '0' && letter <= '9'; });
}

unsigned numberOf(std::string_view digits)
{
    unsigned number = 0;
    for (const char digit : digits) {
        number = number * 10 + static_cast<unsigned>(digit - '0');
    }
    return number;
}

std::string padded(unsigned number, std::size_t width)
{
    std::string digits = std::to_string(number);
    return std::string(width - std::min(width, digits.size()), '0') + digits;
}

} // namespace

std::optional<std::chrono::year_month_day> dayOf(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-' || !areDigits(text.substr(0, 4)) ||
        !areDigits(text.substr(5, 2)) || !areDigits(text.substr(8, 2))) {
        return std::nullopt;
    }
    const std::chrono::year_month_day day{std::chrono::year{static_cast<int>(numberOf(text.substr(0, 4)))},
                                          std::chrono::month{numberOf(text.substr(5, 2))},
                                          std::chrono::day{numberOf(text.substr(8, 2))}};
    return day.ok() ? std::optional(day) : std::nullopt;
}

std::string textOf(std::chrono::year_month_day day)
{
    return padded(static_cast<unsigned>(static_cast<int>(day.year())), 4) + '-' +
           padded(static_cast<unsigned>(day.month()), 2) + '-' + padded(static_cast<unsigned>(day.day()), 2);
}

std::chrono::year_month_day monthsLater(std::chrono::year_month_day day, int months)
{
    const auto later = day + std::chrono::months{months};
    return later.ok() ? later : std::chrono::year_month_day{later.year() / later.month() / std::chrono::last};
}

bool isTimestamp(std::string_view text)
{
    if (text.size() < 20 || !text.ends_with('Z') || !dayOf(text.substr(0, 10)) || text[10] != 'T') {
        return false;
    }
    const std::string_view clock = text.substr(11, 8);
    if (clock[2] != ':' || clock[5] != ':' || !areDigits(clock.substr(0, 2)) || !areDigits(clock.substr(3, 2)) ||
        !areDigits(clock.substr(6, 2))) {
        return false;
    }
    const std::string_view fraction = text.substr(19, text.size() - 20);
    return numberOf(clock.substr(0, 2)) < 24 && numberOf(clock.substr(3, 2)) < 60 &&
           numberOf(clock.substr(6, 2)) < 60 &&
           (fraction.empty() || (fraction.starts_with('.') && areDigits(fraction.substr(1))));
}

} // namespace observo
