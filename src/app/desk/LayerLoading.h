// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Progress.h"
#include "observo/core/Result.h"
#include "observo/render/Scene.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace observo::app {

using LayerData = decltype(render::SceneLayer::data);

/// A file that the person put under the map. What is remembered is the choice, never the data.
struct ShelfLayer {
    QString file;
    QString layer; ///< name inside the file; empty: the first one
    render::LayerStyle style = render::LayerStyle::Plain;
    double opacity = 1.0;
    bool visible = true;
    QString labelAttribute;
    int assumedEpsg = 0; ///< for a file that declares no system
    // found on loading
    bool isRaster = false;
    bool isNew = false; ///< just added: finds its place by what it is
    QStringList attributes;
    LayerData data;
    std::optional<Error> problem;
    int job = 0; ///< while it is being loaded

    [[nodiscard]] bool isLoaded() const;
    [[nodiscard]] QString title() const;
};

/// What to read, and for which map.
struct LayerWish {
    std::filesystem::path file;
    std::string layer;
    std::string labelAttribute;
    int targetEpsg = 0;
    int assumedEpsg = 0;
    std::filesystem::path cacheFolder;
};

/// What was found.
struct LoadedLayer {
    QString layer;
    QStringList attributes;
    QStringList otherLayers; ///< of the same file, when none was named
    bool isRaster = false;
    LayerData data;
};

/// Long; runs in a job.
[[nodiscard]] Result<LoadedLayer> loadLayer(const LayerWish& wish, const Progress& progress);
/// How a layer wants to be drawn, by the words in its names.
[[nodiscard]] render::LayerStyle guessedStyle(const QString& file, const QString& layer);

/// The choices as JSON, and back; what cannot be read gives no layers.
[[nodiscard]] QByteArray writeLayers(const std::vector<ShelfLayer>& layers);
[[nodiscard]] std::vector<ShelfLayer> readLayers(const QByteArray& json);

} // namespace observo::app
