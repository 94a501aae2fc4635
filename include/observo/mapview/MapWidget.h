// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/jobs/Jobs.h"
#include "observo/mapview/MapTool.h"
#include "observo/render/MapPainter.h"
#include "observo/render/Scene.h"
#include "observo/render/Viewport.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace observo::mapview {

/// The map. Pictures are painted in jobs from snapshots of the scene; until the new one is there the old picture
/// follows the hand, moved and scaled. Wheel and +/- zoom to the cursor, middle or left drag pans, 0 fits.
class MapWidget : public QWidget {
    Q_OBJECT

public:
    MapWidget(jobs::Jobs& jobs, QWidget* parent = nullptr);
    ~MapWidget() override;

    [[nodiscard]] const render::Viewport& viewport() const;
    void setViewport(const render::Viewport& viewport);
    /// Shows everything: the cameras, else the layers.
    void fit();
    void zoomBy(double factor);
    /// Puts a place in the middle, at least as near as `metresPerPixel`.
    void goTo(LonLat place, double metresPerPixel = 0.5);

    [[nodiscard]] const render::Scene& scene() const;
    /// Takes a new scene and repaints; the old picture stays until the new one is ready.
    void setScene(render::Scene scene);

    /// The tool in the hand; nullptr for plain panning. Not owned.
    void setTool(MapTool* tool);
    [[nodiscard]] MapTool* tool() const;
    /// Repaints what tools draw over the map, without painting the map anew.
    void refreshOverlay();

    [[nodiscard]] std::optional<LonLat> placeAt(QPointF pixel) const;
    [[nodiscard]] std::optional<QPointF> pixelOf(LonLat place) const;
    /// True when the picture shown is of the present scene and viewport.
    [[nodiscard]] bool isUpToDate() const;
    /// Text shown in the middle of an empty map.
    void setEmptyText(const QString& text);
    /// The camera under the resting cursor, which the map rings; nothing while a button is down.
    [[nodiscard]] std::optional<CameraId> hovered() const;

signals:
    void viewportChanged(const observo::render::Viewport& viewport);
    /// The place under the cursor; `valid` is false when the cursor left the map.
    void cursorMoved(observo::LonLat place, bool valid);
    void pictureReady(double milliseconds);
    void hoveredChanged(const std::optional<observo::CameraId>& camera);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    struct Body;
    std::unique_ptr<Body> m_body;
};

} // namespace observo::mapview
