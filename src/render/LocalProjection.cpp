// SPDX-License-Identifier: GPL-3.0-or-later
#include "LocalProjection.h"

#include "observo/geo/Crs.h"

#include <cmath>
#include <map>
#include <optional>
#include <utility>

namespace observo::render {
namespace {

constexpr GeoBox kWholeEarth{-180.0, -90.0, 180.0, 90.0};

std::optional<geo::Projection> makeProjection(int epsg)
{
    const auto crs = geo::Crs::fromEpsg(epsg);
    if (!crs || !crs->isProjected()) {
        return std::nullopt;
    }
    const GeoBox area = crs->areaOfUse();
    const LonLat middle =
        area.isEmpty() ? LonLat{12.5, 42.0} : LonLat{(area.west + area.east) / 2, (area.south + area.north) / 2};
    auto projection = geo::Projection::of(epsg, middle);
    return projection ? std::optional(std::move(*projection)) : std::nullopt;
}

} // namespace

const geo::Projection* projectionFor(int epsg)
{
    // Making one opens PROJ's database: too slow for every picture, and no two threads may share one.
    thread_local std::map<int, std::optional<geo::Projection>> made;
    auto found = made.find(epsg);
    if (found == made.end()) {
        found = made.emplace(epsg, makeProjection(epsg)).first;
    }
    return found->second ? &*found->second : nullptr;
}

geo::GridFactors factorsAt(const geo::Projection& projection, LonLat place)
{
    if (!isValid(place)) {
        return {};
    }
    const geo::GridFactors factors = geo::gridFactors(projection, place);
    const bool isUsable =
        std::isfinite(factors.scale) && std::isfinite(factors.convergence.value) && factors.scale > 0.0;
    return isUsable ? factors : geo::GridFactors{};
}

GeoBox geoBoxOf(const geo::Projection& projection, const geo::MapBox& window)
{
    constexpr int kSteps = 8; // parallels bow: corners alone would cut the middle of an edge
    GeoBox box;
    for (int i = 0; i <= kSteps; ++i) {
        for (int j = 0; j <= kSteps; ++j) {
            const MapPoint point{window.minX + window.width() * i / kSteps, window.minY + window.height() * j / kSteps};
            const LonLat place = projection.unproject(point);
            // Far outside its zone a system may answer with a place that is not there.
            const MapPoint back = isValid(place) ? projection.project(place) : MapPoint{NAN, NAN};
            const double miss = std::hypot(back.x - point.x, back.y - point.y);
            if (!(miss < 1.0)) {
                return kWholeEarth;
            }
            box.include(place);
        }
    }
    const double lon = (box.east - box.west) * 0.01 + 1e-6;
    const double lat = (box.north - box.south) * 0.01 + 1e-6;
    return {box.west - lon, box.south - lat, box.east + lon, box.north + lat};
}

geo::MapBox boxWithBorder(const Viewport& viewport, double pixels)
{
    geo::MapBox box = viewport.box();
    const double metres = pixels * viewport.metresPerPixel;
    return {box.minX - metres, box.minY - metres, box.maxX + metres, box.maxY + metres};
}

} // namespace observo::render
