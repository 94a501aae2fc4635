// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace observo {

/// Letters to insert, drop, change or swap with their neighbour to get from one word to the other, case ignored.
[[nodiscard]] std::size_t editDistance(std::string_view a, std::string_view b);

/// Finds the word nearest to a mistyped one. A word further away than a third of its letters is no suggestion.
class NearestWord {
public:
    explicit NearestWord(std::string_view typed);

    void consider(std::string_view word);
    /// The nearest word considered so far, the first one among equals; empty when none is near.
    [[nodiscard]] std::string_view word() const { return m_word; }

private:
    std::string_view m_typed;
    std::string_view m_word;
    std::size_t m_distance;
};

} // namespace observo
