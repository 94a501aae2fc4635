// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/geo/Geometry.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <type_traits>

namespace observo::geo {

namespace {

bool crossesOddly(const Ring& ring, MapPoint point)
{
    bool inside = false;
    for (std::size_t i = 0, before = ring.size() - 1; i < ring.size(); before = i++) {
        const auto a = ring[before];
        const auto b = ring[i];
        if ((a.y > point.y) != (b.y > point.y) && point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x) {
            inside = !inside;
        }
    }
    return inside;
}

MapBox boxOfPart(MapPoint point)
{
    MapBox box;
    box.include(point);
    return box;
}

MapBox boxOfPart(const Line& line)
{
    MapBox box;
    for (const auto point : line) {
        box.include(point);
    }
    return box;
}

MapBox boxOfPart(const Polygon& polygon)
{
    return boxOfPart(polygon.outer);
}

} // namespace

void MapBox::include(MapPoint point)
{
    if (std::isfinite(point.x) && std::isfinite(point.y)) {
        include(MapBox{point.x, point.y, point.x, point.y});
    }
}

void MapBox::include(const MapBox& other)
{
    if (other.isEmpty()) {
        return;
    }
    if (isEmpty()) {
        *this = other;
        return;
    }
    minX = std::min(minX, other.minX);
    minY = std::min(minY, other.minY);
    maxX = std::max(maxX, other.maxX);
    maxY = std::max(maxY, other.maxY);
}

MapBox boxOf(const Geometry& geometry)
{
    MapBox box;
    std::visit(
        [&box](const auto& parts) {
            if constexpr (!std::is_same_v<std::decay_t<decltype(parts)>, std::monostate>) {
                for (const auto& part : parts) {
                    box.include(boxOfPart(part));
                }
            }
        },
        geometry);
    return box;
}

double areaOf(const Ring& ring)
{
    double twice = 0.0;
    // Relative to the first point: products of two UTM northings would eat the centimetres.
    for (std::size_t i = 1; i + 1 < ring.size(); ++i) {
        const double ax = ring[i].x - ring.front().x;
        const double ay = ring[i].y - ring.front().y;
        const double bx = ring[i + 1].x - ring.front().x;
        const double by = ring[i + 1].y - ring.front().y;
        twice += ax * by - bx * ay;
    }
    return twice / 2.0;
}

bool contains(const Polygon& polygon, MapPoint point)
{
    bool inside = !polygon.outer.empty() && crossesOddly(polygon.outer, point);
    for (const auto& hole : polygon.holes) {
        if (!hole.empty() && crossesOddly(hole, point)) {
            inside = !inside;
        }
    }
    return inside;
}

} // namespace observo::geo
