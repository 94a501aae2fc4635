// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/RasterPainter.h"

#include <QImage>
#include <QRectF>

#include <cmath>

namespace observo::render {

QRect devicePixelsOf(const geo::MapBox& extent, const Viewport& viewport)
{
    if (!extent.overlaps(viewport.box())) {
        return {};
    }
    const double ratio = viewport.devicePixelRatio;
    const QRectF area(viewport.toPixel({extent.minX, extent.maxY}) * ratio,
                      viewport.toPixel({extent.maxX, extent.minY}) * ratio);
    const QRectF picture(QPointF(), QSizeF(viewport.size) * ratio);
    return area.intersected(picture).toAlignedRect();
}

Done drawRaster(QPainter& painter, const geo::RasterLayer& layer, const Viewport& viewport, const Progress& progress)
{
    const QRect pixels = devicePixelsOf(layer.extent(), viewport);
    if (pixels.isEmpty()) {
        return done();
    }
    const double ratio = viewport.devicePixelRatio;
    const MapPoint topLeft = viewport.toMap(QPointF(pixels.left(), pixels.top()) / ratio);
    const MapPoint bottomRight =
        viewport.toMap(QPointF(pixels.left() + pixels.width(), pixels.top() + pixels.height()) / ratio);
    const geo::MapBox window{topLeft.x, bottomRight.y, bottomRight.x, topLeft.y};

    const auto picture = layer.render(window, pixels.width(), pixels.height(), progress);
    if (!picture) {
        return fail(picture.error());
    }
    static_assert(sizeof(decltype(picture->pixels)::value_type) == 4);
    QImage image(reinterpret_cast<const uchar*>(picture->pixels.data()), picture->width, picture->height,
                 picture->width * 4, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    painter.drawImage(QPointF(pixels.topLeft()) / ratio, image);
    return done();
}

} // namespace observo::render
