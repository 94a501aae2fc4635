// SPDX-License-Identifier: GPL-3.0-or-later
#include "SymbolShapes.h"

#include <QRectF>
#include <QTransform>

#include <initializer_list>
#include <utility>

namespace observo::render {
namespace {

constexpr double kBodyRadius = 7.5;

QRectF squareAround(QPointF centre, double half)
{
    return {centre.x() - half, centre.y() - half, 2.0 * half, 2.0 * half};
}

QPainterPath turned(const QPainterPath& path, Degrees azimuth)
{
    return QTransform().rotate(azimuth.value).map(path);
}

SymbolPaths circleWithNose(const SymbolPose& pose)
{
    SymbolPaths paths;
    paths.body.addEllipse(QPointF(), kBodyRadius, kBodyRadius);
    if (pose.direction) {
        QPainterPath nose;
        nose.moveTo(-5.0, -4.5);
        nose.lineTo(0.0, -13.0);
        nose.lineTo(5.0, -4.5);
        nose.closeSubpath();
        paths.body = paths.body.united(turned(nose, *pose.direction));
    }
    return paths;
}

SymbolPaths dome()
{
    SymbolPaths paths;
    constexpr double top = -5.0;
    paths.body.moveTo(-10.0, top);
    paths.body.arcTo(squareAround({0.0, top}, 10.0), 180.0, 180.0);
    paths.body.closeSubpath();
    paths.markAt = {0.0, -0.6};
    paths.markScale = 0.72;
    return paths;
}

SymbolPaths panTiltZoom(const SymbolPose& pose)
{
    SymbolPaths paths;
    paths.body.addEllipse(QPointF(), 6.8, 6.8);
    paths.markScale = 0.9;

    // Without a pan range the arc is left open behind the camera; it says "turns", not how far.
    Degrees from = (pose.direction ? *pose.direction : Degrees{0.0}) - Degrees{135.0};
    double width = 270.0;
    if (pose.hasPanRange()) {
        from = *pose.panFrom;
        width = normalised(*pose.panTo - *pose.panFrom).value;
        width = width == 0.0 ? 360.0 : width;
    }
    const QRectF circle = squareAround({}, 10.8);
    paths.strokes.arcMoveTo(circle, 90.0 - from.value); // Qt: counter-clockwise from three o'clock
    paths.strokes.arcTo(circle, 90.0 - from.value, -width);
    return paths;
}

SymbolPaths doubleCircle()
{
    SymbolPaths paths;
    paths.body.addEllipse(QPointF(), 6.5, 6.5);
    paths.strokes.addEllipse(QPointF(), 10.2, 10.2);
    paths.markScale = 0.85;
    return paths;
}

SymbolPaths square(const SymbolPose& pose)
{
    SymbolPaths paths;
    paths.body.addRect(squareAround({}, 6.8));
    if (pose.direction) {
        paths.strokes.moveTo(-5.5, -11.8);
        paths.strokes.lineTo(5.5, -11.8);
        paths.strokes = turned(paths.strokes, *pose.direction);
    }
    return paths;
}

SymbolPaths thermal()
{
    SymbolPaths paths;
    paths.markAt = {0.0, 3.0};
    paths.body.addEllipse(paths.markAt, 7.0, 7.0);
    paths.markScale = 0.95;
    for (const double x : {-5.0, 0.0, 5.0}) {
        const double lift = x == 0.0 ? -1.2 : 0.0;
        paths.strokes.moveTo(x, -6.2 + lift);
        paths.strokes.cubicTo(x + 2.6, -8.2 + lift, x - 2.6, -9.8 + lift, x, -11.8 + lift);
    }
    return paths;
}

SymbolPaths diamond()
{
    SymbolPaths paths;
    paths.body.moveTo(0.0, -10.5);
    paths.body.lineTo(10.5, 0.0);
    paths.body.lineTo(0.0, 10.5);
    paths.body.lineTo(-10.5, 0.0);
    paths.body.closeSubpath();
    paths.markScale = 0.9;
    return paths;
}

SymbolPaths roundedSquare()
{
    SymbolPaths paths;
    paths.body.addRoundedRect(squareAround({}, 7.8), 3.5, 3.5);
    return paths;
}

QPainterPath wrench()
{
    QPainterPath path;
    path.moveTo(-4.2, 4.2);
    path.lineTo(0.6, -0.6);
    const QRectF jaw = squareAround({2.2, -2.2}, 2.4);
    path.arcMoveTo(jaw, 90.0); // open towards the upper right
    path.arcTo(jaw, 90.0, 270.0);
    return path;
}

void addDot(QPainterPath& path, QPointF at)
{
    path.moveTo(at);
    path.lineTo(at + QPointF(0.01, 0.0)); // a round cap makes it a dot
}

QPainterPath lines(std::initializer_list<std::pair<QPointF, QPointF>> ends)
{
    QPainterPath path;
    for (const auto& [from, to] : ends) {
        path.moveTo(from);
        path.lineTo(to);
    }
    return path;
}

} // namespace

SymbolShape shapeOf(std::string_view type, std::string_view function)
{
    if (type == "bodycam" || type == "dashcam" || type == "drone") {
        return SymbolShape::Mobile;
    }
    if (function == "plate_reading" || function == "access_control") {
        return SymbolShape::Square;
    }
    if (type == "dome_fixed") {
        return SymbolShape::Dome;
    }
    if (type == "ptz") {
        return SymbolShape::Ptz;
    }
    if (type == "fisheye" || type == "multisensor") {
        return SymbolShape::DoubleCircle;
    }
    if (type == "thermal") {
        return SymbolShape::Thermal;
    }
    return type == "trail_camera" ? SymbolShape::Diamond : SymbolShape::CircleNose;
}

bool needsDirection(SymbolShape shape)
{
    return shape != SymbolShape::DoubleCircle && shape != SymbolShape::Mobile;
}

SymbolPaths pathsOf(SymbolShape shape, const SymbolPose& pose)
{
    switch (shape) {
    case SymbolShape::CircleNose:
        return circleWithNose(pose);
    case SymbolShape::Dome:
        return dome();
    case SymbolShape::Ptz:
        return panTiltZoom(pose);
    case SymbolShape::DoubleCircle:
        return doubleCircle();
    case SymbolShape::Square:
        return square(pose);
    case SymbolShape::Thermal:
        return thermal();
    case SymbolShape::Diamond:
        return diamond();
    case SymbolShape::Mobile:
        return roundedSquare();
    }
    return {};
}

QPainterPath questionMark()
{
    QPainterPath path;
    const QRectF bow = squareAround({0.0, -2.2}, 2.4);
    path.arcMoveTo(bow, 180.0);
    path.arcTo(bow, 180.0, -225.0);
    path.quadTo(0.0, 0.6, 0.0, 1.6);
    addDot(path, {0.0, 4.6});
    return path;
}

QPainterPath statusMark(std::string_view status)
{
    if (status == "active") {
        return {};
    }
    if (status == "faulty") {
        QPainterPath path = lines({{{0.0, -4.4}, {0.0, 0.9}}});
        addDot(path, {0.0, 4.3});
        return path;
    }
    if (status == "maintenance") {
        return wrench();
    }
    if (status == "suspended") {
        return lines({{{-2.1, -3.2}, {-2.1, 3.2}}, {{2.1, -3.2}, {2.1, 3.2}}});
    }
    if (status == "planned") {
        return lines({{{-3.6, 0.0}, {3.6, 0.0}}, {{0.0, -3.6}, {0.0, 3.6}}});
    }
    if (status == "decommissioned") {
        return lines({{{-3.0, -3.0}, {3.0, 3.0}}, {{-3.0, 3.0}, {3.0, -3.0}}});
    }
    return questionMark();
}

} // namespace observo::render
