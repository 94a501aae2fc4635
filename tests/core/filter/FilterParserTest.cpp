// SPDX-License-Identifier: GPL-3.0-or-later
#include "filter/FilterParser.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>

using namespace observo;
using testing::HasSubstr;

namespace {

Result<Filter::Node> parsed(std::string_view text)
{
    return FilterParser(filterTokens(text).value()).parse();
}

/// The tree in prefix form, "or(not(status),and(name,lon))".
std::string shapeOf(const Filter::Node& node)
{
    using enum Filter::Node::Kind;
    std::string inner;
    for (const Filter::Node& child : node.children) {
        inner += (inner.empty() ? "" : ",") + shapeOf(child);
    }
    switch (node.kind) {
    case And:
        return "and(" + inner + ')';
    case Or:
        return "or(" + inner + ')';
    case Not:
        return "not(" + inner + ')';
    default:
        return node.subject.field != nullptr ? std::string(node.subject.field->name) : "position";
    }
}

struct ShapeCase {
    std::string_view text;
    std::string_view shape;
};

class Shapes : public testing::TestWithParam<ShapeCase> {};

TEST_P(Shapes, followPrecedenceAndParentheses)
{
    const auto node = parsed(GetParam().text);

    ASSERT_TRUE(node) << node.error().message();
    EXPECT_EQ(shapeOf(*node), GetParam().shape);
}

INSTANTIATE_TEST_SUITE_P(
    FilterParser, Shapes,
    testing::Values(ShapeCase{"status = active", "status"}, ShapeCase{"((status = active))", "status"},
                    ShapeCase{"status = active or name = a and code = b", "or(status,and(name,code))"},
                    ShapeCase{"(status = active or name = a) and code = b", "and(or(status,name),code)"},
                    ShapeCase{"name=a and name=b and name=c", "and(name,name,name)"},
                    ShapeCase{"not name = a and code = b", "and(not(name),code)"},
                    ShapeCase{"not (name = a and code = b)", "not(and(name,code))"},
                    ShapeCase{"not not name = a", "not(not(name))"}, ShapeCase{"name is null", "name"},
                    ShapeCase{"name is not null", "not(name)"}, ShapeCase{"name not like 'a*'", "not(name)"},
                    ShapeCase{"status not in (active)", "not(status)"},
                    ShapeCase{"lon > 7 AND NOT lat < 45", "and(position,not(position))"}));

struct BadFilter {
    std::string_view text;
    ErrorCode code;
    std::string_view what;
};

class BadFilters : public testing::TestWithParam<BadFilter> {};

TEST_P(BadFilters, areRefusedWithTheirPlace)
{
    const BadFilter& c = GetParam();

    const auto node = parsed(c.text);

    ASSERT_FALSE(node) << c.text;
    EXPECT_EQ(node.error().code, c.code);
    EXPECT_THAT(node.error().what, HasSubstr(std::string(c.what)));
    EXPECT_FALSE(node.error().advice.empty());
}

constexpr auto kInvalid = ErrorCode::InvalidArgument;

INSTANTIATE_TEST_SUITE_P(
    FilterParser, BadFilters,
    testing::Values(
        BadFilter{"status", kInvalid, "ends where an operator should stand at character 7"},
        BadFilter{"status =", kInvalid, "ends where a value should stand"},
        BadFilter{"status active", kInvalid, "an operator should stand at character 8"},
        BadFilter{"= active", kInvalid, "a field should stand at character 1"},
        BadFilter{"'status' = active", kInvalid, "a field should stand"},
        BadFilter{"status = active and", kInvalid, "ends where a field should stand at character 20"},
        BadFilter{"status = active name = a", kInvalid, "and, or, or the end should stand at character 17"},
        BadFilter{"name = Piazza Roma", kInvalid, "and, or, or the end should stand at character 15"},
        BadFilter{"(status = active", kInvalid, ") should stand at character 17"},
        BadFilter{"status = active)", kInvalid, "at character 16"}, BadFilter{"()", kInvalid, "at character 2"},
        BadFilter{"status in active", kInvalid, "( should stand at character 11"},
        BadFilter{"status in ()", kInvalid, "a value should stand at character 12"},
        BadFilter{"status in (active", kInvalid, "a comma or ) should stand"},
        BadFilter{"status in (active,)", kInvalid, "a value should stand at character 19"},
        BadFilter{"status in (active planned)", kInvalid, "a comma or ) should stand at character 19"},
        BadFilter{"name like", kInvalid, "a pattern should stand"},
        BadFilter{"name like (a)", kInvalid, "a pattern should stand at character 11"},
        BadFilter{"name is a", kInvalid, "null should stand at character 9"},
        BadFilter{"name not = a", kInvalid, "in or like should stand at character 10"},
        BadFilter{"name = null", kInvalid, "a value should stand at character 8"},
        BadFilter{"mount_height_m > \"abc\"", kInvalid, "\"abc\" is not a number at character 18"},
        BadFilter{"retention > 168", ErrorCode::UnknownField, "\"retention\" is not a field of cameras at character 1"},
        BadFilter{"status in (active, plannd)", ErrorCode::UnknownField, "not a known code at character 20"}));

TEST(FilterParser, refusesDeepNestingWithoutExhaustingTheStack)
{
    const auto nested = [](std::size_t depth, std::string_view open, std::string_view close) {
        std::string text;
        for (std::size_t i = 0; i < depth; ++i) {
            text += open;
        }
        text += "lon = 1";
        for (std::size_t i = 0; i < depth; ++i) {
            text += close;
        }
        return parsed(text);
    };

    EXPECT_TRUE(nested(24, "(", ")"));
    EXPECT_TRUE(nested(24, "not ", ""));
    EXPECT_FALSE(nested(25, "(", ")"));
    EXPECT_FALSE(nested(25, "not ", ""));
    EXPECT_FALSE(nested(10000, "(", ")"));
    EXPECT_THAT(nested(25, "(", ")").error().what, HasSubstr("nested more than 24 deep at character 25"));
}

TEST(FilterParser, refusesMoreValuesThanAStatementCanBind)
{
    std::string text = "lon in (0";
    for (int i = 1; i < 4096; ++i) {
        text += ',' + std::to_string(i);
    }
    EXPECT_TRUE(parsed(text + ")"));
    EXPECT_FALSE(parsed(text + ",-1)"));
}

TEST(FilterParser, namesEachValueOfAListOnce)
{
    const auto node = parsed("status in (active, planned, active)");

    ASSERT_TRUE(node);
    EXPECT_EQ(node->values, (std::vector<FieldValue>{"active", "planned"}));
}

} // namespace
