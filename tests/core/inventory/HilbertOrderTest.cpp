// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/HilbertOrder.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <limits>
#include <map>
#include <random>
#include <set>
#include <utility>

using namespace observo;

namespace {

TEST(HilbertOrder, stepsToANeighbourEachTime)
{
    // In the lowest corner the curve stays within an 8 by 8 block for its first 64 steps.
    std::map<std::uint32_t, std::pair<int, int>> byKey;
    for (int x = 0; x < 8; ++x) {
        for (int y = 0; y < 8; ++y) {
            byKey[hilbertKey(static_cast<std::uint16_t>(x), static_cast<std::uint16_t>(y))] = {x, y};
        }
    }

    ASSERT_EQ(byKey.size(), 64U);
    ASSERT_EQ(byKey.rbegin()->first, 63U);
    for (auto here = byKey.begin(), there = std::next(here); there != byKey.end(); ++here, ++there) {
        const int steps =
            std::abs(here->second.first - there->second.first) + std::abs(here->second.second - there->second.second);
        EXPECT_EQ(steps, 1);
    }
}

TEST(HilbertOrder, endsInTheOtherLowerCorner)
{
    EXPECT_EQ(hilbertKey(0, 0), 0U);
    EXPECT_EQ(hilbertKey(65535, 0), 0xFFFFFFFFU);
}

TEST(HilbertOrder, namesEachPlaceOnceAndKeepsRunsTogether)
{
    std::mt19937 random(5);
    std::uniform_real_distribution<double> unit(0, 1);
    std::vector<LonLat> places(4096);
    for (LonLat& place : places) {
        place = {7 + unit(random), 45 + unit(random)};
    }
    places[17] = {std::numeric_limits<double>::quiet_NaN(), 45};

    const auto order = hilbertOrder(places);

    EXPECT_EQ(std::set<std::uint32_t>(order.begin(), order.end()).size(), places.size());
    EXPECT_EQ(order.front(), 17U);
    double area = 0;
    for (std::size_t begin = 64; begin + 64 <= order.size(); begin += 64) {
        GeoBox box;
        for (std::size_t i = begin; i < begin + 64; ++i) {
            box.include(places[order[i]]);
        }
        area += (box.east - box.west) * (box.north - box.south);
    }
    // 63 runs of unordered places would cover about 60 times the whole square.
    EXPECT_LT(area, 2.5);
}

TEST(HilbertOrder, placesOnOneLineOrPointAreNoTrouble)
{
    const std::vector<LonLat> places(3, LonLat{7, 45});

    EXPECT_TRUE(hilbertOrder({}).empty());
    EXPECT_EQ(hilbertOrder(places), (std::vector<std::uint32_t>{0, 1, 2}));
}

} // namespace
