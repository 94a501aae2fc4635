// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/LayerLoading.h"

#include "Text.h"

#include "observo/exchange/ForeignLayer.h"
#include "observo/geo/RasterLayer.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace observo::app {

namespace {

Result<LoadedLayer> loadRaster(const LayerWish& wish, const Progress& progress)
{
    auto loaded = geo::RasterLayer::load(wish.file,
                                         {.layer = wish.layer,
                                          .targetEpsg = wish.targetEpsg,
                                          .assumedEpsg = wish.assumedEpsg,
                                          .cacheFolder = wish.cacheFolder},
                                         progress);
    if (!loaded) {
        return fail(loaded.error());
    }
    LoadedLayer found;
    found.layer = toText(wish.layer);
    found.isRaster = true;
    found.data = std::move(*loaded);
    return found;
}

} // namespace

bool ShelfLayer::isLoaded() const
{
    return std::visit([](const auto& pointer) { return pointer != nullptr; }, data);
}

QString ShelfLayer::title() const
{
    const QFileInfo info(file);
    return layer.isEmpty() || info.completeBaseName() == layer ? info.fileName()
                                                               : layer + QStringLiteral(" · ") + info.fileName();
}

Result<LoadedLayer> loadLayer(const LayerWish& wish, const Progress& progress)
{
    auto loaded = exchange::loadForeignLayer(wish.file,
                                             {.layer = wish.layer,
                                              .labelAttribute = wish.labelAttribute,
                                              .targetEpsg = wish.targetEpsg,
                                              .assumedEpsg = wish.assumedEpsg},
                                             progress);
    if (!loaded) {
        return fail(std::move(loaded.error()));
    }
    if (loaded->isPicture) {
        return loadRaster(wish, progress);
    }
    LoadedLayer found;
    found.layer = toText(loaded->layer);
    for (const auto& name : loaded->attributes) {
        found.attributes.append(toText(name));
    }
    for (const auto& name : loaded->others) {
        if (wish.layer.empty()) {
            found.otherLayers.append(toText(name));
        }
    }
    found.data = std::move(loaded->data);
    return found;
}

render::LayerStyle guessedStyle(const QString& file, const QString& layer)
{
    using render::LayerStyle;
    struct Guess {
        LayerStyle style;
        QStringList words;
    };
    static const Guess guesses[] = {
        {LayerStyle::Buildings, {QStringLiteral("build"), QStringLiteral("edific"), QStringLiteral("fabbric")}},
        {LayerStyle::Streets, {QStringLiteral("street"), QStringLiteral("road"), QStringLiteral("strad")}},
        {LayerStyle::Water, {QStringLiteral("water"), QStringLiteral("acqu"), QStringLiteral("fium")}},
        {LayerStyle::Boundaries, {QStringLiteral("limit"), QStringLiteral("comun"), QStringLiteral("bound")}},
    };
    // The layer's own name counts before that of the file, which may hold several layers.
    for (const auto& text : {layer.toLower(), QFileInfo(file).completeBaseName().toLower()}) {
        for (const auto& guess : guesses) {
            if (std::ranges::any_of(guess.words, [&](const auto& word) { return text.contains(word); })) {
                return guess.style;
            }
        }
    }
    return LayerStyle::Plain;
}

QByteArray writeLayers(const std::vector<ShelfLayer>& layers)
{
    QJsonArray list;
    for (const auto& layer : layers) {
        list.append(QJsonObject{{QStringLiteral("file"), layer.file},
                                {QStringLiteral("layer"), layer.layer},
                                {QStringLiteral("style"), static_cast<int>(layer.style)},
                                {QStringLiteral("opacity"), layer.opacity},
                                {QStringLiteral("visible"), layer.visible},
                                {QStringLiteral("label"), layer.labelAttribute},
                                {QStringLiteral("epsg"), layer.assumedEpsg}});
    }
    return QJsonDocument(list).toJson(QJsonDocument::Compact);
}

std::vector<ShelfLayer> readLayers(const QByteArray& json)
{
    std::vector<ShelfLayer> layers;
    const auto list = QJsonDocument::fromJson(json).array();
    for (const auto& value : list) {
        const auto entry = value.toObject();
        ShelfLayer layer;
        layer.file = entry.value(QStringLiteral("file")).toString();
        layer.layer = entry.value(QStringLiteral("layer")).toString();
        const int style = entry.value(QStringLiteral("style")).toInt(static_cast<int>(render::LayerStyle::Plain));
        layer.style =
            static_cast<render::LayerStyle>(std::clamp(style, 0, static_cast<int>(render::LayerStyle::Plain)));
        layer.opacity = std::clamp(entry.value(QStringLiteral("opacity")).toDouble(1.0), 0.0, 1.0);
        layer.visible = entry.value(QStringLiteral("visible")).toBool(true);
        layer.labelAttribute = entry.value(QStringLiteral("label")).toString();
        layer.assumedEpsg = entry.value(QStringLiteral("epsg")).toInt();
        if (!layer.file.isEmpty()) {
            layers.push_back(std::move(layer));
        }
    }
    return layers;
}

} // namespace observo::app
