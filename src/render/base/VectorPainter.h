// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/LineCutter.h"

#include "observo/core/Progress.h"
#include "observo/geo/VectorLayer.h"
#include "observo/render/Scene.h"
#include "observo/render/Theme.h"
#include "observo/render/Viewport.h"

#include <QBrush>
#include <QPainter>
#include <QPen>
#include <QPointF>

#include <cstddef>
#include <vector>

namespace observo::render {

/// Draws one vector layer in its style. Footprints are drawn one by one, which Qt does several times faster than one
/// large path; a shape smaller than a pixel becomes a pixel, once.
class VectorPainter {
public:
    VectorPainter(QPainter& painter, const Viewport& viewport, const Theme& theme);

    /// False when the picture was cancelled meanwhile.
    [[nodiscard]] bool draw(const geo::VectorLayer& layer, LayerStyle style, const Progress& progress);

    /// How many shapes were painted, pixels included, since the painter was made.
    [[nodiscard]] std::size_t drawn() const { return m_drawn; }

private:
    using Item = geo::VectorLayer::Item;

    void usePens(LayerStyle style);
    void drawItem(const Item& item, LayerStyle style);
    [[nodiscard]] bool drawAsPixel(const Item& item);
    void drawPoints(const Item& item);
    void drawFill(const Item& item);
    void gatherLines(const Item& item, LayerStyle style);
    void drawGathered(LayerStyle style);
    void strokeRuns(QPen pen, bool isDashed);

    QPainter& m_painter;
    Viewport m_viewport;
    const Theme& m_theme;
    LineCutter m_cutter;
    QPen m_edge;
    QBrush m_fill;
    std::vector<QPointF> m_points;
    std::vector<LineRun> m_runs;
    SeenSegments m_seen;
    std::vector<bool> m_pixels;
    std::size_t m_drawn = 0;
};

} // namespace observo::render
