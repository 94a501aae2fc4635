// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/MapScene.h"

#include "Appearance.h"
#include "desk/LayerShelf.h"
#include "desk/Workbench.h"

#include "observo/geo/Crs.h"
#include "observo/mapview/MapWidget.h"

#include <QTimer>

namespace observo::app {

namespace {

/// Piazza Castello, Torino: where a map without anything on it starts.
constexpr LonLat kStart{7.6855, 45.0711};

LonLat middleOf(const GeoBox& box)
{
    return box.isEmpty() ? kStart : LonLat{(box.west + box.east) / 2, (box.south + box.north) / 2};
}

} // namespace

MapScene::MapScene(Workbench& workbench, LayerShelf& shelf, mapview::MapWidget& map, QObject* parent)
    : QObject(parent), m_workbench(workbench), m_shelf(shelf), m_map(map)
{
    connect(&workbench, &Workbench::opened, this, &MapScene::showCensus);
    connect(&workbench, &Workbench::closed, this, &MapScene::refresh);
    connect(&workbench, &Workbench::changed, this, &MapScene::refresh);
    connect(&workbench, &Workbench::previewChanged, this, &MapScene::refresh);
    connect(&workbench, &Workbench::shownChanged, this, &MapScene::refresh);
    connect(&workbench.selection(), &Selection::changed, this, &MapScene::refresh);
    connect(&shelf, &LayerShelf::changed, this, [this] {
        refresh();
        showFirstLayer();
    });
    connect(&workbench, &Workbench::wentTo, &map, [&map](LonLat place) { map.goTo(place); });
}

void MapScene::setViewsShown(bool shown)
{
    m_views = shown;
    refresh();
}

void MapScene::setLabelsShown(bool shown)
{
    m_labels = shown;
    refresh();
}

void MapScene::setHintShown(bool shown)
{
    m_hint = shown;
    refresh();
}

void MapScene::showCensus()
{
    const auto extent = m_workbench.inventory().extent();
    auto viewport = m_map.viewport();
    viewport.epsg = geo::mapSystemFor(middleOf(extent));
    m_shelf.setMapSystem(viewport.epsg);
    refresh();
    m_map.setViewport(viewport);
    // The map gets its size when the page that holds it is shown.
    QTimer::singleShot(0, this, [this, extent] {
        if (extent.isEmpty()) {
            m_map.goTo(kStart);
        } else {
            m_map.fit();
        }
    });
}

/// Without cameras nothing says where the municipality lies, until the first layer does.
void MapScene::showFirstLayer()
{
    const bool isBare = m_workbench.isOpen() && m_map.scene().cameras.size() == 0;
    if (isBare && !m_hasLayers && !m_map.scene().layers.empty()) {
        m_map.fit();
    }
    m_hasLayers = !m_map.scene().layers.empty();
}

void MapScene::refresh()
{
    render::Scene scene;
    scene.theme = themeWorn();
    scene.showViews = m_views;
    scene.showLabels = m_labels;
    scene.layers = m_shelf.sceneLayers();
    if (m_workbench.isOpen()) {
        scene.cameras = m_workbench.inventory();
        scene.selected = m_workbench.selection().ids();
        scene.preview = m_workbench.preview();
        scene.shown = m_workbench.shown();
    }
    const bool nothing = m_hint && m_workbench.isOpen() && scene.cameras.size() == 0 && !scene.preview;
    m_map.setEmptyText(
        nothing ? tr("No cameras yet. Press N and click the map, or Ctrl+I to import a file. L adds a base map.")
                : QString());
    m_map.setScene(std::move(scene));
}

} // namespace observo::app
