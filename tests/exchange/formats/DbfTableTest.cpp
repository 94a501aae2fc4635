// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/DbfTable.h"

#include "support/exchange/CensusToExport.h"

#include <gtest/gtest.h>

namespace observo::exchange {
namespace {

Column measured(std::string_view name, std::initializer_list<FieldValue> values)
{
    Column column{.field = findField(RecordKind::Camera, name)};
    for (const FieldValue& value : values) {
        measure(column, value);
    }
    return column;
}

struct Case {
    std::string field;
    std::vector<FieldValue> values;
    char type;
    int width;
    int decimals;
};

class DbfColumnTest : public testing::TestWithParam<Case> {};

TEST_P(DbfColumnTest, isAsWideAsItsValuesNeed)
{
    Column column{.field = findField(RecordKind::Camera, GetParam().field)};
    for (const FieldValue& value : GetParam().values) {
        measure(column, value);
    }
    const DbfColumn dbf = dbfColumnFor(column);
    EXPECT_EQ(dbf.name, column.field->shortName);
    EXPECT_EQ(dbf.type, GetParam().type);
    EXPECT_EQ(dbf.width, GetParam().width);
    EXPECT_EQ(dbf.decimals, GetParam().decimals);
}

INSTANTIATE_TEST_SUITE_P(Types, DbfColumnTest,
                         testing::Values(Case{"name", {}, 'C', 1, 0}, Case{"name", {std::string("città")}, 'C', 6, 0},
                                         Case{"notes", {std::string(300, 'x')}, 'C', 254, 0},
                                         Case{"retention_hours", {std::int64_t{7}}, 'N', 4, 0},
                                         Case{"retention_hours", {std::int64_t{-123456789012}}, 'N', 13, 0},
                                         Case{"retention_hours", {std::int64_t{1234567890123456789}}, 'C', 19, 0},
                                         Case{"mount_height_m", {4.0}, 'N', 6, 1},
                                         Case{"mount_height_m", {4.125, 100.0}, 'N', 6, 3},
                                         Case{"mount_height_m", {0.123456789}, 'N', 11, 9},
                                         Case{"wdr", {true}, 'L', 1, 0},
                                         Case{"installed_on", {std::string("2021-09-14")}, 'D', 8, 0},
                                         Case{"installed_on", {std::string("domani")}, 'C', 6, 0},
                                         Case{"updated_at", {std::string("2026-11-22T10:42:07Z")}, 'C', 20, 0}));

TEST(DbfTable, textIsCutAtTheBorderOfACharacter)
{
    const Column column = measured("notes", {std::string(300, 'x')});
    FieldValue value = std::string(253, 'x') + "è";
    const auto whole = shortenForDbf(column, value);
    EXPECT_EQ(value, FieldValue(std::string(253, 'x')));
    EXPECT_EQ(whole, FieldValue(std::string(253, 'x') + "è"));
    FieldValue fits = std::string(252, 'x') + "è";
    EXPECT_FALSE(shortenForDbf(column, fits));
}

TEST(DbfTable, blanksAtTheEndsAreKeptBesides)
{
    const Column column = measured("notes", {std::string(" a ")});
    FieldValue trailing = std::string("a  ");
    EXPECT_EQ(shortenForDbf(column, trailing), FieldValue(std::string("a  ")));
    EXPECT_EQ(trailing, FieldValue(std::string("a")));
    FieldValue leading = std::string(" a");
    EXPECT_EQ(shortenForDbf(column, leading), FieldValue(std::string(" a")));
    EXPECT_EQ(leading, FieldValue(std::string(" a")));
    FieldValue plain = std::string("a");
    EXPECT_FALSE(shortenForDbf(column, plain));
}

TEST(DbfTable, numbersThatDoNotFitAreRoundedAndKeptBesides)
{
    const double fine = 1.2345678901234567e-8;
    const Column column = measured("range_m", {fine});
    FieldValue value = fine;
    EXPECT_EQ(shortenForDbf(column, value), FieldValue(fine));
    EXPECT_NEAR(std::get<double>(value), fine, 1e-22);
    FieldValue round = 4.5;
    EXPECT_FALSE(shortenForDbf(column, round));
}

TEST(DbfTable, writesHeaderRowsAndEndMarkOfTheStatedSize)
{
    const test::TemporaryFolder folder;
    TablePlan plan{.columns = {measured("code", {std::string("TC-1")}), measured("mount_height_m", {4.5}),
                               measured("wdr", {true}), measured("installed_on", {std::string("2021-09-14")})},
                   .rows = 2};
    auto table = DbfTable::create(folder / "a.dbf", plan);
    ASSERT_TRUE(table);
    ASSERT_TRUE(table->add({std::string("TC-1"), 4.5, true, std::string("2021-09-14")}));
    ASSERT_TRUE(table->add({FieldValue{}, FieldValue{}, FieldValue{}, FieldValue{}}));
    ASSERT_TRUE(table->end().finish());

    const auto bytes = test::bytesOf(folder / "a.dbf");

    EXPECT_EQ(bytes.size(), dbfSize(plan));
    EXPECT_TRUE(
        bytes.ends_with(" TC-1   4.5T20210914 " + std::string(4 + 6, ' ') + "?" + std::string(8, ' ') + "\x1A"));
    EXPECT_EQ(bytes.substr(32, 5), std::string("CODE\0", 5));
}

TEST(DbfTable, aValueWiderThanMeasuredIsRefusedNotCut)
{
    const test::TemporaryFolder folder;
    const TablePlan plan{.columns = {measured("code", {std::string("TC-1")})}, .rows = 1};
    auto table = DbfTable::create(folder / "a.dbf", plan);
    const auto added = table->add({std::string("TC-12")});
    ASSERT_FALSE(added);
    EXPECT_EQ(added.error().code, ErrorCode::Internal);
}

} // namespace
} // namespace observo::exchange
