// SPDX-License-Identifier: GPL-3.0-or-later
#include "SectorOutline.h"

#include "LocalProjection.h"

#include "observo/render/Symbols.h"

#include <algorithm>
#include <cmath>

namespace observo::render {
namespace {

/// Number of chords that draw an arc of a radius in pixels without visible corners.
int chordsOf(double sweep, double radius)
{
    constexpr double kSagitta = 0.15;
    constexpr double kWidest = 6.0 * kPi / 180.0;
    const double step = radius > kSagitta ? 2.0 * std::acos(1.0 - kSagitta / radius) : kWidest;
    return std::max(2, static_cast<int>(std::ceil(sweep / std::min(step, kWidest))));
}

/// An arc about the apex, by grid azimuths in radians.
struct Arc {
    double from = 0.0;
    double sweep = 0.0;
    double radius = 0.0;
    int chords = 2;
};

void append(QPolygonF& outline, QPointF apex, const Arc& arc)
{
    for (int i = 0; i <= arc.chords; ++i) {
        const double azimuth = arc.from + arc.sweep * i / arc.chords;
        outline.append(apex + QPointF(arc.radius * std::sin(azimuth), -arc.radius * std::cos(azimuth)));
    }
}

} // namespace

QPolygonF sectorPolygon(const coverage::ViewSector& view, const SectorFrame& frame)
{
    const double from = radians(view.from - frame.convergence);
    const double sweep = radians({std::min(view.width.value, 360.0)});
    const double outer = view.range.value * frame.pixelsPerMetre;
    const double inner = view.near.value * frame.pixelsPerMetre;
    const int chords = chordsOf(sweep, outer);

    QPolygonF outline;
    outline.reserve(2 * chords + 2);
    append(outline, frame.apex, {from, sweep, outer, chords});
    if (inner > 0.0) {
        append(outline, frame.apex, {from + sweep, -sweep, inner, chords});
    } else if (!view.isFullCircle()) {
        outline.append(frame.apex);
    }
    return outline;
}

QPolygonF sectorOutline(const coverage::ViewSector& view, LonLat place, const Viewport& viewport)
{
    const geo::Projection* projection = projectionFor(viewport.epsg);
    if (projection == nullptr) {
        return {};
    }
    const geo::GridFactors factors = factorsAt(*projection, place);
    return sectorPolygon(view, {.apex = viewport.toPixel(projection->project(place)),
                                .pixelsPerMetre = factors.scale / viewport.metresPerPixel,
                                .convergence = factors.convergence});
}

} // namespace observo::render
