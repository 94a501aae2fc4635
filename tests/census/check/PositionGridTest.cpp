// SPDX-License-Identifier: GPL-3.0-or-later
#include "check/PositionGrid.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>
#include <vector>

namespace observo::census {
namespace {

constexpr LonLat kTorino{7.6869, 45.0703};
constexpr double kMetresPerDegree = 6371008.8 * kPi / 180.0;

LonLat metresEast(LonLat from, double metres)
{
    return {from.lon + metres / (kMetresPerDegree * std::cos(radians(Degrees{from.lat}))), from.lat};
}

LonLat metresNorth(LonLat from, double metres)
{
    return {from.lon, from.lat + metres / kMetresPerDegree};
}

TEST(PositionGrid, findsWhatIsCloseNearestFirst)
{
    PositionGrid grid;
    grid.add(metresEast(kTorino, 3.0));
    grid.add(kTorino);
    grid.add(metresNorth(kTorino, 0.4));
    grid.add(metresNorth(kTorino, 30.0));
    grid.sort();

    const auto near = grid.within(kTorino, Metres{5});

    ASSERT_EQ(near.size(), 3U);
    EXPECT_EQ(near[0].number, 1U);
    EXPECT_EQ(near[1].number, 2U);
    EXPECT_NEAR(near[1].distance.value, 0.4, 0.01);
    EXPECT_EQ(near[2].number, 0U);
    EXPECT_NEAR(near[2].distance.value, 3.0, 0.03);
}

TEST(PositionGrid, theRadiusItselfIsWithin)
{
    PositionGrid grid;
    grid.add(kTorino);
    grid.sort();

    EXPECT_EQ(grid.within(kTorino, Metres{0}).size(), 1U);
}

TEST(PositionGrid, aDamagedPlaceIsNobodysNeighbour)
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    PositionGrid grid;
    grid.add({nan, 45.0});
    grid.add(kTorino);
    grid.sort();

    EXPECT_EQ(grid.within(kTorino, Metres{1}).size(), 1U);
    EXPECT_TRUE(grid.within({nan, nan}, Metres{1}).empty());
}

// The plain way, looking at every place, is the oracle.
TEST(PositionGrid, agreesWithLookingAtEveryPlace)
{
    std::mt19937 random(7);
    std::uniform_real_distribution<double> lon(7.60, 7.61);
    std::uniform_real_distribution<double> lat(45.00, 45.01);
    std::vector<LonLat> places(500);
    PositionGrid grid;
    for (auto& place : places) {
        place = {lon(random), lat(random)};
        grid.add(place);
    }
    grid.sort();

    for (const double radius : {0.5, 22.0, 75.0, 400.0}) {
        for (std::size_t i = 0; i < places.size(); i += 25) {
            std::size_t expected = 0;
            for (const auto& other : places) {
                expected += planeDistance(places[i], other) <= Metres{radius} ? 1U : 0U;
            }
            EXPECT_EQ(grid.within(places[i], Metres{radius}).size(), expected) << "radius " << radius;
        }
    }
}

TEST(PositionGrid, distancesAgreeWithTheGeodesicWithinAHundredth)
{
    // GeographicLib, GRS 80: 0.001 degrees of longitude at 45 N are 78.847 m, of latitude 111.132 m.
    EXPECT_NEAR(planeDistance({7.0, 45.0}, {7.001, 45.0}).value, 78.847, 0.8);
    EXPECT_NEAR(planeDistance({7.0, 45.0}, {7.0, 45.001}).value, 111.132, 1.2);
}

} // namespace
} // namespace observo::census
