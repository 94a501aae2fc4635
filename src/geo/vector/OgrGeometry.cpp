// SPDX-License-Identifier: GPL-3.0-or-later
#include "vector/OgrGeometry.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

namespace observo::geo {

namespace {

/// The parts of a geometry by kind, before one kind is chosen.
struct Parts {
    std::vector<MapPoint> points;
    std::vector<Line> lines;
    std::vector<Polygon> polygons;
};

std::vector<MapPoint> pointsOf(OGRGeometryH curve)
{
    std::vector<MapPoint> points(static_cast<std::size_t>(std::max(0, OGR_G_GetPointCount(curve))));
    if (!points.empty()) {
        constexpr int kStride = static_cast<int>(sizeof(MapPoint));
        OGR_G_GetPoints(curve, &points.front().x, kStride, &points.front().y, kStride, nullptr, 0);
    }
    return points;
}

Polygon polygonOf(OGRGeometryH polygon)
{
    Polygon made;
    const int rings = OGR_G_GetGeometryCount(polygon);
    for (int i = 0; i < rings; ++i) {
        auto ring = pointsOf(OGR_G_GetGeometryRef(polygon, i));
        if (i == 0) {
            made.outer = std::move(ring);
        } else {
            made.holes.push_back(std::move(ring));
        }
    }
    return made;
}

void collect(OGRGeometryH geometry, Parts& parts, int depth)
{
    constexpr int kDeepest = 32; // collections in collections of a hostile file
    if (geometry == nullptr || depth > kDeepest || OGR_G_IsEmpty(geometry) != 0) {
        return;
    }
    switch (wkbFlatten(OGR_G_GetGeometryType(geometry))) {
    case wkbPoint:
        parts.points.push_back({OGR_G_GetX(geometry, 0), OGR_G_GetY(geometry, 0)});
        return;
    case wkbLineString:
    case wkbLinearRing:
        parts.lines.push_back(pointsOf(geometry));
        return;
    case wkbPolygon:
    case wkbTriangle:
        parts.polygons.push_back(polygonOf(geometry));
        return;
    default:
        break;
    }
    const int count = OGR_G_GetGeometryCount(geometry);
    for (int i = 0; i < count; ++i) {
        collect(OGR_G_GetGeometryRef(geometry, i), parts, depth + 1);
    }
}

bool areFinite(const std::vector<MapPoint>& points)
{
    return std::all_of(points.begin(), points.end(),
                       [](MapPoint p) { return std::isfinite(p.x) && std::isfinite(p.y); });
}

bool isFinite(const Parts& parts)
{
    const auto polygonIsFinite = [](const Polygon& polygon) {
        return areFinite(polygon.outer) && std::all_of(polygon.holes.begin(), polygon.holes.end(), areFinite);
    };
    return areFinite(parts.points) && std::all_of(parts.lines.begin(), parts.lines.end(), areFinite) &&
           std::all_of(parts.polygons.begin(), parts.polygons.end(), polygonIsFinite);
}

} // namespace

ReadGeometry readGeometry(OGRGeometryH geometry)
{
    Parts parts;
    collect(geometry, parts, 0);
    ReadGeometry read;
    if (!isFinite(parts)) {
        read.notFinite = true;
        return read;
    }
    const int kinds = (parts.points.empty() ? 0 : 1) + (parts.lines.empty() ? 0 : 1) + (parts.polygons.empty() ? 0 : 1);
    read.mixed = kinds > 1;
    if (!parts.polygons.empty()) {
        read.geometry = std::move(parts.polygons);
    } else if (!parts.lines.empty()) {
        read.geometry = std::move(parts.lines);
    } else if (!parts.points.empty()) {
        read.geometry = std::move(parts.points);
    }
    return read;
}

} // namespace observo::geo
