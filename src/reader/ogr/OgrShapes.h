// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/feed/Row.h"

#include <ogr_api.h>

namespace observo::reader {

/// The shape of a layer by its declared type.
[[nodiscard]] feed::Shape shapeOf(OGRwkbGeometryType type);

/// Puts a geometry of GDAL into the row; what had to be left out becomes a problem of the row. Heights of lines and
/// polygons and all measures are dropped; parts of collections are put together, and of several kinds the one of the
/// highest dimension stays.
void takeShape(OGRGeometryH geometry, feed::Row& row);

} // namespace observo::reader
