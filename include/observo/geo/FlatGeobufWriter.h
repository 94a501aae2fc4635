// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Progress.h"
#include "observo/core/Result.h"
#include "observo/geo/OutputTable.h"

#include <filesystem>

namespace observo::geo {

/// Writes a new FlatGeobuf file of one point layer at `file` (which must not exist and ends in .fgb: a private
/// temporary) through GDAL, every warning of the driver being an error, synced to disk. The file has a spatial index,
/// so that its rows come in another order than they were given. The caller publishes the file.
[[nodiscard]] Done writeFlatGeobuf(const std::filesystem::path& file, const OutputTable& table,
                                   const Progress& progress);

} // namespace observo::geo
