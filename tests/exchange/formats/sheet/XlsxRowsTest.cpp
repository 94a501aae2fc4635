// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/sheet/XlsxRows.h"

#include "support/exchange/CensusToExport.h"

#include <gtest/gtest.h>

namespace observo::exchange {
namespace {

std::string text(const std::string& cell, const std::string& value)
{
    return "<c r=\"" + cell + "\" s=\"2\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" + value + "</t></is></c>";
}

class XlsxRowsTest : public testing::Test {
protected:
    XlsxRowsTest()
    {
        for (const char* name : {"code", "installed_on"}) {
            m_plan.columns.push_back({.field = findField(RecordKind::Camera, name)});
        }
    }
    Result<XlsxRows> open(const std::string& rows)
    {
        test::putBytes(m_folder / "sheet.xml", "<?xml version=\"1.0\"?>\n<worksheet><sheetData>\n<row r=\"1\">" +
                                                   text("A1", "x") + text("B1", "y") + text("C1", "code") +
                                                   text("D1", "installed_on") + "</row>\n" + rows);
        return XlsxRows::open(m_folder / "sheet.xml", m_plan, {"x", "y", "code", "installed_on"});
    }
    test::TemporaryFolder m_folder;
    TablePlan m_plan;
    ReadRow m_row;
};

constexpr std::string_view kPlace =
    "<c r=\"A2\" s=\"0\" t=\"n\"><v>1.5</v></c><c r=\"B2\" s=\"0\" t=\"n\"><v>2</v></c>";
constexpr std::string_view kEnd = "</sheetData></worksheet>\n";

TEST_F(XlsxRowsTest, textsNumbersAndDaysAreReadAndMissingCellsAreEmpty)
{
    auto rows = open("<row r=\"2\">" + std::string(kPlace) + text("C2", "_x005F_x0041_ &amp;") +
                     "<c r=\"D2\" s=\"4\" t=\"n\"><v>46348</v></c></row><row r=\"3\"></row>" + std::string(kEnd));
    ASSERT_TRUE(rows);
    ASSERT_EQ(rows->next(m_row), true);
    EXPECT_EQ(m_row.point, (MapPoint{1.5, 2}));
    EXPECT_EQ(m_row.cells, (std::vector<std::string>{"_x0041_ &", "2026-11-22"}));
    ASSERT_EQ(rows->next(m_row), true);
    EXPECT_EQ(m_row.cells, (std::vector<std::string>{"", ""}));
    EXPECT_EQ(rows->next(m_row), false);
}

TEST_F(XlsxRowsTest, whatWasNotWrittenIsAnError)
{
    for (const std::string& rows :
         {std::string("<row r=\"3\"></row>"), "<row r=\"2\">" + text("C3", "a") + "</row>",
          "<row r=\"2\">" + text("E2", "a") + "</row>", "<row r=\"2\">" + text("C2", "a") + text("C2", "b") + "</row>",
          std::string("<row r=\"2\"><c r=\"C2\"><f>1+1</f><v>2</v></c></row>"), std::string("<row r=\"2\">")}) {
        auto sheet = open(rows);
        ASSERT_TRUE(sheet);
        EXPECT_FALSE(sheet->next(m_row)) << rows;
    }
    test::putBytes(m_folder / "other.xml", "<worksheet><sheetData><row r=\"1\">" + text("A1", "x") + "</row>");
    EXPECT_FALSE(XlsxRows::open(m_folder / "other.xml", m_plan, {"x", "y", "code", "installed_on"}));
}

} // namespace
} // namespace observo::exchange
