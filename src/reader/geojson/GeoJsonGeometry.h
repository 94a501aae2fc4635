// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/feed/Row.h"

#include <string_view>

namespace observo::reader {

/// Reads a GeoJSON geometry into the row: heights of lines and polygons are dropped, parts of collections are put
/// together, and of several kinds the one of the highest dimension stays. What cannot be read becomes a problem.
void takeGeoJsonGeometry(std::string_view text, feed::Row& row);

/// The shape that the geometry's type promises.
[[nodiscard]] feed::Shape shapeOfGeoJson(std::string_view text);

} // namespace observo::reader
