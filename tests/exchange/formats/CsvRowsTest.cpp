// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/CsvRows.h"

#include "support/exchange/CensusToExport.h"

#include <gtest/gtest.h>

#include <cmath>

namespace observo::exchange {
namespace {

class CsvRowsTest : public testing::Test {
protected:
    Result<CsvRows> open(std::string_view bytes)
    {
        test::putBytes(m_folder / "a.csv", bytes);
        return CsvRows::open(m_folder / "a.csv", {"x", "y", "a", "b"});
    }
    test::TemporaryFolder m_folder;
};

TEST_F(CsvRowsTest, quotesCommasAndLineEndsBelongToTheCell)
{
    auto rows = open("\"x\",\"y\",\"a\",\"b\"\r\n\"1\",\"2.5\",\"il \"\"ponte\"\", nord\",\"due\r\nrighe\"\r\n"
                     "\"3\",\"4\",\"\",\"\"\r\n");
    ASSERT_TRUE(rows);
    ReadRow row;
    ASSERT_EQ(rows->next(row), true);
    EXPECT_EQ(row.point, (MapPoint{1, 2.5}));
    EXPECT_EQ(row.cells, (std::vector<std::string>{"il \"ponte\", nord", "due\r\nrighe"}));
    ASSERT_EQ(rows->next(row), true);
    EXPECT_EQ(row.cells, (std::vector<std::string>{"", ""}));
    EXPECT_EQ(rows->next(row), false);
}

TEST_F(CsvRowsTest, otherNamesAreRefused)
{
    EXPECT_FALSE(open("\"x\",\"y\",\"a\",\"c\"\r\n"));
    EXPECT_FALSE(open("\"x\",\"y\",\"a\"\r\n"));
    EXPECT_FALSE(open("\"x\",\"y\",\"a\",\"b\",\"c\"\r\n"));
    EXPECT_FALSE(open(""));
}

TEST_F(CsvRowsTest, whatIsNotRfc4180IsAnError)
{
    for (const char* line : {"1,2,3,4\r\n", "\"1\",\"2\",\"3\",\"4\"\n", "\"1\",\"2\",\"3\",\"4",
                             "\"1\",\"2\",\"3\",\"4\"x\r\n", "\"1\"\r\n", "\"1\",\"2\",\"3\",\"4\""}) {
        auto rows = open("\"x\",\"y\",\"a\",\"b\"\r\n" + std::string(line));
        ASSERT_TRUE(rows);
        ReadRow row;
        EXPECT_FALSE(rows->next(row)) << line;
    }
}

TEST_F(CsvRowsTest, aCoordinateThatIsNoNumberIsNone)
{
    auto rows = open("\"x\",\"y\",\"a\",\"b\"\r\n\"1,5\",\"2x\",\"\",\"\"\r\n");
    ReadRow row;
    ASSERT_EQ(rows->next(row), true);
    EXPECT_TRUE(std::isnan(row.point->x));
    EXPECT_TRUE(std::isnan(row.point->y));
}

} // namespace
} // namespace observo::exchange
