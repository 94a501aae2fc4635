// SPDX-License-Identifier: GPL-3.0-or-later
#include "CameraPoints.h"

#include "LocalProjection.h"
#include "support/Builders.h"
#include "support/render/Pictures.h"

#include <gtest/gtest.h>

#include <cmath>
#include <memory>
#include <set>
#include <string>
#include <thread>
#include <vector>

namespace observo::render {
namespace {

using test::aCamera;
using test::bareScene;
using test::inventoryOf;
using test::kTorino;
using test::manyCameras;
using test::viewportAt;

const geo::Projection& utm32()
{
    return *projectionFor(7791);
}

std::set<std::string> codesIn(const Scene& scene, const geo::MapBox& window)
{
    std::set<std::string> codes;
    forEachCamera(scene, utm32(), window, Progress(), [&](const CameraRow& row, MapPoint) {
        codes.emplace(row.code);
        return true;
    });
    return codes;
}

TEST(CameraPoints, areThoseOfProjInTheInventorysOrder)
{
    const Inventory cameras = manyCameras(500, {7.0, 44.5, 8.0, 45.5});

    const auto points = cameraPoints(cameras, utm32());

    ASSERT_EQ(points->size(), 500U);
    std::size_t index = 0;
    cameras.forEach([&](const CameraRow& row) {
        const MapPoint exact = utm32().project(row.position);
        EXPECT_NEAR((*points)[index].x, exact.x, 1e-6);
        EXPECT_NEAR((*points)[index].y, exact.y, 1e-6);
        ++index;
        return true;
    });
}

TEST(CameraPoints, areProjectedOnceForASnapshot)
{
    Inventory cameras = manyCameras(100, {7.0, 44.5, 8.0, 45.5});
    const Inventory copy = cameras;
    const auto points = cameraPoints(cameras, utm32());

    cameras.put(rowOf(aCamera().at(7.5, 45.0).build()));

    EXPECT_EQ(cameraPoints(copy, utm32()), points);
    EXPECT_NE(cameraPoints(cameras, utm32()), points);
    EXPECT_EQ(cameraPoints(cameras, utm32())->size(), 101U);
}

TEST(CameraPoints, serveSeveralThreads)
{
    const Inventory cameras = manyCameras(300, {7.0, 44.5, 8.0, 45.5});
    std::vector<std::thread> threads;
    std::vector<std::size_t> sizes(4);
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        threads.emplace_back([&, i] { sizes[i] = cameraPoints(cameras, *projectionFor(7791))->size(); });
    }
    for (auto& thread : threads) {
        thread.join();
    }

    EXPECT_EQ(sizes, std::vector<std::size_t>(4, 300));
}

TEST(CameraPoints, theLongestRangeIsThatOfTheSectorsDrawn)
{
    const Inventory cameras = inventoryOf(std::vector<Camera>{
        aCamera().facing(10).seeing(60, 45), aCamera().facing(10).seeing(60, 230), aCamera().seeing(60, 900)});

    // The last one has no direction and no sector.
    EXPECT_NEAR(longestRange(cameras).value, 230.0, 1e-3);
    EXPECT_NEAR(longestRange(cameras).value, 230.0, 1e-3);
    EXPECT_DOUBLE_EQ(longestRange(Inventory()).value, 0.0);
}

TEST(CameraPoints, onlyTheCamerasOfTheWindowAreVisited)
{
    const Scene scene = bareScene(
        inventoryOf(std::vector<Camera>{aCamera().coded("in").at(kTorino), aCamera().coded("out").at(7.70, 45.0703),
                                        aCamera().coded("far").at(12.5, 41.9)}));

    EXPECT_EQ(codesIn(scene, viewportAt(kTorino, 1.0).box()), (std::set<std::string>{"in"}));
    EXPECT_EQ(codesIn(scene, viewportAt(kTorino, 20.0).box()), (std::set<std::string>{"in", "out"}));
    EXPECT_EQ(codesIn(scene, {0.0, 4e6, 1.5e6, 6e6}), (std::set<std::string>{"far", "in", "out"}));
}

TEST(CameraPoints, theFilterOfTheTableHidesTheOthers)
{
    const Camera shown = aCamera().coded("shown").at(kTorino);
    const Camera hidden = aCamera().coded("hidden").at(kTorino);
    Scene scene = bareScene(inventoryOf(std::vector<Camera>{shown, hidden}));
    scene.shown = std::make_shared<const std::set<CameraId>>(std::set{shown.id});

    EXPECT_EQ(codesIn(scene, viewportAt(kTorino, 1.0).box()), (std::set<std::string>{"shown"}));
}

TEST(CameraPoints, thePreviewStandsInForItsCamera)
{
    const Camera stored = aCamera().coded("stored").at(kTorino);
    Scene scene = bareScene(inventoryOf(std::vector<Camera>{stored}));
    scene.preview = stored;
    scene.preview->code = "preview";

    EXPECT_EQ(codesIn(scene, viewportAt(kTorino, 1.0).box()), (std::set<std::string>{"preview"}));
    scene.preview->position.lon += 1.0;
    EXPECT_TRUE(codesIn(scene, viewportAt(kTorino, 1.0).box()).empty());
}

TEST(CameraPoints, visitingEndsWithTheVisitorOrTheCancel)
{
    const Scene scene = bareScene(manyCameras(20000, {7.0, 44.5, 8.0, 45.5}));
    const geo::MapBox everything{0.0, 4e6, 1.5e6, 6e6};
    int visited = 0;
    forEachCamera(scene, utm32(), everything, Progress(), [&](const CameraRow&, MapPoint) { return ++visited < 10; });
    EXPECT_EQ(visited, 10);

    const Progress progress;
    visited = 0;
    forEachCamera(scene, utm32(), everything, progress, [&](const CameraRow&, MapPoint) {
        progress.cancel();
        ++visited;
        return true;
    });
    EXPECT_LE(visited, 5000);
}

} // namespace
} // namespace observo::render
