// SPDX-License-Identifier: GPL-3.0-or-later
#include "geopackage/GeoPackageValues.h"

#include <gtest/gtest.h>

#include <string>

namespace observo::reader {
namespace {

/// The value of an SQL expression in a column of a type.
feed::Row taken(const std::string& expression, FieldType type)
{
    sqlite3* connection = nullptr;
    sqlite3_open(":memory:", &connection);
    sqlite3_stmt* statement = nullptr;
    sqlite3_prepare_v2(connection, ("SELECT " + expression).c_str(), -1, &statement, nullptr);
    EXPECT_EQ(sqlite3_step(statement), SQLITE_ROW);
    feed::Row row{.number = 4};
    row.values.resize(1);
    takeCell(statement, 0, {.name = "campo", .type = type}, 0, row);
    sqlite3_finalize(statement);
    sqlite3_close(connection);
    return row;
}

struct Cell {
    std::string expression;
    FieldType type;
    FieldValue value;
};

class GeoPackageValuesOf : public testing::TestWithParam<Cell> {};

TEST_P(GeoPackageValuesOf, aFittingCellIsTaken)
{
    const auto row = taken(GetParam().expression, GetParam().type);

    EXPECT_EQ(row.values[0], GetParam().value);
    EXPECT_TRUE(row.problems.empty());
}

INSTANTIATE_TEST_SUITE_P(
    Rows, GeoPackageValuesOf,
    testing::Values(Cell{"NULL", FieldType::Integer, {}}, Cell{"5", FieldType::Integer, std::int64_t{5}},
                    Cell{"1", FieldType::Boolean, true}, Cell{"2.5", FieldType::Real, 2.5},
                    Cell{"2", FieldType::Real, 2.0}, Cell{"'x'", FieldType::Text, std::string("x")},
                    Cell{"5", FieldType::Text, std::string("5")},
                    Cell{"'2026-11-22'", FieldType::Date, std::string("2026-11-22")},
                    Cell{"'2026-11-22T10:42:07.000Z'", FieldType::Timestamp, std::string("2026-11-22T10:42:07Z")},
                    Cell{"'2026-11-22T10:42:07.250Z'", FieldType::Timestamp, std::string("2026-11-22T10:42:07.250Z")},
                    Cell{"'2026-11-22 10:42:07'", FieldType::Timestamp, std::string("2026-11-22T10:42:07")}));

class GeoPackageDoubtful : public testing::TestWithParam<Cell> {};

TEST_P(GeoPackageDoubtful, aCellComesRaw)
{
    const auto row = taken(GetParam().expression, GetParam().type);

    EXPECT_EQ(row.values[0], FieldValue());
    ASSERT_EQ(row.raw.size(), 1U);
    ASSERT_EQ(row.problems.size(), 1U);
    EXPECT_EQ(row.problems[0].column, "campo");
}

INSTANTIATE_TEST_SUITE_P(Rows, GeoPackageDoubtful,
                         testing::Values(Cell{"'cinque'", FieldType::Integer, {}}, Cell{"2.5", FieldType::Integer, {}},
                                         Cell{"'2,5'", FieldType::Real, {}}, Cell{"9e999", FieldType::Real, {}},
                                         Cell{"'22/11/2026'", FieldType::Date, {}},
                                         Cell{"'2026-02-30'", FieldType::Date, {}},
                                         Cell{"'2026-11-22T25:00:00Z'", FieldType::Timestamp, {}},
                                         Cell{"'2026-11-22T10:42:07 x'", FieldType::Timestamp, {}}));

TEST(GeoPackageValues, bytesAreLeftOutAndSaid)
{
    const auto row = taken("x'00FF'", FieldType::Text);

    EXPECT_EQ(row.values[0], FieldValue());
    ASSERT_EQ(row.problems.size(), 1U);
    EXPECT_EQ(row.problems[0].weight, feed::Problem::Weight::Loss);
}

} // namespace
} // namespace observo::reader
