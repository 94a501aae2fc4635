// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/KmlFormat.h"

#include "exchange/GdalTable.h"
#include "exchange/Golden.h"

#include <gtest/gtest.h>

namespace observo::exchange {
namespace {

TEST(KmlFormat, theGoldenFileStaysAsItIs)
{
    const auto census = aGoldenCensus();
    ASSERT_TRUE(census->write("out.kml", goldenRequest()));
    EXPECT_TRUE(isGolden(withoutTimes(test::bytesOf(census->out("out.kml"))), "golden.kml"));
}

TEST(KmlFormat, isWellFormedXml)
{
    const auto census = aGoldenCensus();
    ASSERT_TRUE(census->write("out.kml", goldenRequest()));
    std::string output;
    EXPECT_EQ(test::run("/usr/bin/python3 -c \"import sys, xml.dom.minidom as m; m.parse(sys.argv[1])\" '" +
                            census->out("out.kml").string() + "'",
                        &output),
              0)
        << output;
}

TEST(KmlFormat, anotherReaderSeesNamesValuesAndMarkupAsText)
{
    const auto census = aGoldenCensus();
    ASSERT_TRUE(census->write("out.kml", goldenRequest()));
    const auto table = GdalTable::read(census->out("out.kml").string());
    ASSERT_EQ(table.rows.size(), 2U) << table.failure;
    EXPECT_EQ(table.crs, "EPSG:4326");
    const auto& cells = table.rows[0].cells;
    EXPECT_EQ(cells.at("Name"), "TC-0001");
    EXPECT_EQ(cells.at("camera_name"), "Ponte \"Nord\", lato città");
    EXPECT_EQ(cells.at("camera_visibility"), "institutional");
    EXPECT_EQ(cells.at("monitored_zone"), "<b>piazza</b> & ponte");
    EXPECT_EQ(cells.at("retention_hours"), "168");
}

} // namespace
} // namespace observo::exchange
