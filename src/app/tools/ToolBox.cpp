// SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/ToolBox.h"

#include "observo/mapview/MapWidget.h"

#include <QKeyEvent>

namespace observo::app {

ToolBox::ToolBox(Workbench& workbench, mapview::MapWidget& map, QObject* parent)
    : QObject(parent), m_map(map), m_select(workbench, map), m_place(workbench, map), m_measure(map)
{
    map.installEventFilter(this);
    map.setTool(&m_select);
    connect(&m_place, &PlaceTool::placed, this, [this] { take(Kind::Select); });
    connect(&m_place, &PlaceTool::refused, this, [this] {
        if (m_kind == Kind::Select) {
            take(Kind::Place);
        }
    });
}

ToolBox::~ToolBox()
{
    m_map.setTool(nullptr);
}

mapview::MapTool& ToolBox::tool(Kind kind)
{
    switch (kind) {
    case Kind::Place:
        return m_place;
    case Kind::Measure:
        return m_measure;
    case Kind::Select:
        break;
    }
    return m_select;
}

void ToolBox::take(Kind kind)
{
    if (kind != m_kind) {
        m_kind = kind;
        // The map tells the old tool that it is laid down and the new one that it is taken up.
        m_map.setTool(&tool(kind));
    }
    emit taken(kind);
}

bool ToolBox::eventFilter(QObject* watched, QEvent* event)
{
    // Before a key becomes a shortcut of the window, the handle being aimed may want it as a digit.
    if (watched == &m_map && event->type() == QEvent::ShortcutOverride && m_kind == Kind::Select) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const auto modifiers = key->modifiers() & ~Qt::KeypadModifier;
        if (modifiers == Qt::NoModifier && m_select.aim().wantsDigits(key->key())) {
            event->accept();
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace observo::app
