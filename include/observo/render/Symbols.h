// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Inventory.h"
#include "observo/coverage/FieldOfView.h"
#include "observo/render/Theme.h"
#include "observo/render/Viewport.h"

#include <QImage>
#include <QPainter>
#include <QPointF>
#include <QPolygonF>
#include <QRectF>

#include <optional>
#include <string_view>

namespace observo::render {

/// What decides how a camera's symbol looks: shape says type, fill and mark say status.
struct SymbolLook {
    std::string_view type;
    std::string_view function;
    std::string_view status;
    std::optional<Degrees> direction; ///< on screen: grid azimuth
    std::optional<Degrees> panFrom{}; ///< on screen, clockwise to panTo; what a PTZ's outer arc spans
    std::optional<Degrees> panTo{};
    bool selected = false;
    bool hovered = false;
};

/// Draws a symbol of `size` pixels centred at `at`.
void drawSymbol(QPainter& painter, QPointF at, const SymbolLook& look, const Theme& theme, double size = 22.0);
/// The same as a small transparent picture, for tables, legends and buttons.
[[nodiscard]] QImage symbolImage(const SymbolLook& look, const Theme& theme, double size, double devicePixelRatio);

/// A field of view on screen in true ground metres: `at` is the camera on the map, scale and convergence are taken at
/// its place. Outer arc, then the near arc or the apex.
[[nodiscard]] QPolygonF sectorOutline(const coverage::ViewSector& view, LonLat place, const Viewport& viewport);

/// Bar with round lengths and the north arrow, as the map's corner shows them.
void drawScaleBar(QPainter& painter, const Viewport& viewport, QRectF area, const Theme& theme);
/// The round length (1, 2 or 5 times a power of ten, metres) that fits in `maxPixels`.
[[nodiscard]] double scaleBarLength(const Viewport& viewport, double maxPixels);

} // namespace observo::render
