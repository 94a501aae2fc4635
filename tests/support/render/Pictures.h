// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Camera.h"
#include "observo/core/Inventory.h"
#include "observo/geo/VectorLayer.h"
#include "observo/render/MapPainter.h"
#include "observo/render/Scene.h"
#include "observo/render/Viewport.h"

#include <QColor>
#include <QImage>
#include <QPointF>

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace observo::test {

inline constexpr LonLat kTorino{7.6869, 45.0703};

/// UTM 32 of RDN2008 with a place in the middle.
[[nodiscard]] render::Viewport viewportAt(LonLat place, double metresPerPixel, QSize size = {400, 300});
[[nodiscard]] Inventory inventoryOf(std::span<const Camera> cameras);
/// `count` cameras of every type, status and direction, spread over a box; the same for the same count and box.
[[nodiscard]] Inventory manyCameras(std::size_t count, const GeoBox& box);
/// A scene of the cameras and nothing else: no graticule, no labels.
[[nodiscard]] render::Scene bareScene(Inventory cameras);

/// Paints and stops the test when that fails.
[[nodiscard]] render::MapPicture painted(const render::Scene& scene, const render::Viewport& viewport);
/// A vector layer from the features of a GeoJSON text, in longitude and latitude.
[[nodiscard]] std::shared_ptr<const geo::VectorLayer> layerOf(std::string_view features,
                                                              std::string_view labelAttribute = "", int epsg = 7791);

[[nodiscard]] QColor colourAt(const QImage& image, QPointF pixel);
/// Whether two colours differ by no more than `tolerance` in each channel.
[[nodiscard]] bool isLike(const QColor& a, const QColor& b, int tolerance = 12);
/// How many pixels of the image are like a colour.
[[nodiscard]] int countLike(const QImage& image, const QColor& colour, int tolerance = 12);

/// The share of pixels that differ visibly from tests/data/render/<name>.png; 1 when size or file do not fit. With
/// OBSERVO_UPDATE_GOLDEN set the file is written instead and the answer is 0.
[[nodiscard]] double differenceFromGolden(const QImage& image, std::string_view name);

} // namespace observo::test
