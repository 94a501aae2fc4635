// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/IsoTimes.h"

#include <chrono>
#include <cstddef>
#include <cstdio>

namespace observo::reader {

namespace {

/// -1 when there is anything but digits.
int numberAt(std::string_view text, std::size_t at, std::size_t length)
{
    int number = 0;
    for (std::size_t i = at; i < at + length; ++i) {
        if (i >= text.size() || text[i] < '0' || text[i] > '9') {
            return -1;
        }
        number = number * 10 + (text[i] - '0');
    }
    return number;
}

bool isWithin(int number, int most)
{
    return number >= 0 && number <= most;
}

/// "2026-11-22T10:42:07" moved by minutes.
std::string moved(std::string_view text, int minutesEast)
{
    using namespace std::chrono;
    const auto day = year(numberAt(text, 0, 4)) / numberAt(text, 5, 2) / numberAt(text, 8, 2);
    const auto local = sys_days(day) + hours(numberAt(text, 11, 2)) + minutes(numberAt(text, 14, 2));
    const auto utc = local - minutes(minutesEast);
    const auto midnight = floor<days>(utc);
    const year_month_day date(midnight);
    const hh_mm_ss clock(utc - midnight);
    char made[32];
    std::snprintf(made, sizeof made, "%04d-%02u-%02uT%02d:%02d", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                  static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()));
    return std::string(made) + std::string(text.substr(16, 3));
}

} // namespace

bool isDay(std::string_view text)
{
    using namespace std::chrono;
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return false;
    }
    const int month = numberAt(text, 5, 2);
    const int day = numberAt(text, 8, 2);
    return month > 0 && day > 0 && numberAt(text, 0, 4) >= 0 && (year(numberAt(text, 0, 4)) / month / day).ok();
}

std::string instantOf(std::string_view text)
{
    const bool isTime = text.size() >= 19 && isDay(text.substr(0, 10)) && (text[10] == 'T' || text[10] == ' ') &&
                        text[13] == ':' && text[16] == ':' && isWithin(numberAt(text, 11, 2), 23) &&
                        isWithin(numberAt(text, 14, 2), 59) && isWithin(numberAt(text, 17, 2), 60);
    if (!isTime) {
        return "";
    }
    auto rest = text.substr(19);
    std::string_view fraction;
    if (rest.starts_with('.')) {
        const auto end = rest.find_first_not_of("0123456789", 1);
        fraction = rest.substr(0, end);
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end);
    }
    const bool hasFraction = fraction.find_first_not_of(".0") != std::string_view::npos && fraction.size() <= 10;
    const std::string tail(hasFraction ? fraction : std::string_view());
    if (rest.empty() || rest == "Z") {
        return std::string(text.substr(0, 10)) + "T" + std::string(text.substr(11, 8)) + tail + std::string(rest);
    }
    // "+01:00", "+0100" or "+01"
    const bool isZone = (rest[0] == '+' || rest[0] == '-') && isWithin(numberAt(rest, 1, 2), 14);
    const auto more = rest.substr(isZone ? 3 : 0);
    const int past = more.empty() ? 0 : numberAt(more, more[0] == ':' ? 1 : 0, 2);
    const bool isWhole = more.empty() || more.size() == (more[0] == ':' ? 3U : 2U);
    if (!isZone || !isWithin(past, 59) || !isWhole) {
        return "";
    }
    const int east = (numberAt(rest, 1, 2) * 60 + past) * (rest[0] == '-' ? -1 : 1);
    return moved(text, east) + tail + "Z";
}

} // namespace observo::reader
