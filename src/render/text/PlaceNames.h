// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/LabelBoard.h"

#include "observo/core/Progress.h"
#include "observo/geo/VectorLayer.h"
#include "observo/render/Scene.h"
#include "observo/render/Viewport.h"

#include <QPolygonF>

#include <optional>
#include <vector>

namespace observo::render {

/// A stretch of a street straight enough to write on.
struct NameStretch {
    QPointF centre;
    double degrees = 0.0; ///< clockwise, turned so that the text is never upside down
};
/// The straightest stretch of a run that is at least `length` pixels long, nearest to its middle.
[[nodiscard]] std::optional<NameStretch> stretchFor(const QPolygonF& run, double length);

/// The names of a layer that fit: streets along themselves, areas in their middle, points beside. Largest first.
[[nodiscard]] std::vector<PlacedLabel> placeNames(const geo::VectorLayer& layer, LayerStyle style,
                                                  const Viewport& viewport, const Theme& theme, LabelBoard& board,
                                                  const Progress& progress);

} // namespace observo::render
