// SPDX-License-Identifier: GPL-3.0-or-later
#include "systems/LayerArea.h"

#include "systems/OperationChoice.h"

#include "observo/geo/Transform.h"

#include <algorithm>

namespace observo::geo {

namespace {

/// The longitude of Monte Mario: EPSG:4806 counts from there.
double originOf(const Crs& base)
{
    constexpr int kMonteMarioRome = 4806;
    return base.epsg() == kMonteMarioRome ? 12.4523333333333 : 0.0;
}

} // namespace

GeoBox areaOfLayer(const Crs& crs, const MapBox& box)
{
    const auto base = geographicBaseOf(crs);
    const auto down = base ? Transform::between(crs, *base) : fail(base.error());
    GeoBox area;
    if (!down || box.isEmpty()) {
        return area;
    }
    // A grid and not the corners alone: the northern edge of a zone bulges.
    constexpr int kSteps = 8;
    for (int i = 0; i <= kSteps; ++i) {
        for (int j = 0; j <= kSteps; ++j) {
            const auto place =
                down->forward(MapPoint{box.minX + box.width() * i / kSteps, box.minY + box.height() * j / kSteps});
            if (place) {
                area.include(
                    {std::clamp(place->x + originOf(*base), -180.0, 180.0), std::clamp(place->y, -90.0, 90.0)});
            }
        }
    }
    return area;
}

} // namespace observo::geo
