// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/LayerShelf.h"

#include "DataPlaces.h"
#include "Preferences.h"
#include "Text.h"
#include "desk/Workbench.h"

#include <QFileInfo>

#include <algorithm>
#include <iterator>
#include <utility>

namespace observo::app {

namespace {

QString censusId(Workbench& workbench)
{
    return toText(workbench.census().id.text());
}

/// What lies under the cameras of the sample town, from the ground up.
std::vector<ShelfLayer> sampleLayers()
{
    std::vector<ShelfLayer> layers;
    const auto folder = sampleFolder();
    for (const auto* name : {"water", "buildings", "streets", "boundary"}) {
        if (folder) {
            ShelfLayer layer;
            layer.file = pathText(*folder / (std::string(name) + ".geojson"));
            layer.style = guessedStyle(layer.file, {});
            layer.labelAttribute = layer.style == render::LayerStyle::Streets ? QStringLiteral("name") : QString();
            layers.push_back(std::move(layer));
        }
    }
    return layers;
}

} // namespace

LayerShelf::LayerShelf(Workbench& workbench, QObject* parent) : QObject(parent), m_workbench(workbench)
{
    connect(&workbench, &Workbench::opened, this, &LayerShelf::restore);
    connect(&workbench, &Workbench::closed, this, &LayerShelf::forgetAll);
}

void LayerShelf::add(const QString& file)
{
    ShelfLayer layer;
    layer.file = QFileInfo(file).absoluteFilePath();
    layer.style = guessedStyle(layer.file, {});
    layer.isNew = true;
    m_layers.push_back(std::move(layer));
    load(size() - 1);
    tell();
}

void LayerShelf::remove(int index)
{
    m_workbench.jobs().cancel(m_layers[static_cast<std::size_t>(index)].job);
    m_layers.erase(m_layers.begin() + index);
    tell();
}

void LayerShelf::move(int from, int to)
{
    if (from == to || from < 0 || to < 0 || from >= size() || to >= size()) {
        return;
    }
    auto layer = std::move(m_layers[static_cast<std::size_t>(from)]);
    m_layers.erase(m_layers.begin() + from);
    m_layers.insert(m_layers.begin() + to, std::move(layer));
    tell();
}

void LayerShelf::setVisible(int index, bool visible)
{
    m_layers[static_cast<std::size_t>(index)].visible = visible;
    tell();
}

void LayerShelf::setOpacity(int index, double opacity)
{
    m_layers[static_cast<std::size_t>(index)].opacity = std::clamp(opacity, 0.0, 1.0);
    tell();
}

void LayerShelf::setStyle(int index, render::LayerStyle style)
{
    m_layers[static_cast<std::size_t>(index)].style = style;
    tell();
}

void LayerShelf::setLabelAttribute(int index, const QString& attribute)
{
    m_layers[static_cast<std::size_t>(index)].labelAttribute = attribute;
    load(index);
    tell();
}

void LayerShelf::setAssumedSystem(int index, int epsg)
{
    m_layers[static_cast<std::size_t>(index)].assumedEpsg = epsg;
    load(index);
    tell();
}

void LayerShelf::reload(int index)
{
    load(index);
    tell();
}

std::vector<render::SceneLayer> LayerShelf::sceneLayers() const
{
    std::vector<render::SceneLayer> scene;
    for (const auto& layer : m_layers) {
        if (layer.isLoaded()) {
            scene.push_back({.name = layer.title(),
                             .data = layer.data,
                             .style = layer.style,
                             .opacity = layer.opacity,
                             .visible = layer.visible,
                             .labels = !layer.labelAttribute.isEmpty()});
        }
    }
    return scene;
}

void LayerShelf::setMapSystem(int epsg)
{
    if (epsg == m_mapSystem) {
        return;
    }
    m_mapSystem = epsg;
    for (int index = 0; index < size(); ++index) {
        m_layers[static_cast<std::size_t>(index)].data = LayerData{};
        load(index);
    }
    emit changed();
}

void LayerShelf::load(int index)
{
    auto& layer = m_layers[static_cast<std::size_t>(index)];
    if (m_mapSystem == 0) {
        return;
    }
    m_workbench.jobs().cancel(layer.job);
    layer.problem.reset();
    LayerWish wish{.file = toPath(layer.file),
                   .layer = toUtf8(layer.layer),
                   .labelAttribute = toUtf8(layer.labelAttribute),
                   .targetEpsg = m_mapSystem,
                   .assumedEpsg = layer.assumedEpsg,
                   .cacheFolder = privateFolder("overviews")};
    layer.job = m_workbench.jobs().start(
        tr("Loading %1").arg(QFileInfo(layer.file).fileName()),
        [wish = std::move(wish)](const Progress& progress) { return loadLayer(wish, progress); }, this,
        [this, file = layer.file, name = layer.layer](Result<LoadedLayer> loaded) {
            take(file, name, std::move(loaded));
        });
}

void LayerShelf::take(const QString& file, const QString& layer, Result<LoadedLayer> loaded)
{
    // The list may have changed while the job ran, so the layer is found again by what it is.
    const auto found = std::ranges::find_if(
        m_layers, [&](const auto& candidate) { return candidate.file == file && candidate.layer == layer; });
    if (found == m_layers.end()) {
        return;
    }
    if (!loaded) {
        if (loaded.error().code != ErrorCode::Cancelled || !m_workbench.jobs().isRunning(found->job)) {
            found->job = 0;
            found->problem = loaded.error();
        }
        emit changed();
        return;
    }
    found->job = 0;
    const bool isNew = layer != loaded->layer;
    found->layer = loaded->layer;
    found->attributes = loaded->attributes;
    found->isRaster = loaded->isRaster;
    found->data = std::move(loaded->data);
    if (isNew) {
        found->style = guessedStyle(file, found->layer);
    }
    // A picture on top would hide the drawings that were there: it goes on the other pictures.
    if (std::exchange(found->isNew, false) && found->isRaster) {
        const auto drawings = std::find_if(m_layers.begin(), found, [](const auto& other) { return !other.isRaster; });
        std::rotate(drawings, found, std::next(found));
    }
    for (const auto& other : std::as_const(loaded->otherLayers)) {
        ShelfLayer more;
        more.file = file;
        more.layer = other;
        more.style = guessedStyle(file, other);
        m_layers.push_back(std::move(more));
        load(size() - 1);
    }
    tell();
}

void LayerShelf::forgetAll()
{
    for (const auto& layer : m_layers) {
        m_workbench.jobs().cancel(layer.job);
    }
    m_layers.clear();
    emit changed();
}

void LayerShelf::restore()
{
    const auto remembered = m_workbench.preferences().ofCensus(censusId(m_workbench), QStringLiteral("layers"));
    const bool isSample = m_workbench.file() == sampleCensus();
    m_layers = remembered.isEmpty() && isSample ? sampleLayers() : readLayers(remembered);
    for (int index = 0; index < size(); ++index) {
        load(index);
    }
    emit changed();
}

void LayerShelf::tell()
{
    if (m_workbench.isOpen()) {
        m_workbench.preferences().setOfCensus(censusId(m_workbench), QStringLiteral("layers"), writeLayers(m_layers));
    }
    emit changed();
}

} // namespace observo::app
