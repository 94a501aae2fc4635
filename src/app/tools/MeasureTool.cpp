// SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/MeasureTool.h"

#include "Appearance.h"
#include "Numbers.h"
#include "tools/AimPainting.h"

#include "observo/geo/Geodesy.h"
#include "observo/mapview/MapWidget.h"

#include <QKeyEvent>

namespace observo::app {

MeasureTool::MeasureTool(mapview::MapWidget& map, QObject* parent) : QObject(parent), m_map(map) {}

void MeasureTool::deactivate()
{
    m_points.clear();
    m_cursor.reset();
    m_ended = false;
    m_map.refreshOverlay();
}

bool MeasureTool::move(const mapview::PointerEvent& event)
{
    if (!m_ended && !m_points.empty()) {
        m_cursor = event.at;
        m_map.refreshOverlay();
    }
    return false;
}

bool MeasureTool::release(const mapview::PointerEvent& event)
{
    if (event.button != Qt::LeftButton) {
        return false;
    }
    if (m_ended) {
        deactivate();
    }
    // The second click of a double click adds no point of its own.
    if (event.isDoubleClick) {
        m_ended = true;
    } else {
        m_points.push_back(event.at);
    }
    m_cursor.reset();
    m_map.refreshOverlay();
    return true;
}

bool MeasureTool::key(QKeyEvent& event)
{
    switch (event.key()) {
    case Qt::Key_Escape:
        if (m_points.empty()) {
            return false;
        }
        deactivate();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        m_ended = true;
        m_cursor.reset();
        m_map.refreshOverlay();
        return true;
    case Qt::Key_Backspace:
        if (!m_points.empty()) {
            m_points.pop_back();
            m_map.refreshOverlay();
        }
        return true;
    default:
        return false;
    }
}

std::vector<LonLat> MeasureTool::way() const
{
    auto points = m_points;
    if (m_cursor) {
        points.push_back(*m_cursor);
    }
    return points;
}

Metres MeasureTool::length() const
{
    Metres sum{};
    const auto points = way();
    for (std::size_t i = 1; i < points.size(); ++i) {
        sum = sum + geo::distanceBetween(points[i - 1], points[i]);
    }
    return sum;
}

QString MeasureTool::legText(LonLat from, LonLat to)
{
    return metresText(geo::distanceBetween(from, to)) + QStringLiteral(" · ") +
           degreesText(geo::azimuthBetween(from, to));
}

void MeasureTool::paint(QPainter& painter, const render::Viewport& viewport)
{
    const auto points = way();
    const QRectF bounds = QRectF(QPointF(), QSizeF(viewport.size)).adjusted(4, 4, -4, -4);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPolygonF line;
    for (const auto& point : points) {
        if (const auto pixel = m_map.pixelOf(point)) {
            line << *pixel;
        }
    }
    painter.setPen(QPen(Qt::white, 5.0));
    painter.drawPolyline(line);
    painter.setPen(QPen(signalColours().accent, 2.0));
    painter.drawPolyline(line);
    painter.setBrush(Qt::white);
    for (qsizetype i = 0; i < line.size(); ++i) {
        painter.drawEllipse(line[i], 4.0, 4.0);
    }
    if (line.size() == static_cast<qsizetype>(points.size()) && points.size() > 1) {
        for (std::size_t i = 1; i < points.size(); ++i) {
            const auto index = static_cast<qsizetype>(i);
            const auto middle = (line[index - 1] + line[index]) / 2;
            paintTag(painter, middle + QPointF(8, -24), legText(points[i - 1], points[i]), bounds);
        }
        if (points.size() > 2) {
            paintTag(painter, line.last() + QPointF(12, 24), tr("total %1").arg(metresText(length())), bounds);
        }
    }
    painter.restore();
}

} // namespace observo::app
