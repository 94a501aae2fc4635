// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/NarrowLayout.h"

#include "desk/Selection.h"

#include <QEvent>
#include <QSplitter>
#include <QStyle>
#include <QWidget>

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
    connect(&m_parts.selection, &Selection::changed, this, &NarrowLayout::followSelection);
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
    for (const auto panel : kPanels) {
        m_wanted[panel] = m_parts.commands[panel].isChecked();
        m_parts.commands[panel].setChecked(false);
    }
    m_narrow = true;
    m_parts.inspector.setParent(&m_parts.mapColumn);
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
        m_parts.commands[Command::Inspector].setChecked(!m_parts.selection.isEmpty());
        settle();
    }
}

} // namespace observo::app
