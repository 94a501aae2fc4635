// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace observo::mapview {
class MapWidget;
}

namespace observo::app {

class LayerShelf;
class Workbench;

/// Keeps the picture of the map in step with the census, the selection, the preview, the filter and the layers.
class MapScene : public QObject {
    Q_OBJECT

public:
    MapScene(Workbench& workbench, LayerShelf& shelf, mapview::MapWidget& map, QObject* parent = nullptr);

    void setViewsShown(bool shown);
    void setLabelsShown(bool shown);
    /// The words in the middle of an empty map would hide where the first camera goes.
    void setHintShown(bool shown);
    [[nodiscard]] bool viewsShown() const { return m_views; }
    [[nodiscard]] bool labelsShown() const { return m_labels; }

private:
    void showCensus();
    void refresh();
    void showFirstLayer();

    Workbench& m_workbench;
    LayerShelf& m_shelf;
    mapview::MapWidget& m_map;
    bool m_views = true;
    bool m_labels = true;
    bool m_hint = true;
    bool m_hasLayers = false;
};

} // namespace observo::app
