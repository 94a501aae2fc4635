// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/ChangeSet.h"

#include <span>
#include <string>
#include <string_view>

namespace observo {

// Edits are pure functions that return a ChangeSet: they know no widget, file or clock. A camera without `code`
// or `siteCode` is completed by the session: it numbers codes and makes the site (and the system) that is missing.
// An edit that would change nothing returns an empty set.

/// A new camera at a place with the settings of `like` (type, optics, purpose, ...), but none of its identity,
/// history, serial number or bookkeeping. `like.siteCode` is kept: several cameras on one pole share their site.
[[nodiscard]] ChangeSet placeCamera(CameraId id, LonLat at, const Camera& like = {});
/// The same settings on the same site, at `at`: "copy with same settings".
[[nodiscard]] ChangeSet copyCamera(CameraId id, const Camera& original, LonLat at);
/// With `method` ("map_click") the new place is known by it: accuracy and ANNCSU method of the old place are dropped.
[[nodiscard]] ChangeSet moveCamera(const Camera& camera, LonLat to, std::string_view method = {});
/// Moves all cameras of a site by the same offset in degrees, as one set.
[[nodiscard]] ChangeSet moveSite(std::span<const Camera> cameras, LonLat offset);
[[nodiscard]] ChangeSet turnCamera(const Camera& camera, Degrees azimuth);

/// Direction, width and range in one gesture; what is not given stays.
struct Aim {
    std::optional<Degrees> direction;
    std::optional<Degrees> hfov;
    std::optional<Metres> range;
    std::optional<Degrees> tilt;
};
/// Gives the camera a new aim. Values are held within their dictionary range and the direction is normalised.
[[nodiscard]] ChangeSet aimCamera(const Camera& camera, const Aim& aim);
[[nodiscard]] ChangeSet renameCamera(const Camera& camera, std::string name);
/// Status, and the day since when it holds. `decommissioned` sets the decommissioning date too, another status drops
/// it.
[[nodiscard]] ChangeSet changeStatus(const Camera& camera, std::string_view status, std::string_view since);
/// Out of service for good: status decommissioned with its date; the record stays.
[[nodiscard]] ChangeSet retireCamera(const Camera& camera, std::string_view on, std::string reason);
/// Leaves the census; the session keeps a tombstone. The reason must not be empty.
[[nodiscard]] ChangeSet removeCamera(const Camera& camera, std::string reason);
/// Checked on the day `on` (which must be one) by `role`; the next check is due twelve months later.
[[nodiscard]] ChangeSet verifyCamera(const Camera& camera, std::string_view on, std::string_view role);
/// The general form edit: one record before and after.
[[nodiscard]] ChangeSet editRecord(Record before, Record after, std::string label = "Edit record");

} // namespace observo
