// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/TableSource.h"

#include "reader/ReaderFiles.h"
#include "support/TestPlaces.h"
#include "support/reader/Probe.h"

#include <gtest/gtest.h>

namespace observo::reader {
namespace {

class TableSourceOf : public testing::Test {
protected:
    test::ReadFile read(std::string_view bytes, feed::Request request = {})
    {
        writeText(m_folder / "t.csv", bytes);
        request.file = m_folder / "t.csv";
        return test::readFile(request);
    }
    test::TemporaryFolder m_folder;
};

TEST_F(TableSourceOf, cellsComeAsTheyStandWithTheirLine)
{
    const auto found = read("nome;quota\r\n\r\n perch\xE9 ;2,5\r\n\"due\r\nrighe\";\r\nfine;3\r\n");

    ASSERT_FALSE(found.error) << found.error->message();
    ASSERT_EQ(found.rows.size(), 3U);
    EXPECT_EQ(found.rows[0].number, 3);
    EXPECT_EQ(found.rows[0].values, (std::vector<FieldValue>{std::string(" perché "), std::string("2,5")}));
    EXPECT_EQ(found.rows[1].number, 4);
    EXPECT_EQ(found.rows[1].values, (std::vector<FieldValue>{std::string("due\r\nrighe"), FieldValue()}));
    EXPECT_EQ(found.rows[2].number, 6);
    EXPECT_EQ(found.layer.encoding.name, "windows-1252");
    EXPECT_EQ(found.layer.encoding.evidence, feed::Evidence::Detected);
    EXPECT_EQ(found.layer.name, "t");
    EXPECT_TRUE(found.layer.table->decimalComma);
}

TEST_F(TableSourceOf, rowsOfAnotherWidthAreTold)
{
    const auto found = read("a,b\n1\n1,2,3\n1,2\n");

    ASSERT_EQ(found.rows.size(), 3U);
    // The widest row makes the columns; nothing of it is lost.
    EXPECT_EQ(found.layer.columns.size(), 3U);
    EXPECT_EQ(found.report.problems.size(), 2U);
    EXPECT_EQ(found.report.problems[0].row, 2);
}

TEST_F(TableSourceOf, excelsUnicodeTextIsRead)
{
    const std::u16string text = u"nome\tvia\r\nperché\tVia Pò\r\n\U0001F4F7\tx\r\n";
    std::string bytes = "\xFF\xFE";
    std::string big = "\xFE\xFF";
    for (const char16_t c : text) {
        bytes += static_cast<char>(c & 0xFF);
        bytes += static_cast<char>(c >> 8);
        big += static_cast<char>(c >> 8);
        big += static_cast<char>(c & 0xFF);
    }
    for (const auto& table : {bytes, big}) {
        const auto found = read(table);

        ASSERT_FALSE(found.error) << found.error->message();
        ASSERT_EQ(found.rows.size(), 2U);
        EXPECT_EQ(found.text(0, "nome"), "perché");
        EXPECT_EQ(found.text(0, "via"), "Via Pò");
        EXPECT_EQ(found.text(1, "nome"), "\U0001F4F7");
    }
}

TEST_F(TableSourceOf, bytesWithoutMeaningAreAProblemOfTheirRow)
{
    std::string text = "nome,x\n";
    text += "perché,1\nperch\xE9,2\n";

    const auto found = read(text, {.encoding = "UTF-8"});

    EXPECT_EQ(found.text(1, "nome"), "perché");
    ASSERT_EQ(found.report.problems.size(), 1U);
    EXPECT_EQ(found.report.problems[0].row, 3);
    EXPECT_EQ(found.report.problems[0].column, "nome");
}

TEST_F(TableSourceOf, manyColumnsAreRefusedInsteadOfCut)
{
    const auto found = read(std::string(200'000, ',') + "\n");

    ASSERT_TRUE(found.error);
    EXPECT_NE(found.error->what.find("5000"), std::string::npos);
}

TEST_F(TableSourceOf, aPreviewStopsEarlyAndColumnsAreChosen)
{
    std::string text = "a,b,c\n";
    for (int i = 0; i < 1000; ++i) {
        text += "1,2,3\n";
    }

    const auto found = read(text, {.columns = {"c"}, .rows = 5});

    EXPECT_EQ(found.rows.size(), 5U);
    EXPECT_EQ(found.rows[0].values, (std::vector<FieldValue>{std::string("3")}));
}

TEST_F(TableSourceOf, anOpenQuoteIsToldAndTheRestIsKept)
{
    const auto found = read("a,b\n1,\"open\n2,x\n");

    ASSERT_EQ(found.rows.size(), 1U);
    ASSERT_FALSE(found.report.problems.empty());
    EXPECT_NE(found.report.problems[0].what.find("quote"), std::string::npos);
}

} // namespace
} // namespace observo::reader
