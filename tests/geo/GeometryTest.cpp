// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/geo/Geometry.h"

#include <gtest/gtest.h>

#include <limits>

namespace observo::geo {
namespace {

const Ring kSquare = {{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}};
const Ring kHole = {{4, 4}, {4, 6}, {6, 6}, {6, 4}, {4, 4}};

TEST(Geometry, aNewBoxIsEmptyAndGrowsByPoints)
{
    MapBox box;
    EXPECT_TRUE(box.isEmpty());
    EXPECT_EQ(box.width(), 0.0);

    box.include(MapPoint{3, 4});
    box.include(MapPoint{-1, 8});

    EXPECT_EQ(box, (MapBox{-1, 4, 3, 8}));
    EXPECT_EQ(box.centre(), (MapPoint{1, 6}));
}

TEST(Geometry, aBoxTakesNeitherEmptyBoxesNorPointsThatAreNoNumbers)
{
    MapBox box;
    box.include(MapPoint{std::numeric_limits<double>::quiet_NaN(), 1});
    EXPECT_TRUE(box.isEmpty());
    box.include(MapBox{});
    EXPECT_TRUE(box.isEmpty());

    box.include(MapBox{0, 0, 1, 1});
    box.include(MapBox{});
    EXPECT_EQ(box, (MapBox{0, 0, 1, 1}));
}

TEST(Geometry, boxesOverlapAlsoAtTheirEdges)
{
    const MapBox box{0, 0, 10, 10};

    EXPECT_TRUE(box.overlaps({10, 10, 20, 20}));
    EXPECT_FALSE(box.overlaps({10.1, 0, 20, 10}));
    EXPECT_FALSE(box.overlaps({}));
}

TEST(Geometry, ofEveryKindHasItsBox)
{
    EXPECT_TRUE(boxOf(Geometry{}).isEmpty());
    EXPECT_EQ(boxOf(Geometry{std::vector<MapPoint>{{1, 2}, {3, 0}}}), (MapBox{1, 0, 3, 2}));
    EXPECT_EQ(boxOf(Geometry{std::vector<Line>{{{1, 2}, {3, 0}}, {{9, 9}}}}), (MapBox{1, 0, 9, 9}));
    EXPECT_EQ(boxOf(Geometry{std::vector<Polygon>{{kSquare, {kHole}}}}), (MapBox{0, 0, 10, 10}));
}

TEST(Geometry, theAreaIsPositiveCounterClockwise)
{
    EXPECT_DOUBLE_EQ(areaOf(kSquare), 100.0);
    EXPECT_DOUBLE_EQ(areaOf(kHole), -4.0);
    EXPECT_DOUBLE_EQ(areaOf({}), 0.0);
    EXPECT_DOUBLE_EQ(areaOf({{1, 1}, {2, 2}}), 0.0);
}

TEST(Geometry, theAreaIsExactFarFromTheOrigin)
{
    Ring far;
    for (const auto point : kSquare) {
        far.push_back({point.x + 396634.0, point.y + 4991598.0});
    }

    EXPECT_DOUBLE_EQ(areaOf(far), 100.0);
}

TEST(Geometry, aHoleIsOutside)
{
    const Polygon polygon{kSquare, {kHole}};

    EXPECT_TRUE(contains(polygon, {1, 1}));
    EXPECT_FALSE(contains(polygon, {5, 5}));
    EXPECT_FALSE(contains(polygon, {11, 5}));
    EXPECT_FALSE(contains(Polygon{}, {0, 0}));
}

TEST(Geometry, aRingThatIsNotClosedCountsAsClosed)
{
    EXPECT_TRUE(contains(Polygon{{{0, 0}, {10, 0}, {10, 10}, {0, 10}}, {}}, {5, 5}));
}

} // namespace
} // namespace observo::geo
