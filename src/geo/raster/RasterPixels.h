// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "raster/RasterSource.h"

namespace observo::geo {

/// Reads a window of an open picture as premultiplied colours; empty when GDAL failed or the work was cancelled.
[[nodiscard]] std::optional<RasterImage> readPixels(GDALDatasetH dataset, const RasterBands& bands, PixelWindow window,
                                                    RasterImage into, const Progress& progress);

/// Values below which and above which one in fifty of a sample lies; for the contrast of heights and measurements.
[[nodiscard]] std::array<double, 2> stretchOf(std::vector<float> sample, std::optional<double> noData);

} // namespace observo::geo
