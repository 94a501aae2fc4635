// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/feed/Row.h"

#include <gtest/gtest.h>

namespace observo::feed {
namespace {

TEST(Geometry, aClearedOneIsANewOne)
{
    Geometry geometry{.shape = Shape::Polygons, .points = {{1, 2}}, .parts = {1}, .rings = {1}, .height = 3.0};

    geometry.clear();

    EXPECT_EQ(geometry, Geometry());
}

TEST(Geometry, aBoxIsMetByTheBoxAroundThePoints)
{
    const Geometry line{.shape = Shape::Lines, .points = {{0, 0}, {10, 10}}, .parts = {2}};

    EXPECT_TRUE(line.meets({4, 1, 5, 2}));
    EXPECT_TRUE(line.meets({10, 10, 20, 20}));
    EXPECT_FALSE(line.meets({11, 0, 20, 10}));
    EXPECT_FALSE(line.meets({0, -5, 10, -1}));
    EXPECT_FALSE(Geometry().meets({-1, -1, 1, 1}));
}

} // namespace
} // namespace observo::feed
