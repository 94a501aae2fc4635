// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/render/Viewport.h"

#include <algorithm>
#include <cmath>

namespace observo::render {
namespace {

constexpr double kMillimetresPerInch = 25.4;

double allowed(double metresPerPixel)
{
    return std::clamp(metresPerPixel, Viewport::kNearest, Viewport::kFarthest);
}

/// What one pixel is on a screen, in metres.
double pixelSize(double dotsPerInch)
{
    return kMillimetresPerInch / 1000.0 / dotsPerInch;
}

} // namespace

QPointF Viewport::toPixel(MapPoint point) const
{
    return {size.width() / 2.0 + (point.x - centre.x) / metresPerPixel,
            size.height() / 2.0 - (point.y - centre.y) / metresPerPixel};
}

MapPoint Viewport::toMap(QPointF pixel) const
{
    return {centre.x + (pixel.x() - size.width() / 2.0) * metresPerPixel,
            centre.y - (pixel.y() - size.height() / 2.0) * metresPerPixel};
}

geo::MapBox Viewport::box() const
{
    const double halfWidth = size.width() / 2.0 * metresPerPixel;
    const double halfHeight = size.height() / 2.0 * metresPerPixel;
    return {centre.x - halfWidth, centre.y - halfHeight, centre.x + halfWidth, centre.y + halfHeight};
}

Viewport Viewport::panned(QPointF pixels) const
{
    Viewport moved = *this;
    moved.centre = {centre.x - pixels.x() * metresPerPixel, centre.y + pixels.y() * metresPerPixel};
    return moved;
}

Viewport Viewport::zoomedAt(QPointF pixel, double factor) const
{
    Viewport zoomed = *this;
    zoomed.metresPerPixel = allowed(metresPerPixel / factor);
    const MapPoint under = toMap(pixel);
    const MapPoint moved = zoomed.toMap(pixel);
    zoomed.centre = {centre.x + under.x - moved.x, centre.y + under.y - moved.y};
    return zoomed;
}

Viewport Viewport::fitted(const geo::MapBox& box, double share) const
{
    if (box.isEmpty() || size.isEmpty()) {
        return *this;
    }
    const double usable = std::max(0.1, 1.0 - 2.0 * share);
    Viewport fitting = *this;
    fitting.centre = box.centre();
    fitting.metresPerPixel =
        allowed(std::max(box.width() / (size.width() * usable), box.height() / (size.height() * usable)));
    return fitting;
}

Viewport Viewport::resized(QSize newSize) const
{
    Viewport other = *this;
    other.size = newSize;
    return other;
}

double Viewport::scaleDenominator(double dotsPerInch) const
{
    return metresPerPixel / pixelSize(dotsPerInch);
}

Viewport Viewport::withScale(double denominator, double dotsPerInch) const
{
    Viewport scaled = *this;
    scaled.metresPerPixel = allowed(denominator * pixelSize(dotsPerInch));
    return scaled;
}

} // namespace observo::render
