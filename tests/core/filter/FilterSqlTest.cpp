// SPDX-License-Identifier: GPL-3.0-or-later
#include "filter/FilterSql.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

using namespace observo;

namespace {

Filter::Sql sqlOf(std::string_view expression)
{
    return Filter::parse(expression).value().sql();
}

/// The most symbols that a bottom-up parser holds at once while it reads the clause: parentheses that are open, and
/// before each of them what stands unfinished on its left (NOT, or an operand with its operator).
int stackOf(std::string_view sql)
{
    std::vector<int> opened;
    int depth = 0;
    int deepest = 0;
    for (std::size_t at = 0; at < sql.size(); ++at) {
        if (sql[at] == '(') {
            const std::string_view before = sql.substr(0, at);
            const bool isRight = before.ends_with("AND ") || before.ends_with("OR ");
            opened.push_back(1 + (isRight ? 2 : 0) + (before.ends_with("NOT ") ? 1 : 0));
            depth += opened.back();
        } else if (sql[at] == ')') {
            depth -= opened.back();
            opened.pop_back();
        }
        deepest = std::max(deepest, depth);
    }
    return deepest;
}

struct SqlCase {
    std::string_view expression;
    std::string_view where;
    std::vector<FieldValue> bindings;
};

class SqlTable : public testing::TestWithParam<SqlCase> {};

TEST_P(SqlTable, writesColumnsFromTheFieldTableAndBindsTheRest)
{
    const SqlCase& c = GetParam();

    const auto sql = sqlOf(c.expression);

    EXPECT_EQ(sql.where, c.where);
    EXPECT_EQ(sql.bindings, c.bindings);
}

INSTANTIATE_TEST_SUITE_P(
    FilterSql, SqlTable,
    testing::Values(
        SqlCase{"status = active", "(\"status\" = ?)", {"active"}},
        SqlCase{"status != active", "(NULLIF(\"status\", '') <> ?)", {"active"}},
        SqlCase{"not status = active", "NOT (NULLIF(\"status\", '') = ?)", {"active"}},
        SqlCase{"retention_hours > 168", "(\"retention_hours\" > ?)", {std::int64_t{168}}},
        SqlCase{"mount_height_m <= 3.5", "(\"mount_height_m\" <= ?)", {3.5}},
        SqlCase{"wdr = yes", "(\"wdr\" = ?)", {true}},
        SqlCase{"lon >= 7 and lat < 45.5", "((observo_lon(geom) >= ?) AND (observo_lat(geom) < ?))", {7.0, 45.5}},
        SqlCase{"camera_type in (ptz, fixed)", "(\"camera_type\" IN (?, ?))", {"ptz", "fixed"}},
        SqlCase{"camera_type not in (ptz)", "NOT (NULLIF(\"camera_type\", '') IN (?))", {"ptz"}},
        SqlCase{"name like 'PIAZZA*'", "observo_like(?, NULLIF(\"name\", ''))", {"piazza*"}},
        SqlCase{"name is null", "(NULLIF(\"name\", '') IS NULL)", {}},
        SqlCase{"hfov_deg is not null", "NOT (\"hfov_deg\" IS NULL)", {}},
        SqlCase{"purpose = ztl", "(instr(';' || replace(NULLIF(\"purpose\", ''), ' ', '') || ';', ?) > 0)", {";ztl;"}},
        SqlCase{
            "purpose != ztl", "NOT (instr(';' || replace(NULLIF(\"purpose\", ''), ' ', '') || ';', ?) > 0)", {";ztl;"}},
        SqlCase{"name = a or name = b or name = c",
                "(((\"name\" = ?) OR (\"name\" = ?)) OR (\"name\" = ?))",
                {"a", "b", "c"}},
        SqlCase{"name = \"x' OR '1'='1\"", "(\"name\" = ?)", {"x' OR '1'='1"}}));

TEST(FilterSql, theEmptyFilterIsTrue)
{
    EXPECT_EQ(sqlOf("  ").where, "1");
    EXPECT_TRUE(sqlOf("").bindings.empty());
}

TEST(FilterSql, aListOfPurposesIsJoinedByOr)
{
    const auto sql = sqlOf("purpose in (ztl, traffic)");

    EXPECT_EQ(std::count(sql.where.begin(), sql.where.end(), '?'), 2);
    EXPECT_NE(sql.where.find(" OR "), std::string::npos);
    EXPECT_EQ(sql.bindings, (std::vector<FieldValue>{";ztl;", ";traffic;"}));
}

TEST(FilterSql, aLongChainStaysLow)
{
    std::string text = "code = c0";
    for (int i = 1; i < 4000; ++i) {
        text += " or code = c" + std::to_string(i);
    }

    const auto sql = sqlOf(text);

    EXPECT_EQ(sql.bindings.size(), 4000U);
    EXPECT_LE(stackOf(sql.where), 40);
}

TEST(FilterSql, theWorstFilterStaysWithinTheStackOfSqlitesParser)
{
    // The most that one level can hold: an OR, an AND and many conditions beside the next level.
    std::string nested;
    for (int level = 0; level < 24; ++level) {
        nested += "purpose = ztl or purpose = ztl or purpose = ztl or purpose = ztl or lon > 1 and lat > 1 and (";
    }
    nested += "purpose != ztl" + std::string(24, ')');
    std::string denied;
    for (int level = 0; level < 12; ++level) {
        denied += "purpose = ztl or lon > 1 and not (";
    }
    denied += "purpose != ztl" + std::string(12, ')');

    for (const std::string& text : {nested, denied}) {
        const auto sql = sqlOf(text);
        // 100 less what the statement around the clause needs.
        EXPECT_LE(stackOf(sql.where), 75);
        EXPECT_EQ(static_cast<std::size_t>(std::count(sql.where.begin(), sql.where.end(), '?')), sql.bindings.size());
    }
}

} // namespace
