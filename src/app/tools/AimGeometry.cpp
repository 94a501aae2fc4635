// SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/AimGeometry.h"

#include "observo/core/Edits.h"
#include "observo/coverage/FieldOfView.h"
#include "observo/geo/Geodesy.h"

#include <algorithm>
#include <cmath>

namespace observo::app {

namespace {

constexpr Degrees kQuarter{90.0};
constexpr double kRightAngle = 90.0;

Camera after(const ChangeSet& changes, const Camera& unchanged)
{
    return changes.isEmpty() ? unchanged : std::get<Camera>(*changes.changes.front().after);
}

/// A PTZ whose pan range is known is drawn over it: its edges are the ends of the pan.
bool hasPan(const Camera& camera)
{
    return camera.type == "ptz" && camera.panMin && camera.panMax;
}

/// Whole tenths of a degree and of a metre: what a hand can mean on a map.
double tenth(double value)
{
    // Times and divided by a whole number, so that 101.1 is the number that is written 101.1.
    return std::round(value * 10.0) / 10.0;
}

Metres roundedRange(Metres range)
{
    return {std::max(0.5, range.value < 20.0 ? tenth(range.value) : std::round(range.value))};
}

Degrees roundedAzimuth(Degrees azimuth)
{
    return normalised(Degrees{tenth(azimuth.value)});
}

Camera panDragged(const Camera& camera, Handle handle, Degrees azimuth)
{
    Camera panned = camera;
    (handle == Handle::LeftEdge ? panned.panMin : panned.panMax) = roundedAzimuth(azimuth);
    return panned;
}

Camera axisDragged(const Camera& camera, Degrees azimuth, Metres distance, Keep keep)
{
    const auto view = coverage::viewOf(camera);
    Aim aim;
    const bool turns = !view || !view->isFullCircle();
    if (turns && keep != Keep::Direction) {
        aim.direction = roundedAzimuth(azimuth);
    }
    if (keep != Keep::Range) {
        aim.range = roundedRange(distance);
    }
    return after(aimCamera(camera, aim), camera);
}

/// The near edge of the picture lies at h / tan(tilt + vfov / 2) (DOMAIN F6), so the tilt follows from where it is put.
Camera nearDragged(const Camera& camera, Metres distance)
{
    if (!camera.mountHeight || !camera.vfov) {
        return camera;
    }
    const auto steepest = degreesFromRadians(std::atan2(camera.mountHeight->value, std::max(0.1, distance.value)));
    return withTilt(camera, Degrees{tenth(steepest.value - camera.vfov->value / 2.0)});
}

} // namespace

bool needsDirection(const Camera& camera)
{
    return !coverage::viewOf(camera).has_value();
}

std::optional<LensLimits> lensLimits(const Camera& camera)
{
    if (!camera.sensorWidth || !camera.focal || !camera.focalMax || camera.focalMax->value < camera.focal->value) {
        return std::nullopt;
    }
    return LensLimits{coverage::fieldOfView(*camera.sensorWidth, *camera.focalMax),
                      coverage::fieldOfView(*camera.sensorWidth, *camera.focal)};
}

std::vector<HandlePlace> handlesOf(const Camera& camera)
{
    const auto view = coverage::viewOf(camera);
    if (!view) {
        return {};
    }
    const auto at = [&](Degrees azimuth, Metres distance) {
        return geo::destination(camera.position, normalised(azimuth), distance);
    };
    if (view->isFullCircle()) {
        return {{Handle::Axis, at(kQuarter, view->range)}};
    }
    const Degrees middle = view->from + view->width / 2.0;
    const Degrees axis = hasPan(camera) && camera.direction ? *camera.direction : middle;
    std::vector<HandlePlace> handles{{Handle::Axis, at(axis, view->range)},
                                     {Handle::LeftEdge, at(view->from, view->range)},
                                     {Handle::RightEdge, at(view->from + view->width, view->range)}};
    if (camera.mountHeight && camera.vfov && camera.tilt && view->near.value > 0.0) {
        handles.push_back({Handle::Near, at(axis, view->near)});
    }
    return handles;
}

Camera dragged(const Camera& camera, Handle handle, LonLat to, Keep keep)
{
    const auto azimuth = geo::azimuthBetween(camera.position, to);
    const auto distance = geo::distanceBetween(camera.position, to);
    switch (handle) {
    case Handle::Axis:
        return axisDragged(camera, azimuth, distance, keep);
    case Handle::Near:
        return nearDragged(camera, distance);
    case Handle::LeftEdge:
    case Handle::RightEdge:
        break;
    }
    if (hasPan(camera)) {
        return panDragged(camera, handle, azimuth);
    }
    if (!camera.direction) {
        return camera;
    }
    // Both edges move alike, because the axis stays: the width is twice the angle between axis and hand.
    const auto half = std::abs(turnBetween(*camera.direction, azimuth).value);
    return withWidth(camera, Degrees{tenth(2.0 * half)});
}

Camera turned(const Camera& camera, Degrees by)
{
    return withDirection(camera, camera.direction.value_or(Degrees{0.0}) + by);
}

Camera withDirection(const Camera& camera, Degrees azimuth)
{
    return after(aimCamera(camera, Aim{.direction = roundedAzimuth(azimuth)}), camera);
}

Camera withWidth(const Camera& camera, Degrees hfov)
{
    if (const auto limits = lensLimits(camera)) {
        hfov = std::clamp(hfov, limits->narrowest, limits->widest);
    }
    return after(aimCamera(camera, Aim{.hfov = hfov}), camera);
}

Camera withRange(const Camera& camera, Metres range)
{
    return after(aimCamera(camera, Aim{.range = range}), camera);
}

Camera withTilt(const Camera& camera, Degrees tilt)
{
    return after(aimCamera(camera, Aim{.tilt = tilt}), camera);
}

Camera shifted(const Camera& camera, Metres east, Metres north)
{
    const Metres way{std::hypot(east.value, north.value)};
    if (way.value == 0.0) {
        return camera;
    }
    Camera moved = camera;
    const Degrees azimuth{kRightAngle - degreesFromRadians(std::atan2(north.value, east.value)).value};
    moved.position = geo::destination(camera.position, normalised(azimuth), way);
    return moved;
}

std::optional<PixelsPerMetre> densityAtRange(const Camera& camera)
{
    constexpr double kWidestFlat = 180.0;
    const auto view = coverage::viewOf(camera);
    if (!view || !camera.resolutionH || !camera.hfov || camera.hfov->value >= kWidestFlat) {
        return std::nullopt;
    }
    const double width = 2.0 * view->range.value * std::tan(radians(*camera.hfov) / 2.0);
    return PixelsPerMetre{static_cast<double>(*camera.resolutionH) / width};
}

ChangeSet changesOfAim(const Camera& before, const Camera& after)
{
    Camera aimed = before;
    aimed.direction = after.direction;
    aimed.hfov = after.hfov;
    aimed.range = after.range;
    aimed.tilt = after.tilt;
    aimed.panMin = after.panMin;
    aimed.panMax = after.panMax;
    const bool isAimed = aimed != before;
    if (before.position == after.position) {
        return editRecord(before, aimed, QT_TRANSLATE_NOOP("Edit", "Aim camera"));
    }
    auto moved = moveCamera(before, after.position, "map_click");
    if (isAimed && !moved.isEmpty()) {
        auto& camera = std::get<Camera>(*moved.changes.front().after);
        aimed.position = camera.position;
        aimed.positionMethod = camera.positionMethod;
        aimed.positionAccuracy = camera.positionAccuracy;
        aimed.anncsuMethod = camera.anncsuMethod;
        camera = aimed;
    }
    return moved;
}

} // namespace observo::app
