// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "MapHand.h"
#include "PictureMaker.h"

#include "observo/geo/Geometry.h"
#include "observo/geo/Transform.h"
#include "observo/mapview/MapWidget.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPointF>
#include <QString>
#include <QTimer>

#include <cstdint>
#include <optional>

namespace observo::mapview {

/// What the widget knows between two events.
struct MapWidget::Body {
    Body(MapWidget& mapWidget, jobs::Jobs& jobs);

    MapWidget& widget;
    render::Viewport view;
    render::Scene scene;
    std::uint64_t sceneNumber = 1;
    PictureMaker maker;
    std::optional<PictureMaker::Made> shown;
    std::optional<geo::Projection> projection;
    MapTool* tool = nullptr;
    Qt::MouseButton toolHolds = Qt::NoButton; ///< the button whose press the tool took
    MapHand hand;
    std::optional<CameraId> hovered;
    std::optional<QPointF> cursor;
    QTimer hoverTimer;
    QString emptyText;

    void show(PictureMaker::Made made);
    void askForPicture();
    /// Makes what the system needs now, so that no paint event has to.
    void useSystem(int epsg);
    const render::Theme& theme() const { return render::Theme::named(scene.theme); }
    bool isBlank() const { return scene.cameras.size() == 0 && !scene.preview; }

    PointerEvent pointerEvent(const QMouseEvent& event, bool isDoubleClick) const;
    void zoomAt(QPointF pixel, double factor) { widget.setViewport(view.zoomedAt(pixel, factor)); }
    render::Viewport italy() const;
    geo::MapBox everything() const;
    void hover(std::optional<CameraId> camera);
    void pickHovered();
    void updateCursor();
    bool panByKey(int key);

    void paintPicture(QPainter& painter) const;
    void paintHovered(QPainter& painter) const;
    void paintEmptyText(QPainter& painter) const;
    void paintFocus(QPainter& painter) const;
};

} // namespace observo::mapview
