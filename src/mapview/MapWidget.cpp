// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/mapview/MapWidget.h"

#include "MapWidgetBody.h"

#include "observo/render/Symbols.h"

#include <QPaintEvent>
#include <QPainter>
#include <QResizeEvent>
#include <QShowEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace observo::mapview {
namespace {

/// A single camera is shown with its surroundings.
constexpr double kSmallestFit = 200.0;
constexpr int kHoverEvery = 50; ///< milliseconds

} // namespace

MapWidget::MapWidget(jobs::Jobs& jobs, QWidget* parent) : QWidget(parent), m_body(std::make_unique<Body>(*this, jobs))
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(160, 120);
    setAccessibleName(tr("Map"));
    setAccessibleDescription(tr("Arrow keys move the map, plus and minus zoom, 0 shows everything."));
    m_body->hoverTimer.setSingleShot(true);
    m_body->hoverTimer.setInterval(kHoverEvery);
    connect(&m_body->hoverTimer, &QTimer::timeout, this, [this] { m_body->pickHovered(); });
    m_body->updateCursor();
}

MapWidget::~MapWidget() = default;

const render::Viewport& MapWidget::viewport() const
{
    return m_body->view;
}

void MapWidget::setViewport(const render::Viewport& viewport)
{
    render::Viewport wanted = viewport.resized(size());
    wanted.devicePixelRatio = devicePixelRatioF();
    if (wanted == m_body->view) {
        return;
    }
    if (wanted.epsg != m_body->view.epsg) {
        m_body->useSystem(wanted.epsg);
        m_body->shown.reset();
    }
    m_body->view = wanted;
    m_body->askForPicture();
    update();
    emit viewportChanged(m_body->view);
}

void MapWidget::fit()
{
    geo::MapBox box = m_body->everything();
    if (box.isEmpty()) {
        setViewport(m_body->italy());
        return;
    }
    const MapPoint middle = box.centre();
    box.include(MapPoint{middle.x - kSmallestFit / 2, middle.y - kSmallestFit / 2});
    box.include(MapPoint{middle.x + kSmallestFit / 2, middle.y + kSmallestFit / 2});
    setViewport(m_body->view.fitted(box));
}

void MapWidget::zoomBy(double factor)
{
    m_body->zoomAt(QRectF(rect()).center(), factor);
}

void MapWidget::goTo(LonLat place, double metresPerPixel)
{
    if (!m_body->projection) {
        return;
    }
    const MapPoint point = m_body->projection->project(place);
    if (std::isfinite(point.x) && std::isfinite(point.y)) {
        render::Viewport there = m_body->view;
        there.centre = point;
        there.metresPerPixel = std::min(there.metresPerPixel, metresPerPixel);
        setViewport(there);
    }
}

const render::Scene& MapWidget::scene() const
{
    return m_body->scene;
}

void MapWidget::setScene(render::Scene scene)
{
    m_body->scene = std::move(scene);
    ++m_body->sceneNumber;
    if (m_body->hovered && !m_body->scene.cameras.contains(*m_body->hovered)) {
        m_body->hover(std::nullopt);
    }
    m_body->askForPicture();
    update();
}

void MapWidget::setTool(MapTool* tool)
{
    if (m_body->tool == tool) {
        return;
    }
    if (m_body->tool != nullptr) {
        m_body->tool->deactivate();
    }
    m_body->tool = tool;
    m_body->hand.letGo();
    m_body->toolHolds = Qt::NoButton;
    if (tool != nullptr) {
        tool->activate();
    }
    m_body->updateCursor();
    update();
}

MapTool* MapWidget::tool() const
{
    return m_body->tool;
}

void MapWidget::refreshOverlay()
{
    m_body->updateCursor();
    update();
}

std::optional<LonLat> MapWidget::placeAt(QPointF pixel) const
{
    if (!m_body->projection) {
        return std::nullopt;
    }
    const LonLat place = m_body->projection->unproject(m_body->view.toMap(pixel));
    return isValid(place) ? std::optional(place) : std::nullopt;
}

std::optional<QPointF> MapWidget::pixelOf(LonLat place) const
{
    const MapPoint point = m_body->projection ? m_body->projection->project(place) : MapPoint{NAN, NAN};
    const bool isThere = std::isfinite(point.x) && std::isfinite(point.y);
    return isThere ? std::optional(m_body->view.toPixel(point)) : std::nullopt;
}

bool MapWidget::isUpToDate() const
{
    return m_body->shown && m_body->shown->wish.scene == m_body->sceneNumber &&
           m_body->shown->wish.view == m_body->view;
}

void MapWidget::setEmptyText(const QString& text)
{
    m_body->emptyText = text;
    update();
}

std::optional<CameraId> MapWidget::hovered() const
{
    return m_body->hovered;
}

void MapWidget::paintEvent(QPaintEvent*)
{
    if (m_body->view.devicePixelRatio != devicePixelRatioF()) { // moved to another screen
        m_body->view.devicePixelRatio = devicePixelRatioF();
        m_body->askForPicture();
    }
    QPainter painter(this);
    painter.fillRect(rect(), m_body->theme().ground);
    m_body->paintPicture(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    m_body->paintHovered(painter);
    if (m_body->tool != nullptr) {
        painter.save();
        m_body->tool->paint(painter, m_body->view);
        painter.restore();
    }
    render::drawScaleBar(painter, m_body->view, QRectF(rect()).adjusted(16, 16, -16, -12), m_body->theme());
    m_body->paintEmptyText(painter);
    m_body->paintFocus(painter);
}

void MapWidget::resizeEvent(QResizeEvent*)
{
    setViewport(m_body->view);
}

void MapWidget::showEvent(QShowEvent*)
{
    setViewport(m_body->view);
    m_body->askForPicture();
}

} // namespace observo::mapview
