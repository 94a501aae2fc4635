// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/geo/Crs.h"
#include "observo/geo/Geometry.h"

namespace observo::geo {

/// Where coordinates of a system lie, in degrees and to some hundred metres: enough to choose the operation that then
/// moves them exactly. Empty when they are no places of the system.
[[nodiscard]] GeoBox areaOfLayer(const Crs& crs, const MapBox& box);

} // namespace observo::geo
