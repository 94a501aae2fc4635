// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/core/Quantities.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace observo {
namespace {

TEST(Quantities, areCountedInTheirUnit)
{
    EXPECT_EQ(Metres{2} + Metres{3}, Metres{5});
    EXPECT_EQ(2.0 * Metres{3} - Metres{1}, Metres{5});
    EXPECT_DOUBLE_EQ(Metres{3} / Metres{2}, 1.5);
    EXPECT_LT(Degrees{1}, Degrees{2});
    EXPECT_DOUBLE_EQ(radians(Degrees{180}), kPi);
    EXPECT_DOUBLE_EQ(degreesFromRadians(kPi / 2).value, 90.0);
}

TEST(Quantities, anAzimuthIsBroughtIntoOneTurn)
{
    EXPECT_EQ(normalised(Degrees{0}), Degrees{0});
    EXPECT_EQ(normalised(Degrees{360}), Degrees{0});
    EXPECT_EQ(normalised(Degrees{-90}), Degrees{270});
    EXPECT_EQ(normalised(Degrees{725}), Degrees{5});
    EXPECT_EQ(normalised(Degrees{-3600.5}), Degrees{359.5});
    EXPECT_FALSE(std::signbit(normalised(Degrees{-0.0}).value));
    EXPECT_FALSE(std::signbit(normalised(Degrees{-360}).value));
}

TEST(Quantities, aTinyNegativeAzimuthDoesNotBecomeThreeHundredSixty)
{
    EXPECT_EQ(normalised(Degrees{-1e-20}), Degrees{0});
}

TEST(Quantities, theTurnBetweenTwoDirectionsIsTheShortOne)
{
    EXPECT_EQ(turnBetween(Degrees{350}, Degrees{10}), Degrees{20});
    EXPECT_EQ(turnBetween(Degrees{10}, Degrees{350}), Degrees{-20});
    EXPECT_EQ(turnBetween(Degrees{0}, Degrees{180}), Degrees{180});
    EXPECT_EQ(turnBetween(Degrees{180}, Degrees{0}), Degrees{180});
    EXPECT_EQ(turnBetween(Degrees{90}, Degrees{90}), Degrees{0});
}

TEST(Quantities, aPlaceMustBeOnEarth)
{
    const double nan = std::numeric_limits<double>::quiet_NaN();

    EXPECT_TRUE(isValid(LonLat{7.6869, 45.0703}));
    EXPECT_TRUE(isValid(LonLat{-180, 90}));
    EXPECT_FALSE(isValid(LonLat{180.1, 0}));
    EXPECT_FALSE(isValid(LonLat{0, -90.1}));
    EXPECT_FALSE(isValid(LonLat{nan, 0}));
    EXPECT_FALSE(isValid(LonLat{0, nan}));
    EXPECT_FALSE(isValid(LonLat{std::numeric_limits<double>::infinity(), 0}));
}

TEST(Quantities, aBoxGrowsFromEmptyAroundItsPlaces)
{
    GeoBox box;
    EXPECT_TRUE(box.isEmpty());
    EXPECT_FALSE(box.contains(LonLat{0, 0}));

    box.include(LonLat{7, 45});
    EXPECT_EQ(box, (GeoBox{7, 45, 7, 45}));
    box.include(LonLat{8, 44});

    EXPECT_EQ(box, (GeoBox{7, 44, 8, 45}));
    EXPECT_TRUE(box.contains(LonLat{7.5, 44.5}));
    EXPECT_FALSE(box.contains(LonLat{8.1, 44.5}));
}

TEST(Quantities, boxesOverlapWhenTheyShareAPoint)
{
    const GeoBox box{7, 44, 8, 45};

    EXPECT_TRUE(box.overlaps(GeoBox{8, 45, 9, 46}));
    EXPECT_TRUE(box.overlaps(GeoBox{7.2, 44.2, 7.3, 44.3}));
    EXPECT_FALSE(box.overlaps(GeoBox{8.1, 44, 9, 45}));
    EXPECT_FALSE(box.overlaps(GeoBox{}));
}

} // namespace
} // namespace observo
