// SPDX-License-Identifier: GPL-3.0-or-later
#include "vector/HilbertTree.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <cstdlib>
#include <random>
#include <set>
#include <vector>

namespace observo::geo {
namespace {

std::vector<MapBox> randomBoxes(std::size_t count)
{
    std::mt19937 random(42);
    std::uniform_real_distribution<double> x(300000.0, 500000.0);
    std::uniform_real_distribution<double> y(4900000.0, 5100000.0);
    std::uniform_real_distribution<double> size(0.0, 500.0);
    std::vector<MapBox> boxes;
    for (std::size_t i = 0; i < count; ++i) {
        const double left = x(random);
        const double low = y(random);
        boxes.push_back({left, low, left + size(random), low + size(random)});
    }
    return boxes;
}

TEST(HilbertTree, findsWhatLookingAtEveryBoxFinds)
{
    for (const std::size_t count : {1U, 2U, 15U, 16U, 17U, 256U, 257U, 5000U}) {
        const auto boxes = randomBoxes(count);
        const HilbertTree tree(boxes);
        for (const auto& window : randomBoxes(60)) {
            const MapBox wide{window.minX - 5000, window.minY - 5000, window.maxX, window.maxY};
            const auto found = tree.search(wide);
            std::vector<std::uint32_t> exact;
            for (const auto index : found) {
                if (boxes[index].overlaps(wide)) {
                    exact.push_back(index);
                }
            }
            std::vector<std::uint32_t> expected;
            for (std::size_t i = 0; i < boxes.size(); ++i) {
                if (boxes[i].overlaps(wide)) {
                    expected.push_back(static_cast<std::uint32_t>(i));
                }
            }
            ASSERT_EQ(exact, expected) << count;
        }
    }
}

TEST(HilbertTree, looksAtLittleMoreThanItFinds)
{
    const auto boxes = randomBoxes(20000);
    const HilbertTree tree(boxes);

    const auto found = tree.search({400000, 5000000, 402000, 5002000});

    EXPECT_LT(found.size(), 20U);
    EXPECT_EQ(tree.search(tree.extent()).size(), 20000U);
}

TEST(HilbertTree, ofNothingFindsNothing)
{
    const HilbertTree none;
    const HilbertTree empty(std::vector<MapBox>{});

    EXPECT_TRUE(none.search({0, 0, 1, 1}).empty());
    EXPECT_TRUE(empty.search({0, 0, 1, 1}).empty());
    EXPECT_TRUE(empty.extent().isEmpty());
    EXPECT_TRUE(HilbertTree(randomBoxes(5)).search({}).empty());
}

TEST(HilbertTree, takesPointsAtOnePlace)
{
    const std::vector<MapBox> same(100, MapBox{5, 5, 5, 5});

    EXPECT_EQ(HilbertTree(same).search({5, 5, 5, 5}).size(), 100U);
    EXPECT_TRUE(HilbertTree(same).search({6, 6, 7, 7}).empty());
}

TEST(HilbertTree, curveVisitsEveryCellNextToTheOneBefore)
{
    // The first 64 by 64 cells lie in one stretch of the curve.
    std::vector<std::pair<std::uint32_t, std::uint32_t>> cells(64 * 64, {999, 999});
    for (std::uint32_t x = 0; x < 64; ++x) {
        for (std::uint32_t y = 0; y < 64; ++y) {
            const auto index = hilbertIndex(x, y);
            ASSERT_LT(index, cells.size());
            EXPECT_EQ(cells[index].first, 999U) << "two cells at one place";
            cells[index] = {x, y};
        }
    }
    for (std::size_t i = 1; i < cells.size(); ++i) {
        const auto step = std::abs(static_cast<int>(cells[i].first) - static_cast<int>(cells[i - 1].first)) +
                          std::abs(static_cast<int>(cells[i].second) - static_cast<int>(cells[i - 1].second));
        ASSERT_EQ(step, 1) << i;
    }
}

} // namespace
} // namespace observo::geo
