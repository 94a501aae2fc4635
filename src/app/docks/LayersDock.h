// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/geo/Geometry.h"

#include <QFrame>

#include <memory>

namespace Ui {
class LayersDock;
}

namespace observo::app {

class LayerShelf;
class MapScene;
class Workbench;
struct ShelfLayer;

/// The list of the layers under the cameras, topmost first, and how the chosen one is drawn.
class LayersDock : public QFrame {
    Q_OBJECT

public:
    LayersDock(Workbench& workbench, LayerShelf& shelf, MapScene& scene, QWidget* parent = nullptr);
    ~LayersDock() override;

signals:
    void foldWanted();
    void extentWanted(const observo::geo::MapBox& box);

private:
    void connectParts(MapScene& scene);
    void addFiles();
    void refresh();
    void showSettings();
    /// The place on the shelf of the chosen row; -1 when none is.
    [[nodiscard]] int chosen() const;
    void choose(int index);
    void showExtent();
    [[nodiscard]] static QString rowText(const ShelfLayer& layer);

    std::unique_ptr<Ui::LayersDock> m_ui;
    Workbench& m_workbench;
    LayerShelf& m_shelf;
    bool m_filling = false;
};

} // namespace observo::app
