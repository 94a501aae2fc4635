// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Quantities.h"
#include "observo/render/Viewport.h"

#include <QCursor>
#include <QKeyEvent>
#include <QPainter>
#include <QPointF>
#include <Qt>

namespace observo::mapview {

/// A mouse event as a tool wants it: where on earth, where on the map, where on the screen.
struct PointerEvent {
    LonLat at;
    MapPoint map;
    QPointF pixel;
    Qt::MouseButton button = Qt::NoButton;
    Qt::MouseButtons buttons = Qt::NoButton;
    Qt::KeyboardModifiers modifiers = Qt::NoModifier;
    bool isDoubleClick = false;
};

/// What the mouse and the keys mean on the map just now. Returns true when it took the event; what no tool takes pans
/// and zooms. Owned by the window.
class MapTool {
public:
    virtual ~MapTool() = default;

    virtual void activate() {}
    virtual void deactivate() {}
    virtual bool press(const PointerEvent&) { return false; }
    virtual bool move(const PointerEvent&) { return false; }
    /// Comes after a press that was taken, and after one that was not when it did not become a pan: a plain click.
    virtual bool release(const PointerEvent&) { return false; }
    virtual bool key(QKeyEvent&) { return false; }
    /// Paints handles and values over the map; cheap, in the GUI thread, every frame.
    virtual void paint(QPainter&, const render::Viewport&) {}
    [[nodiscard]] virtual QCursor cursor() const { return Qt::ArrowCursor; }
};

} // namespace observo::mapview
