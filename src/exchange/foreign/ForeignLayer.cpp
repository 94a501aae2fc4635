// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/exchange/ForeignLayer.h"

#include "observo/feed/Stream.h"

#include <cstddef>
#include <span>
#include <utility>

namespace observo::exchange {

namespace {

/// Takes the next `count` points from the front.
std::vector<MapPoint> takePart(std::span<const MapPoint>& points, std::size_t count)
{
    std::vector<MapPoint> part(points.begin(), points.begin() + static_cast<std::ptrdiff_t>(count));
    points = points.subspan(count);
    return part;
}

std::vector<geo::Polygon> polygonsOf(const feed::Geometry& geometry)
{
    std::vector<geo::Polygon> polygons;
    std::span<const MapPoint> points(geometry.points);
    std::size_t part = 0;
    for (const auto rings : geometry.rings) {
        geo::Polygon polygon;
        for (std::uint32_t i = 0; i < rings; ++i, ++part) {
            auto ring = takePart(points, geometry.parts[part]);
            if (i == 0) {
                polygon.outer = std::move(ring);
            } else {
                polygon.holes.push_back(std::move(ring));
            }
        }
        polygons.push_back(std::move(polygon));
    }
    return polygons;
}

/// What the file says of itself, without the rows.
ForeignLayer described(const feed::Stream& stream)
{
    ForeignLayer found;
    found.layer = stream.layer().name;
    found.isPicture = stream.file().isPicture;
    for (const auto& layer : stream.file().layers) {
        if (layer.name != found.layer && layer.shape != feed::Shape::None) {
            found.others.push_back(layer.name);
        }
        if (layer.name == found.layer) {
            for (const auto& column : layer.columns) {
                found.attributes.push_back(column.name);
            }
        }
    }
    return found;
}

} // namespace

std::optional<geo::Crs> crsOf(const feed::ReferenceSystem& system)
{
    if (system.evidence == feed::Evidence::None) {
        return std::nullopt;
    }
    auto crs = geo::Crs::fromText(system.id.starts_with("EPSG:") ? system.id : system.wkt);
    return crs ? std::optional(std::move(*crs)) : std::nullopt;
}

geo::Geometry geometryOf(const feed::Geometry& geometry)
{
    switch (geometry.shape) {
    case feed::Shape::Points:
        return geometry.points;
    case feed::Shape::Lines: {
        std::vector<geo::Line> lines;
        std::span<const MapPoint> points(geometry.points);
        for (const auto count : geometry.parts) {
            lines.push_back(takePart(points, count));
        }
        return lines;
    }
    case feed::Shape::Polygons:
        return polygonsOf(geometry);
    default:
        return {};
    }
}

Result<ForeignLayer> loadForeignLayer(const std::filesystem::path& file, const geo::VectorLayer::Options& options,
                                      const Progress& progress)
{
    feed::Request request{.file = file, .layer = options.layer};
    if (options.labelAttribute.empty()) {
        request.noColumns = true;
    } else {
        request.columns = {options.labelAttribute};
    }
    auto stream = feed::Stream::open(request, progress.part(0.0, 0.7));
    if (!stream) {
        return fail(std::move(stream.error()));
    }
    auto found = described(*stream);
    if (found.isPicture) {
        return found;
    }
    feed::Row row;
    auto data = geo::VectorLayer::build({.file = file,
                                         .layer = found.layer,
                                         .crs = crsOf(stream->layer().system),
                                         .next =
                                             [&](geo::Feature& feature) {
                                                 const auto more = stream->next(row);
                                                 feature.row = row.number;
                                                 feature.geometry = geometryOf(row.geometry);
                                                 feature.values = row.values;
                                                 return more;
                                             }},
                                        options, progress);
    if (!data) {
        return fail(std::move(data.error()));
    }
    found.data = std::move(*data);
    found.problems = stream->report().problems;
    return found;
}

} // namespace observo::exchange
