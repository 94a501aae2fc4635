// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/PlaceNames.h"

#include "support/render/Pictures.h"

#include <gtest/gtest.h>

#include <string>

namespace observo::render {
namespace {

using test::kTorino;
using test::layerOf;
using test::viewportAt;

constexpr const char* kStreet = R"({"type":"Feature","properties":{"name":"Via Po"},"geometry":
    {"type":"LineString","coordinates":[[7.685,45.0703],[7.689,45.0703]]}})";
constexpr const char* kTown = R"({"type":"Feature","properties":{"name":"Collegno"},"geometry":
    {"type":"Polygon","coordinates":[[[7.68,45.06],[7.70,45.06],[7.70,45.08],[7.68,45.08],[7.68,45.06]]]}})";

std::vector<PlacedLabel> namesOf(const char* features, LayerStyle style, const Viewport& viewport)
{
    LabelBoard board(viewport.size);
    return placeNames(*layerOf(features, "name"), style, viewport, Theme::named(ThemeName::Light), board, Progress());
}

TEST(PlaceNames, aStreetIsNamedAlongItself)
{
    const auto names = namesOf(kStreet, LayerStyle::Streets, viewportAt(kTorino, 0.8));

    ASSERT_EQ(names.size(), 1U);
    EXPECT_EQ(names[0].lettering.text, "Via Po");
    EXPECT_NEAR(names[0].centre.x(), 200.0, 10.0);
    EXPECT_NEAR(names[0].centre.y(), 150.0, 4.0);
    EXPECT_NEAR(names[0].degrees, 0.93, 0.1); // a parallel leans by the convergence
}

TEST(PlaceNames, aStreetTooShortForItsNameHasNone)
{
    EXPECT_TRUE(namesOf(kStreet, LayerStyle::Streets, viewportAt(kTorino, 9.0)).empty());
}

TEST(PlaceNames, streetsAreNamedNearOnly)
{
    EXPECT_TRUE(namesOf(kStreet, LayerStyle::Streets, viewportAt(kTorino, 2.0)).empty());
}

TEST(PlaceNames, anAreaIsNamedInItsMiddle)
{
    const auto names = namesOf(kTown, LayerStyle::Boundaries, viewportAt({7.69, 45.07}, 8.0));

    ASSERT_EQ(names.size(), 1U);
    EXPECT_NEAR(names[0].centre.x(), 200.0, 2.0);
    EXPECT_NEAR(names[0].centre.y(), 150.0, 2.0);
    EXPECT_DOUBLE_EQ(names[0].degrees, 0.0);
    EXPECT_TRUE(namesOf(kTown, LayerStyle::Boundaries, viewportAt({7.69, 45.07}, 100.0)).empty());
}

TEST(PlaceNames, anAreaMakesRoomForTheSymbolInItsMiddle)
{
    const Viewport viewport = viewportAt({7.69, 45.07}, 8.0);
    LabelBoard board(viewport.size);
    board.take({190, 140, 20, 20});

    const auto names = placeNames(*layerOf(kTown, "name"), LayerStyle::Boundaries, viewport,
                                  Theme::named(ThemeName::Light), board, Progress());

    ASSERT_EQ(names.size(), 1U);
    EXPECT_NEAR(names[0].centre.y(), 130.0, 2.0);
}

TEST(PlaceNames, theSameNameIsNotRepeatedNearby)
{
    const std::string twice = std::string(kStreet) + "," + kStreet;

    EXPECT_EQ(namesOf(twice.c_str(), LayerStyle::Streets, viewportAt(kTorino, 0.8)).size(), 1U);
}

TEST(PlaceNames, aCancelledPictureHasNoNames)
{
    const Viewport viewport = viewportAt(kTorino, 0.8);
    LabelBoard board(viewport.size);
    const Progress progress;
    progress.cancel();

    EXPECT_TRUE(placeNames(*layerOf(kStreet, "name"), LayerStyle::Streets, viewport, Theme::named(ThemeName::Light),
                           board, progress)
                    .empty());
}

TEST(StretchFor, takesTheMiddleOfAStraightLine)
{
    const auto stretch = stretchFor(QPolygonF({{0, 0}, {100, 0}, {200, 0}}), 60.0);

    ASSERT_TRUE(stretch);
    EXPECT_EQ(stretch->centre, QPointF(100.0, 0.0));
    EXPECT_DOUBLE_EQ(stretch->degrees, 0.0);
}

TEST(StretchFor, avoidsTheBend)
{
    const auto stretch = stretchFor(QPolygonF({{0, 0}, {100, 0}, {100, 100}}), 60.0);

    ASSERT_TRUE(stretch);
    const bool isOnAnArm = stretch->degrees == 0.0 || stretch->degrees == 90.0;
    EXPECT_TRUE(isOnAnArm);
}

TEST(StretchFor, theTextIsNeverUpsideDown)
{
    EXPECT_DOUBLE_EQ(stretchFor(QPolygonF({{200, 0}, {0, 0}}), 50.0)->degrees, 0.0);
    EXPECT_DOUBLE_EQ(stretchFor(QPolygonF({{0, 0}, {0, 200}}), 50.0)->degrees, 90.0);
    EXPECT_NEAR(stretchFor(QPolygonF({{100, 100}, {0, 0}}), 50.0)->degrees, 45.0, 1e-9);
}

TEST(StretchFor, aLineTooShortOrTooCurvedHasNone)
{
    EXPECT_FALSE(stretchFor(QPolygonF({{0, 0}, {40, 0}}), 60.0));
    EXPECT_FALSE(stretchFor(QPolygonF({{0, 0}, {30, 0}, {30, 30}, {0, 30}, {0, 5}}), 60.0));
    EXPECT_FALSE(stretchFor(QPolygonF(), 10.0));
}

} // namespace
} // namespace observo::render
