// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/Builders.h"
#include "support/render/Pictures.h"

#include "observo/render/MapPainter.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <set>
#include <vector>

namespace observo::render {
namespace {

using test::aCamera;
using test::bareScene;
using test::inventoryOf;
using test::kTorino;
using test::viewportAt;

/// A degree of longitude is 78.8 km here.
constexpr double kMetreEast = 1.0 / 78770.0;

TEST(Picking, theNearestCameraComesFirst)
{
    const Camera near = aCamera().at(kTorino.lon + 2 * kMetreEast, kTorino.lat);
    const Camera far = aCamera().at(kTorino.lon - 8 * kMetreEast, kTorino.lat);
    const Camera beyond = aCamera().at(kTorino.lon + 20 * kMetreEast, kTorino.lat);
    const Scene scene = bareScene(inventoryOf(std::vector<Camera>{far, beyond, near}));

    const auto found = camerasAt(scene, viewportAt(kTorino, 1.0), {200.0, 150.0});

    EXPECT_EQ(found, (std::vector<CameraId>{near.id, far.id}));
}

TEST(Picking, theRadiusIsCountedInPixels)
{
    const Camera camera = aCamera().at(kTorino.lon + 10 * kMetreEast, kTorino.lat);
    const Scene scene = bareScene(inventoryOf(std::vector<Camera>{camera}));

    EXPECT_EQ(camerasAt(scene, viewportAt(kTorino, 1.0), {200.0, 150.0}).size(), 1U);
    EXPECT_TRUE(camerasAt(scene, viewportAt(kTorino, 0.5), {200.0, 150.0}).empty());
    EXPECT_EQ(camerasAt(scene, viewportAt(kTorino, 0.5), {200.0, 150.0}, 25.0).size(), 1U);
}

TEST(Picking, whatIsNotShownIsNotFound)
{
    const Camera camera = aCamera().at(kTorino);
    Scene scene = bareScene(inventoryOf(std::vector<Camera>{camera}));
    scene.shown = std::make_shared<const std::set<CameraId>>();
    EXPECT_TRUE(camerasAt(scene, viewportAt(kTorino, 1.0), {200.0, 150.0}).empty());

    scene.shown.reset();
    scene.showCameras = false;
    EXPECT_TRUE(camerasAt(scene, viewportAt(kTorino, 1.0), {200.0, 150.0}).empty());
    EXPECT_TRUE(camerasIn(scene, viewportAt(kTorino, 1.0), {0, 0, 400, 300}).empty());
}

TEST(Picking, thePreviewIsFoundWhereItIs)
{
    const Camera camera = aCamera().at(kTorino);
    Scene scene = bareScene(inventoryOf(std::vector<Camera>{camera}));
    scene.preview = camera;
    scene.preview->position.lon += 50 * kMetreEast;

    EXPECT_TRUE(camerasAt(scene, viewportAt(kTorino, 1.0), {200.0, 150.0}).empty());
    EXPECT_EQ(camerasAt(scene, viewportAt(kTorino, 1.0), {250.0, 151.0}), (std::vector<CameraId>{camera.id}));
}

TEST(Picking, aClickOnAClusterFindsAllItsCameras)
{
    std::vector<Camera> cameras;
    for (int i = 0; i < 6; ++i) { // two groups of three, 300 m apart: the disc stands between
        cameras.push_back(aCamera().at(kTorino.lon + (i % 2 == 0 ? 100 : 400) * kMetreEast, kTorino.lat));
    }
    const Scene scene = bareScene(inventoryOf(cameras));
    const Viewport viewport = viewportAt(kTorino, 50.0);

    // Wherever the cell's limits fall, the disc is drawn at the middle of its members.
    std::size_t found = 0;
    for (double x = 195.0; x < 215.0; x += 1.0) {
        found = std::max(found, camerasAt(scene, viewport, {x, 150.0}).size());
    }
    EXPECT_EQ(found, 6U);
}

TEST(Picking, aSelectedCameraLiesOnTopOfItsCluster)
{
    std::vector<Camera> cameras;
    for (int i = 0; i < 6; ++i) {
        cameras.push_back(aCamera().at(kTorino));
    }
    Scene scene = bareScene(inventoryOf(cameras));
    scene.selected.insert(cameras[4].id);

    const auto found = camerasAt(scene, viewportAt(kTorino, 20.0), {200.0, 150.0});

    ASSERT_FALSE(found.empty());
    EXPECT_EQ(found.front(), cameras[4].id);
}

TEST(Picking, aRectangleTakesWhatItHoldsInEitherDirection)
{
    const Camera inside = aCamera().at(kTorino);
    const Camera outside = aCamera().at(kTorino.lon + 80 * kMetreEast, kTorino.lat);
    const Scene scene = bareScene(inventoryOf(std::vector<Camera>{inside, outside}));
    const Viewport viewport = viewportAt(kTorino, 1.0);

    EXPECT_EQ(camerasIn(scene, viewport, {QPointF(180, 130), QPointF(220, 170)}), (std::vector<CameraId>{inside.id}));
    EXPECT_EQ(camerasIn(scene, viewport, {QPointF(220, 170), QPointF(180, 130)}), (std::vector<CameraId>{inside.id}));
    EXPECT_EQ(camerasIn(scene, viewport, {0, 0, 400, 300}).size(), 2U);
}

} // namespace
} // namespace observo::render
