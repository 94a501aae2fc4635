// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Result.h"

#include <string>
#include <string_view>
#include <vector>

namespace observo::geo {

/// Which coordinate a letter or a word beside a number names.
enum class AxisWord { None, North, South, East, West, X, Y };

/// A piece of written coordinates.
struct CoordinateToken {
    enum class Kind { Number, Axis, Degree, Minute, Second, Separator, Zone, Letter };
    Kind kind = Kind::Separator;
    std::string text; ///< digits with points and commas, or the letter
    bool negative = false;
    AxisWord axis = AxisWord::None;
};

/// What stands in a text before anything is made of it.
struct ScannedCoordinates {
    std::vector<CoordinateToken> tokens;
    int epsg = 0;            ///< as "EPSG:3003" in the text
    bool eastFirst = false;  ///< the form itself says so: POINT(x y)
    bool northFirst = false; ///< geo: addresses and links of map sites
};

/// Typographic quotes, degree signs, dashes and spaces become plain ones; links and EPSG codes are recognised; words
/// that mean nothing here are refused with the word.
[[nodiscard]] Result<ScannedCoordinates> scanCoordinates(std::string_view text);

} // namespace observo::geo
