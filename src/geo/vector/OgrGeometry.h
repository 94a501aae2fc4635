// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/geo/Geometry.h"

#include <ogr_api.h>

namespace observo::geo {

/// A geometry of GDAL as ours, and what had to be left out of it.
struct ReadGeometry {
    Geometry geometry;
    bool mixed = false;     ///< a collection of several kinds: only the one of highest dimension is kept
    bool notFinite = false; ///< a coordinate is no number: the geometry is dropped
};

/// Heights and measures are dropped; parts of collections are put together.
[[nodiscard]] ReadGeometry readGeometry(OGRGeometryH geometry);

} // namespace observo::geo
