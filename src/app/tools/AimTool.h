// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tools/AimGeometry.h"

#include "observo/mapview/MapTool.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <optional>

namespace observo::mapview {
class MapWidget;
}

namespace observo::app {

class Workbench;

/// Aims the one chosen camera: handles for direction with range, for the width and for the tilt; arrow keys; typed
/// numbers. What is tried is shown everywhere as the workbench's preview and committed once, on release, on Enter, or
/// when the keys have rested. Part of the select tool.
class AimTool : public QObject, public mapview::MapTool {
    Q_OBJECT

public:
    AimTool(Workbench& workbench, mapview::MapWidget& map, QObject* parent = nullptr);

    void deactivate() override;
    bool press(const mapview::PointerEvent& event) override;
    bool move(const mapview::PointerEvent& event) override;
    bool release(const mapview::PointerEvent& event) override;
    bool key(QKeyEvent& event) override;
    void paint(QPainter& painter, const render::Viewport& viewport) override;
    [[nodiscard]] QCursor cursor() const override;

    /// True while a digit would be taken as typed into a handle rather than as a key of the window.
    [[nodiscard]] bool wantsDigits(int key) const;
    [[nodiscard]] Handle activeHandle() const { return m_active; }
    /// What stands beside the active handle.
    [[nodiscard]] QString readout() const;

private:
    [[nodiscard]] std::optional<Camera> shown() const;
    [[nodiscard]] std::optional<Handle> handleAt(QPointF pixel) const;
    void tryOut(Camera camera);
    void commit();
    void cancel();
    bool arrow(const QKeyEvent& event);
    bool typed(const QKeyEvent& event);
    void enterTyped();
    void nextHandle();
    void reread();
    [[nodiscard]] QPointF pixelOf(const HandlePlace& place, QPointF camera) const;

    Workbench& m_workbench;
    mapview::MapWidget& m_map;
    Handle m_active = Handle::Axis;
    bool m_touched = false; ///< a handle was chosen or moved since the camera was
    std::optional<Handle> m_dragged;
    std::optional<Camera> m_start;
    std::optional<Camera> m_stored; ///< the chosen camera as the census holds it
    std::optional<Handle> m_hovered;
    QPointF m_pressed;
    bool m_pending = false;
    QString m_typed;
    QTimer m_rest;
};

} // namespace observo::app
