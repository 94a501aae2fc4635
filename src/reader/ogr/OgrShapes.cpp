// SPDX-License-Identifier: GPL-3.0-or-later
#include "ogr/OgrShapes.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace observo::reader {

namespace {

using feed::Shape;

constexpr int kDeepest = 32; // collections in collections of a hostile file
constexpr std::size_t kMostPoints = 3'000'000;

/// The highest dimension in a geometry, and whether there are several.
struct Kinds {
    bool points = false;
    bool lines = false;
    bool polygons = false;

    [[nodiscard]] Shape kept() const
    {
        return polygons ? Shape::Polygons : lines ? Shape::Lines : points ? Shape::Points : Shape::None;
    }
    [[nodiscard]] bool isMixed() const { return (points ? 1 : 0) + (lines ? 1 : 0) + (polygons ? 1 : 0) > 1; }
};

/// Calls `visit` for each simple geometry inside.
template <typename Visit>
void visitSimple(OGRGeometryH geometry, int depth, const Visit& visit)
{
    if (geometry == nullptr || depth > kDeepest || OGR_G_IsEmpty(geometry) != 0) {
        return;
    }
    switch (wkbFlatten(OGR_G_GetGeometryType(geometry))) {
    case wkbPoint:
        visit(geometry, Shape::Points);
        return;
    case wkbLineString:
    case wkbLinearRing:
        visit(geometry, Shape::Lines);
        return;
    case wkbPolygon:
    case wkbTriangle:
        visit(geometry, Shape::Polygons);
        return;
    default:
        break;
    }
    const int count = OGR_G_GetGeometryCount(geometry);
    for (int i = 0; i < count; ++i) {
        visitSimple(OGR_G_GetGeometryRef(geometry, i), depth + 1, visit);
    }
}

void addPart(OGRGeometryH curve, feed::Geometry& to)
{
    const auto count = static_cast<std::size_t>(std::max(0, OGR_G_GetPointCount(curve)));
    const auto before = to.points.size();
    if (before + count > kMostPoints) {
        to.points.resize(kMostPoints + 1); // said by the caller
        return;
    }
    to.points.resize(before + count);
    if (count > 0) {
        constexpr int kStride = static_cast<int>(sizeof(MapPoint));
        OGR_G_GetPoints(curve, &to.points[before].x, kStride, &to.points[before].y, kStride, nullptr, 0);
    }
    to.parts.push_back(static_cast<std::uint32_t>(count));
}

void add(OGRGeometryH simple, feed::Geometry& to)
{
    switch (to.shape) {
    case Shape::Points:
        to.points.push_back({OGR_G_GetX(simple, 0), OGR_G_GetY(simple, 0)});
        return;
    case Shape::Lines:
        addPart(simple, to);
        return;
    default:
        break;
    }
    const int rings = OGR_G_GetGeometryCount(simple);
    for (int i = 0; i < rings; ++i) {
        addPart(OGR_G_GetGeometryRef(simple, i), to);
    }
    to.rings.push_back(static_cast<std::uint32_t>(std::max(0, rings)));
}

void drop(feed::Row& row, const char* why)
{
    row.geometry.clear();
    row.problems.push_back({.weight = feed::Problem::Weight::Loss, .what = why, .row = row.number});
}

} // namespace

Shape shapeOf(OGRwkbGeometryType type)
{
    switch (wkbFlatten(type)) {
    case wkbPoint:
    case wkbMultiPoint:
        return Shape::Points;
    case wkbLineString:
    case wkbMultiLineString:
    case wkbCircularString:
    case wkbCompoundCurve:
    case wkbMultiCurve:
        return Shape::Lines;
    case wkbPolygon:
    case wkbMultiPolygon:
    case wkbCurvePolygon:
    case wkbMultiSurface:
    case wkbTriangle:
    case wkbTIN:
    case wkbPolyhedralSurface:
        return Shape::Polygons;
    case wkbNone:
        return Shape::None;
    default:
        return Shape::Mixed;
    }
}

void takeShape(OGRGeometryH geometry, feed::Row& row)
{
    auto& to = row.geometry;
    to.clear();
    Kinds kinds;
    visitSimple(geometry, 0, [&kinds](OGRGeometryH, Shape shape) {
        kinds.points = kinds.points || shape == Shape::Points;
        kinds.lines = kinds.lines || shape == Shape::Lines;
        kinds.polygons = kinds.polygons || shape == Shape::Polygons;
    });
    to.shape = kinds.kept();
    if (to.shape == Shape::None) {
        return;
    }
    visitSimple(geometry, 0, [&to](OGRGeometryH simple, Shape shape) {
        if (shape == to.shape && to.points.size() <= kMostPoints) {
            add(simple, to);
        }
    });
    if (to.points.size() > kMostPoints) {
        drop(row, "the geometry has more than 3 million points and was left out");
        return;
    }
    const auto isFinite = [](MapPoint p) { return std::isfinite(p.x) && std::isfinite(p.y); };
    if (!std::all_of(to.points.begin(), to.points.end(), isFinite)) {
        drop(row, "a coordinate is not a number; the geometry was left out");
        return;
    }
    if (to.shape == Shape::Points) {
        to.parts.push_back(static_cast<std::uint32_t>(to.points.size()));
        const double height = OGR_G_Is3D(geometry) != 0 && to.points.size() == 1 &&
                                      wkbFlatten(OGR_G_GetGeometryType(geometry)) == wkbPoint
                                  ? OGR_G_GetZ(geometry, 0)
                                  : std::nan("");
        if (std::isfinite(height)) {
            to.height = height;
        }
    }
    if (kinds.isMixed()) {
        row.problems.push_back({.weight = feed::Problem::Weight::Loss,
                                .what = "of a collection of several kinds of geometry only one was kept",
                                .row = row.number});
    }
}

} // namespace observo::reader
