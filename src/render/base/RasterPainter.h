// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Progress.h"
#include "observo/core/Result.h"
#include "observo/geo/RasterLayer.h"
#include "observo/render/Viewport.h"

#include <QPainter>
#include <QRect>

namespace observo::render {

/// The whole device pixels of the picture that a part of the map touches; empty when it is not in the picture.
[[nodiscard]] QRect devicePixelsOf(const geo::MapBox& extent, const Viewport& viewport);

/// Draws the part of a raster layer that the picture shows, one value for each device pixel.
[[nodiscard]] Done drawRaster(QPainter& painter, const geo::RasterLayer& layer, const Viewport& viewport,
                              const Progress& progress);

} // namespace observo::render
