// SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/AimPainting.h"

#include "Appearance.h"
#include "Numbers.h"

#include "observo/coverage/FieldOfView.h"
#include "observo/render/Symbols.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainterPath>
#include <QPalette>

#include <algorithm>
#include <cmath>

namespace observo::app {

namespace {

constexpr double kHandle = 6.0;
constexpr double kPadding = 4.0;

void paintOutline(QPainter& painter, const render::Viewport& viewport, const AimPicture& picture)
{
    const auto view = coverage::viewOf(picture.camera);
    if (!view) {
        painter.setPen(QPen(Qt::white, 4.0));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(picture.centre, kAimRing, kAimRing);
        painter.setPen(QPen(signalColours().accent, 1.5, Qt::DashLine));
        painter.drawEllipse(picture.centre, kAimRing, kAimRing);
        return;
    }
    const auto outline = render::sectorOutline(*view, picture.camera.position, viewport);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Qt::white, 3.5));
    painter.drawPolygon(outline);
    painter.setPen(QPen(signalColours().accent, 1.5, view->isAssumed() ? Qt::DashLine : Qt::SolidLine));
    painter.drawPolygon(outline);
}

void paintHandle(QPainter& painter, const HandlePixel& handle, bool active, bool hovered)
{
    const double size = hovered ? kHandle + 1.5 : kHandle;
    painter.setPen(QPen(QColor(0x1D, 0x25, 0x30), 1.5));
    painter.setBrush(active ? signalColours().accent : QColor(Qt::white));
    const QRectF box(handle.at.x() - size, handle.at.y() - size, 2 * size, 2 * size);
    // Shape tells what it moves: a circle turns, a square widens, a diamond tilts.
    switch (handle.handle) {
    case Handle::Axis:
        painter.drawEllipse(box);
        break;
    case Handle::LeftEdge:
    case Handle::RightEdge:
        painter.drawRect(box.adjusted(1, 1, -1, -1));
        break;
    case Handle::Near:
        painter.drawPolygon(QPolygonF({{handle.at.x(), handle.at.y() - size},
                                       {handle.at.x() + size, handle.at.y()},
                                       {handle.at.x(), handle.at.y() + size},
                                       {handle.at.x() - size, handle.at.y()}}));
        break;
    }
}

QString say(const char* english)
{
    return QCoreApplication::translate("AimPainting", english);
}

QString widthReadout(const Camera& camera)
{
    const auto view = coverage::viewOf(camera);
    const auto width = camera.hfov ? *camera.hfov : view ? view->width : coverage::assumedWidth(camera.type);
    const auto text = QCoreApplication::translate("AimPainting", "width %1").arg(degreesText(width));
    constexpr double kTouch = 0.05;
    if (const auto limits = lensLimits(camera)) {
        if (width.value >= limits->widest.value - kTouch) {
            return text + QStringLiteral(" · ") + say(QT_TRANSLATE_NOOP("AimPainting", "the lens ends here (widest)"));
        }
        if (width.value <= limits->narrowest.value + kTouch) {
            return text + QStringLiteral(" · ") + say(QT_TRANSLATE_NOOP("AimPainting", "the lens ends here (longest)"));
        }
    }
    return text;
}

} // namespace

QString aimReadout(const Camera& camera, Handle active)
{
    if (active == Handle::LeftEdge || active == Handle::RightEdge) {
        return widthReadout(camera);
    }
    if (active == Handle::Near) {
        const auto tilt = camera.tilt ? degreesText(*camera.tilt) : QStringLiteral("?");
        return QCoreApplication::translate("AimPainting", "tilt %1").arg(tilt);
    }
    const auto view = coverage::viewOf(camera);
    if (!view) {
        return say(QT_TRANSLATE_NOOP("AimPainting", "drag around the camera to aim it"));
    }
    auto text = camera.direction ? degreesText(*camera.direction) : QStringLiteral("360°");
    text += QStringLiteral(" · ") + metresText(view->range);
    if (view->rangeAssumed) {
        text += QLatin1Char(' ') + say(QT_TRANSLATE_NOOP("AimPainting", "(assumed)"));
    }
    if (const auto density = densityAtRange(camera)) {
        text += QStringLiteral(" · ") + numberText(std::round(density->value), 0) + QStringLiteral(" px/m");
    }
    return text;
}

void paintTag(QPainter& painter, QPointF at, const QString& text, const QRectF& bounds)
{
    const QFontMetricsF metrics(painter.font());
    QRectF box(at.x(), at.y(), metrics.horizontalAdvance(text) + 2 * kPadding, metrics.height() + kPadding);
    box.moveLeft(std::clamp(box.left(), bounds.left(), std::max(bounds.left(), bounds.right() - box.width())));
    box.moveTop(std::clamp(box.top(), bounds.top(), std::max(bounds.top(), bounds.bottom() - box.height())));
    const auto palette = QGuiApplication::palette();
    painter.setPen(QPen(signalColours().line, 1.0));
    painter.setBrush(palette.color(QPalette::Base));
    painter.drawRoundedRect(box, 3, 3);
    painter.setPen(palette.color(QPalette::Text));
    painter.drawText(box, Qt::AlignCenter, text);
}

void paintAim(QPainter& painter, const render::Viewport& viewport, const AimPicture& picture)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintOutline(painter, viewport, picture);
    QPointF tagged = picture.centre + QPointF(kAimRing, -kAimRing);
    for (const auto& handle : picture.handles) {
        const bool active = picture.isBusy && handle.handle == picture.active;
        paintHandle(painter, handle, active, picture.hovered == handle.handle);
        if (handle.handle == picture.active) {
            tagged = handle.at + QPointF(2 * kHandle, -3 * kHandle);
        }
    }
    if (picture.isBusy || picture.hovered || picture.handles.empty()) {
        paintTag(painter, tagged, picture.readout, QRectF(QPointF(), QSizeF(viewport.size)).adjusted(4, 4, -4, -4));
    }
    painter.restore();
}

} // namespace observo::app
