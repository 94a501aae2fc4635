// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/TableText.h"

#include "reader/ReaderFiles.h"
#include "support/TestPlaces.h"

#include <gtest/gtest.h>

#include <random>

namespace observo::reader {
namespace {

using Rows = std::vector<std::pair<std::int64_t, std::vector<std::string>>>;

/// Cut with the bytes coming in pieces of a length.
Rows cut(std::string_view text, std::size_t piece, const feed::TextTable& table = {})
{
    Rows rows;
    RowCutter cutter(table, 1);
    TableRow row;
    std::size_t given = std::min(piece, text.size());
    std::size_t taken = 0;
    while (true) {
        auto bytes = text.substr(taken, given - taken);
        const auto before = bytes.size();
        const bool isLast = given == text.size();
        const auto result = cutter.next(bytes, isLast, row);
        taken += before - bytes.size();
        if (result == RowCutter::Cut::Row) {
            rows.emplace_back(row.line,
                              std::vector<std::string>(row.cells.begin(),
                                                       row.cells.begin() + static_cast<std::ptrdiff_t>(row.count)));
        } else if (result == RowCutter::Cut::TooLarge || isLast) {
            return rows;
        } else {
            given = std::min(given + piece, text.size());
        }
    }
}

struct Text {
    std::string bytes;
    Rows rows;
};

class TableTextOf : public testing::TestWithParam<Text> {};

TEST_P(TableTextOf, rowsIsCutTheSameWhateverThePieces)
{
    for (const std::size_t piece : {1U, 2U, 3U, 7U, 1000U}) {
        EXPECT_EQ(cut(GetParam().bytes, piece), GetParam().rows) << piece;
    }
}

INSTANTIATE_TEST_SUITE_P(Rows, TableTextOf,
                         testing::Values(Text{"a,b\r\nc,d\r\n", {{1, {"a", "b"}}, {2, {"c", "d"}}}},
                                         Text{"a,b\nc,d", {{1, {"a", "b"}}, {2, {"c", "d"}}}},
                                         Text{"a\rb\r", {{1, {"a"}}, {2, {"b"}}}},
                                         Text{"\"a,1\",\"b\"\"c\"\n", {{1, {"a,1", "b\"c"}}}},
                                         Text{"\"two\nlines\",x\ny,z\n", {{1, {"two\nlines", "x"}}, {3, {"y", "z"}}}},
                                         Text{"\"two\r\nlines\"\ny\n", {{1, {"two\r\nlines"}}, {3, {"y"}}}},
                                         Text{"5\" pipe,x\n", {{1, {"5\" pipe", "x"}}}},
                                         Text{"\"a\"b,c\n", {{1, {"ab", "c"}}}},
                                         Text{",,\n\n,", {{1, {"", "", ""}}, {2, {""}}, {3, {"", ""}}}}, Text{"", {}},
                                         Text{"\"open,1\n2", {{1, {"open,1\n2"}}}}));

TEST(TableText, anOpenQuoteIsSaid)
{
    RowCutter cutter({}, 1);
    TableRow row;
    std::string_view bytes = "\"never closed";

    ASSERT_EQ(cutter.next(bytes, true, row), RowCutter::Cut::Row);

    EXPECT_TRUE(row.isOpen);
}

TEST(TableText, tooManyCellsAreRefused)
{
    RowCutter cutter({}, 1);
    TableRow row;
    const std::string many(6000, ',');
    std::string_view bytes = many;

    EXPECT_EQ(cutter.next(bytes, true, row), RowCutter::Cut::TooLarge);
}

TEST(TableText, randomBytesAreCutTheSameWhateverThePieces)
{
    std::mt19937 random(3);
    for (int round = 0; round < 3000; ++round) {
        std::string text(random() % 40, 'x');
        for (auto& c : text) {
            c = "ab,\"\n\r"[random() % 6];
        }
        ASSERT_EQ(cut(text, 1), cut(text, 1000)) << text;
    }
}

TEST(TableText, aFileOfManyPiecesIsReadToItsEnd)
{
    const test::TemporaryFolder folder;
    std::string text;
    for (int i = 0; i < 200'000; ++i) {
        text += std::to_string(i) + ";\"" + std::string(static_cast<std::size_t>(i % 17), 'x') + "\"\n";
    }
    writeText(folder / "a.csv", text);
    TableFile file(folder / "a.csv", {.separator = ';'}, 0, 1);
    TableRow row;
    std::int64_t count = 0;

    while (file.next(row) == TableFile::Got::Row) {
        ASSERT_EQ(row.cells[0], std::to_string(count));
        ASSERT_EQ(row.line, ++count);
    }

    EXPECT_EQ(count, 200'000);
    EXPECT_EQ(file.position(), text.size());
}

} // namespace
} // namespace observo::reader
