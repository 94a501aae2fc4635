// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/geo/Crs.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace observo::geo {

namespace {

constexpr std::array<OfferedCrs, 20> kOffered = {{
    {7791, {"RDN2008 / UTM 32N", "RDN2008 / UTM 32N"}},
    {7792, {"RDN2008 / UTM 33N", "RDN2008 / UTM 33N"}},
    {7794, {"RDN2008 / fuso Italia", "RDN2008 / Italy zone"}},
    {6706, {"RDN2008 geografiche", "RDN2008 geographic"}},
    {4326, {"WGS 84 geografiche (GPS)", "WGS 84 geographic (GPS)"}},
    {32632, {"WGS 84 / UTM 32N", "WGS 84 / UTM 32N"}},
    {32633, {"WGS 84 / UTM 33N", "WGS 84 / UTM 33N"}},
    {4258, {"ETRS89 geografiche", "ETRS89 geographic"}},
    {25832, {"ETRS89 / UTM 32N", "ETRS89 / UTM 32N"}},
    {25833, {"ETRS89 / UTM 33N", "ETRS89 / UTM 33N"}},
    {6707, {"RDN2008 / UTM 32N (nord, est)", "RDN2008 / UTM 32N (northing, easting)"}},
    {6708, {"RDN2008 / UTM 33N (nord, est)", "RDN2008 / UTM 33N (northing, easting)"}},
    {3003, {"Monte Mario / Gauss-Boaga fuso Ovest", "Monte Mario / Gauss-Boaga west zone"}},
    {3004, {"Monte Mario / Gauss-Boaga fuso Est", "Monte Mario / Gauss-Boaga east zone"}},
    {4265, {"Monte Mario geografiche (Greenwich)", "Monte Mario geographic (Greenwich)"}},
    {4806, {"Monte Mario geografiche (meridiano di Roma)", "Monte Mario geographic (Rome meridian)"}},
    {23032, {"ED50 / UTM 32N", "ED50 / UTM 32N"}},
    {23033, {"ED50 / UTM 33N", "ED50 / UTM 33N"}},
    {4230, {"ED50 geografiche", "ED50 geographic"}},
    {3857, {"Web Mercator (mappe web)", "Web Mercator (web maps)"}},
}};

/// Where the two UTM zones of RDN2008 serve: Italy with Lampedusa, Otranto and the border valleys.
constexpr GeoBox kItaly{5.9, 34.7, 19.0, 47.2};

} // namespace

std::span<const OfferedCrs> offeredSystems()
{
    return kOffered;
}

int workingSystemFor(LonLat place)
{
    return place.lon < 12.0 ? 7791 : 7792;
}

int mapSystemFor(LonLat place)
{
    if (kItaly.contains(place) || !isValid(place)) {
        return workingSystemFor(place);
    }
    const int zone = std::clamp(static_cast<int>(std::floor((place.lon + 180.0) / 6.0)) + 1, 1, 60);
    return (place.lat >= 0.0 ? 32600 : 32700) + zone;
}

} // namespace observo::geo
