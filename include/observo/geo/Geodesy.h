// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Quantities.h"
#include "observo/geo/Transform.h"

namespace observo::geo {

// On the GRS80 ellipsoid (Karney's geodesics through PROJ). Azimuths clockwise from true north, 0 <= a < 360.

[[nodiscard]] Metres distanceBetween(LonLat from, LonLat to);
[[nodiscard]] Degrees azimuthBetween(LonLat from, LonLat to);
/// Where one arrives going `distance` along the geodesic that leaves `from` at `azimuth`.
[[nodiscard]] LonLat destination(LonLat from, Degrees azimuth, Metres distance);

/// How the map's grid lies at a place: grid azimuth = true azimuth - convergence; map metres = ground metres * scale.
struct GridFactors {
    Degrees convergence;
    double scale = 1.0;
};
/// By PROJ's factors of the projection at the place (docs/formulas.md F23).
[[nodiscard]] GridFactors gridFactors(const Projection& projection, LonLat at);

} // namespace observo::geo
