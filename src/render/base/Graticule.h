// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/LabelBoard.h"

#include "observo/geo/Transform.h"
#include "observo/render/Theme.h"
#include "observo/render/Viewport.h"

#include <QPainter>
#include <QPolygonF>
#include <QString>

#include <cstdint>
#include <vector>

namespace observo::render {

/// Meridians and parallels with their figures: what makes a map without base layer a map.
struct Graticule {
    std::vector<QPolygonF> lines;
    std::vector<PlacedLabel> labels;
};

/// Distance of the lines in tenths of a second of arc, so that they stand some 200 pixels apart.
[[nodiscard]] std::int64_t graticuleStep(double metresPerPixel);
/// "7°41′30″ E", with as many parts as `step` needs.
[[nodiscard]] QString meridianText(std::int64_t tenths, std::int64_t step);
[[nodiscard]] QString parallelText(std::int64_t tenths, std::int64_t step);

/// Lines over the whole picture; figures along the upper and the left edge, `inset` pixels inside it.
[[nodiscard]] Graticule graticuleOf(const Viewport& viewport, const geo::Projection& projection, const Theme& theme,
                                    int inset);
void drawGraticule(QPainter& painter, const Graticule& graticule, const Theme& theme);

} // namespace observo::render
