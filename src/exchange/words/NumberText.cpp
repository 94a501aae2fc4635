// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/NumberText.h"

#include "words/Fold.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <system_error>
#include <vector>

namespace observo::exchange {
namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Typographic minus and dashes, no-break spaces and the quotes that divide thousands, as ASCII has them.
std::string plainSigns(std::string_view text)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kSigns = {{{"\xE2\x88\x92", "-"},
                                                                                      {"\xE2\x80\x93", "-"},
                                                                                      {"\xE2\x80\x94", "-"},
                                                                                      {"\xC2\xA0", " "},
                                                                                      {"\xE2\x80\xAF", " "},
                                                                                      {"\xE2\x80\x99", "'"},
                                                                                      {"\xC3\xB7", "-"},
                                                                                      {"\xC3\x97", "x"},
                                                                                      {"\xE2\x80\xA6", "-"}}};
    std::string plain(bare(text));
    for (const auto& [from, to] : kSigns) {
        for (auto at = plain.find(from); at != std::string::npos; at = plain.find(from, at + to.size())) {
            plain.replace(at, from.size(), to);
        }
    }
    return plain;
}

/// Whether `mark` divides the digits into threes: "1.391.298".
bool dividesThousands(std::string_view digits, char mark)
{
    const auto first = digits.find(mark);
    if (first == std::string_view::npos) {
        return true;
    }
    if (first == 0 || first > 3) {
        return false;
    }
    for (auto at = first; at < digits.size(); at += 4) {
        const bool isGroup = digits[at] == mark && at + 4 <= digits.size() &&
                             std::all_of(digits.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                                         digits.begin() + static_cast<std::ptrdiff_t>(at) + 4, isDigit);
        if (!isGroup) {
            return false;
        }
    }
    return true;
}

std::string without(std::string_view text, char mark)
{
    std::string out(text);
    std::erase(out, mark);
    return out;
}

/// Digits, points, commas and thousands as one plain decimal; empty when they are no number.
std::string plainDecimal(std::string_view digits)
{
    for (const char blank : {' ', '\''}) {
        if (digits.find(blank) != std::string_view::npos) {
            const auto end = digits.find_first_of(".,");
            return dividesThousands(digits.substr(0, end), blank) ? plainDecimal(without(digits, blank)) : "";
        }
    }
    const auto point = digits.rfind('.');
    const auto comma = digits.rfind(',');
    const bool both = point != std::string_view::npos && comma != std::string_view::npos;
    const bool commaIsLast = comma != std::string_view::npos && (!both || comma > point);
    const char last = commaIsLast ? ',' : '.';
    const char other = commaIsLast ? '.' : ',';
    const auto times = std::count(digits.begin(), digits.end(), last);
    if (times > 1) {
        return !both && dividesThousands(digits, last) ? without(digits, last) : "";
    }
    const auto end = digits.find(last);
    const std::string_view whole = digits.substr(0, end);
    if (!dividesThousands(whole, other)) {
        return "";
    }
    std::string plain = without(whole, other);
    if (end != std::string_view::npos) {
        plain += '.' + std::string(digits.substr(end + 1));
    }
    return plain;
}

/// Where a number written in `text` ends, from its first character on.
std::size_t endOfNumber(std::string_view text)
{
    std::size_t at = 0;
    while (at < text.size()) {
        const bool isMark = text[at] == '.' || text[at] == ',' || text[at] == '\'' || text[at] == ' ';
        const bool goesOn = isMark && at + 1 < text.size() && isDigit(text[at + 1]);
        if (!isDigit(text[at]) && !goesOn) {
            break;
        }
        ++at;
    }
    return at;
}

std::optional<std::string> unitOf(std::string_view before, std::string_view behind)
{
    constexpr std::array<std::string_view, 14> kFillers = {"ca",   "circa", "h",   "about", "approx", "nr",  "n",
                                                           "pari", "a",     "alt", "max",   "fino",   "min", "altezza"};
    std::string unit;
    bool isBehind = false;
    for (const std::string_view part : {before, behind}) {
        for (const std::string& word : wordsOf(part)) {
            // "h 4,5" is a height, "72 h" is hours.
            const bool isFiller = std::ranges::find(kFillers, word) != kFillers.end() && (word != "h" || !isBehind) &&
                                  (word != "min" || !isBehind);
            if (isFiller) {
                continue;
            }
            if (!unit.empty() && unit != word) {
                return std::nullopt;
            }
            unit = word;
        }
        isBehind = true;
    }
    return unit;
}

struct Unit {
    std::string_view field;
    std::string_view names; ///< between blanks
    double factor;
};

constexpr std::array<Unit, 17> kUnits = {{
    {"m", " m mt mtr ml metri metro meter meters metre metres ", 1.0},
    {"m", " cm centimetri ", 0.01},
    {"m", " mm ", 0.001},
    {"m", " km ", 1000.0},
    {"m", " ft feet foot piedi ", 0.3048},
    {"°", " deg degree degrees gradi grado g d ", 1.0},
    {"°", " rad radians radianti ", 180.0 / 3.14159265358979323846},
    {"°", " gon ", 0.9},
    {"mm", " mm millimetri ", 1.0},
    {"mm", " cm ", 10.0},
    {"h", " h ore ora hour hours hr hrs hh ", 1.0},
    {"h", " g gg giorni giorno day days d dd ", 24.0},
    {"h", " settimana settimane sett week weeks w ", 168.0},
    {"h", " mese mesi month months ", 720.0},
    {"h", " min minuti minutes ", 1.0 / 60.0},
    {"px", " px pixel pixels p ", 1.0},
    {"%", " percento percent perc ", 1.0},
}};

} // namespace

std::optional<double> numberIn(std::string_view text)
{
    const std::string plain = plainSigns(text);
    std::string_view rest = plain;
    const bool isNegative = rest.starts_with('-');
    if (isNegative || rest.starts_with('+')) {
        rest.remove_prefix(1);
    }
    rest = bare(rest);
    if (rest.starts_with('-') || rest.starts_with('+')) {
        return std::nullopt;
    }
    const auto exponent = rest.find_first_of("eE");
    std::string decimal = plainDecimal(rest.substr(0, exponent));
    if (decimal.empty() || decimal == ".") {
        return std::nullopt;
    }
    if (exponent != std::string_view::npos) {
        const std::string_view power = rest.substr(exponent + 1);
        decimal += 'e' + std::string(power.starts_with('+') ? power.substr(1) : power);
    }
    double number = 0;
    const auto [end, problem] = std::from_chars(decimal.data(), decimal.data() + decimal.size(), number);
    if (problem != std::errc{} || end != decimal.data() + decimal.size() || !std::isfinite(number)) {
        return std::nullopt;
    }
    return isNegative ? -number : number;
}

std::optional<Quantity> quantityIn(std::string_view text)
{
    if (const auto number = numberIn(text)) {
        return Quantity{*number, {}};
    }
    const std::string plain = plainSigns(text);
    const auto first = plain.find_first_of("0123456789");
    if (first == std::string::npos) {
        return std::nullopt;
    }
    std::size_t from = first;
    if (from > 0 && (plain[from - 1] == '-' || plain[from - 1] == '+')) {
        --from;
    }
    const std::size_t end = first + endOfNumber(std::string_view(plain).substr(first));
    const auto number = numberIn(std::string_view(plain).substr(from, end - from));
    const auto unit = unitOf(std::string_view(plain).substr(0, from), std::string_view(plain).substr(end));
    if (!number || !unit || unit->find_first_of("0123456789") != std::string::npos) {
        return std::nullopt;
    }
    return Quantity{*number, *unit};
}

std::optional<QuantityPair> pairIn(std::string_view text)
{
    std::string plain = plainSigns(text);
    std::ranges::transform(plain, plain.begin(), [](char c) { return c == 'X' || c == '*' ? 'x' : c; });
    if (plain.starts_with("da ") || plain.starts_with("Da ")) {
        plain.erase(0, 3);
    }
    for (const std::string_view between : {"..", "-", "x", "/", " a ", " to ", ":"}) {
        // Behind the first digit, so that a sign is not taken for a dash.
        const auto digit = plain.find_first_of("0123456789");
        const auto at = digit == std::string::npos ? digit : plain.find(between, digit);
        if (at == std::string::npos) {
            continue;
        }
        auto second = std::string_view(plain).substr(at + between.size());
        second.remove_prefix(std::min(second.find_first_not_of("-. "), second.size()));
        const auto low = quantityIn(std::string_view(plain).substr(0, at));
        const auto high = quantityIn(second);
        const bool agree = low && high && (low->unit.empty() || high->unit.empty() || low->unit == high->unit);
        if (agree) {
            return QuantityPair{low->value, high->value, high->unit.empty() ? low->unit : high->unit};
        }
    }
    return std::nullopt;
}

std::optional<double> unitFactor(std::string_view fieldUnit, std::string_view unit)
{
    if (unit.empty()) {
        return 1.0;
    }
    const std::string word = ' ' + std::string(unit) + ' ';
    for (const Unit& known : kUnits) {
        if (known.field == fieldUnit && known.names.find(word) != std::string_view::npos) {
            return known.factor;
        }
    }
    return std::nullopt;
}

std::optional<std::int64_t> longWholeIn(std::string_view text)
{
    constexpr std::int64_t kMostExact = 9007199254740992;
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool isWhole = error == std::errc{} && end == text.data() + text.size();
    return isWhole && (number > kMostExact || number < -kMostExact) ? std::optional(number) : std::nullopt;
}

} // namespace observo::exchange
