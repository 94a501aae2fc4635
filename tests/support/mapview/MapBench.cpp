// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/mapview/MapBench.h"

#include "support/render/Pictures.h"

#include "observo/core/Result.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QWheelEvent>

namespace observo::test {

MapBench::MapBench() : m_map(m_jobs)
{
    m_map.resize(600, 400);
    m_map.show();
    QCoreApplication::processEvents();
    m_map.setViewport(viewportAt(kTorino, 1.0));
    m_map.setFocus();
}

void MapBench::waitForPicture()
{
    const QDeadlineTimer deadline(20000);
    while (!m_map.isUpToDate() && !deadline.hasExpired()) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    }
    expects(m_map.isUpToDate());
}

void MapBench::wheel(QPoint at, int angle)
{
    QWheelEvent event(at, m_map.mapToGlobal(at), {}, {0, angle}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                      false);
    QCoreApplication::sendEvent(&m_map, &event);
}

void MapBench::drag(QPoint from, QPoint to, Qt::MouseButton button)
{
    const auto send = [&](QEvent::Type type, QPoint at, Qt::MouseButton changed, Qt::MouseButtons held) {
        QMouseEvent event(type, at, m_map.mapToGlobal(at), changed, held, Qt::NoModifier);
        QCoreApplication::sendEvent(&m_map, &event);
    };
    send(QEvent::MouseButtonPress, from, button, button);
    send(QEvent::MouseMove, (from + to) / 2, Qt::NoButton, button);
    send(QEvent::MouseMove, to, Qt::NoButton, button);
    send(QEvent::MouseButtonRelease, to, button, Qt::NoButton);
}

bool NotingTool::press(const mapview::PointerEvent& event)
{
    pressed.push_back(event);
    return takesPress;
}

bool NotingTool::move(const mapview::PointerEvent& event)
{
    moved.push_back(event);
    return true;
}

bool NotingTool::release(const mapview::PointerEvent& event)
{
    released.push_back(event);
    return true;
}

bool NotingTool::key(QKeyEvent& event)
{
    keys.push_back(event.key());
    return takesKeys;
}

void NotingTool::paint(QPainter& painter, const render::Viewport&)
{
    ++painted;
    painter.fillRect(10, 10, 20, 20, Qt::magenta);
}

} // namespace observo::test
