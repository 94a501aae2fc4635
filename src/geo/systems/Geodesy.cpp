// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/geo/Geodesy.h"

#include "systems/ProjContext.h"

#include <geodesic.h>

#include <cmath>

namespace observo::geo {

namespace {

const geod_geodesic& grs80()
{
    static const geod_geodesic ellipsoid = [] {
        constexpr double kSemiMajor = 6378137.0;
        constexpr double kFlattening = 1.0 / 298.257222101;
        geod_geodesic made{};
        geod_init(&made, kSemiMajor, kFlattening);
        return made;
    }();
    return ellipsoid;
}

} // namespace

Metres distanceBetween(LonLat from, LonLat to)
{
    double distance = 0.0;
    geod_inverse(&grs80(), from.lat, from.lon, to.lat, to.lon, &distance, nullptr, nullptr);
    return {distance};
}

Degrees azimuthBetween(LonLat from, LonLat to)
{
    double azimuth = 0.0;
    geod_inverse(&grs80(), from.lat, from.lon, to.lat, to.lon, nullptr, &azimuth, nullptr);
    return normalised({azimuth});
}

LonLat destination(LonLat from, Degrees azimuth, Metres distance)
{
    LonLat to;
    geod_direct(&grs80(), from.lat, from.lon, azimuth.value, distance.value, &to.lat, &to.lon, nullptr);
    return to;
}

GridFactors gridFactors(const Projection& projection, LonLat at)
{
    PJ* system = threadProjFactors(projection.epsg());
    if (system == nullptr) {
        return {};
    }
    proj_errno_reset(system); // what failed before in this thread is not this question's
    // PROJ wants radians of the system's own datum; RDN2008 differs from it by 200 m at most, that is by 0.002 degrees
    // of convergence for the old datums and by nothing for RDN2008, ETRS89 and WGS 84.
    const auto factors = proj_factors(system, proj_coord(radians({at.lon}), radians({at.lat}), 0.0, 0.0));
    if (proj_errno(system) != 0) {
        proj_errno_reset(system);
        return {};
    }
    return {degreesFromRadians(factors.meridian_convergence), std::sqrt(factors.areal_scale)};
}

} // namespace observo::geo
