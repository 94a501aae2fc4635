// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/Italy.h"

#include <array>
#include <cstddef>
#include <span>

namespace observo::rule {
namespace {

// From Ventimiglia along the Alps, down the Adriatic, around Sicily and Pantelleria, up the Tyrrhenian sea.
constexpr std::array kMainland{
    LonLat{7.40, 43.65},  LonLat{6.55, 44.30},  LonLat{6.50, 45.15},  LonLat{6.75, 45.95},  LonLat{7.60, 46.10},
    LonLat{8.25, 46.55},  LonLat{9.20, 46.60},  LonLat{10.35, 47.00}, LonLat{11.20, 47.10}, LonLat{12.20, 47.20},
    LonLat{12.70, 46.80}, LonLat{13.80, 46.65}, LonLat{14.00, 45.50}, LonLat{13.40, 45.30}, LonLat{13.00, 44.50},
    LonLat{14.60, 43.00}, LonLat{16.40, 42.30}, LonLat{18.70, 40.50}, LonLat{18.70, 39.60}, LonLat{17.60, 38.70},
    LonLat{16.40, 37.60}, LonLat{15.50, 36.50}, LonLat{11.75, 36.60}, LonLat{11.75, 38.30}, LonLat{12.80, 39.00},
    LonLat{12.40, 40.60}, LonLat{10.00, 42.10}, LonLat{9.70, 42.60},  LonLat{9.70, 43.30},  LonLat{8.60, 43.80},
};

constexpr std::array kSardinia{LonLat{7.90, 38.75}, LonLat{7.90, 41.35}, LonLat{10.00, 41.35}, LonLat{10.00, 38.75}};

constexpr std::array kPelagie{LonLat{12.20, 35.40}, LonLat{12.20, 36.00}, LonLat{13.00, 36.00}, LonLat{13.00, 35.40}};

/// Even-odd rule: how many edges a ray to the east crosses.
bool isInside(std::span<const LonLat> ring, LonLat place)
{
    bool inside = false;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const LonLat a = ring[i];
        const LonLat b = ring[(i + 1) % ring.size()];
        const bool spans = (a.lat > place.lat) != (b.lat > place.lat);
        if (spans && place.lon < a.lon + (b.lon - a.lon) * (place.lat - a.lat) / (b.lat - a.lat)) {
            inside = !inside;
        }
    }
    return inside;
}

} // namespace

bool isInItaly(LonLat place)
{
    return isValid(place) && (isInside(kMainland, place) || isInside(kSardinia, place) || isInside(kPelagie, place));
}

} // namespace observo::rule
