// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/Builders.h"
#include "support/mapview/MapBench.h"
#include "support/render/Pictures.h"

#include "observo/core/Result.h"
#include "observo/mapview/MapWidget.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace observo::mapview {
namespace {

using test::aCamera;
using test::bareScene;
using test::inventoryOf;
using test::kTorino;
using test::MapBench;
using test::NotingTool;

double away(QPointF a, QPointF b)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

TEST(MapEvents, theWheelZoomsToTheCursor)
{
    MapBench bench;
    const QPoint cursor(123, 321);
    const LonLat under = bench.map().placeAt(cursor).value();

    bench.wheel(cursor, 120);
    EXPECT_DOUBLE_EQ(bench.map().viewport().metresPerPixel, 0.8);
    bench.wheel(cursor, 30); // a quarter of a notch
    EXPECT_DOUBLE_EQ(bench.map().viewport().metresPerPixel, 0.8 / std::pow(1.25, 0.25));
    bench.wheel(cursor, -150);

    EXPECT_NEAR(bench.map().viewport().metresPerPixel, 1.0, 1e-12);
    EXPECT_LT(away(bench.map().pixelOf(under).value(), cursor), 0.001);
}

TEST(MapEvents, aLeftDragPansWhenNoToolTakesIt)
{
    MapBench bench;
    const LonLat grabbed = bench.map().placeAt({200, 200}).value();

    bench.drag({200, 200}, {260, 170});

    EXPECT_LT(away(bench.map().pixelOf(grabbed).value(), {260, 170}), 0.001);
}

TEST(MapEvents, aMiddleDragPansWhateverTheTool)
{
    MapBench bench;
    NotingTool tool;
    bench.map().setTool(&tool);
    const LonLat grabbed = bench.map().placeAt({200, 200}).value();

    bench.drag({200, 200}, {150, 230}, Qt::MiddleButton);

    EXPECT_TRUE(tool.pressed.empty());
    EXPECT_LT(away(bench.map().pixelOf(grabbed).value(), {150, 230}), 0.001);
    bench.map().setTool(nullptr);
}

TEST(MapEvents, spaceAndDragPansWhateverTheTool)
{
    MapBench bench;
    NotingTool tool;
    bench.map().setTool(&tool);
    const LonLat grabbed = bench.map().placeAt({200, 200}).value();

    QTest::keyPress(&bench.map(), Qt::Key_Space);
    bench.drag({200, 200}, {250, 200});
    QTest::keyRelease(&bench.map(), Qt::Key_Space);
    EXPECT_TRUE(tool.pressed.empty());
    EXPECT_LT(away(bench.map().pixelOf(grabbed).value(), {250, 200}), 0.001);

    bench.drag({200, 200}, {250, 200});
    EXPECT_EQ(tool.pressed.size(), 1U);
    bench.map().setTool(nullptr);
}

TEST(MapEvents, aToolGetsTheRightPlace)
{
    MapBench bench;
    NotingTool tool;
    bench.map().setTool(&tool);
    const LonLat corner =
        bench.map().viewport().size == QSize(600, 400) ? bench.map().placeAt({450, 80}).value() : LonLat{};

    QTest::mouseClick(&bench.map(), Qt::LeftButton, Qt::ShiftModifier, {450, 80});

    ASSERT_EQ(tool.pressed.size(), 1U);
    const PointerEvent& event = tool.pressed.front();
    EXPECT_EQ(event.pixel, QPointF(450, 80));
    EXPECT_NEAR(event.at.lon, corner.lon, 1e-9);
    EXPECT_NEAR(event.at.lat, corner.lat, 1e-9);
    EXPECT_NEAR(event.map.x, bench.map().viewport().centre.x + 150.0, 1e-6);
    EXPECT_NEAR(event.map.y, bench.map().viewport().centre.y + 120.0, 1e-6);
    EXPECT_EQ(event.button, Qt::LeftButton);
    EXPECT_EQ(event.modifiers, Qt::ShiftModifier);
    EXPECT_FALSE(event.isDoubleClick);
    EXPECT_EQ(tool.released.size(), 1U);
    bench.map().setTool(nullptr);
}

TEST(MapEvents, aToolThatTakesThePressKeepsTheDrag)
{
    MapBench bench;
    NotingTool tool;
    bench.map().setTool(&tool);
    const render::Viewport before = bench.map().viewport();

    bench.drag({100, 100}, {200, 150});

    EXPECT_EQ(bench.map().viewport(), before);
    EXPECT_EQ(tool.moved.size(), 2U);
    EXPECT_EQ(tool.released.back().pixel, QPointF(200, 150));
    bench.map().setTool(nullptr);
}

TEST(MapEvents, aClickThatNoToolTookIsReleasedToIt)
{
    MapBench bench;
    NotingTool tool;
    tool.takesPress = false;
    bench.map().setTool(&tool);

    QTest::mouseClick(&bench.map(), Qt::LeftButton, Qt::NoModifier, {100, 100});
    EXPECT_EQ(tool.released.size(), 1U);

    bench.drag({100, 100}, {180, 100}); // a pan is no click
    EXPECT_EQ(tool.released.size(), 1U);
    bench.map().setTool(nullptr);
}

TEST(MapEvents, aDoubleClickIsTheToolsElseZoomsIn)
{
    MapBench bench;
    QTest::mouseDClick(&bench.map(), Qt::LeftButton, Qt::NoModifier, {400, 100});
    EXPECT_DOUBLE_EQ(bench.map().viewport().metresPerPixel, 0.5);

    NotingTool tool;
    bench.map().setTool(&tool);
    QTest::mouseDClick(&bench.map(), Qt::LeftButton, Qt::NoModifier, {400, 100});
    EXPECT_TRUE(tool.pressed.back().isDoubleClick);
    EXPECT_DOUBLE_EQ(bench.map().viewport().metresPerPixel, 0.5);
    bench.map().setTool(nullptr);
}

TEST(MapEvents, keysZoomFitAndPan)
{
    MapBench bench;
    bench.map().setScene(bareScene(inventoryOf(std::vector<Camera>{aCamera().at(7.5, 45.0), aCamera().at(7.9, 45.2)})));
    QTest::keyClick(&bench.map(), Qt::Key_Plus);
    EXPECT_DOUBLE_EQ(bench.map().viewport().metresPerPixel, 1.0 / 1.5);
    QTest::keyClick(&bench.map(), Qt::Key_Minus);
    EXPECT_NEAR(bench.map().viewport().metresPerPixel, 1.0, 1e-12);

    const MapPoint before = bench.map().viewport().centre;
    QTest::keyClick(&bench.map(), Qt::Key_Right);
    EXPECT_GT(bench.map().viewport().centre.x, before.x);
    QTest::keyClick(&bench.map(), Qt::Key_Up);
    EXPECT_GT(bench.map().viewport().centre.y, before.y);
    QTest::keyClick(&bench.map(), Qt::Key_Left);
    QTest::keyClick(&bench.map(), Qt::Key_Down);
    EXPECT_NEAR(bench.map().viewport().centre.x, before.x, 1e-6);

    QTest::keyClick(&bench.map(), Qt::Key_0);
    EXPECT_GT(bench.map().viewport().metresPerPixel, 20.0);
}

TEST(MapEvents, aToolMayTakeTheKeys)
{
    MapBench bench;
    NotingTool tool;
    tool.takesKeys = true;
    bench.map().setTool(&tool);
    const render::Viewport before = bench.map().viewport();

    QTest::keyClick(&bench.map(), Qt::Key_Right);
    EXPECT_EQ(tool.keys, (std::vector<int>{Qt::Key_Right}));
    EXPECT_EQ(bench.map().viewport(), before);

    tool.takesKeys = false;
    QTest::keyClick(&bench.map(), Qt::Key_Right);
    EXPECT_NE(bench.map().viewport(), before);
    bench.map().setTool(nullptr);
}

TEST(MapEvents, theWindowGetsTheKeysThatTheMapDoesNotUse)
{
    MapBench bench;
    QKeyEvent letter(QEvent::KeyPress, Qt::Key_N, Qt::NoModifier, "n");

    QApplication::sendEvent(&bench.map(), &letter);

    EXPECT_FALSE(letter.isAccepted());
}

TEST(MapEvents, theCursorsPlaceIsTold)
{
    MapBench bench;
    std::vector<LonLat> places;
    bool isOnMap = false;
    QObject::connect(&bench.map(), &MapWidget::cursorMoved, &bench.map(), [&](LonLat place, bool valid) {
        places.push_back(place);
        isOnMap = valid;
    });

    QTest::mouseMove(&bench.map(), {300, 200});
    ASSERT_FALSE(places.empty());
    EXPECT_TRUE(isOnMap);
    EXPECT_NEAR(places.back().lon, kTorino.lon, 1e-6);
    EXPECT_NEAR(places.back().lat, kTorino.lat, 1e-6);

    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(&bench.map(), &leave);
    EXPECT_FALSE(isOnMap);
}

TEST(MapEvents, theCameraUnderTheCursorIsFoundALittleLater)
{
    MapBench bench;
    const Camera camera = aCamera().at(kTorino);
    bench.map().setScene(bareScene(inventoryOf(std::vector<Camera>{camera})));
    QSignalSpy changed(&bench.map(), &MapWidget::hoveredChanged);

    QTest::mouseMove(&bench.map(), {303, 198});
    EXPECT_FALSE(bench.map().hovered());
    ASSERT_TRUE(QTest::qWaitFor([&] { return bench.map().hovered().has_value(); }, 2000));
    EXPECT_EQ(bench.map().hovered(), camera.id);

    QTest::mouseMove(&bench.map(), {400, 300});
    ASSERT_TRUE(QTest::qWaitFor([&] { return !bench.map().hovered().has_value(); }, 2000));
    EXPECT_EQ(changed.count(), 2);
}

} // namespace
} // namespace observo::mapview
