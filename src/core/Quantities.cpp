// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/core/Quantities.h"

#include <algorithm>
#include <cmath>

namespace observo {

Degrees normalised(Degrees azimuth)
{
    const double turned = std::fmod(azimuth.value, 360.0);
    const double positive = turned < 0.0 ? turned + 360.0 : turned;
    // A tiny negative angle rounds up to 360 itself; "+ 0.0" turns a negative zero into zero.
    return {positive >= 360.0 ? 0.0 : positive + 0.0};
}

Degrees turnBetween(Degrees from, Degrees to)
{
    const double turn = normalised(to - from).value;
    return {turn > 180.0 ? turn - 360.0 : turn};
}

bool isValid(LonLat place)
{
    // Written so that a NaN fails.
    return place.lon >= -180.0 && place.lon <= 180.0 && place.lat >= -90.0 && place.lat <= 90.0;
}

void GeoBox::include(LonLat place)
{
    if (isEmpty()) {
        *this = {place.lon, place.lat, place.lon, place.lat};
        return;
    }
    west = std::min(west, place.lon);
    south = std::min(south, place.lat);
    east = std::max(east, place.lon);
    north = std::max(north, place.lat);
}

} // namespace observo
