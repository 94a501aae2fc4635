// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/NarrowLayout.h"

#include "desk/Workbench.h"

#include "observo/mapview/MapWidget.h"

#include <QEvent>
#include <QSplitter>
#include <QStyle>
#include <QTimer>

namespace observo::app {

namespace {

constexpr Command kPanels[] = {Command::Table, Command::Layers, Command::Inspector};
constexpr int kInspectorWidth = 348;
/// So much of the map stays free beside the inspector.
constexpr int kFreeMap = 320;

void markFloating(QWidget& widget, bool floating)
{
    widget.setProperty("floating", floating);
    widget.style()->unpolish(&widget);
    widget.style()->polish(&widget);
}

} // namespace

NarrowLayout::NarrowLayout(const Parts& parts, QObject* parent) : QObject(parent), m_parts(parts)
{
    m_parts.window.installEventFilter(this);
    m_parts.mapColumn.installEventFilter(this);
    connect(&m_parts.workbench.selection(), &Selection::changed, this, &NarrowLayout::followSelection);
}

bool NarrowLayout::isWanted(Command panel) const
{
    const auto wanted = m_wanted.find(panel);
    return m_narrow && wanted != m_wanted.end() ? wanted->second : m_parts.commands[panel].isChecked();
}

bool NarrowLayout::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize) {
        if (watched == &m_parts.window) {
            follow();
        } else {
            settle();
        }
    }
    return QObject::eventFilter(watched, event);
}

void NarrowLayout::follow()
{
    const bool narrow = m_parts.window.width() < kWide;
    if (narrow == m_narrow) {
        return;
    }
    if (narrow) {
        fold();
    } else {
        unfold();
    }
}

void NarrowLayout::fold()
{
    m_sizes = m_parts.columns.sizes();
    for (const auto panel : kPanels) {
        m_wanted[panel] = m_parts.commands[panel].isChecked();
        m_parts.commands[panel].setChecked(false);
    }
    m_parts.inspector.setParent(&m_parts.mapColumn);
    // Only now: the columns are laid out anew while it leaves them, and raising it then would spoil their list.
    m_narrow = true;
    m_parts.inspector.setAutoFillBackground(true);
    markFloating(m_parts.inspector, true);
    settle();
    followSelection();
}

void NarrowLayout::unfold()
{
    m_narrow = false;
    m_parts.inspector.hide();
    m_parts.columns.addWidget(&m_parts.inspector);
    m_parts.columns.setStretchFactor(m_parts.columns.count() - 1, 0);
    markFloating(m_parts.inspector, false);
    for (const auto panel : kPanels) {
        m_parts.commands[panel].setChecked(m_wanted[panel] || m_parts.commands[panel].isChecked());
    }
    m_parts.inspector.setVisible(m_parts.commands[Command::Inspector].isChecked());
    // The map takes what the panels leave of the new width, which the columns have once the window is laid out.
    QTimer::singleShot(0, this, [this] {
        auto sizes = m_sizes;
        if (!m_narrow && sizes.size() == m_parts.columns.count()) {
            sizes[1] = m_parts.columns.width() - sizes.front() - sizes.back();
            m_parts.columns.setSizes(sizes);
        }
    });
}

void NarrowLayout::settle()
{
    if (!m_narrow) {
        return;
    }
    const int room = m_parts.mapColumn.width();
    const int width = qMin(kInspectorWidth, qMax(room - kFreeMap, room / 2));
    m_parts.inspector.setGeometry(room - width, 0, width, m_parts.mapColumn.height());
    m_parts.inspector.raise();
}

void NarrowLayout::followSelection()
{
    if (m_narrow) {
        m_parts.commands[Command::Inspector].setChecked(!m_parts.workbench.selection().isEmpty());
        settle();
        // What leads to a camera may move the map after it has chosen it.
        QTimer::singleShot(0, this, &NarrowLayout::uncover);
    }
}

/// A camera that is chosen must be seen: the map makes way when the inspector came over it.
void NarrowLayout::uncover()
{
    const auto id = m_parts.workbench.selection().single();
    const auto camera = id ? m_parts.workbench.camera(*id) : fail(ErrorCode::NotFound, "nothing is chosen");
    if (!m_narrow || !camera || !m_parts.inspector.isVisible()) {
        return;
    }
    const auto pixel = m_parts.map.pixelOf(camera->position);
    const auto covered = m_parts.inspector.geometry().translated(-m_parts.map.pos());
    if (pixel && covered.contains(pixel->toPoint())) {
        const double middle = covered.left() / 2.0;
        m_parts.map.setViewport(m_parts.map.viewport().panned({middle - pixel->x(), 0.0}));
    }
}

} // namespace observo::app
