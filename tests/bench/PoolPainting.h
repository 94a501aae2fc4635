// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Inventory.h"
#include "observo/render/MapPainter.h"

namespace observo::bench {

/// Paints in a task of the global pool, as the window does (Qt's painter is several times slower elsewhere), and tells
/// how long the painting alone took, in seconds. `picture` stays as it was when painting fails.
double paintInPool(const render::Scene& scene, const render::Viewport& viewport, render::MapPicture& picture);

/// A view of 1920 x 1080 pixels with every camera in it.
[[nodiscard]] render::Viewport fullExtent(const Inventory& cameras);

} // namespace observo::bench
