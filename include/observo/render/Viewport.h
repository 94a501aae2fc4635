// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Quantities.h"
#include "observo/geo/Geometry.h"

#include <QPointF>
#include <QSize>

namespace observo::render {

/// Which part of the map system is shown in how many pixels. A value: moving it makes a new one. Pixels are logical
/// (device-independent), y down; map metres are of the projected system `epsg`, y up.
struct Viewport {
    int epsg = 7791;
    MapPoint centre;
    double metresPerPixel = 1.0;
    QSize size{800, 600};
    double devicePixelRatio = 1.0;

    [[nodiscard]] QPointF toPixel(MapPoint point) const;
    [[nodiscard]] MapPoint toMap(QPointF pixel) const;
    [[nodiscard]] geo::MapBox box() const;

    [[nodiscard]] Viewport panned(QPointF pixels) const;
    /// Zoomed by `factor` (> 1 comes nearer) so that the place under `pixel` stays there.
    [[nodiscard]] Viewport zoomedAt(QPointF pixel, double factor) const;
    /// Shows `box` whole with a margin of `share` on each side.
    [[nodiscard]] Viewport fitted(const geo::MapBox& box, double share = 0.05) const;
    [[nodiscard]] Viewport resized(QSize size) const;
    /// 1:n on a screen of `dotsPerInch`.
    [[nodiscard]] double scaleDenominator(double dotsPerInch = 96.0) const;
    [[nodiscard]] Viewport withScale(double denominator, double dotsPerInch = 96.0) const;

    /// Nearest and farthest that is allowed, in metres per pixel.
    static constexpr double kNearest = 0.01;
    static constexpr double kFarthest = 20000.0;

    friend bool operator==(const Viewport&, const Viewport&) = default;
};

} // namespace observo::render
