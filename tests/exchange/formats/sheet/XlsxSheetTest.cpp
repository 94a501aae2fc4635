// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/sheet/XlsxSheet.h"

#include "exchange/ExportWork.h"
#include "support/Builders.h"

#include <gtest/gtest.h>

#include <limits>

namespace observo::exchange {
namespace {

std::string cellsOf(const Camera& camera)
{
    const auto census = test::aCensusWith({camera});
    ExportWork work(*census, "out.xlsx");
    EXPECT_TRUE(work.write());
    return test::bytesOf(census->out("out.parts/xl/worksheets/sheet1.xml"));
}

TEST(XlsxSheet, textsAreTextsEvenWhenTheyLookLikeNumbersOrFormulas)
{
    Camera camera = test::aCamera();
    camera.name = "0012";
    camera.notes = "=HYPERLINK(\"http://x\")";
    camera.brand = "-1+1";

    const std::string sheet = cellsOf(camera);

    EXPECT_NE(sheet.find("s=\"2\" t=\"inlineStr\"><is><t xml:space=\"preserve\">0012</t>"), std::string::npos);
    EXPECT_NE(sheet.find("s=\"3\" t=\"inlineStr\"><is><t xml:space=\"preserve\">=HYPERLINK(&quot;http://x&quot;)</t>"),
              std::string::npos);
    EXPECT_NE(sheet.find("s=\"3\" t=\"inlineStr\"><is><t xml:space=\"preserve\">-1+1</t>"), std::string::npos);
    EXPECT_EQ(sheet.find("<f>"), std::string::npos);
    EXPECT_NE(sheetStyles().find("quotePrefix=\"1\""), std::string_view::npos);
}

TEST(XlsxSheet, numbersTruthsAndDaysHaveTheirTypes)
{
    Camera camera = test::aCamera();
    camera.mountHeight = Metres{4.35};
    camera.wdr = true;
    camera.installedOn = "2026-11-22";
    camera.laneCount = std::numeric_limits<std::int64_t>::max();

    const std::string sheet = cellsOf(camera);

    EXPECT_NE(sheet.find("t=\"n\"><v>4.35</v>"), std::string::npos);
    EXPECT_NE(sheet.find("t=\"b\"><v>1</v>"), std::string::npos);
    EXPECT_NE(sheet.find("s=\"4\" t=\"n\"><v>46348</v>"), std::string::npos);
    // A sheet would round it: it stands as text.
    EXPECT_NE(sheet.find(">9223372036854775807</t>"), std::string::npos);
}

TEST(XlsxSheet, daysBeforeMarch1900MakeTheirColumnText)
{
    Camera camera = test::aCamera();
    camera.installedOn = "1899-12-31";
    EXPECT_NE(cellsOf(camera).find(">1899-12-31</t>"), std::string::npos);
}

} // namespace
} // namespace observo::exchange
