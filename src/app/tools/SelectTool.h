// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tools/AimTool.h"

#include <QObject>
#include <QRectF>

#include <optional>

namespace observo::app {

/// Chooses cameras by click, Ctrl+click and Shift+drag, moves the one it drags, and aims the one that is chosen.
class SelectTool : public QObject, public mapview::MapTool {
    Q_OBJECT

public:
    SelectTool(Workbench& workbench, mapview::MapWidget& map, QObject* parent = nullptr);

    void deactivate() override;
    bool press(const mapview::PointerEvent& event) override;
    bool move(const mapview::PointerEvent& event) override;
    bool release(const mapview::PointerEvent& event) override;
    bool key(QKeyEvent& event) override;
    void paint(QPainter& painter, const render::Viewport& viewport) override;
    [[nodiscard]] QCursor cursor() const override;

    [[nodiscard]] AimTool& aim() { return m_aim; }

private:
    [[nodiscard]] std::optional<CameraId> cameraAt(QPointF pixel) const;
    void dragCamera(const mapview::PointerEvent& event);
    void finishMove();
    void finishBox();

    Workbench& m_workbench;
    mapview::MapWidget& m_map;
    AimTool m_aim;
    std::optional<Camera> m_held; ///< the camera pressed upon
    QPointF m_pressed;
    QPointF m_grip; ///< from the camera's pixel to where it was taken
    bool m_moving = false;
    std::optional<QRectF> m_box;
};

} // namespace observo::app
