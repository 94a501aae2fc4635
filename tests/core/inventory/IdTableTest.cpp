// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/IdTable.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <map>
#include <random>
#include <utility>
#include <vector>

using namespace observo;

namespace {

struct Rows final : RowIds {
    std::vector<CameraId> ids;
    [[nodiscard]] CameraId idOf(std::uint32_t row) const override { return ids[row]; }
};

CameraId numbered(int number)
{
    CameraId id;
    id.uuid.bytes[14] = static_cast<std::uint8_t>(number / 256);
    id.uuid.bytes[15] = static_cast<std::uint8_t>(number % 256);
    return id;
}

TEST(IdTable, anEmptyTableFindsNothing)
{
    const Rows rows;
    IdTable table;
    table.remove(numbered(1), rows);

    EXPECT_FALSE(table.find(numbered(1), rows));
    EXPECT_EQ(table.size(), 0U);
}

TEST(IdTable, saysWhichRowIsReplaced)
{
    Rows rows;
    rows.ids = {numbered(1), numbered(2), numbered(1)};
    IdTable table;

    EXPECT_FALSE(table.put(rows.ids[0], 0, rows));
    EXPECT_FALSE(table.put(rows.ids[1], 1, rows));
    EXPECT_EQ(table.put(rows.ids[2], 2, rows), 0U);
    EXPECT_EQ(table.find(numbered(1), rows), 2U);
    EXPECT_EQ(table.size(), 2U);
}

TEST(IdTable, agreesWithAMapOverManyPutsAndRemovals)
{
    std::mt19937 random(3);
    Rows rows;
    for (int i = 0; i < 2000; ++i) {
        rows.ids.push_back(numbered(i));
    }
    IdTable table;
    std::map<CameraId, std::uint32_t> expected;
    for (int i = 0; i < 20000; ++i) {
        const std::uint32_t row = static_cast<std::uint32_t>(random() % 2000);
        if (random() % 2 == 0) {
            table.put(rows.ids[row], row, rows);
            expected[rows.ids[row]] = row;
        } else {
            table.remove(rows.ids[row], rows);
            expected.erase(rows.ids[row]);
        }
        ASSERT_EQ(table.size(), expected.size());
    }
    for (std::uint32_t row = 0; row < 2000; ++row) {
        const auto found = table.find(rows.ids[row], rows);
        ASSERT_EQ(found.has_value(), expected.count(rows.ids[row]) == 1);
        ASSERT_EQ(found.value_or(row), row);
    }
}

TEST(IdTable, renumbersItsRows)
{
    Rows rows;
    rows.ids = {numbered(1), numbered(2)};
    IdTable table;
    table.reserve(2, rows);
    table.put(rows.ids[0], 0, rows);
    table.put(rows.ids[1], 1, rows);

    table.renumber({1, 0});
    std::swap(rows.ids[0], rows.ids[1]);

    EXPECT_EQ(table.find(numbered(1), rows), 1U);
    EXPECT_EQ(table.find(numbered(2), rows), 0U);
}

TEST(IdTable, spreadsCountedIdentifiersOverAllParts)
{
    std::map<std::size_t, int> share;
    for (int i = 0; i < 65536; ++i) {
        ++share[IdTable::tableOf(numbered(i))];
    }

    ASSERT_EQ(share.size(), IdTable::kTables);
    for (const auto& [table, count] : share) {
        EXPECT_GT(count, 128) << table;
        EXPECT_LT(count, 512) << table;
    }
}

} // namespace
