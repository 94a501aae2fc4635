// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Result.h"

#include <cstdint>
#include <filesystem>

namespace observo::reader {

/// Writes the index (.shx) of a shapefile that came without one, by walking the records of the .shp from head to head
/// (ESRI Shapefile Technical Description, 1998). A broken end is left out; gives the number of records.
[[nodiscard]] Result<std::int64_t> rebuildShapeIndex(const std::filesystem::path& shp,
                                                     const std::filesystem::path& shx);

} // namespace observo::reader
