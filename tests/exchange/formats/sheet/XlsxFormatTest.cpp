// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/sheet/XlsxFormat.h"

#include "exchange/GdalTable.h"
#include "exchange/Golden.h"
#include "support/Builders.h"
#include "support/census/CensusFolder.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace observo::exchange {
namespace {

TEST(XlsxFormat, theGoldenSheetStaysAsItIs)
{
    const auto census = aGoldenCensus();
    ASSERT_TRUE(census->write("out.xlsx", goldenRequest(6706)));
    std::string sheet;
    ASSERT_EQ(test::run("unzip -p '" + census->out("out.xlsx").string() + "' xl/worksheets/sheet1.xml", &sheet), 0);
    EXPECT_TRUE(isGolden(withoutTimes(sheet), "golden-sheet.xml"));
}

TEST(XlsxFormat, anotherReaderSeesThreeSheetsWithTypedColumns)
{
    const auto census = aGoldenCensus();
    ASSERT_TRUE(census->write("out.xlsx", goldenRequest(7791)));
    const auto table = GdalTable::read(census->out("out.xlsx").string(), "camera");
    EXPECT_EQ(table.failure, "");
    ASSERT_EQ(table.rows.size(), 2U);
    EXPECT_EQ(table.columns[0], "x");
    EXPECT_EQ(table.rows[0].cells.at("name"), "Ponte \"Nord\", lato città");
    EXPECT_EQ(table.rows[0].cells.at("brand"), "=HYPERLINK(\"x\")");
    EXPECT_FALSE(GdalTable::read(census->out("out.xlsx").string(), "site").rows.empty());
    EXPECT_FALSE(GdalTable::read(census->out("out.xlsx").string(), "system").rows.empty());
}

TEST(XlsxFormat, everyPartIsWellFormedXml)
{
    const auto census = aGoldenCensus();
    ASSERT_TRUE(census->write("out.xlsx", goldenRequest(6706)));
    std::string output;
    EXPECT_EQ(test::run("cd '" + census->outFolder().string() +
                            "' && unzip -q out.xlsx && find . -name '*.xml' -o -name '*.rels' | xargs xmllint --noout",
                        &output),
              0)
        << output;
}

TEST(XlsxFormat, aTextLongerThanACellIsCutAndTheReportSaysSo)
{
    Camera camera = test::aCamera();
    camera.notes = std::string(40000, 'x');
    const auto census = test::aCensusWith({camera});

    const auto report = census->write("out.xlsx");

    ASSERT_TRUE(report) << test::messageOf(report);
    const auto loss =
        std::ranges::find_if(report->losses, [](const Loss& one) { return one.field == "notes" && one.values == 1; });
    ASSERT_NE(loss, report->losses.end());
    EXPECT_NE(loss->messageEn.find("32,767"), std::string::npos);
    const auto table = GdalTable::read(census->out("out.xlsx").string(), "camera");
    EXPECT_EQ(table.rows.at(0).cells.at("notes").size(), 32767U);
}

TEST(XlsxFormat, nothingIsLeftBesideTheFile)
{
    const auto census = aGoldenCensus();
    ASSERT_TRUE(census->write("out.xlsx"));
    EXPECT_EQ(census->outNames(), std::vector<std::string>{"out.xlsx"});
}

} // namespace
} // namespace observo::exchange
