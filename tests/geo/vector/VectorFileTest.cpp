// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/geo/VectorFile.h"

#include "geo/GeoFiles.h"
#include "support/TestPlaces.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <vector>

namespace observo::geo {
namespace {

/// The three towns in one of the formats.
struct Format {
    const char* name;
    const char* driver;
};

void PrintTo(const Format& format, std::ostream* out)
{
    *out << format.driver;
}

class VectorFileFormat : public testing::TestWithParam<Format> {};

std::vector<Feature> readAll(const std::filesystem::path& file, const VectorQuery& query = {})
{
    std::vector<Feature> features;
    const auto report = readVectorFile(
        file, query,
        [&features](const Feature& feature) {
            features.push_back(feature);
            return true;
        },
        Progress());
    EXPECT_TRUE(report) << (report ? "" : report.error().message());
    EXPECT_EQ(report ? report->read : -1, static_cast<std::int64_t>(features.size()));
    return features;
}

TEST_P(VectorFileFormat, isDescribedAndRead)
{
    const test::TemporaryFolder folder;
    const auto& [name, driver] = GetParam();
    writeText(folder / "source.geojson", threeTowns());
    const std::filesystem::path file = folder / name;
    std::vector<std::string> options = {"-f", driver, "-nln", "towns"};
    if (driver == std::string("FlatGeobuf")) {
        options.insert(options.end(), {"-lco", "SPATIAL_INDEX=NO"}); // its index changes the order of rows
    }
    ASSERT_TRUE(convert(folder / "source.geojson", file, options));

    const auto infos = describeVectorFile(file);
    ASSERT_TRUE(infos) << infos.error().message();
    ASSERT_EQ(infos->size(), 1U);
    ASSERT_TRUE(infos->front().crs);
    EXPECT_EQ(infos->front().crs->epsg(), 4326);

    const auto features = readAll(file, {.layer = infos->front().name});
    ASSERT_GE(features.size(), 2U);
    const auto* polygons = std::get_if<std::vector<Polygon>>(&features[0].geometry);
    ASSERT_NE(polygons, nullptr);
    ASSERT_EQ(polygons->size(), 1U);
    EXPECT_EQ(polygons->front().holes.size(), 1U);
    EXPECT_EQ(boxOf(features[0].geometry), (MapBox{7.6, 45.0, 7.7, 45.1})) << "longitude first";
    EXPECT_EQ(std::get<std::vector<Polygon>>(features[1].geometry).size(), 2U);
    bool named = false;
    for (const auto& value : features[0].values) {
        named = named || value == FieldValue(std::string("Torino è"));
    }
    EXPECT_TRUE(named);
}

INSTANTIATE_TEST_SUITE_P(Formats, VectorFileFormat,
                         testing::Values(Format{"towns.geojson", "GeoJSON"}, Format{"towns.gpkg", "GPKG"},
                                         Format{"towns.shp", "ESRI Shapefile"}, Format{"towns.kml", "LIBKML"},
                                         Format{"towns.fgb", "FlatGeobuf"}));

TEST(VectorFile, describesTypesAndCounts)
{
    const test::TemporaryFolder folder;
    writeText(folder / "source.geojson", threeTowns());
    ASSERT_TRUE(convert(folder / "source.geojson", folder / "towns.gpkg", {"-f", "GPKG", "-nlt", "MULTIPOLYGON"}));

    const auto infos = describeVectorFile(folder / "towns.gpkg");

    ASSERT_TRUE(infos);
    EXPECT_EQ(infos->front().geometryType, "polygon");
    EXPECT_EQ(infos->front().features.value_or(-1), 3);
    std::vector<FieldType> types;
    for (const auto& attribute : infos->front().attributes) {
        types.push_back(attribute.type);
    }
    EXPECT_EQ(types, (std::vector{FieldType::Text, FieldType::Integer, FieldType::Real, FieldType::Date,
                                  FieldType::Timestamp, FieldType::Boolean}));
}

TEST(VectorFile, givesValuesInTheOrderAsked)
{
    const test::TemporaryFolder folder;
    writeText(folder / "source.geojson", threeTowns());
    ASSERT_TRUE(convert(folder / "source.geojson", folder / "towns.gpkg", {"-f", "GPKG"}));

    const auto features =
        readAll(folder / "towns.gpkg", {.attributes = {"alle", "nome", "quota", "attivo"}, .withGeometry = false});

    ASSERT_EQ(features.size(), 3U);
    EXPECT_EQ(features[0].values,
              (std::vector<FieldValue>{std::string("2026-11-22T10:42:07Z"), std::string("Torino è"), 239.5, true}));
    EXPECT_EQ(features[1].values, (std::vector<FieldValue>{{}, std::string("Asti"), {}, false}));
    EXPECT_EQ(features[0].geometry, Geometry());
    EXPECT_EQ(features[0].row, 1);
}

TEST(VectorFile, readsOnlyWhatMeetsTheBox)
{
    const test::TemporaryFolder folder;
    writeText(folder / "grid.geojson", gridOfPoints(20));

    const auto inside = readAll(folder / "grid.geojson", {.box = MapBox{6.9995, 44.9995, 7.0025, 45.0015}});

    EXPECT_EQ(inside.size(), 6U);
}

TEST(VectorFile, stopsWhenTheTakerHasEnough)
{
    const test::TemporaryFolder folder;
    writeText(folder / "grid.geojson", gridOfPoints(20));
    int taken = 0;

    const auto report = readVectorFile(
        folder / "grid.geojson", {}, [&taken](const Feature&) { return ++taken < 7; }, Progress());

    ASSERT_TRUE(report);
    EXPECT_EQ(taken, 7);
    EXPECT_EQ(report->read, 7);
}

TEST(VectorFile, canBeCancelled)
{
    const test::TemporaryFolder folder;
    writeText(folder / "grid.geojson", gridOfPoints(20));
    const Progress progress;
    int taken = 0;

    const auto report = readVectorFile(
        folder / "grid.geojson", {},
        [&](const Feature&) {
            if (++taken == 5) {
                progress.cancel();
            }
            return true;
        },
        progress);

    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, ErrorCode::Cancelled);
    EXPECT_EQ(taken, 5);
}

TEST(VectorFile, tellsHowFarItIs)
{
    const test::TemporaryFolder folder;
    writeText(folder / "grid.geojson", gridOfPoints(30));
    std::vector<double> shares;

    const auto report = readVectorFile(
        folder / "grid.geojson", {}, [](const Feature&) { return true; },
        Progress([&shares](double share) { shares.push_back(share); }));

    ASSERT_TRUE(report);
    ASSERT_EQ(shares.size(), 3U);
    EXPECT_NEAR(shares.back(), 768.0 / 900.0, 1e-9);
}

TEST(VectorFile, refusesUnknownLayersAndAttributes)
{
    const test::TemporaryFolder folder;
    writeText(folder / "towns.geojson", threeTowns());
    const auto nothing = [](const Feature&) { return true; };

    EXPECT_EQ(readVectorFile(folder / "towns.geojson", {.layer = "strade"}, nothing, Progress()).error().code,
              ErrorCode::NotFound);
    const auto field = readVectorFile(folder / "towns.geojson", {.attributes = {"colore"}}, nothing, Progress());
    ASSERT_FALSE(field);
    EXPECT_EQ(field.error().code, ErrorCode::UnknownField);
    EXPECT_EQ(field.error().field, "colore");
}

TEST(VectorFile, doesNotCallTheNetworkForALinkedSystem)
{
    const test::TemporaryFolder folder;
    auto text = threeTowns();
    text.insert(1, R"("crs":{"type":"link","properties":{"href":"http://localhost:9/crs","type":"proj4"}},)");
    writeText(folder / "link.geojson", text);

    const auto infos = describeVectorFile(folder / "link.geojson");

    // With or without a system, but described at once: no connection was waited for.
    ASSERT_TRUE(infos) << infos.error().message();
    EXPECT_EQ(infos->size(), 1U);
}

TEST(VectorFile, reportsAnUncertainNumberAsAWarning)
{
    const test::TemporaryFolder folder;
    writeText(folder / "wild.geojson",
              R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"a":1},
"geometry":{"type":"LineString","coordinates":[[7,45],[1e999,45]]}}]})");
    std::vector<Feature> features;

    const auto report = readVectorFile(
        folder / "wild.geojson", {},
        [&features](const Feature& feature) {
            features.push_back(feature);
            return true;
        },
        Progress());

    ASSERT_TRUE(report) << report.error().message();
    ASSERT_EQ(features.size(), 1U);
    EXPECT_EQ(features[0].geometry, Geometry());
    ASSERT_EQ(report->warnings.size(), 1U);
    EXPECT_NE(report->warnings[0].find("not a number"), std::string::npos);
}

TEST(VectorFile, readsACsvAsText)
{
    const test::TemporaryFolder folder;
    writeText(folder / "list.csv", "codice,lon,lat\nTC-0001,7.6869,45.0703\nTC-0002,,\n");

    const auto infos = describeVectorFile(folder / "list.csv");
    ASSERT_TRUE(infos) << infos.error().message();
    EXPECT_EQ(infos->front().geometryType, "none");
    EXPECT_FALSE(infos->front().crs);
    const auto features = readAll(folder / "list.csv");
    ASSERT_EQ(features.size(), 2U);
    EXPECT_EQ(features[0].values[1], FieldValue(std::string("7.6869")));
}

TEST(VectorFile, leavesTheFolderAsItWas)
{
    const test::TemporaryFolder folder;
    writeText(folder / "source.geojson", threeTowns());
    ASSERT_TRUE(convert(folder / "source.geojson", folder / "towns.gpkg", {"-f", "GPKG"}));
    ASSERT_TRUE(convert(folder / "source.geojson", folder / "towns.shp", {"-f", "ESRI Shapefile"}));
    const auto before = stateOf(folder.path());

    for (const char* name : {"source.geojson", "towns.gpkg", "towns.shp"}) {
        ASSERT_TRUE(describeVectorFile(folder / name));
        readAll(folder / name);
    }

    EXPECT_EQ(stateOf(folder.path()), before);
}

TEST(VectorFile, ofATruncatedShapefileIsRefused)
{
    const test::TemporaryFolder folder;
    writeText(folder / "grid.geojson", gridOfPoints(20));
    ASSERT_TRUE(convert(folder / "grid.geojson", folder / "grid.shp", {"-f", "ESRI Shapefile"}));
    std::filesystem::resize_file(folder / "grid.shp", 4000);

    const auto report = readVectorFile(
        folder / "grid.shp", {}, [](const Feature&) { return true; }, Progress());

    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, ErrorCode::InputNotUnderstood);
    EXPECT_FALSE(report.error().advice.empty());
}

} // namespace
} // namespace observo::geo
