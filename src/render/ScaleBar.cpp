// SPDX-License-Identifier: GPL-3.0-or-later
#include "LocalProjection.h"
#include "text/Lettering.h"

#include "observo/render/Symbols.h"

#include <QLocale>
#include <QPainterPath>
#include <QPen>
#include <QTransform>

#include <algorithm>
#include <cmath>

namespace observo::render {
namespace {

constexpr double kLongest = 160.0;
constexpr double kBarHeight = 5.0;
constexpr double kArrowBox = 30.0;

geo::GridFactors factorsAtCentre(const Viewport& viewport)
{
    const geo::Projection* projection = projectionFor(viewport.epsg);
    return projection == nullptr ? geo::GridFactors{} : factorsAt(*projection, projection->unproject(viewport.centre));
}

QString lengthText(double metres)
{
    const QLocale locale;
    if (metres >= 1000.0) {
        return locale.toString(metres / 1000.0, 'g', 6) + QStringLiteral(" km");
    }
    return metres >= 1.0 ? locale.toString(metres, 'g', 6) + QStringLiteral(" m")
                         : locale.toString(metres * 100.0, 'g', 6) + QStringLiteral(" cm");
}

void drawNorthArrow(QPainter& painter, QPointF centre, Degrees convergence, const Theme& theme)
{
    painter.save();
    painter.translate(centre);
    painter.rotate(-convergence.value); // grid azimuth of true north
    QPainterPath arrow;
    arrow.moveTo(0.0, -12.0);
    arrow.lineTo(6.0, 9.0);
    arrow.lineTo(0.0, 5.0);
    arrow.lineTo(-6.0, 9.0);
    arrow.closeSubpath();
    QPainterPath eastHalf;
    eastHalf.moveTo(0.0, -12.0);
    eastHalf.lineTo(6.0, 9.0);
    eastHalf.lineTo(0.0, 5.0);
    eastHalf.closeSubpath();
    painter.strokePath(arrow, {theme.halo, 4.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin});
    painter.fillPath(arrow, theme.halo);
    painter.fillPath(eastHalf, theme.text);
    painter.strokePath(arrow, {theme.text, 1.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin});
    drawLettering(painter, {0.0, -20.0},
                  {.text = QStringLiteral("N"), .bold = true, .colour = theme.text, .halo = theme.halo}, 360.0);
    painter.restore();
}

void drawBar(QPainter& painter, QRectF bar, const Theme& theme)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.halo);
    painter.drawRect(bar.adjusted(-2.0, -2.0, 2.0, 2.0));
    painter.setPen(QPen(theme.text, 1.0));
    painter.drawRect(bar);
    painter.fillRect(QRectF(bar.left(), bar.top(), bar.width() / 2.0, bar.height()), theme.text);
}

} // namespace

double scaleBarLength(const Viewport& viewport, double maxPixels)
{
    const double longest = maxPixels * viewport.metresPerPixel / factorsAtCentre(viewport).scale;
    const double power = std::pow(10.0, std::floor(std::log10(longest)));
    const double digits = longest / power;
    return (digits >= 5.0 ? 5.0 : digits >= 2.0 ? 2.0 : 1.0) * power;
}

void drawScaleBar(QPainter& painter, const Viewport& viewport, QRectF area, const Theme& theme)
{
    const geo::GridFactors factors = factorsAtCentre(viewport);
    const double metres = scaleBarLength(viewport, std::min(kLongest, area.width() - kArrowBox - 24.0));
    const double length = std::round(metres * factors.scale / viewport.metresPerPixel);

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const Lettering end{.text = lengthText(metres), .size = TextSize::Small, .colour = theme.text, .halo = theme.halo};
    const Lettering start{
        .text = QStringLiteral("0"), .size = TextSize::Small, .colour = theme.text, .halo = theme.halo};
    // The last figure stands under the bar's end and must stay clear of the arrow.
    const double right = std::round(area.right() - kArrowBox - sizeOf(end).width() / 2.0) + 0.5;
    const double figures = sizeOf(end).height();
    const QRectF bar(right - length, std::round(area.bottom() - figures - kBarHeight) - 0.5, length, kBarHeight);
    drawBar(painter, bar, theme);
    const double baseline = bar.bottom() + figures / 2.0 + 1.0;
    drawLettering(painter, {bar.left(), baseline}, start);
    drawLettering(painter, {bar.right(), baseline}, end);
    drawNorthArrow(painter, {area.right() - kArrowBox / 2.0, area.bottom() - 15.0}, factors.convergence, theme);
    painter.restore();
}

} // namespace observo::render
