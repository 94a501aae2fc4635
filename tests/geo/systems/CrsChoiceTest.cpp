// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/geo/Crs.h"

#include <gtest/gtest.h>

#include <set>

namespace observo::geo {
namespace {

TEST(CrsChoice, everyOfferedSystemExistsOnceAndHasWordsInBothLanguages)
{
    std::set<int> codes;
    for (const auto& offered : offeredSystems()) {
        EXPECT_TRUE(codes.insert(offered.epsg).second) << offered.epsg;
        EXPECT_TRUE(Crs::fromEpsg(offered.epsg)) << offered.epsg;
        EXPECT_FALSE(offered.label.it.empty());
        EXPECT_FALSE(offered.label.en.empty());
    }
    for (const int expected :
         {7791, 7792, 7794, 6706, 4326, 4258, 32632, 32633, 25832, 25833, 6707, 6708, 3003, 3004, 4806, 23032, 23033}) {
        EXPECT_TRUE(codes.contains(expected)) << expected;
    }
}

TEST(CrsChoice, theWorkingSystemIsTheZoneOfTheFirstCamera)
{
    EXPECT_EQ(workingSystemFor({7.6869, 45.0703}), 7791); // Torino
    EXPECT_EQ(workingSystemFor({11.999, 43.0}), 7791);
    EXPECT_EQ(workingSystemFor({12.0, 43.0}), 7792);
    EXPECT_EQ(workingSystemFor({18.49, 40.15}), 7792); // Otranto lies in zone 34
    EXPECT_EQ(workingSystemFor({2.35, 48.86}), 7791);
}

TEST(CrsChoice, theMapIsDrawnInTheZoneOfThePlace)
{
    EXPECT_EQ(mapSystemFor({7.6869, 45.0703}), 7791);
    EXPECT_EQ(mapSystemFor({13.36, 38.12}), 7792);      // Palermo
    EXPECT_EQ(mapSystemFor({-0.1276, 51.5072}), 32630); // London
    EXPECT_EQ(mapSystemFor({-81.99, 29.69}), 32617);    // Florida
    EXPECT_EQ(mapSystemFor({151.2, -33.87}), 32756);    // Sydney
    EXPECT_EQ(mapSystemFor({180.0, 10.0}), 32660);
    EXPECT_EQ(mapSystemFor({-180.0, 10.0}), 32601);
}

TEST(CrsChoice, everyMapSystemExists)
{
    for (double lon = -177.0; lon < 180.0; lon += 6.0) {
        for (const double lat : {-45.0, 45.0}) {
            EXPECT_TRUE(Crs::fromEpsg(mapSystemFor({lon, lat}))) << lon << " " << lat;
        }
    }
}

} // namespace
} // namespace observo::geo
