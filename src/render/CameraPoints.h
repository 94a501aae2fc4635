// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Inventory.h"
#include "observo/core/Progress.h"
#include "observo/core/Quantities.h"
#include "observo/geo/Transform.h"
#include "observo/render/Scene.h"

#include <functional>
#include <memory>
#include <vector>

namespace observo::render {

/// All cameras of a snapshot on the map, in the order in which the inventory visits them. NaN where the map ends.
using CameraPoints = std::vector<MapPoint>;

/// Projects a snapshot once: the last few are kept, known by the inventory's identity, for every picture until the
/// next edit. Safe from every thread.
[[nodiscard]] std::shared_ptr<const CameraPoints> cameraPoints(const Inventory& cameras,
                                                               const geo::Projection& projection);
/// The longest range of a snapshot's sectors: how far outside the picture a camera may stand and still be seen.
[[nodiscard]] Metres longestRange(const Inventory& cameras);

/// Calls `visit` for each camera of the scene in `window`: the preview in place of the camera with its identity (and
/// last), the table's filter applied. Stops early when cancelled or when `visit` returns false.
void forEachCamera(const Scene& scene, const geo::Projection& projection, const geo::MapBox& window,
                   const Progress& progress, const std::function<bool(const CameraRow&, MapPoint)>& visit);

} // namespace observo::render
