// SPDX-License-Identifier: GPL-3.0-or-later
#include "coordinates/NumberText.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <optional>

namespace observo::geo {

namespace {

std::optional<double> plainNumber(const std::string& digits)
{
    double value = 0.0;
    const char* end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, value, std::chars_format::fixed);
    if (digits.empty() || error != std::errc() || stop != end || !std::isfinite(value)) {
        return std::nullopt;
    }
    return value;
}

/// True for "4.991.598" with mark '.': one to three digits, then groups of three.
bool hasThousands(std::string_view digits, char mark)
{
    auto group = digits.find(mark);
    if (group == std::string_view::npos || group < 1 || group > 3 || digits.front() == '0') {
        return false;
    }
    while (group != std::string_view::npos) {
        const auto next = digits.find(mark, group + 1);
        const auto length = (next == std::string_view::npos ? digits.size() : next) - group - 1;
        if (length != 3) {
            return false;
        }
        group = next;
    }
    return true;
}

std::string without(std::string_view digits, char mark)
{
    std::string kept;
    std::copy_if(digits.begin(), digits.end(), std::back_inserter(kept), [mark](char c) { return c != mark; });
    return kept;
}

/// The number when `decimal` is the decimal mark and `thousands` the other one.
std::optional<double> numberWith(std::string_view digits, char decimal, char thousands)
{
    const auto mark = digits.find(decimal);
    if (mark != digits.rfind(decimal)) {
        return std::nullopt;
    }
    const auto whole = digits.substr(0, mark);
    const bool grouped = whole.find(thousands) != std::string_view::npos;
    if (grouped && !hasThousands(whole, thousands)) {
        return std::nullopt;
    }
    auto text = grouped ? without(whole, thousands) : std::string(whole);
    if (mark != std::string_view::npos) {
        const auto fraction = digits.substr(mark + 1);
        if (fraction.find(thousands) != std::string_view::npos || text.empty()) {
            return std::nullopt;
        }
        text += "." + std::string(fraction);
    }
    return plainNumber(text);
}

/// One number: with a decimal mark first, with thousands alone second.
std::vector<double> singlesOf(std::string_view digits)
{
    std::vector<double> values;
    for (const auto& [decimal, thousands] : {std::pair{'.', ','}, std::pair{',', '.'}}) {
        const bool decided =
            digits.find(decimal) != std::string_view::npos || digits.find(thousands) == std::string_view::npos;
        if (const auto value = decided ? numberWith(digits, decimal, thousands) : std::nullopt) {
            values.push_back(*value);
        }
    }
    for (const char mark : {'.', ','}) {
        if (hasThousands(digits, mark) && digits.find(mark == '.' ? ',' : '.') == std::string_view::npos) {
            values.push_back(plainNumber(without(digits, mark)).value_or(0.0));
        }
    }
    // Digits without any mark were read once for each decimal mark.
    values.erase(std::unique(values.begin(), values.end()), values.end());
    return values;
}

} // namespace

std::string fixedText(double value, int decimals)
{
    std::array<char, 400> buffer{};
    const auto [end, error] =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, decimals);
    return error == std::errc() ? std::string(buffer.data(), end) : std::string("?");
}

std::vector<std::vector<double>> readingsOf(std::string_view digits)
{
    std::vector<std::vector<double>> readings;
    for (const double value : singlesOf(digits)) {
        readings.push_back({value});
    }
    for (auto comma = digits.find(','); comma != std::string_view::npos; comma = digits.find(',', comma + 1)) {
        for (const double first : singlesOf(digits.substr(0, comma))) {
            for (const double second : singlesOf(digits.substr(comma + 1))) {
                readings.push_back({first, second});
            }
        }
    }
    return readings;
}

} // namespace observo::geo
