// SPDX-License-Identifier: GPL-3.0-or-later
#include "coordinates/CoordinateParts.h"

#include <gtest/gtest.h>

#include <string_view>

namespace observo::geo {
namespace {

using Order = WrittenPair::Order;

std::vector<WrittenPair> pairs(std::string_view text)
{
    const auto scanned = scanCoordinates(text);
    return scanned ? pairsIn(*scanned).value_or(std::vector<WrittenPair>{}) : std::vector<WrittenPair>{};
}

TEST(CoordinateParts, sharesWordsBetweenTheNumbers)
{
    for (const char* text :
         {"45 N 7 E", "N 45 E 7", "Lat 45 N Lon 7 E", "lat 45, 7 E", "N 45, 7", "45, 7 E", "lat: 45 lon: 7"}) {
        const auto found = pairs(text);
        ASSERT_FALSE(found.empty()) << text;
        EXPECT_EQ(found.front().order, Order::NorthFirst) << text;
        EXPECT_FALSE(found.front().orderIsSoft) << text;
        EXPECT_DOUBLE_EQ(found.front().first, 45.0) << text;
    }
    EXPECT_EQ(pairs("7 E 45 N").front().order, Order::EastFirst);
    EXPECT_TRUE(pairs("X 7 Y 45").front().orderIsSoft);
    EXPECT_EQ(pairs("45 7").front().order, Order::Unknown);
}

TEST(CoordinateParts, southAndWestAreNegative)
{
    const auto found = pairs("33.87 S 151.2 W");

    ASSERT_FALSE(found.empty());
    EXPECT_DOUBLE_EQ(found.front().first, -33.87);
    EXPECT_DOUBLE_EQ(found.front().second, -151.2);
    EXPECT_DOUBLE_EQ(pairs("45 N 7 O").front().second, -7.0);
}

TEST(CoordinateParts, addsMinutesAndSeconds)
{
    for (const char* text :
         {"45°04'13.08\" 7°41'12.84\"", "45 04 13.08 7 41 12.84", "45:04:13.08 7:41:12.84", "45°4,218' 7°41,214'"}) {
        const auto found = pairs(text);
        ASSERT_FALSE(found.empty()) << text;
        EXPECT_NEAR(found.front().first, 45.0703, 1e-9) << text;
        EXPECT_NEAR(found.front().second, 7.6869, 1e-9) << text;
        EXPECT_TRUE(found.front().degrees) << text;
    }
    EXPECT_NEAR(pairs("45°13\" 7°").front().first, 45.0 + 13.0 / 3600.0, 1e-12);
    EXPECT_NEAR(pairs("-33°30' 151°").front().first, -33.5, 1e-12);
}

TEST(CoordinateParts, knowsZonesOfUtm)
{
    for (const char* text : {"32T 396634 4991598", "UTM 32N 396634 4991598", "32N 396634 4991598",
                             "396634 E 4991598 N fuso 32", "UTM32 396634 4991598"}) {
        const auto found = pairs(text);
        ASSERT_FALSE(found.empty()) << text;
        EXPECT_EQ(found.front().zone, 32) << text;
        EXPECT_FALSE(found.front().south) << text;
        EXPECT_DOUBLE_EQ(found.front().first, 396634.0) << text;
    }
    EXPECT_FALSE(pairs("33S 396634 4191598").front().south); // the band of Sicily
    EXPECT_TRUE(pairs("56H 334873 6252266").front().south);
}

TEST(CoordinateParts, joinsThousandsWrittenWithSpaces)
{
    const auto found = pairs("396 634,3 4 991 598,5");

    ASSERT_FALSE(found.empty());
    EXPECT_DOUBLE_EQ(found.front().first, 396634.3);
    EXPECT_DOUBLE_EQ(found.front().second, 4991598.5);
}

TEST(CoordinateParts, refusesWhatContradictsItself)
{
    for (const char* text : {"45 N 7 N", "45 E 7 E", "-45 S 7 E", "45", "", "N E", "45 E N 7", "45°61' 7°", "45° 7° 9°",
                             "T 45 7", "' 45 7", "45° 12' 70\" 7°", "45.5°12' 7°"}) {
        EXPECT_TRUE(pairs(text).empty()) << text;
    }
}

} // namespace
} // namespace observo::geo
