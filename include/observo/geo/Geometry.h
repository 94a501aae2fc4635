// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Quantities.h"

#include <span>
#include <variant>
#include <vector>

namespace observo::geo {

/// West, south, east, north in a projected system's metres. Empty when minX > maxX.
struct MapBox {
    double minX = 1.0;
    double minY = 1.0;
    double maxX = -1.0;
    double maxY = -1.0;

    [[nodiscard]] constexpr bool isEmpty() const { return minX > maxX || minY > maxY; }
    [[nodiscard]] constexpr double width() const { return isEmpty() ? 0.0 : maxX - minX; }
    [[nodiscard]] constexpr double height() const { return isEmpty() ? 0.0 : maxY - minY; }
    [[nodiscard]] constexpr MapPoint centre() const { return {(minX + maxX) / 2, (minY + maxY) / 2}; }
    [[nodiscard]] constexpr bool contains(MapPoint p) const
    {
        return p.x >= minX && p.x <= maxX && p.y >= minY && p.y <= maxY;
    }
    [[nodiscard]] constexpr bool overlaps(const MapBox& other) const
    {
        return !isEmpty() && !other.isEmpty() && minX <= other.maxX && other.minX <= maxX && minY <= other.maxY &&
               other.minY <= maxY;
    }
    void include(MapPoint point);
    void include(const MapBox& other);

    friend constexpr bool operator==(const MapBox&, const MapBox&) = default;
};

using Line = std::vector<MapPoint>;
/// First and last point are the same.
using Ring = std::vector<MapPoint>;

/// Outer ring and holes. Rings of foreign files may be broken; drawing fills by the even-odd rule.
struct Polygon {
    Ring outer;
    std::vector<Ring> holes;

    friend bool operator==(const Polygon&, const Polygon&) = default;
};

/// Points, lines or polygons, one or many; monostate for a feature without geometry.
using Geometry = std::variant<std::monostate, std::vector<MapPoint>, std::vector<Line>, std::vector<Polygon>>;

[[nodiscard]] MapBox boxOf(const Geometry& geometry);
/// Signed area by the shoelace formula, positive counter-clockwise, in square units of the coordinates.
[[nodiscard]] double areaOf(const Ring& ring);
/// Whether the place lies in the polygon (even-odd; a point on the edge may fall on either side).
[[nodiscard]] bool contains(const Polygon& polygon, MapPoint point);

} // namespace observo::geo
