// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite/SqlFunctions.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <string>

namespace observo::census {
namespace {

constexpr const char* kPoint = "x'47500001321a000001010000000000000000001c400000000000804640'";

std::string answer(const std::string& expression)
{
    sqlite3* handle = nullptr;
    EXPECT_EQ(sqlite3_open(":memory:", &handle), SQLITE_OK);
    EXPECT_EQ(registerSqlFunctions(handle), SQLITE_OK);
    std::string text = "?";
    const auto take = [](void* target, int, char** values, char**) {
        *static_cast<std::string*>(target) = values[0] != nullptr ? values[0] : "NULL";
        return 0;
    };
    EXPECT_EQ(sqlite3_exec(handle, ("SELECT " + expression).c_str(), take, &text, nullptr), SQLITE_OK)
        << sqlite3_errmsg(handle);
    sqlite3_close(handle);
    return text;
}

TEST(SqlFunctions, thoseOfTheGeoPackageKnowPointsOnly)
{
    const std::string point = kPoint;
    EXPECT_EQ(answer("ST_MinX(" + point + ")"), "7.0");
    EXPECT_EQ(answer("ST_MaxY(" + point + ")"), "45.0");
    EXPECT_EQ(answer("ST_IsEmpty(" + point + ")"), "0");
    EXPECT_EQ(answer("ST_IsEmpty(x'00')"), "1");
    EXPECT_EQ(answer("ST_IsEmpty(NULL)"), "NULL");
    EXPECT_EQ(answer("ST_MinX('text')"), "NULL");
}

TEST(SqlFunctions, thoseOfFiltersFollowSqlsLogic)
{
    EXPECT_EQ(answer(std::string("observo_lon(") + kPoint + ")"), "7.0");
    EXPECT_EQ(answer(std::string("observo_lat(") + kPoint + ")"), "45.0");
    EXPECT_EQ(answer("observo_lat(NULL)"), "NULL");
    EXPECT_EQ(answer("observo_like('piazza*', 'PIAZZA Vittorio')"), "1");
    EXPECT_EQ(answer("observo_like('via*', 'Piazza')"), "0");
    EXPECT_EQ(answer("observo_like('via*', NULL)"), "NULL");
}

} // namespace
} // namespace observo::census
