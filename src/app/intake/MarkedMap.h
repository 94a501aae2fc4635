// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Quantities.h"
#include "observo/jobs/Jobs.h"
#include "observo/mapview/MapTool.h"
#include "observo/mapview/MapWidget.h"
#include "observo/render/Scene.h"

#include <QString>
#include <QWidget>

#include <vector>

namespace observo::app {

/// A place marked on a small map: a dot, or with a letter a disc that holds it.
struct MapMark {
    LonLat at;
    QString letter{};
};

/// The marks over the map, and the line between the two when there are two with letters.
class MarksTool : public mapview::MapTool {
public:
    explicit MarksTool(mapview::MapWidget& map) : m_map(map) {}

    void show(std::vector<MapMark> marks) { m_marks = std::move(marks); }
    [[nodiscard]] const std::vector<MapMark>& marks() const { return m_marks; }
    void paint(QPainter& painter, const render::Viewport& viewport) override;

private:
    void paintLink(QPainter& painter) const;
    void paintMark(QPainter& painter, const MapMark& mark) const;

    mapview::MapWidget& m_map;
    std::vector<MapMark> m_marks;
};

/// A small map of its own in a dialog: layers and cameras of the main one, with places marked over them.
class MarkedMap : public QWidget {
    Q_OBJECT

public:
    /// `like` is the main map, whose layers are already there for its reference system.
    MarkedMap(jobs::Jobs& jobs, const mapview::MapWidget& like, QWidget* parent = nullptr);
    ~MarkedMap() override;

    /// Marks these places and shows them all; without any it shows what the main map shows.
    void show(std::vector<MapMark> marks);
    [[nodiscard]] const std::vector<MapMark>& marks() const { return m_tool.marks(); }
    [[nodiscard]] mapview::MapWidget& map() { return *m_map; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();

    mapview::MapWidget* m_map = nullptr;
    MarksTool m_tool;
    render::Viewport m_home;
    bool m_hasFitted = false;
};

} // namespace observo::app
