// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/render/Symbols.h"

#include "Colours.h"
#include "SymbolShapes.h"

#include <QBrush>
#include <QPen>
#include <QTransform>

#include <algorithm>
#include <cmath>

namespace observo::render {
namespace {

/// The units in which shapes are made: 22 of them are the symbol's size.
constexpr double kUnits = 22.0;
/// Half of what a symbol reaches with nose, ring and halo, in the same units.
constexpr double kReach = 18.0;

constexpr double kOutline = 1.0;
constexpr double kHalo = 1.5;
constexpr double kStroke = 1.8;
constexpr double kMark = 1.9;
constexpr double kSelectedRing = 3.0;
constexpr double kHoverRing = 1.5;
constexpr double kRingRadius = 14.0;

QPen roundPen(const QColor& colour, double width)
{
    return {QBrush(colour), width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
}

void drawRing(QPainter& painter, const SymbolLook& look, const Theme& theme)
{
    if (!look.selected && !look.hovered) {
        return;
    }
    const double width = look.selected ? kSelectedRing : kHoverRing;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(roundPen(theme.symbolHalo, width + 2.0));
    painter.drawEllipse(QPointF(), kRingRadius, kRingRadius);
    painter.setPen(roundPen(theme.selection, width));
    painter.drawEllipse(QPointF(), kRingRadius, kRingRadius);
}

void drawHalo(QPainter& painter, const SymbolPaths& paths, const Theme& theme)
{
    painter.strokePath(paths.body, roundPen(theme.symbolHalo, kOutline + 2.0 * kHalo));
    if (!paths.strokes.isEmpty()) {
        painter.strokePath(paths.strokes, roundPen(theme.symbolHalo, kStroke + 2.0 * kHalo));
    }
}

void drawBody(QPainter& painter, const SymbolPaths& paths, const SymbolLook& look, const Theme& theme)
{
    painter.fillPath(paths.body, theme.status(look.status));
    QPen outline = roundPen(theme.symbolEdge, kOutline);
    const bool isMobile = shapeOf(look.type, look.function) == SymbolShape::Mobile;
    if (isMobile || look.status == "planned") {
        outline.setWidthF(1.4); // gaps make a thin line thinner
        outline.setCapStyle(Qt::FlatCap);
        outline.setDashPattern({2.4, 1.6});
    }
    painter.strokePath(paths.body, outline);
    if (!paths.strokes.isEmpty()) {
        painter.strokePath(paths.strokes, roundPen(theme.symbolEdge, kStroke));
    }
}

void drawMark(QPainter& painter, const SymbolPaths& paths, const SymbolLook& look, const Theme& theme)
{
    const QPainterPath mark = statusMark(look.status);
    if (mark.isEmpty()) {
        return;
    }
    const QTransform place =
        QTransform::fromTranslate(paths.markAt.x(), paths.markAt.y()).scale(paths.markScale, paths.markScale);
    painter.strokePath(place.map(mark), roundPen(readableOn(theme.status(look.status)), kMark));
}

void drawUnknownDirection(QPainter& painter, const Theme& theme)
{
    const QPainterPath mark = QTransform::fromTranslate(11.5, -9.0).scale(0.85, 0.85).map(questionMark());
    painter.strokePath(mark, roundPen(theme.symbolHalo, 1.4 + 2.0 * kHalo));
    painter.strokePath(mark, roundPen(theme.symbolEdge, 1.4));
}

bool isDirectionMissing(const SymbolLook& look, SymbolShape shape)
{
    const bool turns = shape == SymbolShape::Ptz && look.panFrom && look.panTo;
    return !look.direction && needsDirection(shape) && !turns;
}

} // namespace

void drawSymbol(QPainter& painter, QPointF at, const SymbolLook& look, const Theme& theme, double size)
{
    const SymbolShape shape = shapeOf(look.type, look.function);
    const SymbolPaths paths = pathsOf(shape, {look.direction, look.panFrom, look.panTo});

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(at);
    painter.scale(size / kUnits, size / kUnits);
    drawRing(painter, look, theme);
    drawHalo(painter, paths, theme);
    drawBody(painter, paths, look, theme);
    drawMark(painter, paths, look, theme);
    if (isDirectionMissing(look, shape)) {
        drawUnknownDirection(painter, theme);
    }
    painter.restore();
}

QImage symbolImage(const SymbolLook& look, const Theme& theme, double size, double devicePixelRatio)
{
    const int side = std::max(1, static_cast<int>(std::ceil(size * devicePixelRatio)));
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(devicePixelRatio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    const double middle = side / devicePixelRatio / 2.0;
    drawSymbol(painter, {middle, middle}, look, theme, size * kUnits / (2.0 * kReach));
    return image;
}

} // namespace observo::render
