// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tools/AimGeometry.h"

#include "observo/render/Viewport.h"

#include <QPainter>
#include <QPointF>
#include <QString>

#include <optional>
#include <vector>

namespace observo::app {

/// Radius in pixels of the ring by which a camera without direction is aimed.
constexpr double kAimRing = 40.0;

/// A handle on the screen.
struct HandlePixel {
    Handle handle = Handle::Axis;
    QPointF at;
};

/// Everything the aim overlay shows of one camera.
struct AimPicture {
    Camera camera;
    QPointF centre;
    std::vector<HandlePixel> handles{};
    Handle active = Handle::Axis;
    std::optional<Handle> hovered{};
    bool isBusy = false; ///< being aimed: the values stand beside the handle
    QString readout{};
};

void paintAim(QPainter& painter, const render::Viewport& viewport, const AimPicture& picture);
/// "127° · 38 m · 71 px/m", or the width or tilt when their handle is active; says where the lens ends.
[[nodiscard]] QString aimReadout(const Camera& camera, Handle active);
/// A small label with its own ground, for numbers over a map; kept inside `bounds`.
void paintTag(QPainter& painter, QPointF at, const QString& text, const QRectF& bounds);

} // namespace observo::app
