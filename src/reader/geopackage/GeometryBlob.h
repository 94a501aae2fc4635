// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/feed/Row.h"

#include <string_view>

namespace observo::reader {

/// Reads a geometry of a GeoPackage (OGC 12-128r18, clause 2.1.3: header and well-known binary) into the row. Heights
/// of lines and polygons and all measures are dropped. What cannot be read becomes a problem of the row.
void takeGeometryBlob(std::string_view blob, feed::Row& row);

} // namespace observo::reader
