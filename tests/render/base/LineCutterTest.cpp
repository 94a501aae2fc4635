// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/LineCutter.h"

#include <gtest/gtest.h>

#include <cmath>

namespace observo::render {
namespace {

/// 100 x 100 pixels, one metre each, from (0, 0) to (100, 100).
Viewport square()
{
    Viewport viewport;
    viewport.centre = {50.0, 50.0};
    viewport.metresPerPixel = 1.0;
    viewport.size = {100, 100};
    return viewport;
}

std::vector<LineRun> cut(std::vector<MapPoint> line, SeenSegments* seen = nullptr)
{
    std::vector<LineRun> runs;
    LineCutter(square(), 0.0).cut(line, runs, seen);
    return runs;
}

TEST(LineCutter, aLineInsideIsKeptWhole)
{
    const auto runs = cut({{10, 10}, {50, 20}, {90, 90}});

    ASSERT_EQ(runs.size(), 1U);
    EXPECT_EQ(runs[0].points, QPolygonF({{10, 90}, {50, 80}, {90, 10}}));
    EXPECT_DOUBLE_EQ(runs[0].start, 0.0);
}

TEST(LineCutter, aLineAcrossIsCutAtBothEdges)
{
    const auto runs = cut({{-300, 50}, {500, 50}});

    ASSERT_EQ(runs.size(), 1U);
    EXPECT_EQ(runs[0].points, QPolygonF({{0, 50}, {100, 50}}));
    EXPECT_DOUBLE_EQ(runs[0].start, 300.0); // so that dashes do not jump while the map is panned
}

TEST(LineCutter, aLineThatLeavesAndReturnsGivesTwoRuns)
{
    const auto runs = cut({{50, 50}, {50, 150}, {80, 150}, {80, 50}});

    ASSERT_EQ(runs.size(), 2U);
    EXPECT_DOUBLE_EQ(runs[1].start, 100.0 + 30.0 + 50.0);
    EXPECT_EQ(runs[1].points.first(), QPointF(80, 0));
}

TEST(LineCutter, aLineOutsideGivesNone)
{
    EXPECT_TRUE(cut({{-10, 0}, {-10, 100}}).empty());
    EXPECT_TRUE(cut({{-50, 40}, {40, -60}}).empty()); // its box touches the window, the line does not
    EXPECT_TRUE(cut({{10, 10}}).empty());
}

TEST(LineCutter, pointsThatNoPixelShowsApartAreLeftOut)
{
    std::vector<MapPoint> fine;
    for (int i = 0; i <= 8000; ++i) {
        fine.push_back({10.0 + i * 0.01, 50.0});
    }

    const auto runs = cut(fine);

    ASSERT_EQ(runs.size(), 1U);
    EXPECT_LT(runs[0].points.size(), 140);
    EXPECT_NEAR(runs[0].points.last().x(), 90.0, 1e-6);
}

TEST(LineCutter, repeatedPointsDoNotBreakALine)
{
    EXPECT_EQ(cut({{10, 10}, {50, 50}, {50, 50}, {90, 10}}).size(), 1U);
}

TEST(LineCutter, aSharedBoundaryIsDrawnOnce)
{
    SeenSegments seen;

    EXPECT_EQ(cut({{10, 10}, {50, 10}, {50, 50}}, &seen).size(), 1U);
    const auto neighbour = cut({{50, 50}, {50, 10}, {90, 10}}, &seen);

    ASSERT_EQ(neighbour.size(), 1U);
    EXPECT_EQ(neighbour[0].points, QPolygonF({{50, 90}, {90, 90}}));
}

TEST(SeenSegments, rememberThousandsInEitherDirection)
{
    SeenSegments seen;
    for (int i = 0; i < 20000; ++i) {
        ASSERT_TRUE(seen.insert({i * 1.0, 5.0}, {i + 1.0, 5.0}));
    }
    for (int i = 0; i < 20000; ++i) {
        ASSERT_FALSE(seen.insert({i + 1.0, 5.0}, {i * 1.0, 5.0}));
    }
}

} // namespace
} // namespace observo::render
