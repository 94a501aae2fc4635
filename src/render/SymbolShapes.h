// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Quantities.h"

#include <QPainterPath>
#include <QPointF>

#include <optional>
#include <string_view>

namespace observo::render {

/// The few shapes that say what kind of camera it is.
enum class SymbolShape { CircleNose, Dome, Ptz, DoubleCircle, Square, Thermal, Diamond, Mobile };

/// Plate readers and gates are squares whatever camera they are made of; otherwise the type decides.
[[nodiscard]] SymbolShape shapeOf(std::string_view type, std::string_view function);
/// Whether a camera of this shape is incomplete without a direction.
[[nodiscard]] bool needsDirection(SymbolShape shape);

/// Where a symbol points: grid azimuths, clockwise from up.
struct SymbolPose {
    std::optional<Degrees> direction;
    std::optional<Degrees> panFrom;
    std::optional<Degrees> panTo;

    [[nodiscard]] bool hasPanRange() const { return panFrom && panTo; }
};

/// A shape in a square of 22 units around the origin, y down: the filled body and the strokes that belong to it.
struct SymbolPaths {
    QPainterPath body;
    QPainterPath strokes;
    QPointF markAt;         ///< where the status mark stands
    double markScale = 1.0; ///< of a mark made for a circle of 7.5 units
};
[[nodiscard]] SymbolPaths pathsOf(SymbolShape shape, const SymbolPose& pose);

/// The mark of a status as a path to stroke: "!", wrench, two bars, "+", "x", "?"; empty for an active camera.
[[nodiscard]] QPainterPath statusMark(std::string_view status);
/// The question mark that stands for an unknown status and, small, for an unknown direction.
[[nodiscard]] QPainterPath questionMark();

} // namespace observo::render
