// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/mapview/MapWidget.h"

#include "support/Builders.h"
#include "support/mapview/MapBench.h"
#include "support/render/Pictures.h"

#include "observo/render/Theme.h"

#include <QPalette>
#include <QSignalSpy>
#include <QTest>
#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace observo::mapview {
namespace {

using test::aCamera;
using test::bareScene;
using test::colourAt;
using test::countLike;
using test::inventoryOf;
using test::isLike;
using test::kTorino;
using test::MapBench;
using test::NotingTool;

render::Scene sceneOf(std::vector<Camera> cameras)
{
    return bareScene(inventoryOf(cameras));
}

QColor active()
{
    return render::Theme::named(render::ThemeName::Light).status("active");
}

TEST(MapWidget, thePictureArrives)
{
    MapBench bench;
    QSignalSpy ready(&bench.map(), &MapWidget::pictureReady);
    bench.map().setScene(sceneOf({aCamera().at(kTorino).inStatus("active").facing(0)}));
    EXPECT_FALSE(bench.map().isUpToDate());

    bench.waitForPicture();

    EXPECT_GE(ready.count(), 1);
    EXPECT_GT(ready.last().first().toDouble(), 0.0);
    EXPECT_TRUE(isLike(colourAt(bench.map().grab().toImage(), {300, 200}), active()));
}

TEST(MapWidget, theOldPictureFollowsTheHandMeanwhile)
{
    MapBench bench;
    bench.map().setScene(sceneOf({aCamera().at(kTorino).inStatus("active").facing(0)}));
    bench.waitForPicture();

    bench.map().setViewport(bench.map().viewport().panned({80, 40}));
    const QImage panned = bench.map().grab().toImage();
    EXPECT_FALSE(bench.map().isUpToDate());
    EXPECT_TRUE(isLike(colourAt(panned, {380, 240}), active()));

    bench.map().setViewport(bench.map().viewport().zoomedAt({380, 240}, 2.0));
    const QImage zoomed = bench.map().grab().toImage();
    EXPECT_TRUE(isLike(colourAt(zoomed, {392, 240}), active(), 20)); // the symbol looks twice as large until repainted
    bench.waitForPicture();
    EXPECT_FALSE(isLike(colourAt(bench.map().grab().toImage(), {392, 240}), active(), 20));
}

TEST(MapWidget, theMarginHasContentBeforeItIsSeen)
{
    MapBench bench;
    // 380 m east of the middle: 80 pixels outside of the view.
    bench.map().setScene(
        sceneOf({aCamera().at(kTorino.lon + 380 / 78770.0, kTorino.lat).inStatus("active").facing(0)}));
    bench.waitForPicture();

    bench.map().setViewport(bench.map().viewport().panned({-130, 0}));

    EXPECT_GT(countLike(bench.map().grab().toImage().copy(520, 180, 60, 40), active()), 50);
}

TEST(MapWidget, aNewSceneKeepsTheOldPictureUntilItIsPainted)
{
    MapBench bench;
    const Camera camera = aCamera().at(kTorino).inStatus("active").facing(0);
    bench.map().setScene(sceneOf({camera}));
    bench.waitForPicture();
    Camera faulty = camera;
    faulty.status = "faulty";

    bench.map().setScene(sceneOf({faulty}));

    EXPECT_TRUE(isLike(colourAt(bench.map().grab().toImage(), {300, 200}), active()));
    bench.waitForPicture();
    EXPECT_TRUE(isLike(colourAt(bench.map().grab().toImage(), {295, 200}),
                       render::Theme::named(render::ThemeName::Light).status("faulty"), 60));
}

TEST(MapWidget, fitShowsAllCameras)
{
    MapBench bench;
    bench.map().setScene(sceneOf({aCamera().at(7.5, 45.0), aCamera().at(7.9, 45.2), aCamera().at(7.6, 45.4)}));

    bench.map().fit();

    for (const LonLat place : {LonLat{7.5, 45.0}, LonLat{7.9, 45.2}, LonLat{7.6, 45.4}}) {
        EXPECT_TRUE(QRectF(bench.map().rect()).contains(bench.map().pixelOf(place).value()));
    }
    EXPECT_LT(bench.map().viewport().metresPerPixel, 150.0);
}

TEST(MapWidget, fitOnOneCameraShowsItsSurroundings)
{
    MapBench bench;
    bench.map().setScene(sceneOf({aCamera().at(7.5, 45.0)}));

    bench.map().fit();

    EXPECT_NEAR(bench.map().pixelOf({7.5, 45.0})->x(), 300.0, 0.5);
    EXPECT_GE(bench.map().viewport().metresPerPixel, 0.5);
}

TEST(MapWidget, fitWithoutCamerasShowsTheLayersElseItaly)
{
    MapBench bench;
    bench.map().fit();
    EXPECT_TRUE(QRectF(bench.map().rect()).contains(bench.map().pixelOf({12.49, 41.9}).value()));
    EXPECT_GT(bench.map().viewport().metresPerPixel, 1000.0);

    render::Scene scene;
    scene.layers.push_back({.name = "block", .data = test::layerOf(R"({"type":"Feature","properties":{},"geometry":
        {"type":"LineString","coordinates":[[7.60,45.00],[7.64,45.02]]}})")});
    bench.map().setScene(scene);
    bench.map().fit();
    EXPECT_TRUE(QRectF(bench.map().rect()).contains(bench.map().pixelOf({7.64, 45.02}).value()));
    EXPECT_LT(bench.map().viewport().metresPerPixel, 15.0);
}

TEST(MapWidget, goToPutsAPlaceInTheMiddleAndNeverZoomsOut)
{
    MapBench bench;
    bench.map().goTo({7.5, 45.0}, 0.5);
    EXPECT_NEAR(bench.map().pixelOf({7.5, 45.0})->x(), 300.0, 1e-6);
    EXPECT_DOUBLE_EQ(bench.map().viewport().metresPerPixel, 0.5);

    bench.map().goTo({7.6, 45.0}, 20.0);
    EXPECT_DOUBLE_EQ(bench.map().viewport().metresPerPixel, 0.5);
}

TEST(MapWidget, pixelsAndPlacesAgree)
{
    MapBench bench;

    const auto place = bench.map().placeAt({120.0, 330.0});

    ASSERT_TRUE(place);
    EXPECT_NEAR(bench.map().pixelOf(*place)->x(), 120.0, 1e-5);
    EXPECT_NEAR(bench.map().pixelOf(*place)->y(), 330.0, 1e-5);
}

TEST(MapWidget, anotherMapSystemKeepsWorking)
{
    MapBench bench;
    bench.waitForPicture();
    render::Viewport east = bench.map().viewport();
    east.epsg = 7792;
    east.centre = {500000.0, 4500000.0};

    bench.map().setViewport(east);
    bench.waitForPicture();

    EXPECT_NEAR(bench.map().placeAt({300.0, 200.0})->lon, 15.0, 1e-6);
}

TEST(MapWidget, tellsWhenTheViewChanges)
{
    MapBench bench;
    QSignalSpy changed(&bench.map(), &MapWidget::viewportChanged);

    bench.map().zoomBy(2.0);
    bench.map().setViewport(bench.map().viewport()); // nothing new

    EXPECT_EQ(changed.count(), 1);
    bench.map().resize(500, 300);
    EXPECT_EQ(bench.map().viewport().size, QSize(500, 300));
}

TEST(MapWidget, toolsAreToldWhenTheyComeAndGoAndPaintOverTheMap)
{
    MapBench bench;
    NotingTool tool;
    bench.map().setTool(&tool);
    EXPECT_EQ(tool.activated, 1);
    EXPECT_EQ(bench.map().cursor().shape(), Qt::CrossCursor);
    EXPECT_EQ(colourAt(bench.map().grab().toImage(), {20, 20}), QColor(Qt::magenta));

    bench.map().setTool(nullptr);
    EXPECT_EQ(tool.deactivated, 1);
    EXPECT_EQ(bench.map().tool(), nullptr);
    EXPECT_NE(colourAt(bench.map().grab().toImage(), {20, 20}), QColor(Qt::magenta));
}

TEST(MapWidget, theEmptyTextStandsOnAnEmptyMapOnly)
{
    MapBench bench;
    bench.map().setScene(sceneOf({}));
    bench.waitForPicture();
    const QImage blank = bench.map().grab().toImage();
    bench.map().setEmptyText("Nessuna telecamera. Premere N e fare clic sulla mappa.");
    const QImage withText = bench.map().grab().toImage();
    bench.map().setScene(sceneOf({aCamera().at(7.5, 45.0)}));
    bench.waitForPicture();

    EXPECT_NE(withText, blank);
    EXPECT_GT(countLike(withText.copy(100, 150, 400, 100), render::Theme::named(render::ThemeName::Light).text, 60),
              200);
    EXPECT_EQ(bench.map().grab().toImage(), blank);
}

TEST(MapWidget, showsScaleBarAndNorth)
{
    MapBench bench;
    bench.map().setScene(sceneOf({}));
    bench.waitForPicture();

    const QImage corner = bench.map().grab().toImage().copy(380, 330, 210, 65);

    EXPECT_GT(countLike(corner, render::Theme::named(render::ThemeName::Light).text, 60), 300);
}

TEST(MapWidget, theFocusIsSeenAndTheNameIsRead)
{
    MapBench bench;
    const QColor ring = bench.map().palette().color(QPalette::Highlight);
    bench.map().clearFocus();
    EXPECT_EQ(countLike(bench.map().grab().toImage(), ring, 10), 0);

    bench.map().activateWindow();
    bench.map().setFocus();

    if (bench.map().hasFocus()) {
        EXPECT_GT(countLike(bench.map().grab().toImage(), ring, 10), 1500);
    } else {
        GTEST_SKIP() << "this platform gives no focus to an offscreen window";
    }
    EXPECT_FALSE(bench.map().accessibleName().isEmpty());
    EXPECT_EQ(bench.map().focusPolicy(), Qt::StrongFocus);
}

TEST(MapWidget, mayDieWithItsPictureInWork)
{
    jobs::Jobs jobs;
    int pictures = 0;
    // Pictures have no title, so that the list for people leaves them out; their numbers count from one.
    const auto inWork = [&jobs] {
        int count = 0;
        for (int id = 1; id <= 100; ++id) {
            count += jobs.isRunning(id) ? 1 : 0;
        }
        return count;
    };
    {
        MapWidget map(jobs);
        QObject::connect(&map, &MapWidget::pictureReady, &jobs, [&pictures] { ++pictures; });
        map.setScene(bareScene(test::manyCameras(3000, {7.0, 44.5, 8.0, 45.5})));
        map.resize(600, 400);
        map.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&map));
        map.zoomBy(2.0);
        ASSERT_EQ(inWork(), 1) << "no picture is in work: the test proves nothing";
    }
    const int atDeath = pictures;

    jobs.waitForAll();

    EXPECT_EQ(inWork(), 0);
    EXPECT_EQ(pictures, atDeath);
}

} // namespace
} // namespace observo::mapview
