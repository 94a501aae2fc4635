// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/coverage/FieldOfView.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace observo::coverage {
namespace {

constexpr Degrees kFullCircle{360.0};

/// How far the direction of a type matters for what it sees.
enum class Turning { Aimed, Panning, AllAround };

/// What is assumed of a camera of a type that says nothing of its own.
struct TypeView {
    std::string_view type;
    Turning turning = Turning::Aimed;
    Degrees width;
    Metres range;
};

// Widths are those of the lens most often sold with the type, ranges those at which it still recognises a scene. They
// are assumptions: wherever they are used the sector says so.
constexpr std::array kTypes{
    TypeView{"fixed", Turning::Aimed, {70.0}, {30.0}},
    TypeView{"bullet", Turning::Aimed, {70.0}, {40.0}},
    TypeView{"box", Turning::Aimed, {60.0}, {40.0}},
    TypeView{"dome_fixed", Turning::Aimed, {90.0}, {25.0}},
    TypeView{"ptz", Turning::Panning, {60.0}, {80.0}},
    TypeView{"fisheye", Turning::AllAround, {360.0}, {15.0}},
    TypeView{"multisensor", Turning::AllAround, {360.0}, {30.0}},
    TypeView{"thermal", Turning::Aimed, {45.0}, {100.0}},
    TypeView{"trail_camera", Turning::Aimed, {55.0}, {15.0}},
    TypeView{"bodycam", Turning::Aimed, {120.0}, {10.0}},
    TypeView{"dashcam", Turning::Aimed, {120.0}, {30.0}},
    TypeView{"drone", Turning::Aimed, {80.0}, {60.0}},
};
constexpr TypeView kOtherType{"other", Turning::Aimed, {70.0}, {30.0}};

const TypeView& typeView(std::string_view type)
{
    const auto* found = std::find_if(kTypes.begin(), kTypes.end(), [&](const auto& row) { return row.type == type; });
    return found == kTypes.end() ? kOtherType : *found;
}

/// The same by a row's code index; a table, because the map asks it for each camera of each picture.
const TypeView& typeView(std::uint8_t index)
{
    static const auto table = [] {
        std::array<const TypeView*, 256> views{};
        for (std::size_t i = 0; i < views.size(); ++i) {
            views[i] = &typeView(codeAt("camera_type", static_cast<std::uint8_t>(i)));
        }
        return views;
    }();
    return *table[index];
}

bool isAngle(float degrees)
{
    return std::isfinite(degrees);
}

bool isPositive(float value)
{
    return std::isfinite(value) && value > 0.0F;
}

/// From and width of the horizontal opening; nothing when it would have to be guessed where the camera looks.
std::optional<ViewSector> opening(const CameraRow& camera, const TypeView& type)
{
    ViewSector view;
    view.widthAssumed = !isPositive(camera.hfov);
    view.width = view.widthAssumed ? type.width : Degrees{std::min<double>(camera.hfov, 360.0)};

    if (type.turning == Turning::Panning && isAngle(camera.panMin) && isAngle(camera.panMax)) {
        view.from = normalised({camera.panMin});
        view.width = normalised(Degrees{camera.panMax} - Degrees{camera.panMin});
        if (view.width.value == 0.0 || view.width.value > 359.0) { // a head that turns without end says 0 to 360
            view.width = kFullCircle;
        }
        view.widthAssumed = false;
        return view;
    }
    // A fisheye's 180 degrees are measured from the zenith down: in plan it sees all around.
    if (type.turning == Turning::AllAround && (type.type == "fisheye" || view.widthAssumed)) {
        view.widthAssumed = view.widthAssumed && type.type != "fisheye";
        view.width = kFullCircle;
    }
    if (view.isFullCircle()) {
        return view;
    }
    if (!isAngle(camera.direction)) {
        return std::nullopt;
    }
    view.from = normalised(Degrees{camera.direction} - view.width / 2.0);
    return view;
}

std::optional<Degrees> verticalFieldOfView(const Camera& camera)
{
    if (camera.vfov) {
        return camera.vfov;
    }
    if (camera.focal && camera.sensorHeight) {
        return fieldOfView(*camera.sensorHeight, *camera.focal);
    }
    std::optional<Degrees> hfov = camera.hfov;
    if (!hfov && camera.focal && camera.sensorWidth) {
        hfov = fieldOfView(*camera.sensorWidth, *camera.focal);
    }
    const bool isFlat = hfov && hfov->value < 180.0 && camera.resolutionH && *camera.resolutionH > 0;
    if (!isFlat || !camera.resolutionV) {
        return std::nullopt;
    }
    const double shape = static_cast<double>(*camera.resolutionV) / static_cast<double>(*camera.resolutionH);
    return degreesFromRadians(2.0 * std::atan(std::tan(radians(*hfov) / 2.0) * shape)); // F2, second form
}

} // namespace

Degrees fieldOfView(Millimetres sensorSize, Millimetres focal)
{
    return degreesFromRadians(2.0 * std::atan(sensorSize / (2.0 * focal)));
}

Degrees assumedWidth(std::string_view cameraType)
{
    return typeView(cameraType).width;
}

Metres assumedRange(std::string_view cameraType)
{
    return typeView(cameraType).range;
}

std::optional<ViewSector> viewOf(const CameraRow& camera)
{
    const TypeView& type = typeView(camera.type);
    auto view = opening(camera, type);
    if (view) {
        view->rangeAssumed = !isPositive(camera.range);
        view->range = view->rangeAssumed ? type.range : Metres{camera.range};
    }
    return view;
}

std::optional<ViewSector> viewOf(const Camera& camera)
{
    auto view = viewOf(rowOf(camera));
    if (!view) {
        return view;
    }
    if (const auto span = groundSpan(camera)) {
        view->near = std::min(span->near, view->range);
    }
    return view;
}

std::optional<RuleContext::GroundSpan> groundSpan(const Camera& camera)
{
    const auto vfov = verticalFieldOfView(camera);
    if (!camera.mountHeight || !camera.tilt || !vfov || camera.mountHeight->value <= 0.0) {
        return std::nullopt;
    }
    const Degrees lower = *camera.tilt + *vfov / 2.0; // below the horizon, the ray that lands nearest
    const Degrees upper = *camera.tilt - *vfov / 2.0;
    if (lower.value <= 0.0) {
        return std::nullopt; // looks over the horizon: no ground in the picture
    }
    RuleContext::GroundSpan span;
    span.near = lower.value >= 90.0 ? Metres{0.0} : *camera.mountHeight / std::tan(radians(lower));
    if (upper.value > 0.0) {
        span.far = upper.value >= 90.0 ? Metres{0.0} : *camera.mountHeight / std::tan(radians(upper));
    }
    return span;
}

bool sees(const ViewSector& view, Degrees azimuth, Metres distance)
{
    if (distance < view.near || distance > view.range) {
        return false;
    }
    if (view.isFullCircle()) {
        return true;
    }
    const Degrees axis = view.from + view.width / 2.0;
    // The edges belong to the view; the sum above may have lost the last bit.
    return std::abs(turnBetween(axis, azimuth).value) <= view.width.value / 2.0 + 1e-9;
}

} // namespace observo::coverage
