// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/DayText.h"

#include "words/Fold.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <vector>

namespace observo::exchange {
namespace {

using std::chrono::year_month_day;

std::optional<int> wholeNumber(std::string_view text)
{
    int number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    return problem == std::errc{} && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

std::optional<year_month_day> dayOf(int year, int month, int day)
{
    constexpr int kCentury = 2000;
    const year_month_day date{std::chrono::year{year < 100 ? year + (year < 70 ? kCentury : kCentury - 100) : year},
                              std::chrono::month{static_cast<unsigned>(month)},
                              std::chrono::day{static_cast<unsigned>(day)}};
    const bool isPlausible = date.year() >= std::chrono::year{1900} && date.year() <= std::chrono::year{2199};
    return month > 0 && day > 0 && date.ok() && isPlausible ? std::optional(date) : std::nullopt;
}

std::string isoText(year_month_day date)
{
    std::array<char, 24> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return text.data();
}

/// The month that a word names in Italian or English; 0 when none.
int monthNamed(std::string_view word)
{
    constexpr std::array<std::string_view, 24> kNames = {
        "gennaio",   "febbraio", "marzo",    "aprile",   "maggio",    "giugno",   "luglio",   "agosto",
        "settembre", "ottobre",  "novembre", "dicembre", "january",   "february", "march",    "april",
        "may",       "june",     "july",     "august",   "september", "october",  "november", "december"};
    if (word.size() < 3) {
        return 0;
    }
    for (std::size_t i = 0; i < kNames.size(); ++i) {
        if (kNames[i].starts_with(word) || (word == "sept" && i == 20)) {
            return static_cast<int>(i % 12) + 1;
        }
    }
    return 0;
}

/// The words of the day alone: what looks like a time, and all behind it, goes.
std::vector<std::string> wordsOfDay(std::string_view text)
{
    text = bare(text);
    if (const auto colon = text.find(':'); colon != std::string_view::npos) {
        const auto blank = text.find_last_of(" Tt", colon);
        text = blank == std::string_view::npos ? text : text.substr(0, blank);
    } else if (const auto mark = text.find('T'); mark == 10 && text.size() > 11) {
        text = text.substr(0, mark);
    }
    auto words = wordsOf(text);
    std::erase_if(words, [](const std::string& word) { return word == "di" || word == "del" || word == "of"; });
    return words;
}

struct Three {
    int first = 0;
    int second = 0;
    int third = 0;
    std::size_t firstDigits = 0;
};

std::optional<Three> threeNumbers(const std::vector<std::string>& words)
{
    if (words.size() != 3) {
        return std::nullopt;
    }
    const auto first = wholeNumber(words[0]);
    const auto second = wholeNumber(words[1]);
    const auto third = wholeNumber(words[2]);
    const bool are = first && second && third && words[1].size() <= 2;
    return are ? std::optional(Three{*first, *second, *third, words[0].size()}) : std::nullopt;
}

std::optional<ReadDay> readDay(std::optional<year_month_day> date)
{
    return date ? std::optional(ReadDay{.iso = isoText(*date)}) : std::nullopt;
}

std::optional<ReadDay> fromThree(const Three& parts, DayOrder order)
{
    if (parts.firstDigits == 4) {
        return readDay(dayOf(parts.first, parts.second, parts.third));
    }
    const auto dayFirst = dayOf(parts.third, parts.second, parts.first);
    const auto monthFirst = dayOf(parts.third, parts.first, parts.second);
    if (!dayFirst || !monthFirst) {
        return readDay(dayFirst ? dayFirst : monthFirst);
    }
    const auto chosen = order == DayOrder::DayFirst ? dayFirst : monthFirst;
    return ReadDay{.iso = isoText(*chosen), .isAmbiguous = dayFirst != monthFirst};
}

std::optional<ReadDay> fromNames(const std::vector<std::string>& words)
{
    if (words.size() != 3) {
        return std::nullopt;
    }
    const std::size_t at = monthNamed(words[0]) != 0 ? 0 : 1;
    const int month = monthNamed(words[at]);
    const auto day = wholeNumber(words[1 - at]);
    const auto year = wholeNumber(words[2]);
    return month != 0 && day && year ? readDay(dayOf(*year, month, *day)) : std::nullopt;
}

std::optional<ReadDay> fromOneNumber(std::string_view digits)
{
    const auto number = wholeNumber(digits);
    if (!number) {
        return std::nullopt;
    }
    if (digits.size() == 8) {
        return readDay(dayOf(*number / 10000, *number / 100 % 100, *number % 100));
    }
    // 1954 to 2064 as spreadsheets count days from the end of 1899.
    if (digits.size() == 5 && *number >= 20000 && *number <= 60000) {
        using namespace std::chrono;
        const year_month_day date{sys_days{year{1899} / December / 30} + days{*number}};
        return ReadDay{.iso = isoText(date), .isSerial = true};
    }
    return std::nullopt;
}

} // namespace

std::optional<ReadDay> dayIn(std::string_view text, DayOrder order)
{
    const auto words = wordsOfDay(text);
    if (words.size() == 1) {
        return fromOneNumber(words.front());
    }
    if (const auto three = threeNumbers(words)) {
        return fromThree(*three, order);
    }
    return fromNames(words);
}

void DayEvidence::look(std::string_view text)
{
    constexpr int kMonths = 12;
    const auto three = threeNumbers(wordsOfDay(text));
    if (three && three->firstDigits <= 2) {
        m_dayFirst += three->first > kMonths ? 1 : 0;
        m_monthFirst += three->second > kMonths ? 1 : 0;
    }
}

DayOrder DayEvidence::order() const
{
    return m_monthFirst > 0 && m_dayFirst == 0 ? DayOrder::MonthFirst : DayOrder::DayFirst;
}

} // namespace observo::exchange
