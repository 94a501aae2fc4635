// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/Likeness.h"

#include "words/Fold.h"

#include "observo/geo/Geodesy.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <set>

namespace observo::exchange {
namespace {

/// A sum of parts that count more or less.
class Weighing {
public:
    void add(double share, double weight)
    {
        m_sum += share * weight;
        m_weight += weight;
    }
    [[nodiscard]] double score() const { return m_weight > 0.0 ? m_sum / m_weight : 0.0; }

private:
    double m_sum = 0.0;
    double m_weight = 0.0;
};

std::string oneDecimal(double value)
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.1f", value);
    return text.data();
}

std::set<std::string> wordSet(std::string_view text)
{
    const auto words = wordsOf(text);
    return {words.begin(), words.end()};
}

} // namespace

double wordsInCommon(std::string_view a, std::string_view b)
{
    const auto left = wordSet(a);
    const auto right = wordSet(b);
    const auto common = std::ranges::count_if(left, [&](const std::string& word) { return right.contains(word); });
    const auto all = left.size() + right.size() - static_cast<std::size_t>(common);
    return all == 0 ? 0.0 : static_cast<double>(common) / static_cast<double>(all);
}

std::string schemeOf(std::string_view code)
{
    std::string scheme;
    for (const char c : code) {
        const bool isDigit = c >= '0' && c <= '9';
        const bool isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        const char sign = isDigit ? '9' : isLetter ? 'a' : c;
        if (!isDigit || scheme.empty() || scheme.back() != '9') {
            scheme += sign;
        }
    }
    return scheme;
}

void Grounds::add(const std::string& italian, const std::string& english)
{
    it += (it.empty() ? "" : ", ") + italian;
    en += (en.empty() ? "" : ", ") + english;
}

Likeness likenessOf(const Features& a, const Features& b, Metres within)
{
    Likeness likeness;
    const double apart = geo::distanceBetween(a.place, b.place).value;
    if (apart > within.value) {
        likeness.isContradiction = true;
        return likeness;
    }
    constexpr double kContrary = 45.0;
    Weighing weighing;
    weighing.add(within.value > 0.0 ? 1.0 - apart / within.value : 1.0, 0.5);
    likeness.why.add("a " + oneDecimal(apart) + " m", oneDecimal(apart) + " m apart");
    if (a.direction && b.direction) {
        const double turn = std::abs(turnBetween(Degrees{*a.direction}, Degrees{*b.direction}).value);
        likeness.isContradiction = turn >= kContrary;
        weighing.add(std::max(0.0, 1.0 - turn / kContrary), 0.2);
        likeness.why.add("direzioni a " + oneDecimal(turn) + "° fra loro",
                         "directions " + oneDecimal(turn) + "° apart");
    }
    if (!a.type.empty() && !b.type.empty()) {
        weighing.add(a.type == b.type ? 1.0 : 0.0, 0.15);
        likeness.why.add(a.type == b.type ? "stesso tipo" : "tipi diversi",
                         a.type == b.type ? "same type" : "different types");
    }
    if (!a.name.empty() && !b.name.empty()) {
        const double common = wordsInCommon(a.name, b.name);
        weighing.add(common, 0.15);
        const std::string percent = std::to_string(static_cast<int>(std::lround(common * 100.0))) + " %";
        likeness.why.add("nomi simili al " + percent, "names alike to " + percent);
    }
    likeness.score = weighing.score();
    if (!a.code.empty() && !b.code.empty() && a.code != b.code) {
        likeness.isContradiction = likeness.isContradiction || schemeOf(a.code) == schemeOf(b.code);
        likeness.score = std::min(likeness.score, kSameScore - 0.01);
        likeness.why.add("codici di forma diversa", "codes of different schemes");
    }
    return likeness;
}

} // namespace observo::exchange
