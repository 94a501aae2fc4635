// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Formats.h"

namespace observo::exchange {

/// Shapefile set in a folder: .shp .shx .dbf .prj .cpg, NAME.fields.json, and sites and systems as tables.
[[nodiscard]] Format shapefileFormat();
/// The same set in one zip.
[[nodiscard]] Format zippedShapefileFormat();

} // namespace observo::exchange
