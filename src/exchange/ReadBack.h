// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ExportJob.h"

#include <filesystem>
#include <string>

namespace observo::exchange {

/// Reads what was written and compares it: every file byte by byte with what was handed to the disk, then every table
/// row by row with what the census says. Only after that may anybody say "exported".
[[nodiscard]] Done readBack(ExportJob& job, const Progress& progress);

/// The table of a file that only the spatial library can read, compared row by row.
[[nodiscard]] Done readBackLayer(ExportJob& job, RecordKind kind, const std::string& layer, const Progress& progress);
/// The same for the cameras of a file that puts its rows in an order of its own.
[[nodiscard]] Done readBackCamerasInAnyOrder(ExportJob& job, const std::string& layer, const Progress& progress);

} // namespace observo::exchange
