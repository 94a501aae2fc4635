// SPDX-License-Identifier: GPL-3.0-or-later
#include "EditDistance.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace observo {
namespace {

constexpr std::size_t kLongestWord = 64;

char lower(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

} // namespace

// Optimal string alignment: Levenshtein plus the swap of two neighbours, which is the commonest slip of the fingers.
std::size_t editDistance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> beforeLast(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) {
        last[j] = j;
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const char x = lower(a[i - 1]);
            const char y = lower(b[j - 1]);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (x == y ? 0U : 1U)});
            if (i > 1 && j > 1 && x == lower(b[j - 2]) && lower(a[i - 2]) == y) {
                row[j] = std::min(row[j], beforeLast[j - 2] + 1);
            }
        }
        std::swap(beforeLast, last);
        std::swap(last, row);
    }
    return last[b.size()];
}

NearestWord::NearestWord(std::string_view typed)
    : m_typed(typed), m_distance(std::max<std::size_t>(2, typed.size() / 3) + 1)
{}

void NearestWord::consider(std::string_view word)
{
    if (m_typed.empty() || m_typed.size() > kLongestWord) {
        return;
    }
    const std::size_t distance = editDistance(m_typed, word);
    // A word of which every letter would have to change is not what was meant.
    if (distance < m_distance && distance < std::max(m_typed.size(), word.size())) {
        m_distance = distance;
        m_word = word;
    }
}

} // namespace observo
