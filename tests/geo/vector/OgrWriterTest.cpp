// SPDX-License-Identifier: GPL-3.0-or-later
#include "vector/OgrWriter.h"

#include "geo/GeoFiles.h"
#include "support/TestPlaces.h"

#include <gtest/gtest.h>

namespace observo::geo {
namespace {

OutputTable oneRow(std::vector<FieldValue> values)
{
    OutputTable table{.name = "camera", .crs = *Crs::fromEpsg(7791), .attributes = {{"code", FieldType::Text}}};
    table.rows = [values = std::move(values)](const std::function<Done(const Feature&)>& put) {
        Feature feature;
        feature.geometry = std::vector<MapPoint>{{1.0, 2.0}};
        feature.values = values;
        return put(feature);
    };
    return table;
}

TEST(OgrWriter, aWarningOfTheDriverIsAnError)
{
    const test::TemporaryFolder folder;
    const OgrWay strange{.driver = "GPKG", .fileOptions = {"NO_SUCH_OPTION=YES"}};

    const auto written = writeWithOgr(folder / "out.gpkg", strange, {oneRow({std::string("A")})}, Progress());

    ASSERT_FALSE(written);
    EXPECT_NE(written.error().what.find("NO_SUCH_OPTION"), std::string::npos) << written.error().what;
    EXPECT_EQ(stateOf(folder.path()), "");
}

TEST(OgrWriter, aRowThatDoesNotFitItsColumnsNamesItsNumber)
{
    const test::TemporaryFolder folder;
    const auto written = writeWithOgr(folder / "out.gpkg", {.driver = "GPKG", .hasTransactions = true},
                                      {oneRow({std::string("A"), std::string("B")})}, Progress());
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().row, 1);
}

TEST(OgrWriter, anExistingFileIsRefusedByEveryDriver)
{
    const test::TemporaryFolder folder;
    writeText(folder / "out.fgb", "precious");
    const auto written = writeWithOgr(folder / "out.fgb", {.driver = "FlatGeobuf"}, {}, Progress());
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, ErrorCode::OutputExists);
    EXPECT_EQ(readText(folder / "out.fgb"), "precious");
}

} // namespace
} // namespace observo::geo
