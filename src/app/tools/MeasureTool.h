// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Quantities.h"
#include "observo/mapview/MapTool.h"

#include <QObject>
#include <QString>

#include <optional>
#include <vector>

namespace observo::mapview {
class MapWidget;
}

namespace observo::app {

/// Measures a way on the ground in true metres: click by click, with the azimuth of each leg. Enter or a double click
/// ends it, Esc clears it.
class MeasureTool : public QObject, public mapview::MapTool {
    Q_OBJECT

public:
    explicit MeasureTool(mapview::MapWidget& map, QObject* parent = nullptr);

    void deactivate() override;
    bool move(const mapview::PointerEvent& event) override;
    bool release(const mapview::PointerEvent& event) override;
    bool key(QKeyEvent& event) override;
    void paint(QPainter& painter, const render::Viewport& viewport) override;
    [[nodiscard]] QCursor cursor() const override { return Qt::CrossCursor; }

    /// The whole way, the leg in hand included.
    [[nodiscard]] Metres length() const;

private:
    [[nodiscard]] std::vector<LonLat> way() const;
    [[nodiscard]] static QString legText(LonLat from, LonLat to);

    mapview::MapWidget& m_map;
    std::vector<LonLat> m_points;
    std::optional<LonLat> m_cursor;
    bool m_ended = false;
};

} // namespace observo::app
