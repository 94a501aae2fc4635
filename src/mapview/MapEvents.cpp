// SPDX-License-Identifier: GPL-3.0-or-later
#include "MapWidgetBody.h"

#include <QFocusEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <cmath>
#include <optional>

namespace observo::mapview {
namespace {

constexpr double kWheelZoom = 1.25; ///< a notch of 15 degrees; fine wheels and touchpads give parts of one
constexpr double kKeyZoom = 1.5;
constexpr double kDoubleClickZoom = 2.0;

} // namespace

void MapWidget::wheelEvent(QWheelEvent* event)
{
    const double notches = event->angleDelta().y() / 120.0;
    if (notches != 0.0) {
        m_body->zoomAt(event->position(), std::pow(kWheelZoom, notches));
    }
    event->accept();
}

void MapWidget::mousePressEvent(QMouseEvent* event)
{
    const PointerEvent pointer = m_body->pointerEvent(*event, false);
    if (m_body->hand.claims(event->button())) {
        m_body->hand.press(event->position(), event->button(), false);
    } else if (m_body->tool != nullptr && m_body->tool->press(pointer)) {
        m_body->toolHolds = event->button();
    } else if (event->button() == Qt::LeftButton) {
        m_body->hand.press(event->position(), event->button(), true);
    } else {
        event->ignore();
        return;
    }
    m_body->hover(std::nullopt);
    m_body->updateCursor();
}

void MapWidget::mouseMoveEvent(QMouseEvent* event)
{
    m_body->cursor = event->position();
    if (const auto way = m_body->hand.move(event->position())) {
        setViewport(m_body->view.panned(*way));
        m_body->updateCursor();
    } else if (m_body->tool != nullptr && !m_body->hand.isPanning()) {
        m_body->tool->move(m_body->pointerEvent(*event, false));
        m_body->updateCursor();
    }
    if (!m_body->hoverTimer.isActive()) {
        m_body->hoverTimer.start();
    }
    const auto place = placeAt(event->position());
    emit cursorMoved(place.value_or(LonLat{}), place.has_value());
}

void MapWidget::mouseReleaseEvent(QMouseEvent* event)
{
    const bool isTools = m_body->toolHolds == event->button();
    const bool isHands = m_body->hand.isHolding();
    const bool isClick = isHands && m_body->hand.release(event->button());
    if (isTools) {
        m_body->toolHolds = Qt::NoButton;
    }
    if (m_body->tool != nullptr && (isTools || isClick)) {
        m_body->tool->release(m_body->pointerEvent(*event, false));
    }
    m_body->updateCursor();
}

void MapWidget::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (m_body->tool != nullptr && m_body->tool->press(m_body->pointerEvent(*event, true))) {
        m_body->toolHolds = event->button();
    } else if (event->button() == Qt::LeftButton) {
        m_body->zoomAt(event->position(), kDoubleClickZoom);
    }
}

void MapWidget::keyPressEvent(QKeyEvent* event)
{
    if (m_body->tool != nullptr && m_body->tool->key(*event)) {
        event->accept();
        return;
    }
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomBy(kKeyZoom);
        return;
    case Qt::Key_Minus:
        zoomBy(1.0 / kKeyZoom);
        return;
    case Qt::Key_0:
        fit();
        return;
    case Qt::Key_Space:
        m_body->hand.holdSpace(true);
        m_body->updateCursor();
        return;
    default:
        break;
    }
    if (!m_body->panByKey(event->key())) {
        QWidget::keyPressEvent(event); // the window's shortcuts
    }
}

void MapWidget::keyReleaseEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        m_body->hand.holdSpace(false);
        m_body->updateCursor();
        return;
    }
    QWidget::keyReleaseEvent(event);
}

void MapWidget::leaveEvent(QEvent*)
{
    m_body->cursor.reset();
    m_body->hoverTimer.stop();
    m_body->hover(std::nullopt);
    emit cursorMoved({}, false);
}

void MapWidget::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void MapWidget::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    m_body->hand.holdSpace(false); // its release would go elsewhere
    update();
}

} // namespace observo::mapview
