// SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/SelectTool.h"

#include "Appearance.h"
#include "Numbers.h"
#include "desk/Workbench.h"
#include "tools/AimPainting.h"

#include "observo/core/Edits.h"
#include "observo/geo/Geodesy.h"
#include "observo/mapview/MapWidget.h"
#include "observo/render/MapPainter.h"

#include <QKeyEvent>
#include <QLineF>

#include <utility>

namespace observo::app {

namespace {

/// Pixels a hand may shake in a click before it is a drag.
constexpr double kClick = 5.0;

} // namespace

SelectTool::SelectTool(Workbench& workbench, mapview::MapWidget& map, QObject* parent)
    : QObject(parent), m_workbench(workbench), m_map(map), m_aim(workbench, map)
{}

void SelectTool::deactivate()
{
    m_held.reset();
    m_box.reset();
    m_moving = false;
    m_aim.deactivate();
}

std::optional<CameraId> SelectTool::cameraAt(QPointF pixel) const
{
    const auto found = render::camerasAt(m_map.scene(), m_map.viewport(), pixel);
    return found.empty() ? std::nullopt : std::optional(found.front());
}

bool SelectTool::press(const mapview::PointerEvent& event)
{
    if (event.button != Qt::LeftButton || !m_workbench.isOpen()) {
        return false;
    }
    m_pressed = event.pixel;
    if (m_aim.press(event)) {
        return true;
    }
    if (event.modifiers.testFlag(Qt::ShiftModifier)) {
        m_box = QRectF(event.pixel, event.pixel);
        return true;
    }
    const auto id = cameraAt(event.pixel);
    if (!id) {
        return false;
    }
    auto& selection = m_workbench.selection();
    if (event.modifiers.testFlag(Qt::ControlModifier)) {
        selection.toggle(*id);
        return true;
    }
    selection.choose(*id);
    if (auto camera = m_workbench.camera(*id)) {
        m_grip = event.pixel - m_map.pixelOf(camera->position).value_or(event.pixel);
        m_held = std::move(*camera);
    }
    return true;
}

bool SelectTool::move(const mapview::PointerEvent& event)
{
    if (m_box) {
        m_box->setBottomRight(event.pixel);
        m_map.refreshOverlay();
        return true;
    }
    if (m_held && event.buttons.testFlag(Qt::LeftButton)) {
        dragCamera(event);
        return true;
    }
    return m_aim.move(event);
}

void SelectTool::dragCamera(const mapview::PointerEvent& event)
{
    if (!m_workbench.isWritable() || (!m_moving && QLineF(m_pressed, event.pixel).length() < kClick)) {
        return;
    }
    m_moving = true;
    m_workbench.prepare();
    if (const auto place = m_map.placeAt(event.pixel - m_grip)) {
        auto moved = *m_held;
        moved.position = *place;
        m_workbench.setPreview(std::move(moved));
    }
    m_map.refreshOverlay();
}

bool SelectTool::release(const mapview::PointerEvent& event)
{
    if (m_box) {
        finishBox();
        return true;
    }
    if (m_held) {
        finishMove();
        return true;
    }
    if (m_aim.release(event)) {
        return true;
    }
    // A click on nothing lets go of what was chosen; a pan is no click and does not come here.
    if (event.button == Qt::LeftButton && !event.modifiers.testFlag(Qt::ControlModifier)) {
        m_workbench.selection().clear();
    }
    return false;
}

void SelectTool::finishMove()
{
    const auto held = std::exchange(m_held, std::nullopt);
    if (!std::exchange(m_moving, false)) {
        return;
    }
    const auto tried = m_workbench.preview();
    m_workbench.setPreview(std::nullopt);
    // As it is now: an edit made before the gesture may have been saved during it.
    const auto stored = m_workbench.camera(held->id);
    if (tried && stored) {
        m_workbench.perform(moveCamera(*stored, tried->position, "map_click"));
    }
}

void SelectTool::finishBox()
{
    const auto box = std::exchange(m_box, std::nullopt)->normalized();
    const auto ids = render::camerasIn(m_map.scene(), m_map.viewport(), box);
    m_workbench.selection().set({ids.begin(), ids.end()});
    m_map.refreshOverlay();
}

bool SelectTool::key(QKeyEvent& event)
{
    if (event.key() == Qt::Key_Escape && (m_moving || m_box)) {
        m_held.reset();
        m_box.reset();
        m_moving = false;
        m_workbench.setPreview(std::nullopt);
        m_map.refreshOverlay();
        return true;
    }
    return m_aim.key(event);
}

void SelectTool::paint(QPainter& painter, const render::Viewport& viewport)
{
    if (m_moving && m_workbench.preview()) {
        const auto way = geo::distanceBetween(m_held->position, m_workbench.preview()->position);
        const auto at = m_map.pixelOf(m_workbench.preview()->position).value_or(m_pressed);
        paintTag(painter, at + QPointF(18, -28), metresText(way), QRectF(QPointF(), QSizeF(viewport.size)));
        return;
    }
    if (m_box) {
        painter.setPen(QPen(signalColours().accent, 1.5, Qt::DashLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(m_box->normalized());
    }
    m_aim.paint(painter, viewport);
}

QCursor SelectTool::cursor() const
{
    return m_moving ? QCursor(Qt::SizeAllCursor) : m_aim.cursor();
}

} // namespace observo::app
