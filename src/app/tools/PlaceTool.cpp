// SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/PlaceTool.h"

#include "Appearance.h"
#include "desk/Workbench.h"
#include "tools/AimGeometry.h"
#include "tools/AimPainting.h"

#include "observo/core/Edits.h"
#include "observo/mapview/MapWidget.h"

#include <QKeyEvent>
#include <QLineF>
#include <QPointer>

#include <utility>

namespace observo::app {

namespace {

constexpr double kClick = 6.0;
constexpr double kArm = 14.0;
constexpr double kGap = 4.0;

double stepOf(Qt::KeyboardModifiers modifiers)
{
    if (modifiers.testFlag(Qt::ShiftModifier)) {
        return 50.0;
    }
    return modifiers.testFlag(Qt::AltModifier) ? 1.0 : 10.0;
}

} // namespace

PlaceTool::PlaceTool(Workbench& workbench, mapview::MapWidget& map, QObject* parent)
    : QObject(parent), m_workbench(workbench), m_map(map)
{}

void PlaceTool::activate()
{
    m_crosshair = QRectF(m_map.rect()).center();
    m_map.refreshOverlay();
    m_workbench.prepare();
}

void PlaceTool::deactivate()
{
    m_new.reset();
    m_crosshair.reset();
    m_workbench.setPreview(std::nullopt);
    m_map.refreshOverlay();
}

std::optional<LonLat> PlaceTool::crosshair() const
{
    return m_crosshair ? m_map.placeAt(*m_crosshair) : std::nullopt;
}

Camera PlaceTool::fresh(LonLat place) const
{
    const auto placed = placeCamera(CameraId::make(), place, m_workbench.newCameraLike());
    return std::get<Camera>(*placed.changes.front().after);
}

bool PlaceTool::press(const mapview::PointerEvent& event)
{
    if (event.button != Qt::LeftButton || !m_workbench.isWritable()) {
        return false;
    }
    m_pressed = event.pixel;
    m_crosshair.reset();
    m_new = fresh(event.at);
    m_workbench.setPreview(m_new);
    return true;
}

bool PlaceTool::move(const mapview::PointerEvent& event)
{
    if (!m_new) {
        if (m_crosshair) {
            // The mouse points by itself; two crosses would be one too many.
            m_crosshair.reset();
            m_map.refreshOverlay();
        }
        return false;
    }
    if (QLineF(m_pressed, event.pixel).length() < kClick) {
        m_workbench.setPreview(m_new);
        return true;
    }
    const auto keep = event.modifiers.testFlag(Qt::ShiftModifier) ? Keep::Range : Keep::Nothing;
    m_workbench.setPreview(dragged(*m_new, Handle::Axis, event.at, keep));
    m_map.refreshOverlay();
    return true;
}

bool PlaceTool::release(const mapview::PointerEvent&)
{
    if (!m_new) {
        return false;
    }
    const auto placed = m_workbench.preview().value_or(*m_new);
    m_new.reset();
    m_workbench.setPreview(std::nullopt);
    commit(placed);
    return true;
}

void PlaceTool::placeAt(LonLat place, const char* method)
{
    auto camera = fresh(place);
    camera.positionMethod = method;
    commit(camera);
    m_workbench.goTo(place);
}

void PlaceTool::commit(const Camera& camera)
{
    m_workbench.place(placeCamera(camera.id, camera.position, camera), camera.id, [self = QPointer(this)] {
        if (self) {
            emit self->refused();
        }
    });
    emit placed();
}

bool PlaceTool::key(QKeyEvent& event)
{
    const int across = event.key() == Qt::Key_Right ? 1 : event.key() == Qt::Key_Left ? -1 : 0;
    const int down = event.key() == Qt::Key_Down ? 1 : event.key() == Qt::Key_Up ? -1 : 0;
    if (across != 0 || down != 0) {
        const double step = stepOf(event.modifiers());
        const auto from = m_crosshair.value_or(QRectF(m_map.rect()).center());
        const auto to = from + QPointF(step * across, step * down);
        m_crosshair = QPointF(qBound(0.0, to.x(), m_map.width() - 1.0), qBound(0.0, to.y(), m_map.height() - 1.0));
        m_map.refreshOverlay();
        return true;
    }
    if (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter) {
        if (!m_crosshair) {
            m_crosshair = QRectF(m_map.rect()).center();
        }
        if (const auto place = crosshair()) {
            commit(fresh(*place));
        }
        return true;
    }
    if (event.key() >= Qt::Key_0 && event.key() <= Qt::Key_9 && event.modifiers() == Qt::NoModifier) {
        emit coordinatesWanted(event.text());
        return true;
    }
    return false;
}

void PlaceTool::paint(QPainter& painter, const render::Viewport& viewport)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (const auto& preview = m_workbench.preview(); m_new && preview && preview->direction) {
        const auto at = m_map.pixelOf(preview->position).value_or(m_pressed);
        const QRectF bounds(QPointF(), QSizeF(viewport.size));
        paintTag(painter, at + QPointF(18, -28), aimReadout(*preview, Handle::Axis), bounds);
    }
    if (m_crosshair) {
        for (const auto& [colour, width] : {std::pair{QColor(Qt::white), 4.0}, {signalColours().accent, 2.0}}) {
            painter.setPen(QPen(colour, width));
            for (const auto& way : {QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)}) {
                painter.drawLine(*m_crosshair + way * kGap, *m_crosshair + way * kArm);
            }
        }
    }
    painter.restore();
}

} // namespace observo::app
