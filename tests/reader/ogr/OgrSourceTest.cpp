// SPDX-License-Identifier: GPL-3.0-or-later
#include "ogr/OgrSource.h"

#include "reader/ReaderFiles.h"
#include "support/TestPlaces.h"
#include "support/reader/Probe.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace observo::reader {
namespace {

struct Format {
    std::string name;
    std::vector<std::string> options;
    std::string words;
};

class OgrSourceOf : public testing::TestWithParam<Format> {};

TEST_P(OgrSourceOf, camerasInAFormatAreRead)
{
    const test::TemporaryFolder folder;
    auto options = GetParam().options;
    options.insert(options.end(), {"-where", "numero < 3"});
    const auto file = camerasAs(folder.path(), GetParam().name, options);
    if (file.empty()) {
        GTEST_SKIP() << "this GDAL does not write " << GetParam().name;
    }

    const auto read = test::readFile(file);

    ASSERT_FALSE(read.error) << read.error->message();
    EXPECT_EQ(read.file.format, GetParam().words);
    ASSERT_EQ(read.rows.size(), 2U);
    EXPECT_EQ(read.report.rows, 2);
    ASSERT_EQ(read.rows[1].geometry.points.size(), 1U);
    EXPECT_NEAR(read.rows[1].geometry.points[0].x, 7.6, 1e-9);
    EXPECT_NEAR(read.rows[1].geometry.points[0].y, 45.1, 1e-9);
    const auto name = read.text(0, "nome") != "?" ? read.text(0, "nome") : read.text(0, "ogr_nome");
    EXPECT_EQ(name, "Città");
    EXPECT_EQ(read.layer.system.id, "EPSG:4326");
}

INSTANTIATE_TEST_SUITE_P(
    Rows, OgrSourceOf,
    testing::Values(Format{"c.shp", {"-lco", "ENCODING=UTF-8", "-a_srs", "EPSG:4326"}, "shapefile"},
                    Format{"c.geojson", {}, "GeoJSON"},
                    Format{"c.geojsonl", {"-f", "GeoJSONSeq"}, "newline-delimited GeoJSON"},
                    Format{"c.kml", {"-f", "LIBKML"}, "KML"}, Format{"c.kmz", {"-f", "LIBKML"}, "KMZ"},
                    Format{"c.fgb", {"-f", "FlatGeobuf", "-nlt", "POINT", "-lco", "SPATIAL_INDEX=NO"}, "FlatGeobuf"},
                    Format{"c.gpx", {"-dsco", "GPX_USE_EXTENSIONS=YES"}, "GPX"}));

TEST(OgrSource, sheetsComeWithTheRowsThatAPersonSees)
{
    const test::TemporaryFolder folder;
    for (const char* name : {"c.xlsx", "c.ods"}) {
        const auto file = camerasAs(folder.path(), name, {});
        ASSERT_FALSE(file.empty()) << name;

        const auto read = test::readFile(file);

        ASSERT_FALSE(read.error) << read.error->message();
        ASSERT_EQ(read.rows.size(), 3U) << name;
        EXPECT_EQ(read.text(1, "nome"), "perché");
        EXPECT_EQ(read.rows[0].number, 2) << name; // the heading is row 1
        EXPECT_EQ(read.layer.shape, feed::Shape::None);
    }
}

TEST(OgrSource, pointsOfADrawingAreRead)
{
    const test::TemporaryFolder folder;
    writeText(folder / "plan.dxf", "  0\nSECTION\n  2\nENTITIES\n  0\nPOINT\n  8\nTELECAMERE\n 10\n395000.5\n 20\n"
                                   "4991000.25\n 30\n0.0\n  0\nENDSEC\n  0\nEOF\n");

    const auto read = test::readFile(folder / "plan.dxf");

    ASSERT_FALSE(read.error) << read.error->message();
    ASSERT_EQ(read.rows.size(), 1U);
    EXPECT_EQ(read.text(0, "Layer"), "TELECAMERE");
    EXPECT_EQ(read.rows[0].geometry.points[0], (MapPoint{395000.5, 4991000.25}));
    EXPECT_EQ(read.layer.system.evidence, feed::Evidence::None);
}

TEST(OgrSource, whatIsAskedForComesAndNothingElse)
{
    const test::TemporaryFolder folder;
    writeText(folder / "c.geojson", threeCameras());

    const auto some =
        test::readFile({.file = folder / "c.geojson", .columns = {"numero", "nome"}, .withGeometry = false, .rows = 2});

    ASSERT_FALSE(some.error) << some.error->message();
    ASSERT_EQ(some.rows.size(), 2U);
    EXPECT_EQ(some.rows[0].values, (std::vector<FieldValue>{std::int64_t{1}, std::string("Città")}));
    EXPECT_EQ(some.rows[0].geometry, feed::Geometry());
    EXPECT_EQ(some.layer.columns.size(), 2U);

    const auto inBox = test::readFile({.file = folder / "c.geojson", .box = feed::Box{7.55, 45.05, 8, 46}});
    ASSERT_EQ(inBox.rows.size(), 1U);
    EXPECT_EQ(inBox.rows[0].number, 12);
}

TEST(OgrSource, aLayerIsNamedAfterItsFile)
{
    const test::TemporaryFolder folder;
    writeText(folder / "Telecamere 2026.geojson", threeCameras());

    const auto info = feed::describe(folder / "Telecamere 2026.geojson", Progress());

    ASSERT_TRUE(info) << info.error().message();
    ASSERT_EQ(info->layers.size(), 1U);
    EXPECT_EQ(info->layers[0].name, "Telecamere 2026");
    EXPECT_EQ(info->layers[0].rows, 3);
    EXPECT_EQ(info->layers[0].columns.size(), 5U);
}

TEST(OgrSource, numbersWithoutEndAreTold)
{
    const test::TemporaryFolder folder;
    writeText(folder / "inf.geojson", R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"quota":1e999,"b":1},"geometry":{"type":"Point","coordinates":[1e999,45]}},
{"type":"Feature","properties":{"quota":2.5,"b":2},"geometry":{"type":"Point","coordinates":[7,45]}}]})");

    const auto read = test::readFile(folder / "inf.geojson");

    ASSERT_FALSE(read.error) << read.error->message();
    ASSERT_EQ(read.rows.size(), 2U);
    EXPECT_EQ(read.rows[0].geometry.shape, feed::Shape::None);
    EXPECT_EQ(read.text(0, "quota"), "");
    EXPECT_GE(read.report.problems.size(), 2U);
}

} // namespace
} // namespace observo::reader
