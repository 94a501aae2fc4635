// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/render/Viewport.h"

#include <QMargins>
#include <QRectF>

namespace observo::mapview {

/// The part of the map that is painted for a view: larger on each side, so that a pan has content at once.
[[nodiscard]] render::Viewport oversized(const render::Viewport& view, int margin);
/// Pixels to paint ahead on each side: a quarter of the larger side.
[[nodiscard]] int marginFor(const render::Viewport& view);

/// Where a picture painted for `picture` belongs in a widget that shows `view`: moved and scaled.
[[nodiscard]] QRectF placeOf(const render::Viewport& picture, const render::Viewport& view);
/// Whether the picture has all of the view at its own scale.
[[nodiscard]] bool covers(const render::Viewport& picture, const render::Viewport& view);

} // namespace observo::mapview
