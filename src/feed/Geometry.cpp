// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/feed/Row.h"

#include <algorithm>

namespace observo::feed {

void Geometry::clear()
{
    shape = Shape::None;
    points.clear();
    parts.clear();
    rings.clear();
    height.reset();
}

bool Geometry::meets(const Box& box) const
{
    if (points.empty()) {
        return false;
    }
    Box own{points[0].x, points[0].y, points[0].x, points[0].y};
    for (const auto point : points) {
        own.minX = std::min(own.minX, point.x);
        own.minY = std::min(own.minY, point.y);
        own.maxX = std::max(own.maxX, point.x);
        own.maxY = std::max(own.maxY, point.y);
    }
    return own.minX <= box.maxX && own.maxX >= box.minX && own.minY <= box.maxY && own.maxY >= box.minY;
}

} // namespace observo::feed
