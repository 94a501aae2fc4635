// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/core/Edits.h"

#include "Calendar.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace observo {
namespace {

constexpr double kStepAboveExcluded = 0.01;
constexpr int kMonthsToNextCheck = 12;

/// One record before and after; an edit that changes nothing is an empty set, so that nothing is logged.
ChangeSet edited(Record before, Record after, std::string label)
{
    ChangeSet changes{.label = std::move(label), .reason = {}, .changes = {}};
    if (before != after) {
        changes.changes.push_back({.before = std::move(before), .after = std::move(after)});
    }
    return changes;
}

ChangeSet added(Record record, std::string label)
{
    return {.label = std::move(label), .reason = {}, .changes = {{.before = std::nullopt, .after = std::move(record)}}};
}

/// What belongs to one device and its life, not to how such a camera is set up.
void forgetTheDevice(Camera& camera)
{
    const Camera fresh;
    camera.code = fresh.code;
    camera.name = fresh.name;
    camera.statusSince = fresh.statusSince;
    camera.reliability = fresh.reliability;
    camera.anncsuMethod = fresh.anncsuMethod;
    camera.validFrom = fresh.validFrom;
    camera.validTo = fresh.validTo;
    camera.serialNo = fresh.serialNo;
    camera.firmware = fresh.firmware;
    camera.contextCamera = fresh.contextCamera;
    camera.declaredOn = fresh.declaredOn;
    camera.installedOn = fresh.installedOn;
    camera.commissionedOn = fresh.commissionedOn;
    camera.decommissionedOn = fresh.decommissionedOn;
    camera.lastVerifiedOn = fresh.lastVerifiedOn;
    camera.verifiedBy = fresh.verifiedBy;
    camera.nextCheckOn = fresh.nextCheckOn;
    camera.photo = fresh.photo;
    camera.attachments = fresh.attachments;
    camera.notes = fresh.notes;
    camera.extra = fresh.extra;
    camera.book = fresh.book;
    // A new camera may be planned or active like its model; it is not faulty because the model is.
    if (camera.status != "planned" && camera.status != "active") {
        camera.status = fresh.status;
    }
}

void forgetHowPlaced(Camera& camera)
{
    camera.anncsuMethod.clear();
    camera.positionAccuracy.reset();
}

/// `value` held within the field's range in the dictionary.
double heldWithin(std::string_view fieldName, double value)
{
    const FieldInfo* field = findField(RecordKind::Camera, fieldName);
    expects(field != nullptr);
    if (field->min) {
        value = std::max(value, *field->min + (field->minExcluded ? kStepAboveExcluded : 0.0));
    }
    return field->max ? std::min(value, *field->max) : value;
}

/// Within 0..359.99. The last hundredth before north belongs to the nearer of its two ends.
Degrees heldAzimuth(Degrees azimuth)
{
    const Degrees turned = normalised(azimuth);
    const Degrees held{heldWithin("direction_deg", turned.value)};
    return turned.value - held.value > (360.0 - held.value) / 2.0 ? Degrees{0.0} : held;
}

} // namespace

ChangeSet placeCamera(CameraId id, LonLat at, const Camera& like)
{
    Camera camera = like;
    forgetTheDevice(camera);
    camera.id = id;
    camera.position = at;
    return added(std::move(camera), QT_TRANSLATE_NOOP("Edit", "Place camera"));
}

ChangeSet copyCamera(CameraId id, const Camera& original, LonLat at)
{
    Camera camera = original;
    forgetTheDevice(camera);
    forgetHowPlaced(camera);
    camera.positionMethod.clear();
    camera.id = id;
    camera.position = at;
    return added(std::move(camera), QT_TRANSLATE_NOOP("Edit", "Copy camera"));
}

ChangeSet moveCamera(const Camera& camera, LonLat to, std::string_view method)
{
    Camera moved = camera;
    moved.position = to;
    if (!method.empty() && moved.position != camera.position) {
        forgetHowPlaced(moved);
        moved.positionMethod = method;
    }
    return edited(camera, std::move(moved), QT_TRANSLATE_NOOP("Edit", "Move camera"));
}

ChangeSet moveSite(std::span<const Camera> cameras, LonLat offset)
{
    ChangeSet changes{.label = QT_TRANSLATE_NOOP("Edit", "Move site"), .reason = {}, .changes = {}};
    if (offset == LonLat{}) {
        return changes;
    }
    changes.changes.reserve(cameras.size());
    for (const Camera& camera : cameras) {
        Camera moved = camera;
        moved.position.lon += offset.lon;
        moved.position.lat += offset.lat;
        changes.changes.push_back({.before = camera, .after = std::move(moved)});
    }
    return changes;
}

ChangeSet turnCamera(const Camera& camera, Degrees azimuth)
{
    expects(std::isfinite(azimuth.value));
    Camera turned = camera;
    turned.direction = heldAzimuth(azimuth);
    return edited(camera, std::move(turned), QT_TRANSLATE_NOOP("Edit", "Turn camera"));
}

ChangeSet aimCamera(const Camera& camera, const Aim& aim)
{
    Camera aimed = camera;
    if (aim.direction) {
        aimed.direction = heldAzimuth(*aim.direction);
    }
    if (aim.hfov) {
        aimed.hfov = Degrees{heldWithin("hfov_deg", aim.hfov->value)};
    }
    if (aim.range) {
        aimed.range = Metres{heldWithin("range_m", aim.range->value)};
    }
    if (aim.tilt) {
        aimed.tilt = Degrees{heldWithin("tilt_deg", aim.tilt->value)};
    }
    return edited(camera, std::move(aimed), QT_TRANSLATE_NOOP("Edit", "Aim camera"));
}

ChangeSet renameCamera(const Camera& camera, std::string name)
{
    Camera renamed = camera;
    renamed.name = std::move(name);
    return edited(camera, std::move(renamed), QT_TRANSLATE_NOOP("Edit", "Rename camera"));
}

ChangeSet changeStatus(const Camera& camera, std::string_view status, std::string_view since)
{
    Camera changed = camera;
    changed.status = status;
    changed.statusSince = since;
    // The date of the end of service follows the status in both directions.
    if (status == "decommissioned") {
        changed.decommissionedOn = since;
    } else if (camera.status == "decommissioned") {
        changed.decommissionedOn.clear();
    }
    return edited(camera, std::move(changed), QT_TRANSLATE_NOOP("Edit", "Change status"));
}

ChangeSet retireCamera(const Camera& camera, std::string_view on, std::string reason)
{
    ChangeSet changes = changeStatus(camera, "decommissioned", on);
    changes.label = QT_TRANSLATE_NOOP("Edit", "Retire camera");
    changes.reason = std::move(reason);
    return changes;
}

ChangeSet removeCamera(const Camera& camera, std::string reason)
{
    expects(!reason.empty());
    return {.label = QT_TRANSLATE_NOOP("Edit", "Remove camera"),
            .reason = std::move(reason),
            .changes = {{.before = camera, .after = std::nullopt}}};
}

ChangeSet verifyCamera(const Camera& camera, std::string_view on, std::string_view role)
{
    const auto day = dayOf(on);
    expects(day.has_value());
    Camera verified = camera;
    verified.lastVerifiedOn = on;
    verified.verifiedBy = role;
    verified.nextCheckOn = textOf(monthsLater(*day, kMonthsToNextCheck));
    return edited(camera, std::move(verified), QT_TRANSLATE_NOOP("Edit", "Verify camera"));
}

ChangeSet editRecord(Record before, Record after, std::string label)
{
    expects(kindOfRecord(before) == kindOfRecord(after) && uuidOf(before) == uuidOf(after));
    return edited(std::move(before), std::move(after), std::move(label));
}

} // namespace observo
