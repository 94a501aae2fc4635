// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/Placing.h"

#include "observo/geo/Geodesy.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace observo::exchange {
namespace {

const Territory kPiemonte{.box = {6.6, 44.0, 9.3, 46.5}, .name = "Piemonte"};

Placing placingFrom(int epsg, const std::vector<MapPoint>& sample, bool swapped = false)
{
    auto placing = Placing::make({.crs = geo::Crs::fromEpsg(epsg).value(), .swapped = swapped}, kPiemonte, sample);
    EXPECT_TRUE(placing) << placing.error().message();
    return std::move(*placing);
}

std::string lastCode(const Placed& placed)
{
    return placed.remarks.empty() ? "" : std::string(placed.remarks.back().code);
}

TEST(Placing, wgs84NumbersStayAsTheyAre)
{
    const auto placed = placingFrom(4326, {{7.6869, 45.0703}}).place({.point = MapPoint{7.686912345, 45.070312345}});
    ASSERT_TRUE(placed.place);
    EXPECT_EQ(*placed.place, (LonLat{7.686912345, 45.070312345}));
    EXPECT_TRUE(placed.remarks.empty());
}

TEST(Placing, gaussBoagaComesByTheNamedOperation)
{
    const auto placing = placingFrom(3003, {{1396659.856, 4991618.230}});
    const auto placed = placing.place({.point = MapPoint{1396659.856, 4991618.230}});
    ASSERT_TRUE(placed.place);
    EXPECT_LT(geo::distanceBetween(*placed.place, {7.6869, 45.0703}).value, 0.02);
    ASSERT_TRUE(placing.operation().accuracy);
    EXPECT_GE(placing.operation().accuracy->value, 4.0);
    EXPECT_EQ(placing.accuracyForRecords(), placing.operation().accuracy);
    EXPECT_FALSE(placingFrom(32632, {{396634.276, 4991598.530}}).accuracyForRecords());
}

TEST(Placing, rowsWithoutAPlaceSayWhy)
{
    const auto placing = placingFrom(4326, {{7.6869, 45.0703}});
    EXPECT_EQ(lastCode(placing.place({})), "no_position");
    EXPECT_EQ(lastCode(placing.place({.text = "qui, la"})), "position_not_understood");
    EXPECT_EQ(lastCode(placing.place({.point = MapPoint{0, 0}})), "null_position");
    EXPECT_EQ(lastCode(placing.place({.point = MapPoint{200, 95}})), "not_on_earth");
    EXPECT_FALSE(placing.place({.point = MapPoint{0, 0}}).place);
}

TEST(Placing, aSwappedRowIsReadTheRightWayRound)
{
    const auto placed = placingFrom(4326, {{7.6869, 45.0703}}).place({.point = MapPoint{45.07, 7.68}});
    ASSERT_TRUE(placed.place);
    EXPECT_EQ(*placed.place, (LonLat{7.68, 45.07}));
    EXPECT_EQ(lastCode(placed), "axes_swapped");
}

TEST(Placing, metresAmongDegreesAreReadWithADoubt)
{
    const auto placed = placingFrom(4326, {{7.6869, 45.0703}}).place({.point = MapPoint{396634.276, 4991598.530}});
    ASSERT_TRUE(placed.place);
    EXPECT_NEAR(placed.place->lon, 7.6869, 1e-5);
    EXPECT_EQ(lastCode(placed), "metres_in_degrees");
    ASSERT_TRUE(placed.accuracy);
    EXPECT_GE(placed.accuracy->value, 100.0);
}

TEST(Placing, aPointElsewhereIsTakenAndSaid)
{
    const auto placed = placingFrom(4326, {{7.6869, 45.0703}}).place({.point = MapPoint{-0.1, 51.5}});
    ASSERT_TRUE(placed.place);
    EXPECT_EQ(lastCode(placed), "outside_territory");
}

TEST(Placing, aWholeFileMayBeSwapped)
{
    const auto placed = placingFrom(4326, {{45.0703, 7.6869}}, true).place({.point = MapPoint{45.0703, 7.6869}});
    ASSERT_TRUE(placed.place);
    EXPECT_EQ(*placed.place, (LonLat{7.6869, 45.0703}));
    EXPECT_TRUE(placed.remarks.empty());
}

TEST(Placing, theMiddleOfALineIsSaid)
{
    const auto placed =
        placingFrom(4326, {{7.6869, 45.0703}}).place({.point = MapPoint{7.68, 45.07}, .isCentre = true});
    EXPECT_EQ(lastCode(placed), "not_a_point");
}

} // namespace
} // namespace observo::exchange
