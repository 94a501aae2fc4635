// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/coverage/FieldOfView.h"

#include "observo/core/Fields.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <optional>
#include <string>

namespace observo::coverage {
namespace {

constexpr double kTolerance = 0.001; // the oracles' own

/// The test camera of the oracles: 5.376 x 3.024 mm, 4 mm, 1920 x 1080.
Camera oracleCamera()
{
    Camera camera;
    camera.type = "fixed";
    camera.sensorWidth = Millimetres{5.376};
    camera.sensorHeight = Millimetres{3.024};
    camera.focal = Millimetres{4.0};
    camera.resolutionH = 1920;
    camera.resolutionV = 1080;
    return camera;
}

struct LensCase {
    double sensor;
    double focal;
    double degrees;
};

class LensTable : public ::testing::TestWithParam<LensCase> {};

TEST_P(LensTable, givesThePublishedAngle)
{
    const auto& row = GetParam();

    EXPECT_NEAR(fieldOfView({row.sensor}, {row.focal}).value, row.degrees, kTolerance);
}

INSTANTIATE_TEST_SUITE_P(F1AndF2, LensTable,
                         ::testing::Values(LensCase{5.376, 4.0, 67.802}, LensCase{5.376, 2.8, 87.662},
                                           LensCase{5.376, 8.0, 37.145}, LensCase{5.376, 12.0, 25.252},
                                           LensCase{3.024, 4.0, 41.413}));

struct GroundCase {
    double height;
    double tilt;
    double near;
    std::optional<double> far;
};

class GroundTable : public ::testing::TestWithParam<GroundCase> {};

TEST_P(GroundTable, givesNearAndFarEdge)
{
    Camera camera = oracleCamera();
    camera.mountHeight = Metres{GetParam().height};
    camera.tilt = Degrees{GetParam().tilt};

    const auto span = groundSpan(camera);

    ASSERT_TRUE(span);
    EXPECT_NEAR(span->near.value, GetParam().near, kTolerance);
    ASSERT_EQ(span->far.has_value(), GetParam().far.has_value());
    if (span->far) {
        EXPECT_NEAR(span->far->value, *GetParam().far, kTolerance);
    }
}

INSTANTIATE_TEST_SUITE_P(F6AndF7, GroundTable,
                         ::testing::Values(GroundCase{5.0, 25.0, 4.878, 66.600},
                                           GroundCase{4.0, 20.0, 4.649, std::nullopt},
                                           GroundCase{5.0, 80.0, 0.0, 2.970}));

TEST(GroundSpan, theVerticalAngleFollowsFromResolutionWhenTheSensorHeightIsMissing)
{
    Camera camera = oracleCamera();
    camera.sensorHeight.reset();
    camera.mountHeight = Metres{5.0};
    camera.tilt = Degrees{25.0};

    const auto span = groundSpan(camera);

    ASSERT_TRUE(span);
    EXPECT_NEAR(span->near.value, 4.878, kTolerance);
}

TEST(GroundSpan, theGivenVerticalAngleWinsOverTheLens)
{
    Camera camera = oracleCamera();
    camera.vfov = Degrees{10.0};
    camera.mountHeight = Metres{5.0};
    camera.tilt = Degrees{40.0};

    EXPECT_NEAR(groundSpan(camera)->near.value, 5.0, kTolerance); // tan(40 + 5) = 1
}

TEST(GroundSpan, needsHeightTiltAndAngle)
{
    Camera complete = oracleCamera();
    complete.mountHeight = Metres{5.0};
    complete.tilt = Degrees{25.0};
    Camera noHeight = complete;
    noHeight.mountHeight.reset();
    Camera noTilt = complete;
    noTilt.tilt.reset();
    Camera noLens = complete;
    noLens.focal.reset();

    EXPECT_TRUE(groundSpan(complete));
    EXPECT_FALSE(groundSpan(noHeight));
    EXPECT_FALSE(groundSpan(noTilt));
    EXPECT_FALSE(groundSpan(noLens));
}

TEST(GroundSpan, aCameraThatLooksAtTheSkyHasNoGround)
{
    Camera camera = oracleCamera();
    camera.mountHeight = Metres{5.0};
    camera.tilt = Degrees{-25.0};

    EXPECT_FALSE(groundSpan(camera));
}

TEST(ViewOf, theEdgesLieHalfTheAngleFromTheDirection)
{
    Camera camera = oracleCamera();
    camera.direction = Degrees{350.0};
    camera.range = Metres{30.0};

    const auto view = viewOf(camera);

    ASSERT_TRUE(view); // F14
    EXPECT_NEAR(view->from.value, 316.099, kTolerance);
    EXPECT_NEAR(normalised(view->from + view->width).value, 23.901, kTolerance);
    EXPECT_TRUE(sees(*view, {0.0}, {10.0}));
    EXPECT_FALSE(sees(*view, {180.0}, {10.0}));
    EXPECT_FALSE(view->isAssumed());
}

TEST(ViewOf, theAreaOfTheSectorIsThePublishedOne)
{
    Camera camera = oracleCamera();
    camera.direction = Degrees{0.0};
    camera.range = Metres{30.0};
    camera.mountHeight = Metres{5.0};
    camera.tilt = Degrees{25.0};

    const auto whole = viewOf(rowOf(camera));
    const auto cut = viewOf(camera);

    const auto area = [](const ViewSector& v) {
        return (v.range.value * v.range.value - v.near.value * v.near.value) * radians(v.width) / 2.0;
    };
    EXPECT_NEAR(area(*whole), 532.517, 0.01); // F13; the row's columns are single precision
    EXPECT_NEAR(area(*cut), 518.437, 0.01);
}

TEST(ViewOf, theTargetOfTheOracleIsVisible)
{
    const ViewSector view{.from = Degrees{90.0 - 67.802 / 2}, .width = {67.802}, .near = {4.878}, .range = {30.0}};

    EXPECT_TRUE(sees(view, {75.964}, {20.616})); // F15
    EXPECT_FALSE(sees(view, {75.964}, {4.0}));
    EXPECT_FALSE(sees(view, {75.964}, {30.1}));
    EXPECT_FALSE(sees(view, {90.0 + 34.0}, {20.0}));
    EXPECT_TRUE(sees(view, {90.0 + 33.9}, {20.0}));
}

TEST(ViewOf, anUnknownDirectionIsNeverDrawnAsNorth)
{
    Camera camera = oracleCamera();

    for (const CodeInfo& type : codesOf("camera_type")) {
        camera.type = type.code;
        const bool seesAllAround = type.code == "fisheye";
        EXPECT_EQ(viewOf(camera).has_value(), seesAllAround) << type.code;
    }
}

TEST(ViewOf, whatIsAssumedSaysSo)
{
    Camera camera;
    camera.type = "bullet";
    camera.direction = Degrees{90.0};
    const auto both = viewOf(camera);
    camera.range = Metres{50.0};
    const auto width = viewOf(camera);
    camera.hfov = Degrees{40.0};
    const auto none = viewOf(camera);

    EXPECT_TRUE(both->widthAssumed && both->rangeAssumed);
    EXPECT_EQ(both->width, assumedWidth("bullet"));
    EXPECT_EQ(both->range, assumedRange("bullet"));
    EXPECT_TRUE(width->widthAssumed && !width->rangeAssumed);
    EXPECT_FALSE(none->isAssumed());
}

TEST(ViewOf, everyTypeOfTheListHasAnAssumption)
{
    for (const CodeInfo& type : codesOf("camera_type")) {
        EXPECT_GT(assumedWidth(type.code).value, 0.0) << type.code;
        EXPECT_LE(assumedWidth(type.code).value, 360.0) << type.code;
        EXPECT_GT(assumedRange(type.code).value, 0.0) << type.code;
    }
    EXPECT_EQ(assumedWidth("from another program"), assumedWidth("other"));
}

TEST(ViewOf, aPtzShowsItsPanRangeElseItsDirection)
{
    Camera camera;
    camera.type = "ptz";
    camera.direction = Degrees{90.0};
    const auto aimed = viewOf(camera);
    camera.panMin = Degrees{300.0};
    camera.panMax = Degrees{60.0};
    const auto panning = viewOf(camera);
    camera.panMax = Degrees{300.0};
    const auto endless = viewOf(camera);

    EXPECT_EQ(aimed->width, assumedWidth("ptz"));
    EXPECT_DOUBLE_EQ(panning->from.value, 300.0);
    EXPECT_DOUBLE_EQ(panning->width.value, 120.0);
    EXPECT_FALSE(panning->widthAssumed);
    EXPECT_TRUE(endless->isFullCircle());
}

TEST(ViewOf, aFisheyeAndAMultisensorSeeAllAround)
{
    Camera fisheye;
    fisheye.type = "fisheye";
    fisheye.hfov = Degrees{180.0};
    Camera multisensor;
    multisensor.type = "multisensor";
    Camera onAWall = multisensor;
    onAWall.hfov = Degrees{180.0};
    onAWall.direction = Degrees{45.0};

    EXPECT_TRUE(viewOf(fisheye)->isFullCircle());
    EXPECT_FALSE(viewOf(fisheye)->widthAssumed);
    EXPECT_TRUE(viewOf(multisensor)->isFullCircle());
    EXPECT_TRUE(viewOf(multisensor)->widthAssumed);
    EXPECT_DOUBLE_EQ(viewOf(onAWall)->width.value, 180.0);
    EXPECT_DOUBLE_EQ(viewOf(onAWall)->from.value, 315.0);
}

TEST(ViewOf, aBlindZoneBeyondTheRangeLeavesNothingButNoNonsense)
{
    Camera camera = oracleCamera();
    camera.direction = Degrees{0.0};
    camera.mountHeight = Metres{20.0};
    camera.tilt = Degrees{25.0};
    camera.range = Metres{10.0};

    const auto view = viewOf(camera);

    EXPECT_EQ(view->near, view->range);
}

TEST(ViewOf, valuesThatMakeNoSenseCountAsUnknown)
{
    CameraRow row = rowOf(oracleCamera());
    row.direction = 10.0F;
    row.hfov = -5.0F;
    row.range = std::numeric_limits<float>::infinity();

    const auto view = viewOf(row);

    ASSERT_TRUE(view);
    EXPECT_TRUE(view->widthAssumed);
    EXPECT_TRUE(view->rangeAssumed);
}

} // namespace
} // namespace observo::coverage
