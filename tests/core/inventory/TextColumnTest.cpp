// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/TextColumn.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <utility>
#include <vector>

using namespace observo;

namespace {

TEST(TextColumn, keepsCodesAndNamesApart)
{
    TextColumn column;
    column.append("TC-0001", "Ponte Nord");
    column.append("TC-0002", "");
    column.append("", "Piazza");

    EXPECT_EQ(column.rows(), 3U);
    EXPECT_EQ(column.code(0), "TC-0001");
    EXPECT_EQ(column.name(0), "Ponte Nord");
    EXPECT_EQ(column.name(1), "");
    EXPECT_EQ(column.code(2), "");
    EXPECT_EQ(column.name(2), "Piazza");
}

TEST(TextColumn, replacesOneRowAndLeavesTheOthers)
{
    TextColumn column;
    column.append("A", "uno");
    column.append("B", "due");
    column.append("C", "tre");

    column.replace(1, "BBBB", "due e mezzo");
    column.replace(0, "", "");

    EXPECT_EQ(column.name(0), "");
    EXPECT_EQ(column.code(1), "BBBB");
    EXPECT_EQ(column.name(1), "due e mezzo");
    EXPECT_EQ(column.code(2), "C");
    EXPECT_EQ(column.name(2), "tre");
}

TEST(TextColumn, takesItsOwnTextsAsNewOnes)
{
    TextColumn column;
    column.append("A", "a long name that does not fit any short buffer");
    column.append("B", "b");

    column.replace(0, column.name(0), column.code(1));

    EXPECT_EQ(column.code(0), "a long name that does not fit any short buffer");
    EXPECT_EQ(column.name(0), "B");
    EXPECT_EQ(column.name(1), "b");
}

TEST(TextColumn, growsPastTwoByteOffsets)
{
    std::mt19937 random(11);
    TextColumn column;
    std::vector<std::pair<std::string, std::string>> expected;
    for (int i = 0; i < 64; ++i) {
        expected.emplace_back(std::to_string(i), std::string(random() % 900, 'x'));
        column.append(expected.back().first, expected.back().second);
    }
    for (int i = 0; i < 200; ++i) {
        const std::size_t row = random() % expected.size();
        expected[row].second = std::string(random() % 5000, 'y');
        column.replace(row, expected[row].first, expected[row].second);
    }

    ASSERT_GT(column.heapBytes(), 65536U);
    for (std::size_t i = 0; i < expected.size(); ++i) {
        ASSERT_EQ(column.code(i), expected[i].first);
        ASSERT_EQ(column.name(i), expected[i].second);
    }
}

TEST(TextColumn, takesAFirstTextLargerThanTwoBytesCount)
{
    TextColumn column;
    column.append("A", std::string(70000, 'n'));
    column.append("B", "b");

    EXPECT_EQ(column.name(0).size(), 70000U);
    EXPECT_EQ(column.code(1), "B");
}

} // namespace
