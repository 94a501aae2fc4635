// SPDX-License-Identifier: GPL-3.0-or-later
#include "filter/FilterValues.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

using namespace observo;

namespace {

FilterToken word(std::string_view text)
{
    return {FilterToken::Kind::Word, std::string(text), 5};
}

FilterSubject subject(std::string_view name)
{
    return filterSubject(word(name)).value();
}

TEST(FilterValues, namesFieldsAndCoordinates)
{
    EXPECT_EQ(subject("status").field->name, "status");
    EXPECT_EQ(subject("lon").field, nullptr);
    EXPECT_EQ(subject("lon").axis, FilterSubject::Axis::Lon);
    EXPECT_EQ(subject("lat").axis, FilterSubject::Axis::Lat);
    EXPECT_EQ(subject("lat").type(), FieldType::Real);
}

TEST(FilterValues, anUnknownFieldNamesTheNearest)
{
    const auto missing = filterSubject(word("retention_hour"));

    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, ErrorCode::UnknownField);
    EXPECT_EQ(missing.error().what, "\"retention_hour\" is not a field of cameras at character 5");
    EXPECT_EQ(missing.error().advice, "did you mean retention_hours?");
}

struct ValueCase {
    std::string_view field;
    Comparison comparison;
    std::string_view text;
    std::optional<FieldValue> value; ///< nothing when refused as InvalidArgument
};

class ValueTable : public testing::TestWithParam<ValueCase> {};

TEST_P(ValueTable, readsByTheTypeOfTheField)
{
    const ValueCase& c = GetParam();

    const auto value = filterValue(subject(c.field), c.comparison, word(c.text));

    ASSERT_EQ(value.has_value(), c.value.has_value()) << c.field << ' ' << c.text;
    if (value) {
        EXPECT_EQ(*value, *c.value);
    } else {
        EXPECT_EQ(value.error().code, ErrorCode::InvalidArgument);
        EXPECT_EQ(value.error().field, c.field);
        EXPECT_NE(value.error().what.find("at character 5"), std::string::npos);
        EXPECT_FALSE(value.error().advice.empty());
    }
}

using enum Comparison;

INSTANTIATE_TEST_SUITE_P(
    FilterValues, ValueTable,
    testing::Values(
        ValueCase{"retention_hours", Greater, "168", std::int64_t{168}},
        ValueCase{"retention_hours", Greater, "168.5", 168.5}, ValueCase{"retention_hours", Greater, "abc", {}},
        ValueCase{"retention_hours", Greater, "5,5", {}}, ValueCase{"retention_hours", Equal, "", {}},
        ValueCase{"mount_height_m", Equal, "5", 5.0}, ValueCase{"mount_height_m", Equal, "-1e2", -100.0},
        ValueCase{"mount_height_m", Equal, "nan", {}}, ValueCase{"mount_height_m", Equal, "inf", {}},
        ValueCase{"mount_height_m", Equal, "1e999", {}}, ValueCase{"mount_height_m", Equal, "5 m", {}},
        ValueCase{"lon", Less, "7.5", 7.5}, ValueCase{"lat", Less, "north", {}}, ValueCase{"wdr", Equal, "true", true},
        ValueCase{"wdr", Equal, "Sì", true}, ValueCase{"wdr", Equal, "si", true},
        ValueCase{"wdr", NotEqual, "NO", false}, ValueCase{"wdr", Equal, "maybe", {}},
        ValueCase{"wdr", Less, "true", {}}, ValueCase{"status", Less, "active", {}},
        ValueCase{"name", Less, "M", std::string("M")}, ValueCase{"name", Equal, "Piazza", std::string("Piazza")},
        ValueCase{"name", Equal, "", {}}, ValueCase{"status", Equal, "active", std::string("active")},
        ValueCase{"purpose", Equal, "ztl", std::string("ztl")},
        ValueCase{"camera_id", Equal, "3F2504E0-4F89-41D3-9A0C-0305E82C3301",
                  std::string("3f2504e0-4f89-41d3-9a0c-0305e82c3301")},
        ValueCase{"camera_id", Equal, "3f2504e0", {}},
        ValueCase{"installed_on", Equal, "2020-02-29", std::string("2020-02-29")},
        ValueCase{"installed_on", Equal, "2021-02-29", {}}, ValueCase{"installed_on", Equal, "2020", {}},
        ValueCase{"installed_on", Less, "2020", std::string("2020")},
        ValueCase{"installed_on", GreaterOrEqual, "2020-05", std::string("2020-05")},
        ValueCase{"installed_on", LessOrEqual, "2020", std::string("2020~")},
        ValueCase{"installed_on", Greater, "2020-05", std::string("2020-05~")},
        ValueCase{"installed_on", Greater, "2020-13", {}}, ValueCase{"installed_on", Greater, "yesterday", {}},
        ValueCase{"updated_at", Less, "2026-11-22T10:42:07Z", std::string("2026-11-22T10:42:07Z")},
        ValueCase{"updated_at", LessOrEqual, "2026-11-22", std::string("2026-11-22~")},
        ValueCase{"updated_at", Equal, "2026-11-22", {}}));

TEST(FilterValues, anUnknownCodeNamesTheNearestOrTheOneWithThatLabel)
{
    const auto mistyped = filterValue(subject("status"), Equal, word("activ"));
    const auto label = filterValue(subject("status"), Equal, word("ATTIVA"));
    const auto far = filterValue(subject("status"), Equal, word("xxxxxxxxxx"));
    const auto several = filterValue(subject("purpose"), Equal, word("ztl;traffic"));

    ASSERT_FALSE(mistyped || label || far || several);
    EXPECT_EQ(mistyped.error().code, ErrorCode::UnknownField);
    EXPECT_EQ(mistyped.error().what, "\"activ\" is not a known code at character 5");
    EXPECT_EQ(mistyped.error().advice, "did you mean active?");
    EXPECT_EQ(label.error().advice, "did you mean active?");
    EXPECT_NE(far.error().advice.find("known are planned, active"), std::string::npos);
    EXPECT_EQ(several.error().code, ErrorCode::UnknownField);
}

TEST(FilterValues, nullIsAskedForWithIs)
{
    const auto value = filterValue(subject("name"), Equal, word("NULL"));
    const auto quoted = filterValue(subject("name"), Equal, {FilterToken::Kind::Quoted, "null", 1});

    ASSERT_FALSE(value);
    EXPECT_NE(value.error().advice.find("is null"), std::string::npos);
    EXPECT_EQ(quoted, FieldValue{"null"});
}

TEST(FilterValues, patternsAreForTextAlone)
{
    EXPECT_EQ(filterPattern(subject("name"), word("PIAZZA*")), FieldValue{"piazza*"});
    EXPECT_TRUE(filterPattern(subject("status"), word("a*")));
    EXPECT_FALSE(filterPattern(subject("retention_hours"), word("1*")));
    EXPECT_FALSE(filterPattern(subject("wdr"), word("t*")));
    EXPECT_FALSE(filterPattern(subject("lon"), word("7*")));
}

} // namespace
