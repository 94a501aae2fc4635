// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/LayerLoading.h"

#include <QObject>

#include <vector>

namespace observo::app {

class Workbench;

/// The layers below the cameras, from the ground up: loaded in jobs, remembered for each census in the user's
/// configuration.
class LayerShelf : public QObject {
    Q_OBJECT

public:
    explicit LayerShelf(Workbench& workbench, QObject* parent = nullptr);

    [[nodiscard]] const std::vector<ShelfLayer>& layers() const { return m_layers; }
    [[nodiscard]] int size() const { return static_cast<int>(m_layers.size()); }
    /// Adds the file on top, a picture below all drawings, and loads it; a file with several layers gives each of them.
    void add(const QString& file);
    void remove(int index);
    /// From one place to another, counted from the ground up.
    void move(int from, int to);
    void setVisible(int index, bool visible);
    void setOpacity(int index, double opacity);
    void setStyle(int index, render::LayerStyle style);
    void setLabelAttribute(int index, const QString& attribute);
    void setAssumedSystem(int index, int epsg);
    void reload(int index);

    /// What the map draws, in this order.
    [[nodiscard]] std::vector<render::SceneLayer> sceneLayers() const;
    /// The map's system; another one loads everything anew.
    void setMapSystem(int epsg);

signals:
    /// Something that the map or the list shows is different.
    void changed();

private:
    void load(int index);
    void take(const QString& file, const QString& layer, Result<LoadedLayer> loaded);
    void forgetAll();
    void restore();
    void tell();

    Workbench& m_workbench;
    std::vector<ShelfLayer> m_layers;
    int m_mapSystem = 0;
};

} // namespace observo::app
