// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "coordinates/CoordinateScan.h"

#include "observo/core/Result.h"

#include <vector>

namespace observo::geo {

/// Two numbers as they stand in a text, with what the text says about them. Not yet a place.
struct WrittenPair {
    double first = 0.0;
    double second = 0.0;
    /// What a letter beside one of them told: the first is the north (latitude) one, or the east one.
    enum class Order { Unknown, NorthFirst, EastFirst } order = Order::Unknown;
    bool orderIsSoft = false; ///< by x and y alone, which Italian surveyors use the other way round as well
    bool degrees = false;     ///< written with degrees, minutes or seconds
    int zone = 0;             ///< UTM zone, when given
    bool south = false;       ///< the zone's hemisphere
};

/// Every way to understand the tokens as two coordinates, the likeliest first.
[[nodiscard]] Result<std::vector<WrittenPair>> pairsIn(const ScannedCoordinates& scanned);

} // namespace observo::geo
