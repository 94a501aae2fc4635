// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/drawing/DxfFormat.h"

#include "exchange/Golden.h"
#include "support/Builders.h"
#include "support/census/CensusFolder.h"

#include <gtest/gtest.h>

namespace observo::exchange {
namespace {

TEST(DxfFormat, theGoldenDrawingStaysAsItIs)
{
    const auto census = aGoldenCensus();
    ASSERT_TRUE(census->write("out.dxf", goldenRequest(7791)));
    EXPECT_TRUE(isGolden(test::bytesOf(census->out("out.dxf")), "golden.dxf"));
}

TEST(DxfFormat, eachStatusAndTypeHasItsLayerAndDirectionsAreOfTheGrid)
{
    const auto census =
        test::aCensusWith({Camera(test::aCamera().at(7.6869, 45.0703).facing(0).ofType("ptz").inStatus("faulty")),
                           Camera(test::aCamera().at(9.0, 45.0).facing(90).ofType("fixed").inStatus("active"))});
    ASSERT_TRUE(census->write("out.dxf", {.epsg = 7791, .edition = Edition::Full}));
    const std::string bytes = test::bytesOf(census->out("out.dxf"));

    EXPECT_NE(bytes.find("LAYER\r\n  2\r\nTLC_FAULTY_PTZ\r\n 70\r\n0\r\n 62\r\n1\r\n"), std::string::npos);
    EXPECT_NE(bytes.find("LAYER\r\n  2\r\nTLC_ACTIVE_FIXED\r\n 70\r\n0\r\n 62\r\n3\r\n"), std::string::npos);
    // West of the central meridian true north leans to the right of the grid's: convergence -0.93 degrees.
    EXPECT_NE(
        bytes.find("LINE\r\n  8\r\nTLC_DIREZIONI\r\n 10\r\n396634.2757\r\n 20\r\n4991598.5303\r\n 30\r\n0.0000\r\n "
                   "11\r\n396634.438"),
        std::string::npos)
        << bytes;
    // On the central meridian there is none: east is east.
    EXPECT_NE(bytes.find(" 11\r\n500010.0000\r\n"), std::string::npos);
}

TEST(DxfFormat, degreesAreRefusedBeforehand)
{
    const auto census = aGoldenCensus();
    const auto drawn = census->write("out.dxf", {.epsg = 6706, .edition = Edition::Full});
    ASSERT_FALSE(drawn);
    EXPECT_EQ(drawn.error().code, ErrorCode::InvalidArgument);
    EXPECT_TRUE(census->outNames().empty());
}

TEST(DxfFormat, theReportNamesWhatADrawingDoesNotHold)
{
    const auto census = aGoldenCensus();
    const auto report = census->write("out.dxf", goldenRequest(7791));
    ASSERT_TRUE(report);
    std::string all;
    for (const Loss& loss : report->losses) {
        all += loss.messageEn + "\n";
    }
    for (const char* named : {"notes", "brand", "direction_deg", "EPSG:7791", "site"}) {
        EXPECT_NE(all.find(named), std::string::npos) << named;
    }
}

TEST(DxfFormat, aDrawingWithoutCamerasIsADrawing)
{
    const auto census = test::aCensusWith({});
    ASSERT_TRUE(census->write("out.dxf"));
    EXPECT_TRUE(test::bytesOf(census->out("out.dxf")).ends_with("EOF\r\n"));
}

TEST(DxfFormat, thePublicEditionShowsNoDirections)
{
    const auto census = test::aCensusWith({Camera(test::aCamera().facing(10).visibleTo("public"))});
    ASSERT_TRUE(census->write("out.dxf", {.edition = Edition::Public}));
    EXPECT_EQ(test::bytesOf(census->out("out.dxf")).find("LINE\r\n"), std::string::npos);
}

} // namespace
} // namespace observo::exchange
