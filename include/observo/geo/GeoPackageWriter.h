// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Progress.h"
#include "observo/core/Result.h"
#include "observo/geo/OutputTable.h"

#include <filesystem>
#include <vector>

namespace observo::geo {

/// Writes a new GeoPackage at `file` (which must not exist: a private temporary) through GDAL, every warning of the
/// driver being an error, synced to disk. The caller publishes the file.
[[nodiscard]] Done writeGeoPackage(const std::filesystem::path& file, const std::vector<OutputTable>& tables,
                                   const Progress& progress);

} // namespace observo::geo
