// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Camera.h"
#include "observo/core/Inventory.h"
#include "observo/core/Quantities.h"
#include "observo/core/Rules.h"

#include <optional>
#include <string_view>

namespace observo::coverage {

/// Horizontal (or vertical) field of view of a lens: 2 atan(size / 2f), docs/formulas.md F1 and F2.
[[nodiscard]] Degrees fieldOfView(Millimetres sensorSize, Millimetres focal);

/// What a camera sees in plan before anything cuts it: a sector in true ground metres around its point.
struct ViewSector {
    Degrees from;  ///< left edge, clockwise from true north
    Degrees width; ///< 360 for a full circle
    Metres near;   ///< blind zone under the camera; 0 when height or tilt are not known
    Metres range;
    bool widthAssumed = false; ///< no hfov, no focal length with sensor: the default of the type
    bool rangeAssumed = false;

    [[nodiscard]] bool isAssumed() const { return widthAssumed || rangeAssumed; }
    [[nodiscard]] bool isFullCircle() const { return width.value >= 360.0; }
};

/// The sector of a camera; nothing when its direction is not known and its type needs one (never drawn as north).
/// A PTZ gives its pan range when that is known, else its current direction; fisheye and multisensor a full circle.
[[nodiscard]] std::optional<ViewSector> viewOf(const CameraRow& camera);
[[nodiscard]] std::optional<ViewSector> viewOf(const Camera& camera);

/// Width and range taken when a camera does not say: stated in the manual, drawn dashed, named "assumed".
[[nodiscard]] Degrees assumedWidth(std::string_view cameraType);
[[nodiscard]] Metres assumedRange(std::string_view cameraType);

/// Near and far edge on flat ground (F6, F7); nothing without height, tilt and vertical field of view.
[[nodiscard]] std::optional<RuleContext::GroundSpan> groundSpan(const Camera& camera);

/// Whether a place at `azimuth` and `distance` from the camera lies in the sector (F15).
[[nodiscard]] bool sees(const ViewSector& view, Degrees azimuth, Metres distance);

} // namespace observo::coverage
