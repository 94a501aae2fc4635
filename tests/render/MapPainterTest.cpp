// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/render/MapPainter.h"

#include "support/Builders.h"
#include "support/render/Pictures.h"

#include "observo/coverage/FieldOfView.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace observo::render {
namespace {

using test::aCamera;
using test::bareScene;
using test::colourAt;
using test::countLike;
using test::inventoryOf;
using test::isLike;
using test::kTorino;
using test::layerOf;
using test::manyCameras;
using test::painted;
using test::viewportAt;

constexpr const char* kBlock = R"({"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":
    [[[7.6859,45.0698],[7.6879,45.0698],[7.6879,45.0708],[7.6859,45.0708],[7.6859,45.0698]]]}})";
constexpr const char* kStreet = R"({"type":"Feature","properties":{"name":"Via Po"},"geometry":
    {"type":"LineString","coordinates":[[7.680,45.0697],[7.694,45.0697]]}})";

const Theme& light()
{
    return Theme::named(ThemeName::Light);
}

TEST(MapPainter, anEmptySceneIsGround)
{
    const MapPicture picture = painted(bareScene({}), viewportAt(kTorino, 1.0));

    EXPECT_EQ(picture.image.size(), QSize(400, 300));
    EXPECT_EQ(countLike(picture.image, light().ground, 0), 400 * 300);
    EXPECT_EQ(picture.camerasDrawn, 0U);
}

TEST(MapPainter, aMapWithoutBaseLayerHasAGraticule)
{
    Scene scene = bareScene({});
    scene.showGraticule = true;

    const MapPicture picture = painted(scene, viewportAt(kTorino, 5.0));

    EXPECT_LT(countLike(picture.image, light().ground, 0), 400 * 300 - 600);
}

TEST(MapPainter, edgeFiguresKeepOutOfTheUnseenBorder)
{
    Scene scene = bareScene({});
    scene.showGraticule = true;
    scene.overscan = 60;

    const QImage image = painted(scene, viewportAt(kTorino, 5.0)).image;

    EXPECT_EQ(countLike(image.copy(0, 0, 400, 60), light().graticule, 40), 0);
    EXPECT_GT(countLike(image.copy(60, 60, 340, 240), light().graticule, 40), 30);
}

TEST(MapPainter, layersLieUnderCamerasInTheOrderOfTheList)
{
    Scene scene = bareScene(inventoryOf(std::vector<Camera>{aCamera().at(kTorino).inStatus("active").facing(0)}));
    scene.layers.push_back({.name = "buildings", .data = layerOf(kBlock), .style = LayerStyle::Buildings});
    const Viewport viewport = viewportAt(kTorino, 0.5);

    const QImage buildings = painted(scene, viewport).image;
    EXPECT_EQ(colourAt(buildings, {150, 120}), light().building);
    EXPECT_TRUE(isLike(colourAt(buildings, {200, 150}), light().status("active")));

    scene.layers.push_back({.name = "water", .data = layerOf(kBlock), .style = LayerStyle::Water});
    EXPECT_EQ(colourAt(painted(scene, viewport).image, {150, 120}), light().water);
    scene.layers.back().visible = false;
    EXPECT_EQ(colourAt(painted(scene, viewport).image, {150, 120}), light().building);
}

TEST(MapPainter, opacityLetsTheGroundThrough)
{
    Scene scene = bareScene({});
    scene.layers.push_back(
        {.name = "buildings", .data = layerOf(kBlock), .style = LayerStyle::Buildings, .opacity = 0.5});

    const QColor mixed = colourAt(painted(scene, viewportAt(kTorino, 0.5)).image, {150, 120});

    EXPECT_NEAR(mixed.red(), (light().building.red() + light().ground.red()) / 2, 2);
}

TEST(MapPainter, aLayerThatIsNotThereYetIsNoHarm)
{
    Scene scene = bareScene({});
    scene.layers.push_back({.name = "loading", .data = std::shared_ptr<const geo::VectorLayer>()});
    scene.layers.push_back({.name = "loading", .data = std::shared_ptr<const geo::RasterLayer>()});

    EXPECT_EQ(countLike(painted(scene, viewportAt(kTorino, 1.0)).image, light().ground, 0), 400 * 300);
}

TEST(MapPainter, aFieldOfViewIsATwentyTwoPercentTint)
{
    const Scene scene =
        bareScene(inventoryOf(std::vector<Camera>{aCamera().at(kTorino).inStatus("faulty").facing(90).seeing(60, 60)}));

    const MapPicture picture = painted(scene, viewportAt(kTorino, 0.5));

    const QColor ground = light().ground;
    const QColor status = light().status("faulty");
    const auto tint = [](int below, int above) { return below + (above - below) * 22 / 100; };
    EXPECT_TRUE(isLike(colourAt(picture.image, {270, 150}),
                       QColor(tint(ground.red(), status.red()), tint(ground.green(), status.green()),
                              tint(ground.blue(), status.blue())),
                       4));
    EXPECT_EQ(colourAt(picture.image, {130, 150}), ground);
    EXPECT_EQ(picture.sectorsDrawn, 1U);
}

TEST(MapPainter, anAssumedEdgeIsDashed)
{
    const auto edgePixels = [](const Camera& camera) {
        const QImage image =
            painted(bareScene(inventoryOf(std::vector<Camera>{camera})), viewportAt(kTorino, 0.25)).image;
        return countLike(image.copy(230, 50, 170, 200), light().status("active"), 70);
    };
    Camera assumed = aCamera().at(kTorino).inStatus("active").ofType("fixed").facing(90);
    assumed.hfov.reset();
    assumed.range.reset();
    assumed.focal.reset();
    Camera known = assumed;
    known.hfov = coverage::assumedWidth("fixed");
    known.range = coverage::assumedRange("fixed");

    EXPECT_LT(edgePixels(assumed), edgePixels(known) * 0.8);
    EXPECT_GT(edgePixels(assumed), edgePixels(known) * 0.3);
}

TEST(MapPainter, anUnknownDirectionHasNoFieldOfView)
{
    Camera camera = aCamera().at(kTorino).ofType("fixed").seeing(60, 60);
    camera.direction.reset();

    EXPECT_EQ(painted(bareScene(inventoryOf(std::vector<Camera>{camera})), viewportAt(kTorino, 0.5)).sectorsDrawn, 0U);
}

TEST(MapPainter, thePreviewIsDrawnInsteadOfTheStoredCamera)
{
    const Camera stored = aCamera().at(kTorino).inStatus("active").facing(0);
    Scene scene = bareScene(inventoryOf(std::vector<Camera>{stored}));
    scene.preview = stored;
    scene.preview->position.lon += 50.0 / 78770.0;
    scene.preview->status = "faulty";

    const MapPicture picture = painted(scene, viewportAt(kTorino, 0.5));

    EXPECT_EQ(picture.camerasDrawn, 1U);
    EXPECT_EQ(colourAt(picture.image, {200, 150}), light().ground);
    EXPECT_TRUE(isLike(colourAt(picture.image, {297, 151}), light().status("faulty"), 20));
}

TEST(MapPainter, switchesHideWhatTheyName)
{
    Scene scene = bareScene(inventoryOf(std::vector<Camera>{aCamera().at(kTorino).facing(0).seeing(60, 60)}));
    scene.showViews = false;
    EXPECT_EQ(painted(scene, viewportAt(kTorino, 0.5)).sectorsDrawn, 0U);
    EXPECT_EQ(painted(scene, viewportAt(kTorino, 0.5)).camerasDrawn, 1U);

    scene.showCameras = false;
    EXPECT_EQ(countLike(painted(scene, viewportAt(kTorino, 0.5)).image, light().ground, 0), 400 * 300);
}

TEST(MapPainter, countsAllCamerasOfALargeCensus)
{
    const GeoBox box{7.0, 44.5, 8.0, 45.5};
    const Viewport viewport = viewportAt({7.5, 45.0}, 300.0, {640, 480});

    EXPECT_EQ(painted(bareScene(manyCameras(20000, box)), viewport).camerasDrawn, 20000U);
}

TEST(MapPainter, aDenseScreenGetsMorePixels)
{
    Viewport viewport = viewportAt(kTorino, 0.5);
    viewport.devicePixelRatio = 2.0;
    const Scene scene = bareScene(inventoryOf(std::vector<Camera>{aCamera().at(kTorino).inStatus("active").facing(0)}));

    const MapPicture picture = painted(scene, viewport);

    EXPECT_EQ(picture.image.size(), QSize(800, 600));
    EXPECT_TRUE(isLike(colourAt(picture.image, {200, 150}), light().status("active")));
}

TEST(MapPainter, refusesWhatIsNoMap)
{
    Viewport degrees = viewportAt(kTorino, 1.0);
    degrees.epsg = 6706;
    Viewport immense = viewportAt(kTorino, 1.0, {400000, 400000});

    EXPECT_EQ(paintMap(bareScene({}), degrees, Progress()).error().code, ErrorCode::UnknownCrs);
    EXPECT_EQ(paintMap(bareScene({}), immense, Progress()).error().code, ErrorCode::InvalidArgument);
}

TEST(MapPainter, stopsWhenCancelled)
{
    const Progress progress;
    progress.cancel();

    const auto picture =
        paintMap(bareScene(manyCameras(100, {7.0, 44.5, 8.0, 45.5})), viewportAt(kTorino, 1.0), progress);

    ASSERT_FALSE(picture);
    EXPECT_EQ(picture.error().code, ErrorCode::Cancelled);
}

TEST(MapPainter, looksAsItDid)
{
    Scene scene;
    scene.cameras = manyCameras(40, {7.683, 45.068, 7.691, 45.0726});
    scene.layers.push_back({.name = "b", .data = layerOf(kBlock), .style = LayerStyle::Buildings});
    scene.layers.push_back({.name = "s", .data = layerOf(kStreet, "name"), .style = LayerStyle::Streets});

    EXPECT_LT(test::differenceFromGolden(painted(scene, viewportAt(kTorino, 0.9)).image, "map-near"), 0.015);
    EXPECT_LT(test::differenceFromGolden(painted(scene, viewportAt(kTorino, 6.0)).image, "map-far"), 0.015);
    scene.theme = ThemeName::Dark;
    EXPECT_LT(test::differenceFromGolden(painted(scene, viewportAt(kTorino, 0.9)).image, "map-dark"), 0.015);
}

} // namespace
} // namespace observo::render
