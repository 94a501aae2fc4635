// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Progress.h"
#include "observo/core/Result.h"
#include "observo/render/Scene.h"
#include "observo/render/Viewport.h"

#include <QImage>
#include <QPointF>
#include <QRectF>

#include <cstddef>
#include <vector>

namespace observo::render {

/// A finished picture and what is in it.
struct MapPicture {
    QImage image;
    Viewport viewport;
    std::size_t camerasDrawn = 0; ///< within the picture, clustered ones included
    std::size_t sectorsDrawn = 0;
};

/// Paints base layers, graticule, fields of view, symbols, clusters and labels. Runs in any thread (best in a task of
/// the global pool, where Qt does not split every shape over the pool), stops early with Cancelled.
[[nodiscard]] Result<MapPicture> paintMap(const Scene& scene, const Viewport& viewport, const Progress& progress);

/// The cameras under a pixel, nearest first, within `radius` pixels.
[[nodiscard]] std::vector<CameraId> camerasAt(const Scene& scene, const Viewport& viewport, QPointF pixel,
                                              double radius = 12.0);
/// The cameras whose point lies in a rectangle of pixels.
[[nodiscard]] std::vector<CameraId> camerasIn(const Scene& scene, const Viewport& viewport, QRectF pixels);

} // namespace observo::render
