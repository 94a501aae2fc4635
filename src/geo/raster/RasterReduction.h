// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "raster/RasterSource.h"

#include <filesystem>

namespace observo::geo {

/// How many pixels of the picture make one of its reduced copy, along each side.
inline constexpr int kReduction = 4;

/// Whether a picture is so large, and so without overviews of its own, that a view of the whole would read all of it.
[[nodiscard]] bool wantsReduction(const RasterSource& source);

/// A copy at a quarter of the size with overviews, in the cache folder and never beside the picture; made once and
/// found again while the file stays the same. An error when it could not be made (the picture is usable without it).
[[nodiscard]] Result<std::unique_ptr<RasterSource>> reduce(const RasterSource& source, const std::string& table,
                                                           const std::filesystem::path& cacheFolder,
                                                           const Progress& progress);

} // namespace observo::geo
