// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/FloatColumn.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>
#include <vector>

using namespace observo;

namespace {

constexpr float kUnknown = std::numeric_limits<float>::quiet_NaN();

bool same(float a, float b)
{
    return a == b || (std::isnan(a) && std::isnan(b));
}

TEST(FloatColumn, isUnknownUntilSet)
{
    const FloatColumn column;

    EXPECT_TRUE(std::isnan(column.at(0)));
    EXPECT_TRUE(std::isnan(column.at(FloatColumn::kRows - 1)));
    EXPECT_EQ(column.heapBytes(), 0U);
}

TEST(FloatColumn, givesBackWhatWasSetWhateverTheDensity)
{
    std::mt19937 random(7);
    FloatColumn column;
    std::vector<float> expected(FloatColumn::kRows, kUnknown);
    // First mostly known, so that the column turns dense, then mostly unknown again.
    for (int i = 0; i < 20000; ++i) {
        const std::size_t row = random() % FloatColumn::kRows;
        const bool known = i < 10000 ? random() % 10 != 0 : random() % 10 == 0;
        expected[row] = known ? static_cast<float>(random() % 3600) / 10 : kUnknown;

        column.set(row, expected[row]);

        ASSERT_TRUE(same(column.at(row), expected[row]));
    }
    for (std::size_t row = 0; row < FloatColumn::kRows; ++row) {
        ASSERT_TRUE(same(column.at(row), expected[row])) << row;
    }
}

TEST(FloatColumn, keepsFewValuesInLittleRoom)
{
    FloatColumn column;
    for (std::size_t row = 0; row < FloatColumn::kRows; row += 64) {
        column.set(row, 1.5F);
    }
    column.shrink();

    EXPECT_LE(column.heapBytes(), 16 * sizeof(float));
}

} // namespace
