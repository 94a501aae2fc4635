// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Inventory.h"
#include "observo/geo/RasterLayer.h"
#include "observo/geo/VectorLayer.h"
#include "observo/render/Theme.h"

#include <QString>

#include <memory>
#include <optional>
#include <set>
#include <variant>
#include <vector>

namespace observo::render {

/// How a vector layer is drawn.
enum class LayerStyle { Buildings, Streets, Water, Boundaries, Plain };

/// A layer below the cameras, first in the list drawn first.
struct SceneLayer {
    QString name;
    std::variant<std::shared_ptr<const geo::VectorLayer>, std::shared_ptr<const geo::RasterLayer>> data;
    LayerStyle style = LayerStyle::Plain;
    double opacity = 1.0;
    bool visible = true;
    bool labels = true;
};

/// Everything one picture of the map is made of; a value, cheap to copy, safe to hand to a job.
struct Scene {
    Inventory cameras;
    std::vector<SceneLayer> layers; ///< all loaded for the viewport's system
    std::set<CameraId> selected;
    std::optional<CameraId> hovered;
    /// A camera being placed or aimed, drawn instead of the stored one with its identity.
    std::optional<Camera> preview;
    std::shared_ptr<const std::set<CameraId>> shown; ///< the table's filter; nullptr: all
    bool showCameras = true;
    bool showViews = true;
    bool showLabels = true;
    bool showGraticule = true;
    ThemeName theme = ThemeName::Light;
    /// Pixels on each side that are painted ahead for panning and not seen yet: edge labels keep out of them.
    int overscan = 0;
};

} // namespace observo::render
