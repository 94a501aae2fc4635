// SPDX-License-Identifier: GPL-3.0-or-later
#include "ogr/OgrDataset.h"

#include "reader/ReaderFiles.h"
#include "support/TestPlaces.h"
#include "support/reader/Probe.h"

#include <gtest/gtest.h>

#include <unistd.h>

namespace observo::reader {
namespace {

TEST(OgrDataset, ourOwnFormatsHaveNoDriver)
{
    StagedInput input;
    input.format = InputFormat::TextTable;

    EXPECT_EXIT({ ::_exit(prepareDriver(input) ? 1 : 0); }, testing::ExitedWithCode(0), "");
}

TEST(OgrDataset, oneDriverStays)
{
    const auto only = [] {
        StagedInput input;
        input.format = InputFormat::Gpx;
        const bool good = prepareDriver(input).has_value() && GDALGetDriverCount() == 1 &&
                          std::string(GDALGetDriverShortName(GDALGetDriver(0))) == "GPX";
        ::_exit(good ? 0 : 1);
    };

    EXPECT_EXIT(only(), testing::ExitedWithCode(0), "");
}

class Disguise : public testing::TestWithParam<std::pair<const char*, std::string>> {};

TEST_P(Disguise, isRefused)
{
    const test::TemporaryFolder folder;
    writeText(folder / GetParam().first, GetParam().second);

    const auto read = test::readFile(folder / GetParam().first);

    ASSERT_TRUE(read.error);
    EXPECT_TRUE(read.error->code == ErrorCode::InputUnreadable || read.error->code == ErrorCode::InputNotUnderstood)
        << read.error->message();
    EXPECT_EQ(read.error->message().find("crashed"), std::string::npos) << read.error->message();
}

INSTANTIATE_TEST_SUITE_P(
    Rows, Disguise,
    testing::Values(
        std::pair{"vrt.geojson",
                  std::string("<OGRVRTDataSource><OGRVRTLayer name=\"x\"><SrcDataSource>/etc/passwd</SrcDataSource>"
                              "</OGRVRTLayer></OGRVRTDataSource>")},
        std::pair{"service.json", std::string("{\"type\":\"Topology\",\"objects\":{}}")},
        std::pair{"object.json", std::string("{\"a\":1}")}, std::pair{"array.json", std::string("[{\"a\":1}]")},
        std::pair{"deep.geojson", "{\"type\":\"FeatureCollection\",\"features\":" + std::string(100'000, '[')},
        std::pair{"cut.geojson", std::string(R"({"type":"FeatureCollection","features":[{"type":"Feature")")},
        std::pair{"wrong.kml", std::string("<kml><Document><Placemark>")},
        std::pair{"bomb.kml", std::string("<?xml version=\"1.0\"?><!DOCTYPE k [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b "
                                          "\"&a;&a;&a;&a;&a;&a;&a;&a;\">]><kml><Document><Placemark><name>&b;")},
        std::pair{"a.fgb", std::string("fgb\x03") + std::string(200, '\xFF')},
        std::pair{"a.shp", std::string("\0\0\x27\x0A", 4) + std::string(300, '\xFF')},
        std::pair{"a.gpx", std::string("<gpx><wpt lat=\"x\"")},
        std::pair{"a.osm.pbf", std::string("\0\0\0\x0D\x0A\x09OSMHeader\x18\xFF\xFF\xFF\xFF", 20)}));

} // namespace
} // namespace observo::reader
