// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/core/Edits.h"

#include "support/Builders.h"

#include <gtest/gtest.h>

#include <array>
#include <limits>

namespace observo {
namespace {

using test::aCamera;
using test::aSite;

Camera cameraAfter(const ChangeSet& changes)
{
    expects(changes.changes.size() == 1 && changes.changes.front().after);
    return std::get<Camera>(*changes.changes.front().after);
}

TEST(Edits, placingAddsACameraWithTheSettingsOfItsModelOnTheSameSite)
{
    const Camera like = aCamera().ofType("ptz").facing(90).seeing(60, 40).onSite("P-0001").servingFor("traffic");
    const CameraId id = CameraId::make();

    const ChangeSet changes = placeCamera(id, {8, 45}, like);

    const Camera placed = cameraAfter(changes);
    EXPECT_TRUE(changes.changes.front().isAdded());
    EXPECT_EQ(changes.label, "Place camera");
    EXPECT_EQ(placed.id, id);
    EXPECT_EQ(placed.position, (LonLat{8, 45}));
    EXPECT_EQ(placed.type, "ptz");
    EXPECT_EQ(placed.hfov, Degrees{60});
    EXPECT_EQ(placed.purpose, "traffic");
    EXPECT_EQ(placed.siteCode, "P-0001");
}

TEST(Edits, aPlacedCameraHasNothingOfTheDeviceAndLifeOfItsModel)
{
    const Camera like = test::randomCamera(5);

    const Camera placed = cameraAfter(placeCamera(CameraId::make(), {8, 45}, like));

    for (const auto* name : {"code",
                             "name",
                             "status_since",
                             "reliability",
                             "serial_no",
                             "firmware",
                             "installed_on",
                             "commissioned_on",
                             "decommissioned_on",
                             "last_verified_on",
                             "verified_by",
                             "next_check_on",
                             "declared_on",
                             "photo",
                             "attachments",
                             "notes",
                             "extra",
                             "context_camera_id",
                             "valid_from",
                             "valid_to",
                             "row_version",
                             "created_at",
                             "created_by",
                             "updated_at",
                             "updated_by"}) {
        EXPECT_EQ(valueOf(placed, *findField(RecordKind::Camera, name)), FieldValue{}) << name;
    }
    for (const auto* name : {"camera_type", "camera_function", "purpose", "hfov_deg", "focal_mm", "brand", "model",
                             "retention_hours", "system_code", "body_istat", "visibility"}) {
        const FieldInfo& field = *findField(RecordKind::Camera, name);
        EXPECT_EQ(valueOf(placed, field), valueOf(like, field)) << name;
    }
}

TEST(Edits, aNewCameraIsNotFaultyBecauseItsModelIs)
{
    EXPECT_EQ(cameraAfter(placeCamera(CameraId::make(), {8, 45}, aCamera().inStatus("faulty"))).status, "unknown");
    EXPECT_EQ(cameraAfter(placeCamera(CameraId::make(), {8, 45}, aCamera().inStatus("planned"))).status, "planned");
}

TEST(Edits, withoutAModelACameraIsPlacedWithNothingButItsPoint)
{
    Camera bare;
    bare.id = CameraId::make();
    bare.position = {8, 45};

    EXPECT_EQ(cameraAfter(placeCamera(bare.id, bare.position)), bare);
}

TEST(Edits, aCopyDoesNotInheritHowItsOriginalWasPlaced)
{
    const Camera original = aCamera().with("position_method", "gnss").with("position_accuracy_m", "2").onSite("P-0001");

    const Camera copy = cameraAfter(copyCamera(CameraId::make(), original, {8, 45}));

    EXPECT_EQ(copy.positionMethod, "");
    EXPECT_EQ(copy.positionAccuracy, std::nullopt);
    EXPECT_EQ(copy.siteCode, "P-0001");
}

TEST(Edits, movingChangesThePlaceAlone)
{
    const Camera camera = test::randomCamera(6);
    Camera expected = camera;
    expected.position = {8, 45};

    const ChangeSet changes = moveCamera(camera, {8, 45});

    EXPECT_EQ(cameraAfter(changes), expected);
    EXPECT_EQ(changes.changes.front().before, Record{camera});
    EXPECT_EQ(changes.label, "Move camera");
}

TEST(Edits, movingByAMethodDropsTheAccuracyOfTheOldPlace)
{
    const Camera camera =
        aCamera().with("position_method", "gnss").with("position_accuracy_m", "2").with("anncsu_method", "1");

    const Camera moved = cameraAfter(moveCamera(camera, {8, 45}, "map_click"));

    EXPECT_EQ(moved.positionMethod, "map_click");
    EXPECT_EQ(moved.positionAccuracy, std::nullopt);
    EXPECT_EQ(moved.anncsuMethod, "");
}

TEST(Edits, anEditThatChangesNothingIsEmpty)
{
    const Camera camera = aCamera().at(8, 45).facing(90).named("Ponte");

    EXPECT_TRUE(moveCamera(camera, {8, 45}, "map_click").isEmpty());
    EXPECT_TRUE(turnCamera(camera, Degrees{450}).isEmpty());
    EXPECT_TRUE(aimCamera(camera, {}).isEmpty());
    EXPECT_TRUE(renameCamera(camera, "Ponte").isEmpty());
    EXPECT_TRUE(moveSite(std::array{camera}, {0, 0}).isEmpty());
    EXPECT_TRUE(editRecord(camera, camera).isEmpty());
}

TEST(Edits, movingASiteMovesItsCamerasTogether)
{
    const std::array cameras = {aCamera().at(7, 45).build(), aCamera().at(7.5, 45.5).build()};

    const ChangeSet changes = moveSite(cameras, {0.25, -0.25});

    ASSERT_EQ(changes.changes.size(), 2U);
    EXPECT_EQ(std::get<Camera>(*changes.changes[0].after).position, (LonLat{7.25, 44.75}));
    EXPECT_EQ(std::get<Camera>(*changes.changes[1].after).position, (LonLat{7.75, 45.25}));
    EXPECT_EQ(changes.label, "Move site");
}

TEST(Edits, turningNormalisesTheDirection)
{
    EXPECT_EQ(cameraAfter(turnCamera(aCamera(), Degrees{-90})).direction, Degrees{270});
    EXPECT_EQ(cameraAfter(turnCamera(aCamera(), Degrees{360})).direction, Degrees{0});
    EXPECT_EQ(cameraAfter(turnCamera(aCamera(), Degrees{359.994})).direction, Degrees{359.99});
    EXPECT_EQ(cameraAfter(turnCamera(aCamera(), Degrees{359.996})).direction, Degrees{0});
}

TEST(Edits, turningToNowhereBreaksTheContract)
{
    EXPECT_DEATH((void)turnCamera(aCamera(), Degrees{std::numeric_limits<double>::quiet_NaN()}), "broken contract");
}

TEST(Edits, aimingHoldsEachValueWithinItsRangeAndLeavesTheRest)
{
    const Camera camera = aCamera().facing(10).seeing(60, 40).tilted(20);

    const Camera wide = cameraAfter(aimCamera(camera, {.hfov = Degrees{400}}));
    const Camera flat = cameraAfter(aimCamera(camera, {.range = Metres{-5}, .tilt = Degrees{-80}}));

    EXPECT_EQ(wide.hfov, Degrees{360});
    EXPECT_EQ(wide.direction, Degrees{10});
    EXPECT_EQ(wide.range, Metres{40});
    EXPECT_GT(flat.range, Metres{0});
    EXPECT_EQ(flat.tilt, Degrees{-30});
    EXPECT_EQ(flat.hfov, Degrees{60});
    for (const Camera& aimed : {wide, flat}) {
        for (const FieldInfo& field : fieldsOf(RecordKind::Camera)) {
            EXPECT_TRUE(checkValue(field, valueOf(aimed, field))) << field.name;
        }
    }
}

TEST(Edits, aStatusHasItsDayAndTheEndOfServiceFollowsIt)
{
    const Camera faulty = cameraAfter(changeStatus(aCamera(), "faulty", "2026-11-22"));
    const Camera retired = cameraAfter(retireCamera(faulty, "2026-12-01", "replaced"));
    const Camera back = cameraAfter(changeStatus(retired, "active", "2026-12-02"));

    EXPECT_EQ(faulty.status, "faulty");
    EXPECT_EQ(faulty.statusSince, "2026-11-22");
    EXPECT_EQ(faulty.decommissionedOn, "");
    EXPECT_EQ(retired.status, "decommissioned");
    EXPECT_EQ(retired.decommissionedOn, "2026-12-01");
    EXPECT_EQ(back.decommissionedOn, "");
}

TEST(Edits, retiringCarriesItsReason)
{
    const ChangeSet changes = retireCamera(aCamera(), "2026-12-01", "replaced");

    EXPECT_EQ(changes.label, "Retire camera");
    EXPECT_EQ(changes.reason, "replaced");
}

TEST(Edits, removingNeedsAReason)
{
    const Camera camera = aCamera();

    const ChangeSet changes = removeCamera(camera, "registered twice");

    ASSERT_EQ(changes.changes.size(), 1U);
    EXPECT_TRUE(changes.changes.front().isRemoved());
    EXPECT_EQ(changes.changes.front().before, Record{camera});
    EXPECT_EQ(changes.reason, "registered twice");
    EXPECT_DEATH((void)removeCamera(camera, ""), "broken contract");
}

TEST(Edits, verifyingSetsTheNextCheckTwelveMonthsLater)
{
    const Camera verified = cameraAfter(verifyCamera(aCamera(), "2024-02-29", "surveyor"));

    EXPECT_EQ(verified.lastVerifiedOn, "2024-02-29");
    EXPECT_EQ(verified.verifiedBy, "surveyor");
    EXPECT_EQ(verified.nextCheckOn, "2025-02-28");
}

TEST(Edits, aFormEditIsOneRecordBeforeAndAfter)
{
    const Site before = aSite().named("Ponte");
    Site after = before;
    after.signPresent = "yes";

    const ChangeSet changes = editRecord(before, after);

    ASSERT_EQ(changes.changes.size(), 1U);
    EXPECT_EQ(changes.changes.front(), (Change{.before = before, .after = after}));
    EXPECT_EQ(changes.label, "Edit record");
    EXPECT_DEATH((void)editRecord(before, Record{aCamera()}), "broken contract");
}

TEST(Edits, renamingIsUndoneByTheInverse)
{
    const Camera camera = aCamera().named("Ponte Nord");

    const ChangeSet changes = renameCamera(camera, "Ponte Sud");

    EXPECT_EQ(cameraAfter(changes).name, "Ponte Sud");
    EXPECT_EQ(cameraAfter(inverseOf(changes)), camera);
}

} // namespace
} // namespace observo
