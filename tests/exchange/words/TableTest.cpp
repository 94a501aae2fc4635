// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/Table.h"

#include "observo/core/Fields.h"

#include <gtest/gtest.h>

#include <set>

namespace observo::exchange {
namespace {

TEST(IntakeTable, partsAreDividedAndMayBeEmpty)
{
    const auto parts = partsOf("a||b", '|');
    ASSERT_EQ(parts.size(), 3U);
    EXPECT_EQ(parts[1], "");
    EXPECT_EQ(partsOf("", ',').size(), 1U);
}

TEST(IntakeTable, anUnknownTableIsEmpty)
{
    EXPECT_TRUE(intakeTable("nothing.csv").empty());
}

TEST(IntakeTable, everyRowOfTheColumnsNamesAFieldOrARole)
{
    const std::set<std::string_view> roles{"lon", "lat", "x", "y", "coordinates"};
    const auto rows = intakeTable("columns.csv");
    ASSERT_GT(rows.size(), 60U);
    for (const auto& row : rows) {
        ASSERT_EQ(row.size(), 3U) << row.front();
        EXPECT_TRUE(roles.contains(row[0]) || findField(RecordKind::Camera, row[0]) != nullptr) << row[0];
    }
}

TEST(IntakeTable, everyRowOfTheValuesNamesACodeOfItsList)
{
    const auto rows = intakeTable("values.csv");
    ASSERT_GT(rows.size(), 90U);
    for (const auto& row : rows) {
        ASSERT_EQ(row.size(), 4U) << row[0] << ' ' << row[1];
        EXPECT_TRUE(isKnownCode(row[0], row[1])) << row[0] << ' ' << row[1];
        const auto also = partsOf(row[2], '=');
        if (also.size() == 2) {
            const FieldInfo* field = findField(RecordKind::Camera, also[0]);
            ASSERT_NE(field, nullptr) << also[0];
            EXPECT_TRUE(isKnownCode(field->codeList, also[1])) << also[1];
        }
    }
}

TEST(IntakeTable, regionsAndSystemsAreWhole)
{
    EXPECT_EQ(intakeTable("regions.csv").size(), 20U);
    for (const auto& row : intakeTable("regions.csv")) {
        EXPECT_EQ(row.size(), 6U) << row.front();
    }
    EXPECT_GE(intakeTable("systems.csv").size(), 18U);
}

} // namespace
} // namespace observo::exchange
