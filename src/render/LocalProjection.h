// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Quantities.h"
#include "observo/geo/Geodesy.h"
#include "observo/geo/Geometry.h"
#include "observo/geo/Transform.h"
#include "observo/render/Viewport.h"

namespace observo::render {

/// This thread's projection of a map system, made once and kept; nullptr when there is no such system.
[[nodiscard]] const geo::Projection* projectionFor(int epsg);

/// Convergence and scale at a place, or 0 and 1 where the system has no answer.
[[nodiscard]] geo::GridFactors factorsAt(const geo::Projection& projection, LonLat place);

/// The degrees that a part of the map covers, a little larger than needed. The whole earth where the map system ends.
[[nodiscard]] GeoBox geoBoxOf(const geo::Projection& projection, const geo::MapBox& window);

/// The viewport's box with a border of so many pixels.
[[nodiscard]] geo::MapBox boxWithBorder(const Viewport& viewport, double pixels);

} // namespace observo::render
