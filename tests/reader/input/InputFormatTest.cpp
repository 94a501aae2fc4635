// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/InputFormat.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace observo::reader {
namespace {

using namespace std::string_view_literals;

struct Head {
    std::string_view bytes;
    std::string_view ending;
    std::optional<InputFormat> format;
};

class InputFormatOf : public testing::TestWithParam<Head> {};

TEST_P(InputFormatOf, aHeadIsRecognised)
{
    EXPECT_EQ(recognise(GetParam().bytes, GetParam().ending), GetParam().format);
}

INSTANTIATE_TEST_SUITE_P(
    Rows, InputFormatOf,
    testing::Values(
        Head{"\0\0\x27\x0A\0\0"sv, ".shp", InputFormat::Shapefile}, Head{"\0\0\x27\x0A\0\0"sv, ".shx", std::nullopt},
        Head{"{\"type\":\"FeatureCollection\"", ".txt", InputFormat::GeoJson},
        Head{"\xEF\xBB\xBF  {\"type\"", ".json", InputFormat::GeoJson},
        Head{"{\"type\":\"Feature\"}\n{\"type\":\"Feature\"}", ".json", InputFormat::GeoJsonLines},
        Head{"\x1E{\"type\":\"Feature\"}", "", InputFormat::GeoJsonLines},
        Head{"<?xml version=\"1.0\"?><kml xmlns=\"\">", ".xml", InputFormat::Kml},
        Head{"<?xml version=\"1.0\"?><gpx>", ".xml", InputFormat::Gpx},
        Head{"<osm version=\"0.6\">", ".osm", InputFormat::OsmXml}, Head{"<VRTDataset>", ".geojson", std::nullopt},
        Head{"<html>", ".kml", std::nullopt}, Head{"fgb\x03"sv, ".json", InputFormat::FlatGeobuf},
        Head{"PK\x03\x04"sv, ".csv", InputFormat::Zip}, Head{"  0\nSECTION\n  2\nHEADER", "", InputFormat::Dxf},
        Head{"lon;lat\n7;45", ".csv", InputFormat::TextTable}, Head{"lon\tlat", ".txt", InputFormat::TextTable},
        Head{"lon\0lat"sv, ".csv", std::nullopt}, Head{"lon;lat\n7;45", ".doc", std::nullopt},
        Head{"\xFF\xFEl\0o\0"sv, ".csv", InputFormat::TextTable}, Head{"[{\"a\":1}]", ".json", std::nullopt},
        Head{"\x89PNG\r\n\x1A\n", ".shp", InputFormat::Picture}, Head{"II*\0"sv, ".tif", InputFormat::Picture},
        Head{"ncols 3\n", ".asc", InputFormat::Picture},
        Head{"\0\0\0\x0D\x0A\x09OSMHeader"sv, "", InputFormat::OsmPbf}));

TEST(InputFormat, aDatabaseIsToldByItsApplicationId)
{
    std::string head("SQLite format 3\0", 16);
    head.resize(100, '\0');
    EXPECT_EQ(recognise(head, ".db"), std::nullopt);
    EXPECT_EQ(recognise(head, ".gpkg"), InputFormat::GeoPackage);

    head.replace(68, 4, "GPKG");
    EXPECT_EQ(recognise(head, ".db"), InputFormat::GeoPackage);
    head.replace(68, 4, "MPBX");
    EXPECT_EQ(recognise(head, ".db"), InputFormat::Picture);
}

TEST(InputFormat, eachHasItsWordsAndItsName)
{
    EXPECT_STREQ(wordsOf(InputFormat::OsmPbf).name, "input.osm.pbf");
    EXPECT_STREQ(wordsOf(InputFormat::Shapefile).driver, "ESRI Shapefile");
    EXPECT_STREQ(wordsOf(InputFormat::Picture).format, "picture");
}

} // namespace
} // namespace observo::reader
