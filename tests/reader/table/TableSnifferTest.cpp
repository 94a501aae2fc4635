// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/TableSniffer.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace observo::reader {
namespace {

struct Table {
    std::string text;
    feed::TextTable found;
    std::vector<std::string> names;
};

class TableSnifferOf : public testing::TestWithParam<Table> {};

TEST_P(TableSnifferOf, aTableFindsHowItIsWritten)
{
    const auto sniffed = sniffTable(GetParam().text, true, std::nullopt);

    EXPECT_EQ(sniffed.table, GetParam().found);
    std::vector<std::string> names;
    for (const auto& column : sniffed.columns) {
        names.push_back(column.name);
    }
    EXPECT_EQ(names, GetParam().names);
}

INSTANTIATE_TEST_SUITE_P(
    Rows, TableSnifferOf,
    testing::Values(Table{"lon,lat,nome\n7.5,45.0,A\n7.6,45.1,B\n", {.separator = ','}, {"lon", "lat", "nome"}},
                    Table{"Codice;Est;Nord\nA;1391298,32;4989676,33\nB;1394371,58;4991617,83\n",
                          {.separator = ';', .decimalComma = true},
                          {"Codice", "Est", "Nord"}},
                    Table{"a\tb\n1\t2\n", {.separator = '\t'}, {"a", "b"}},
                    Table{"a|b\n1|2\n", {.separator = '|'}, {"a", "b"}},
                    Table{"11.3,44.6,PhotoRed\n11.4,45.6,PhotoRed\n",
                          {.separator = ',', .hasHeader = false},
                          {"column 1", "column 2", "column 3"}},
                    Table{"nome,nome,\nx,y,z\n", {.separator = ','}, {"nome", "nome_2", "column 3"}},
                    Table{"via;note\nVia Roma;\"a; b, c\"\nVia Po;x, y\n", {.separator = ';'}, {"via", "note"}},
                    Table{"solo\nuno\ndue\n", {.separator = ','}, {"solo"}},
                    Table{"sep=|\na|b\n1|2\n", {.separator = '|'}, {"a", "b"}},
                    Table{"\xEF\xBB\xBFid;x\n1;2,5\n", {.separator = ';', .decimalComma = true}, {"id", "x"}}));

TEST(TableSniffer, whatIsWantedWins)
{
    const auto sniffed =
        sniffTable("a;b\n1;2\n", true, feed::TextTable{.separator = ',', .quote = '\'', .hasHeader = false});

    EXPECT_EQ(sniffed.table.separator, ',');
    EXPECT_EQ(sniffed.columns.size(), 1U);
    EXPECT_EQ(sniffed.columns[0].name, "column 1");
}

TEST(TableSniffer, columnsAreCounted)
{
    const auto sniffed = sniffTable("id;x;data\n1;2,5;22/11/2026\n2;;22/11/2026\nx;3,5;2026-11-22\n", true, {});

    ASSERT_EQ(sniffed.columns.size(), 3U);
    EXPECT_EQ(sniffed.columns[0].statistics->integers, 2);
    EXPECT_EQ(sniffed.columns[1].statistics->commaDecimals, 2);
    EXPECT_EQ(sniffed.columns[1].statistics->filled, 2);
    EXPECT_EQ(sniffed.columns[1].statistics->looked, 3);
    EXPECT_EQ(sniffed.columns[2].statistics->dates, 3);
    EXPECT_EQ(sniffed.columns[2].statistics->samples, (std::vector<std::string>{"22/11/2026", "2026-11-22"}));
    EXPECT_EQ(sniffed.start, 0U);
}

TEST(TableSniffer, aMarkAndAHintAreBeforeTheFirstRow)
{
    const auto sniffed = sniffTable("\xEF\xBB\xBFsep=;\r\na;b\r\n1;2\r\n", true, {});

    EXPECT_EQ(sniffed.start, 10U);
    EXPECT_EQ(sniffed.firstLine, 2);
}

class Cell : public testing::TestWithParam<std::pair<const char*, CellKind>> {};

TEST_P(Cell, looksLikeOneKind)
{
    EXPECT_EQ(kindOfCell(GetParam().first), GetParam().second);
}

INSTANTIATE_TEST_SUITE_P(Rows, Cell,
                         testing::Values(std::pair{"", CellKind::Empty}, std::pair{"  ", CellKind::Empty},
                                         std::pair{"12", CellKind::Integer}, std::pair{" -12 ", CellKind::Integer},
                                         std::pair{"45.07", CellKind::PointDecimal},
                                         std::pair{"45,07", CellKind::CommaDecimal},
                                         std::pair{"1.391.298,32", CellKind::CommaDecimal},
                                         std::pair{"1,391,298.32", CellKind::PointDecimal},
                                         std::pair{"22/11/2026", CellKind::Date}, std::pair{"1.2.26", CellKind::Date},
                                         std::pair{"2026-11-22T10:42:07Z", CellKind::Date},
                                         std::pair{"1.2.3.4", CellKind::Text}, std::pair{"-", CellKind::Text},
                                         std::pair{"7 gg", CellKind::Text}, std::pair{"1e5", CellKind::Text},
                                         std::pair{"45°4'12\"", CellKind::Text}, std::pair{",", CellKind::Text}));

} // namespace
} // namespace observo::reader
