// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Camera.h"
#include "observo/mapview/MapTool.h"

#include <QObject>
#include <QPointF>

#include <optional>

namespace observo::mapview {
class MapWidget;
}

namespace observo::app {

class Workbench;

/// Places a new camera: a click commits it at once, a press with a drag aims it in the same gesture, arrow keys move a
/// crosshair from the middle of the map and Enter places there. The new camera is chosen, so that its handles show.
class PlaceTool : public QObject, public mapview::MapTool {
    Q_OBJECT

public:
    PlaceTool(Workbench& workbench, mapview::MapWidget& map, QObject* parent = nullptr);

    void activate() override;
    void deactivate() override;
    bool press(const mapview::PointerEvent& event) override;
    bool move(const mapview::PointerEvent& event) override;
    bool release(const mapview::PointerEvent& event) override;
    bool key(QKeyEvent& event) override;
    void paint(QPainter& painter, const render::Viewport& viewport) override;
    [[nodiscard]] QCursor cursor() const override { return Qt::CrossCursor; }

    /// Places a camera at typed coordinates. `method` is how the place is known.
    void placeAt(LonLat place, const char* method);
    /// The place under the crosshair.
    [[nodiscard]] std::optional<LonLat> crosshair() const;

signals:
    /// Handed over to be saved; the tool has done its part.
    void placed();
    /// It was not saved after all.
    void refused();
    /// A digit was pressed over the map: somebody wants to type coordinates.
    void coordinatesWanted(const QString& firstCharacter);

private:
    [[nodiscard]] Camera fresh(LonLat place) const;
    void commit(const Camera& camera);

    Workbench& m_workbench;
    mapview::MapWidget& m_map;
    std::optional<Camera> m_new; ///< between press and release
    QPointF m_pressed;
    std::optional<QPointF> m_crosshair; ///< shown once keys move it or the tool came by key
};

} // namespace observo::app
