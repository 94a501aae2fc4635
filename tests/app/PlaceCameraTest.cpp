// SPDX-License-Identifier: GPL-3.0-or-later
#include "docks/CameraDock.h"
#include "support/app/OpenWindow.h"
#include "tools/ToolBox.h"

#include "observo/core/Edits.h"
#include "observo/geo/Geodesy.h"
#include "observo/mapview/MapWidget.h"

#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <gtest/gtest.h>

namespace observo::test {
namespace {

CameraId onlyChosen(OpenWindow& opened)
{
    const auto id = opened.workbench().selection().single();
    EXPECT_TRUE(id.has_value());
    return id.value_or(CameraId{});
}

TEST(PlaceCamera, aClickOnTheMapSavesItInTwoActionsByMouse)
{
    OpenWindow opened;

    opened.click(opened.part<QToolButton>("newButton"), {10, 10});
    opened.clickMap({300, 200});

    EXPECT_EQ(opened.actions(), 2);
    EXPECT_EQ(opened.camerasOnDisk(), 1U);
    const auto stored = opened.onDisk(onlyChosen(opened));
    const auto clicked = opened.map().placeAt({300, 200});
    ASSERT_TRUE(clicked.has_value());
    EXPECT_LT(geo::distanceBetween(stored.position, *clicked).value, 0.01);
    EXPECT_EQ(stored.positionMethod, "map_click");
    EXPECT_FALSE(stored.direction.has_value()) << "nobody said where it looks";
    EXPECT_TRUE(opened.part<QLabel>("savedLabel").text().startsWith("Saved at"));
}

TEST(PlaceCamera, theKeyboardAloneSavesItInTwoActions)
{
    OpenWindow opened;
    const auto middle = opened.map().placeAt(QRectF(opened.map().rect()).center());

    opened.key(Qt::Key_N);
    opened.key(Qt::Key_Return);

    EXPECT_LE(opened.actions(), 4);
    ASSERT_EQ(opened.camerasOnDisk(), 1U);
    const auto stored = opened.onDisk(onlyChosen(opened));
    ASSERT_TRUE(middle.has_value());
    EXPECT_LT(geo::distanceBetween(stored.position, *middle).value, 0.5);
    EXPECT_EQ(opened.window().tools().inHand(), app::ToolBox::Kind::Select);
}

TEST(PlaceCamera, placedAndTurnedByKeysInFourActions)
{
    OpenWindow opened;

    opened.key(Qt::Key_N);
    opened.key(Qt::Key_Return);
    opened.key(Qt::Key_Right, Qt::ShiftModifier);
    opened.key(Qt::Key_Return);

    EXPECT_EQ(opened.actions(), 4);
    const auto stored = opened.onDisk(onlyChosen(opened));
    ASSERT_TRUE(stored.direction.has_value());
    EXPECT_DOUBLE_EQ(stored.direction->value, 10.0);
}

TEST(PlaceCamera, arrowKeysMoveTheCrosshair)
{
    OpenWindow opened;
    opened.key(Qt::Key_N);
    const auto before = opened.window().tools().place().crosshair();
    ASSERT_TRUE(before.has_value());

    opened.key(Qt::Key_Right, Qt::ShiftModifier);
    const auto after = opened.window().tools().place().crosshair();

    ASSERT_TRUE(after.has_value());
    const auto way = geo::distanceBetween(*before, *after);
    EXPECT_NEAR(way.value, 50.0 * opened.map().viewport().metresPerPixel, 0.5);
}

TEST(PlaceCamera, pressingAndDraggingAimsItInTheSameGesture)
{
    OpenWindow opened;
    opened.key(Qt::Key_N);

    opened.drag({300, 250}, {300, 150});

    const auto stored = opened.onDisk(onlyChosen(opened));
    ASSERT_TRUE(stored.direction.has_value());
    // Up on the map is grid north, at most two degrees from true north here.
    EXPECT_LT(std::abs(turnBetween(Degrees{0.0}, *stored.direction).value), 2.0);
    ASSERT_TRUE(stored.range.has_value());
    EXPECT_NEAR(stored.range->value, 100.0 * opened.map().viewport().metresPerPixel, 1.5);
    EXPECT_EQ(opened.folder().reader()->facts()->cameras, 1U);
}

TEST(PlaceCamera, typedCoordinatesOfAnyFormArePlaced)
{
    OpenWindow opened;

    opened.key(Qt::Key_N);
    opened.type("45,0703 N 7,6869 E");
    opened.key(Qt::Key_Return);

    EXPECT_LE(opened.actions(), 4);
    const auto stored = opened.onDisk(onlyChosen(opened));
    EXPECT_NEAR(stored.position.lat, 45.0703, 1e-7);
    EXPECT_NEAR(stored.position.lon, 7.6869, 1e-7);
}

TEST(PlaceCamera, unreadableCoordinatesPlaceNothingAndSayWhy)
{
    OpenWindow opened;

    opened.key(Qt::Key_N);
    opened.type("4x");
    opened.key(Qt::Key_Return);

    EXPECT_EQ(opened.camerasOnDisk(), 0U);
    EXPECT_TRUE(opened.part<QLineEdit>("coordinates").isVisible());
}

TEST(PlaceCamera, theNextOneTakesTheSettingsOfTheLast)
{
    OpenWindow opened({aCamera().ofType("dome_fixed").inStatus("active")});
    const auto first = opened.folder().reader()->ids({});
    ASSERT_TRUE(first.has_value());
    auto camera = opened.onDisk(first->front());
    auto edited = camera;
    edited.type = "ptz";
    ASSERT_TRUE(opened.perform(editRecord(camera, edited)));

    opened.key(Qt::Key_N);
    opened.key(Qt::Key_Return);

    const auto stored = opened.onDisk(onlyChosen(opened));
    EXPECT_EQ(stored.type, "ptz");
    EXPECT_EQ(stored.status, "active");
    EXPECT_NE(stored.code, camera.code);
    EXPECT_NE(stored.siteCode, camera.siteCode) << "a new camera stands on a site of its own";
}

TEST(PlaceCamera, anotherOnThePoleSharesItsSite)
{
    OpenWindow opened({aCamera().facing(90)});
    const auto first = opened.folder().reader()->ids({})->front();
    opened.choose(first);
    opened.map().setFocus();

    opened.key(Qt::Key_N, Qt::ShiftModifier);

    ASSERT_EQ(opened.camerasOnDisk(), 2U);
    const auto second = opened.onDisk(onlyChosen(opened));
    EXPECT_NE(second.id, first);
    EXPECT_EQ(second.siteCode, opened.onDisk(first).siteCode);
    EXPECT_EQ(second.position, opened.onDisk(first).position);
    EXPECT_FALSE(second.direction.has_value());
}

TEST(PlaceCamera, escLeavesTheToolThenTheSelection)
{
    OpenWindow opened({aCamera()});
    opened.choose(opened.folder().reader()->ids({})->front());

    opened.key(Qt::Key_M);
    EXPECT_EQ(opened.window().tools().inHand(), app::ToolBox::Kind::Measure);
    opened.key(Qt::Key_Escape);
    EXPECT_EQ(opened.window().tools().inHand(), app::ToolBox::Kind::Select);
    EXPECT_FALSE(opened.workbench().selection().isEmpty());
    opened.key(Qt::Key_Escape);
    EXPECT_TRUE(opened.workbench().selection().isEmpty());
}

} // namespace
} // namespace observo::test
