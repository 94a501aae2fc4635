// SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/AimGeometry.h"

#include "support/Builders.h"

#include "observo/geo/Geodesy.h"

#include <gtest/gtest.h>

#include <cmath>

namespace observo::app {
namespace {

using test::aCamera;

LonLat from(const Camera& camera, double azimuth, double metres)
{
    return geo::destination(camera.position, Degrees{azimuth}, Metres{metres});
}

TEST(AimGeometry, aCameraWithoutDirectionHasNoHandlesAndIsNeverNorth)
{
    const Camera camera = aCamera().ofType("fixed");

    EXPECT_TRUE(needsDirection(camera));
    EXPECT_TRUE(handlesOf(camera).empty());
}

TEST(AimGeometry, handlesLieAtTheEndsOfAxisAndEdges)
{
    const Camera camera = aCamera().facing(90).seeing(60, 40);

    const auto handles = handlesOf(camera);

    ASSERT_EQ(handles.size(), 3U);
    EXPECT_NEAR(geo::azimuthBetween(camera.position, handles[0].at).value, 90.0, 0.01);
    EXPECT_NEAR(geo::azimuthBetween(camera.position, handles[1].at).value, 60.0, 0.01);
    EXPECT_NEAR(geo::azimuthBetween(camera.position, handles[2].at).value, 120.0, 0.01);
    for (const auto& handle : handles) {
        EXPECT_NEAR(geo::distanceBetween(camera.position, handle.at).value, 40.0, 0.01);
    }
}

TEST(AimGeometry, theTiltHandleComesWithHeightTiltAndVerticalAngle)
{
    const Camera camera = aCamera().facing(0).seeing(60, 60).mountedAt(5).tilted(30).with("vfov_deg", "40");

    const auto handles = handlesOf(camera);

    ASSERT_EQ(handles.size(), 4U);
    EXPECT_EQ(handles[3].handle, Handle::Near);
    // DOMAIN F6: h / tan(tilt + vfov / 2) = 5 / tan 50°.
    EXPECT_NEAR(geo::distanceBetween(camera.position, handles[3].at).value, 5.0 / std::tan(50.0 * kPi / 180.0), 0.01);
    const auto tilted = dragged(camera, Handle::Near, from(camera, 0, 5.0));
    EXPECT_NEAR(tilted.tilt->value, 45.0 - 20.0, 0.11);
}

TEST(AimGeometry, draggingTheAxisKeepsWhatItIsTold)
{
    const Camera camera = aCamera().facing(90).seeing(60, 40);
    const auto to = from(camera, 200, 55);

    EXPECT_NEAR(dragged(camera, Handle::Axis, to).direction->value, 200.0, 0.1);
    EXPECT_NEAR(dragged(camera, Handle::Axis, to).range->value, 55.0, 0.5);
    EXPECT_DOUBLE_EQ(dragged(camera, Handle::Axis, to, Keep::Range).range->value, 40.0);
    EXPECT_DOUBLE_EQ(dragged(camera, Handle::Axis, to, Keep::Direction).direction->value, 90.0);
}

TEST(AimGeometry, theWidthStopsWhereTheLensEnds)
{
    const Camera camera = aCamera()
                              .facing(0)
                              .seeing(60, 40)
                              .with("sensor_w_mm", "5,4")
                              .with("focal_mm", "2,8")
                              .with("focal_max_mm", "12");
    const auto limits = lensLimits(camera);

    ASSERT_TRUE(limits.has_value());
    EXPECT_NEAR(limits->widest.value, 2 * std::atan(5.4 / 5.6) * 180 / kPi, 0.01);
    EXPECT_DOUBLE_EQ(withWidth(camera, Degrees{170}).hfov->value, limits->widest.value);
    EXPECT_DOUBLE_EQ(withWidth(camera, Degrees{2}).hfov->value, limits->narrowest.value);
}

TEST(AimGeometry, theEdgesOfAPanRangeAreItsEnds)
{
    const Camera camera = aCamera().ofType("ptz").facing(90).panning(45, 135).seeing(60, 40);

    const auto right = dragged(camera, Handle::RightEdge, from(camera, 200, 40));

    EXPECT_NEAR(right.panMax->value, 200.0, 0.1);
    EXPECT_DOUBLE_EQ(right.panMin->value, 45.0);
    EXPECT_EQ(right.hfov, camera.hfov);
}

TEST(AimGeometry, turningGoesRoundTheCircle)
{
    EXPECT_DOUBLE_EQ(turned(aCamera().facing(359.5), Degrees{1}).direction->value, 0.5);
    EXPECT_DOUBLE_EQ(turned(aCamera().facing(0), Degrees{-1}).direction->value, 359.0);
    EXPECT_DOUBLE_EQ(turned(aCamera(), Degrees{10}).direction->value, 10.0);
}

TEST(AimGeometry, shiftingIsInTrueMetres)
{
    const Camera camera = aCamera();

    const auto moved = shifted(camera, Metres{3}, Metres{4});

    EXPECT_NEAR(geo::distanceBetween(camera.position, moved.position).value, 5.0, 1e-6);
    EXPECT_NEAR(geo::azimuthBetween(camera.position, moved.position).value, std::atan2(3.0, 4.0) * 180 / kPi, 1e-3);
}

TEST(AimGeometry, densityIsResolutionOverTheWidthOfThePicture)
{
    const Camera camera = aCamera().facing(0).seeing(90, 20).with("res_h_px", "1920");

    ASSERT_TRUE(densityAtRange(camera).has_value());
    EXPECT_NEAR(densityAtRange(camera)->value, 1920.0 / 40.0, 1e-6);
    EXPECT_FALSE(densityAtRange(aCamera().facing(0).seeing(90, 20)).has_value());
}

TEST(AimGeometry, theChangeSetHoldsOnlyPlaceAndAim)
{
    const Camera before = aCamera().facing(90).seeing(60, 40);
    Camera after = before;
    after.name = "typed elsewhere, not applied";
    after.direction = Degrees{100};

    const auto aimed = changesOfAim(before, after);
    ASSERT_EQ(aimed.changes.size(), 1U);
    EXPECT_EQ(aimed.label, "Aim camera");
    EXPECT_EQ(std::get<Camera>(*aimed.changes[0].after).name, before.name);

    after.position.lat += 0.001;
    const auto both = changesOfAim(before, after);
    EXPECT_EQ(both.label, "Move camera");
    EXPECT_DOUBLE_EQ(std::get<Camera>(*both.changes[0].after).direction->value, 100.0);
    EXPECT_TRUE(changesOfAim(before, before).isEmpty());
}

} // namespace
} // namespace observo::app
