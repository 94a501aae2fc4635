// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Quantities.h"
#include "observo/coverage/FieldOfView.h"

#include <QPointF>
#include <QPolygonF>

namespace observo::render {

/// Where and how large a sector stands on screen.
struct SectorFrame {
    QPointF apex;
    double pixelsPerMetre = 1.0; ///< of true ground metres: the grid's scale is in it
    Degrees convergence;
};

/// The sector's outline in pixels: outer arc clockwise, then the near arc backwards or the apex. Arcs are so fine that
/// no chord is more than a seventh of a pixel off.
[[nodiscard]] QPolygonF sectorPolygon(const coverage::ViewSector& view, const SectorFrame& frame);

} // namespace observo::render
