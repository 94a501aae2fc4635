// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Camera.h"
#include "observo/core/ChangeSet.h"

#include <optional>
#include <vector>

namespace observo::app {

/// What one takes hold of to aim a camera.
enum class Handle { Axis, LeftEdge, RightEdge, Near };

/// A handle and the place on earth it lies at.
struct HandlePlace {
    Handle handle = Handle::Axis;
    LonLat at;
};

/// What a drag of the axis leaves alone.
enum class Keep { Nothing, Range, Direction };

/// Where the lens ends: its fields of view at the longest and the shortest focal length.
struct LensLimits {
    Degrees narrowest;
    Degrees widest;
};

// Aiming without mouse or widget: a camera and a gesture in, a camera out. True ground metres and true azimuths.

/// The handles of a camera: none on the axis of one whose direction is needed and not known.
[[nodiscard]] std::vector<HandlePlace> handlesOf(const Camera& camera);
/// True when the camera's direction is needed and not known: it is aimed by dragging anywhere around it.
[[nodiscard]] bool needsDirection(const Camera& camera);
[[nodiscard]] std::optional<LensLimits> lensLimits(const Camera& camera);

/// The camera after a handle was dragged to `to`.
[[nodiscard]] Camera dragged(const Camera& camera, Handle handle, LonLat to, Keep keep = Keep::Nothing);
/// Turned clockwise; a camera without direction starts from north.
[[nodiscard]] Camera turned(const Camera& camera, Degrees by);
[[nodiscard]] Camera withDirection(const Camera& camera, Degrees azimuth);
/// Held within the lens.
[[nodiscard]] Camera withWidth(const Camera& camera, Degrees hfov);
[[nodiscard]] Camera withRange(const Camera& camera, Metres range);
[[nodiscard]] Camera withTilt(const Camera& camera, Degrees tilt);
/// Moved on the ground, east and north in true metres.
[[nodiscard]] Camera shifted(const Camera& camera, Metres east, Metres north);

/// Pixels on a metre of a target that stands at the end of the range.
[[nodiscard]] std::optional<PixelsPerMetre> densityAtRange(const Camera& camera);

/// One change set for what differs in place and aim; empty when nothing does. `before` is the camera as the census
/// holds it, so that nothing else of `after` gets in.
[[nodiscard]] ChangeSet changesOfAim(const Camera& before, const Camera& after);

} // namespace observo::app
