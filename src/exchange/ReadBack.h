// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ExportJob.h"

#include <filesystem>

namespace observo::exchange {

/// Reads the cameras of a finished file with the independent reader (GDAL) and compares number, positions (1 mm, or the
/// last decimal of a geographic text format) and every value with what was given to the format. The error names the
/// first row and field that differ.
[[nodiscard]] Done readBack(const ExportJob& job, const std::filesystem::path& file, const Progress& progress);

} // namespace observo::exchange
