// SPDX-License-Identifier: GPL-3.0-or-later
#include "Columns.h"

#include <gtest/gtest.h>

#include <cmath>

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

TEST(Columns, theWidestValueAndTheFinestNumberCount)
{
    const auto text = measured("name", {std::string("città"), std::string("via"), FieldValue{}});
    EXPECT_EQ(text.widest, 6U); // bytes
    EXPECT_EQ(text.filled, 2);

    const auto real = measured("mount_height_m", {4.5, 12.125, 100.0});
    EXPECT_EQ(real.widest, 6U);
    EXPECT_EQ(real.decimals, 3U);

    EXPECT_EQ(measured("retention_hours", {std::int64_t{-168}}).widest, 4U);
}

TEST(Columns, whatDoesNotFitADbfIsCounted)
{
    const auto text = measured("notes", {std::string(254, 'a'), std::string(255, 'a'), std::string(" a"),
                                         std::string("a "), std::string("a")});
    EXPECT_EQ(text.overLong, 1);
    EXPECT_EQ(text.outerBlanks, 2);

    const auto real = measured("range_m", {0.5, 1.2345678901234567e-8, 1e300});
    EXPECT_EQ(real.wideNumbers, 1); // 1e300 is exact in 15 digits
}

TEST(Columns, brokenTextIsMeasuredAsItWillBeWritten)
{
    const auto text = measured("name", {std::string("citt\xE0"), std::string("a\x01")});
    EXPECT_EQ(text.unclean, 2);
    EXPECT_EQ(text.widest, 7U); // each broken byte becomes three
}

TEST(Columns, datesThatAreNoneMakeAColumnOfText)
{
    EXPECT_EQ(measured("installed_on", {std::string("2021-09-14")}).typeInFile(), FieldType::Date);
    const auto strange = measured("installed_on", {std::string("2021-09-14"), std::string("2021-02-30")});
    EXPECT_EQ(strange.strangeDates, 1);
    EXPECT_EQ(strange.typeInFile(), FieldType::Text);
    EXPECT_EQ(measured("updated_at", {std::string("2021-09-14 10:00")}).typeInFile(), FieldType::Text);
}

TEST(Columns, numbersThatAreNoneAreCounted)
{
    EXPECT_EQ(measured("range_m", {std::nan(""), HUGE_VAL, 1.0}).notNumbers, 2);
}

TEST(Columns, anEditionHasTheColumnsItMayCarry)
{
    const auto full = columnsFor(RecordKind::Camera, Edition::Full);
    const auto open = columnsFor(RecordKind::Camera, Edition::Public);
    EXPECT_EQ(full.size(), fieldsOf(RecordKind::Camera).size());
    EXPECT_LT(open.size(), full.size());
    for (const Column& column : open) {
        EXPECT_EQ(column.field->sensitivity, Sensitivity::Public) << column.field->name;
    }
}

} // namespace
} // namespace observo::exchange
