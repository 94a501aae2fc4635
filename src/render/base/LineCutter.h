// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Quantities.h"
#include "observo/geo/Geometry.h"
#include "observo/render/Viewport.h"

#include <QPolygonF>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace observo::render {

/// A visible piece of a line in pixels, and how far from the line's beginning it starts: dashes stay where they are
/// while the map is panned.
struct LineRun {
    QPolygonF points;
    double start = 0.0;
};

/// Segments drawn already. Neighbours share their boundary, and a dashed line drawn twice is no dashed line.
class SeenSegments {
public:
    /// Remembers the segment, in either direction; false when it was there.
    bool insert(MapPoint a, MapPoint b);

private:
    void grow();

    std::vector<std::uint64_t> m_slots; ///< open addressing, 0 is empty
    std::size_t m_used = 0;
};

/// Cuts lines of the map to what the picture shows, in pixels, leaving out points that no pixel shows apart.
class LineCutter {
public:
    /// `border`: how many pixels outside of the picture still count.
    explicit LineCutter(const Viewport& viewport, double border = 24.0);

    /// The visible runs of one line, appended to `runs`. With `seen`, only segments that are new there.
    void cut(std::span<const MapPoint> line, std::vector<LineRun>& runs, SeenSegments* seen = nullptr) const;

private:
    struct Piece {
        double from = 0.0; ///< shares of the segment
        double to = 1.0;
        [[nodiscard]] bool isEmpty() const { return from >= to; }
    };
    [[nodiscard]] Piece visiblePart(MapPoint a, MapPoint b) const;

    Viewport m_viewport;
    geo::MapBox m_window;
};

} // namespace observo::render
