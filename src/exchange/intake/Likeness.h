// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Quantities.h"

#include <optional>
#include <string>
#include <string_view>

namespace observo::exchange {

/// What two descriptions of a camera are compared by when no identity joins them.
struct Features {
    LonLat place{};
    std::optional<double> direction{}; ///< degrees
    std::string type{};                ///< empty when not known
    std::string name{};
    std::string code{};
};

/// The grounds of a match in the two languages in which it is told.
struct Grounds {
    std::string it{};
    std::string en{};

    void add(const std::string& italian, const std::string& english);
};

/// How alike two descriptions are, and why.
struct Likeness {
    double score = 0.0;           ///< 0 to 1
    bool isContradiction = false; ///< they cannot be one camera
    Grounds why{};                ///< "2.1 m apart, directions 5° apart, same type"
};

/// From `kSameScore` on two descriptions are one camera; from `kPossibleScore` on a person should look.
inline constexpr double kSameScore = 0.75;
inline constexpr double kPossibleScore = 0.5;

/// Distance counts for a half, direction a fifth, type and name three twentieths each; what either side does not know
/// is left out and the rest weighs more. Directions 45° apart, or different codes of one scheme (TC-01, TC-02),
/// contradict; codes of different schemes leave the decision to a person.
[[nodiscard]] Likeness likenessOf(const Features& a, const Features& b, Metres within);

/// The share of words that two texts have in common, 0 to 1.
[[nodiscard]] double wordsInCommon(std::string_view a, std::string_view b);
/// How a code is built: "TC-0012" gives "aa-9".
[[nodiscard]] std::string schemeOf(std::string_view code);

} // namespace observo::exchange
