// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/Fuzz.h"
#include "geojson/GeoJsonGeometry.h"
#include "geopackage/GeometryBlob.h"

#include "observo/core/Result.h"

#include <cmath>
#include <numeric>

using observo::expects;

namespace {

void isConsistent(const observo::feed::Geometry& geometry)
{
    for (const auto& point : geometry.points) {
        expects(std::isfinite(point.x) && std::isfinite(point.y));
    }
    const auto parts = std::accumulate(geometry.parts.begin(), geometry.parts.end(), std::uint64_t{0});
    if (geometry.shape == observo::feed::Shape::Lines || geometry.shape == observo::feed::Shape::Polygons) {
        expects(parts == geometry.points.size());
    }
    if (geometry.shape == observo::feed::Shape::Polygons) {
        expects(std::accumulate(geometry.rings.begin(), geometry.rings.end(), std::uint64_t{0}) ==
                geometry.parts.size());
    }
}

} // namespace

/// A geometry of a GeoPackage or of GeoJSON, by the first byte, comes whole or as a problem.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0) {
        return 0;
    }
    const auto bytes = observo::test::textOf(data + 1, size - 1);
    observo::feed::Row row;
    if (data[0] % 2U == 0) {
        observo::reader::takeGeometryBlob(bytes, row);
    } else {
        observo::reader::takeGeoJsonGeometry(bytes, row);
    }
    isConsistent(row.geometry);
    return 0;
}
