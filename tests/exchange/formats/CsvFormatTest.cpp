// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/CsvFormat.h"

#include "exchange/GdalTable.h"
#include "exchange/Golden.h"
#include "support/Builders.h"

#include <gtest/gtest.h>

namespace observo::exchange {
namespace {

TEST(CsvFormat, theGoldenFileStaysAsItIs)
{
    const auto census = aGoldenCensus();
    ASSERT_TRUE(census->write("out.csv", goldenRequest(6706)));
    EXPECT_TRUE(isGolden(withoutTimes(test::bytesOf(census->out("out.csv"))), "golden.csv"));
}

TEST(CsvFormat, everyFieldIsQuotedAndThePositionComesFirst)
{
    const auto census = aGoldenCensus();
    ASSERT_TRUE(census->write("out.csv", goldenRequest(6706)));
    const auto bytes = test::bytesOf(census->out("out.csv"));
    EXPECT_TRUE(bytes.starts_with("\"lon\",\"lat\",\"camera_id\",\"code\","));
    EXPECT_NE(bytes.find("\r\n\"7.686900000\",\"45.070300000\",\"33333333-"), std::string::npos);

    ASSERT_TRUE(census->write("metres.csv", goldenRequest(7791)));
    EXPECT_TRUE(test::bytesOf(census->out("metres.csv")).starts_with("\"x\",\"y\",\"camera_id\""));
}

TEST(CsvFormat, nothingThatASpreadsheetWouldRunStandsAtTheStartOfAText)
{
    const std::string starts = "=+-@\t\r\n'";
    std::vector<Record> cameras;
    for (const char c : starts) {
        Camera camera = test::aCamera();
        camera.notes = std::string(1, c) + "cmd|' /C calc'!A0";
        camera.tilt = Degrees{-5.5};
        cameras.emplace_back(camera);
    }
    const auto census = test::aCensusWith(cameras);
    ASSERT_TRUE(census->write("out.csv"));

    const auto bytes = test::bytesOf(census->out("out.csv"));

    for (const char c : starts) {
        EXPECT_EQ(bytes.find(std::string(",\"") + c + "cmd"), std::string::npos) << c;
        EXPECT_NE(bytes.find(std::string(",\"'") + c + "cmd"), std::string::npos) << c;
    }
    EXPECT_NE(bytes.find(",\"-5.5\","), std::string::npos); // a number is typed, not run
}

TEST(CsvFormat, anotherReaderSeesTheTextsWithQuotesAndLineEnds)
{
    const auto census = aGoldenCensus();
    ASSERT_TRUE(census->write("out.csv", goldenRequest(6706)));
    const auto table = GdalTable::read(census->out("out.csv").string());
    ASSERT_EQ(table.rows.size(), 2U);
    EXPECT_EQ(table.rows[0].cells.at("name"), "Ponte \"Nord\", lato città");
    EXPECT_EQ(table.rows[0].cells.at("brand"), "'=HYPERLINK(\"x\")");
    EXPECT_TRUE(table.rows[0].cells.at("notes").starts_with("riga uno\nriga due"));
    EXPECT_EQ(table.rows[1].cells.at("lon"), "8.206412346");
}

} // namespace
} // namespace observo::exchange
