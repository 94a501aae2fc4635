// SPDX-License-Identifier: GPL-3.0-or-later
#include "systems/LayerArea.h"

#include <gtest/gtest.h>

namespace observo::geo {
namespace {

Crs crs(int epsg)
{
    return *Crs::fromEpsg(epsg);
}

TEST(LayerArea, ofMetresIsWhereTheyLie)
{
    const auto area = areaOfLayer(crs(3003), {1396000, 4991000, 1397000, 4992000});

    EXPECT_NEAR(area.west, 7.68, 0.01);
    EXPECT_NEAR(area.north, 45.07, 0.01);
    EXPECT_LT(area.east - area.west, 0.02);
}

TEST(LayerArea, ofDegreesIsTheBoxItself)
{
    const auto area = areaOfLayer(crs(4326), {7.6, 45.0, 7.7, 45.1});

    EXPECT_NEAR(area.west, 7.6, 1e-9);
    EXPECT_NEAR(area.north, 45.1, 1e-9);
}

TEST(LayerArea, countsTheRomeMeridian)
{
    const auto area = areaOfLayer(crs(4806), {-4.8, 45.0, -4.7, 45.1});

    EXPECT_NEAR(area.west, 7.6523, 0.001);
}

TEST(LayerArea, ofNothingAndOfNonsenseIsEmpty)
{
    EXPECT_TRUE(areaOfLayer(crs(3003), {}).isEmpty());
    EXPECT_TRUE(areaOfLayer(crs(3003), {1e30, 1e30, 2e30, 2e30}).isEmpty());
}

} // namespace
} // namespace observo::geo
