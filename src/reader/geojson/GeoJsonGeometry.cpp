// SPDX-License-Identifier: GPL-3.0-or-later
#include "geojson/GeoJsonGeometry.h"

#include "geojson/JsonText.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>

namespace observo::reader {

namespace {

using feed::Shape;

constexpr std::size_t kMostPoints = 3'000'000;
constexpr int kDeepest = 16;

/// A type of geometry: its shape, and how deep its positions lie in arrays.
struct Kind {
    std::string_view type;
    Shape shape;
    int depth;
};
constexpr std::array kKinds = {Kind{"\"Point\"", Shape::Points, 0},
                               Kind{"\"MultiPoint\"", Shape::Points, 1},
                               Kind{"\"LineString\"", Shape::Lines, 1},
                               Kind{"\"MultiLineString\"", Shape::Lines, 2},
                               Kind{"\"Polygon\"", Shape::Polygons, 2},
                               Kind{"\"MultiPolygon\"", Shape::Polygons, 3},
                               Kind{"\"GeometryCollection\"", Shape::Mixed, 0}};

/// The members that make a geometry.
struct Parts {
    const Kind* kind = nullptr;
    std::string_view coordinates;
    std::string_view geometries;
};

Parts partsOfGeometry(std::string_view text)
{
    Parts parts;
    JsonCursor cursor(text);
    std::string key;
    if (!cursor.take('{')) {
        return parts;
    }
    while (cursor.nextKey(key)) {
        const auto value = cursor.value();
        if (key == "type") {
            const auto* const found =
                std::find_if(kKinds.begin(), kKinds.end(), [value](const Kind& kind) { return kind.type == value; });
            parts.kind = found == kKinds.end() ? nullptr : found;
        } else if (key == "coordinates") {
            parts.coordinates = value;
        } else if (key == "geometries") {
            parts.geometries = value;
        }
    }
    return cursor.isGood() ? parts : Parts();
}

/// Gathers the geometries of one kind each.
class Gatherer {
public:
    void geometry(std::string_view text, int depth)
    {
        const auto parts = partsOfGeometry(text);
        if (parts.kind == nullptr || depth > kDeepest) {
            m_isGood = false;
        } else if (parts.kind->shape == Shape::Mixed) {
            collection(parts.geometries, depth);
        } else {
            simple(*parts.kind, parts.coordinates);
        }
    }

    [[nodiscard]] bool isGood() const { return m_isGood; }
    [[nodiscard]] bool isTooLarge() const { return m_count > kMostPoints; }
    [[nodiscard]] bool isMixed() const
    {
        return (m_points.points.empty() ? 0 : 1) + (m_lines.points.empty() ? 0 : 1) +
                   (m_polygons.points.empty() ? 0 : 1) >
               1;
    }
    feed::Geometry keep()
    {
        if (!m_polygons.points.empty()) {
            m_polygons.shape = Shape::Polygons;
            return std::move(m_polygons);
        }
        if (!m_lines.points.empty()) {
            m_lines.shape = Shape::Lines;
            return std::move(m_lines);
        }
        if (!m_points.points.empty()) {
            m_points.shape = Shape::Points;
            m_points.parts = {static_cast<std::uint32_t>(m_points.points.size())};
            if (m_points.points.size() > 1) {
                m_points.height.reset();
            }
        }
        return std::move(m_points);
    }

private:
    void collection(std::string_view geometries, int depth)
    {
        JsonCursor cursor(geometries);
        m_isGood = m_isGood && cursor.take('[');
        while (m_isGood && cursor.nextItem()) {
            geometry(cursor.value(), depth + 1);
        }
        m_isGood = m_isGood && cursor.isGood();
    }

    void simple(const Kind& kind, std::string_view coordinates)
    {
        JsonCursor cursor(coordinates);
        auto& to = kind.shape == Shape::Points ? m_points : kind.shape == Shape::Lines ? m_lines : m_polygons;
        if (kind.shape == Shape::Points && kind.depth == 0) {
            position(cursor, to);
        } else if (kind.shape == Shape::Points) {
            run(cursor, to);
        } else {
            nested(cursor, kind.depth, to);
            if (kind.depth == 2 && kind.shape == Shape::Polygons) {
                closeRings(to);
            }
        }
        m_isGood = m_isGood && cursor.isGood();
    }

    /// Arrays in arrays down to runs of positions; a polygon of several is closed behind its rings.
    void nested(JsonCursor& cursor, int depth, feed::Geometry& to)
    {
        if (depth == 1) {
            const auto before = to.points.size();
            run(cursor, to);
            to.parts.push_back(static_cast<std::uint32_t>(to.points.size() - before));
            return;
        }
        if (!cursor.take('[')) {
            cursor.spoil();
            return;
        }
        while (cursor.nextItem()) {
            nested(cursor, depth - 1, to);
            if (depth == 3) {
                closeRings(to);
            }
        }
    }

    void closeRings(feed::Geometry& to)
    {
        to.rings.push_back(static_cast<std::uint32_t>(to.parts.size() - m_closedParts));
        m_closedParts = to.parts.size();
    }

    void run(JsonCursor& cursor, feed::Geometry& to)
    {
        if (!cursor.take('[')) {
            cursor.spoil();
            return;
        }
        while (cursor.nextItem()) {
            position(cursor, to);
        }
    }

    void position(JsonCursor& cursor, feed::Geometry& to)
    {
        std::array<double, 3> numbers = {std::nan(""), std::nan(""), std::nan("")};
        std::size_t count = 0;
        if (!cursor.take('[')) {
            cursor.spoil();
            return;
        }
        while (cursor.nextItem()) {
            const double number = cursor.number();
            if (count < numbers.size()) {
                numbers[count] = number;
            }
            ++count;
        }
        if (!cursor.isGood() || count == 0) { // an empty array is an empty point
            return;
        }
        // One number alone is no place: kept as none, so that the whole geometry is dropped.
        m_isGood = m_isGood && count >= 2;
        if (++m_count <= kMostPoints) {
            to.points.push_back({numbers[0], numbers[1]});
            to.height = count >= 3 && std::isfinite(numbers[2]) ? std::optional(numbers[2]) : std::nullopt;
        }
    }

    feed::Geometry m_points;
    feed::Geometry m_lines;
    feed::Geometry m_polygons;
    std::size_t m_closedParts = 0;
    std::size_t m_count = 0;
    bool m_isGood = true;
};

void drop(feed::Row& row, const char* why)
{
    row.geometry.clear();
    row.problems.push_back({.weight = feed::Problem::Weight::Loss, .what = why, .row = row.number});
}

} // namespace

Shape shapeOfGeoJson(std::string_view text)
{
    const auto parts = partsOfGeometry(text);
    return parts.kind == nullptr ? Shape::None : parts.kind->shape;
}

void takeGeoJsonGeometry(std::string_view text, feed::Row& row)
{
    row.geometry.clear();
    if (text.empty() || text == "null") {
        return;
    }
    Gatherer gatherer;
    gatherer.geometry(text, 0);
    if (!gatherer.isGood()) {
        drop(row, "the geometry makes no sense and was left out");
        return;
    }
    if (gatherer.isTooLarge()) {
        drop(row, "the geometry has more than 3 million points and was left out");
        return;
    }
    const bool isMixed = gatherer.isMixed();
    row.geometry = gatherer.keep();
    if (row.geometry.shape != Shape::Points) {
        row.geometry.height.reset();
    }
    const auto isFinite = [](MapPoint p) { return std::isfinite(p.x) && std::isfinite(p.y); };
    if (!std::all_of(row.geometry.points.begin(), row.geometry.points.end(), isFinite)) {
        drop(row, "a coordinate is not a number; the geometry was left out");
    } else if (isMixed) {
        row.problems.push_back({.weight = feed::Problem::Weight::Loss,
                                .what = "of a collection of several kinds of geometry only one was kept",
                                .row = row.number});
    }
}

} // namespace observo::reader
