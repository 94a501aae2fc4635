// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/geo/Transform.h"

#include <limits>
#include <utility>

namespace observo::geo {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

/// A little around the place, so that an operation is judged by where the work is and not by one point on its edge.
GeoBox around(LonLat place)
{
    constexpr double kMargin = 0.05;
    if (!isValid(place)) {
        return {};
    }
    return {place.lon - kMargin, place.lat - kMargin, place.lon + kMargin, place.lat + kMargin};
}

} // namespace

Projection::Projection(int epsg, Transform transform) : m_epsg(epsg), m_transform(std::move(transform)) {}

Result<Projection> Projection::of(int epsg, LonLat near)
{
    const auto crs = Crs::fromEpsg(epsg);
    if (!crs) {
        return fail(crs.error());
    }
    if (crs->isGeographic()) {
        return fail(ErrorCode::UnknownCrs, crs->id() + " (" + crs->name() + ") is in degrees and cannot be drawn in",
                    "choose a projected system, for example EPSG:7791");
    }
    auto transform = Transform::between(Crs::storage(), *crs, around(near));
    if (!transform) {
        return fail(std::move(transform.error()));
    }
    return Projection(epsg, std::move(*transform));
}

MapPoint Projection::project(LonLat place) const
{
    return m_transform.forward(MapPoint{place.lon, place.lat}).value_or(MapPoint{kNaN, kNaN});
}

LonLat Projection::unproject(MapPoint point) const
{
    const auto place = m_transform.backward(point).value_or(MapPoint{kNaN, kNaN});
    return {place.x, place.y};
}

void Projection::project(std::span<MapPoint> lonLats) const
{
    m_transform.forward(lonLats);
}

int Projection::epsg() const
{
    return m_epsg;
}

Projection Projection::clone() const
{
    return {m_epsg, m_transform.clone()};
}

} // namespace observo::geo
