// SPDX-License-Identifier: GPL-3.0-or-later
#include "MapFrame.h"

#include <algorithm>
#include <cmath>

namespace observo::mapview {

render::Viewport oversized(const render::Viewport& view, int margin)
{
    return view.resized(view.size + QSize(2 * margin, 2 * margin));
}

int marginFor(const render::Viewport& view)
{
    return std::max(view.size.width(), view.size.height()) / 4;
}

QRectF placeOf(const render::Viewport& picture, const render::Viewport& view)
{
    const geo::MapBox box = picture.box();
    return {view.toPixel({box.minX, box.maxY}), view.toPixel({box.maxX, box.minY})};
}

bool covers(const render::Viewport& picture, const render::Viewport& view)
{
    const bool isSameScale = picture.epsg == view.epsg && picture.devicePixelRatio == view.devicePixelRatio &&
                             std::abs(picture.metresPerPixel / view.metresPerPixel - 1.0) < 1e-9;
    const QRectF place = placeOf(picture, view);
    return isSameScale && place.adjusted(-0.01, -0.01, 0.01, 0.01).contains(QRectF({0.0, 0.0}, QSizeF(view.size)));
}

} // namespace observo::mapview
