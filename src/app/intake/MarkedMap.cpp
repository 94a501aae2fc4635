// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/MarkedMap.h"

#include "Appearance.h"

#include "observo/geo/Crs.h"
#include "observo/geo/Transform.h"

#include <QPainter>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace observo::app {

namespace {

constexpr double kDot = 4.0;
constexpr double kDisc = 10.0;
constexpr double kNearest = 0.1; ///< metres a pixel: two places on one pole are not blown up beyond sense

} // namespace

void MarksTool::paint(QPainter& painter, const render::Viewport& /*viewport*/)
{
    painter.setRenderHint(QPainter::Antialiasing);
    paintLink(painter);
    for (const auto& mark : m_marks) {
        paintMark(painter, mark);
    }
}

void MarksTool::paintLink(QPainter& painter) const
{
    if (m_marks.size() != 2 || m_marks.front().letter.isEmpty()) {
        return;
    }
    const auto from = m_map.pixelOf(m_marks.front().at);
    const auto to = m_map.pixelOf(m_marks.back().at);
    if (from && to) {
        painter.setPen(QPen(signalColours().accent, 1.5, Qt::DashLine));
        painter.drawLine(*from, *to);
    }
}

void MarksTool::paintMark(QPainter& painter, const MapMark& mark) const
{
    const auto at = m_map.pixelOf(mark.at);
    if (!at) {
        return;
    }
    const double radius = mark.letter.isEmpty() ? kDot : kDisc;
    painter.setPen(QPen(Qt::white, 1.5));
    painter.setBrush(signalColours().accent);
    painter.drawEllipse(*at, radius, radius);
    if (!mark.letter.isEmpty()) {
        painter.setPen(Qt::white);
        painter.drawText(QRectF(at->x() - radius, at->y() - radius, 2 * radius, 2 * radius), Qt::AlignCenter,
                         mark.letter);
    }
}

MarkedMap::MarkedMap(jobs::Jobs& jobs, const mapview::MapWidget& like, QWidget* parent)
    : QWidget(parent), m_map(new mapview::MapWidget(jobs, this)), m_tool(*m_map), m_home(like.viewport())
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_map);
    setMinimumSize(240, 160);
    auto scene = like.scene();
    scene.selected.clear();
    scene.hovered.reset();
    scene.preview.reset();
    scene.shown.reset();
    scene.showViews = false;
    m_map->setScene(std::move(scene));
    m_map->setViewport(m_home);
    m_map->setTool(&m_tool);
}

MarkedMap::~MarkedMap()
{
    m_map->setTool(nullptr);
}

void MarkedMap::show(std::vector<MapMark> marks)
{
    m_tool.show(std::move(marks));
    m_hasFitted = false;
    fit();
}

void MarkedMap::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    // The map learns its size after this widget has.
    QTimer::singleShot(0, this, &MarkedMap::fit);
}

void MarkedMap::fit()
{
    if (m_hasFitted || !isVisible()) {
        return;
    }
    m_hasFitted = true;
    geo::MapBox box;
    auto home = m_home;
    if (!m_tool.marks().empty()) {
        // Layers are loaded for one system; without any the map may take that of the places.
        const bool isBound = !m_map->scene().layers.empty();
        home.epsg = isBound ? m_home.epsg : geo::mapSystemFor(m_tool.marks().front().at);
        const auto projection = geo::Projection::of(home.epsg, m_tool.marks().front().at);
        for (const auto& mark : m_tool.marks()) {
            const auto point = projection ? projection->project(mark.at) : MapPoint{std::nan(""), 0.0};
            if (std::isfinite(point.x) && std::isfinite(point.y)) {
                box.include(point);
            }
        }
    }
    if (box.isEmpty()) {
        m_map->setViewport(m_home.resized(m_map->size()));
        return;
    }
    auto viewport = home.resized(m_map->size()).fitted(box, 0.15);
    viewport.metresPerPixel = std::max(viewport.metresPerPixel, kNearest);
    m_map->setViewport(viewport);
    m_map->refreshOverlay();
}

} // namespace observo::app
