// SPDX-License-Identifier: GPL-3.0-or-later
#include "GdalDataset.h"

#include "geo/GeoFiles.h"
#include "support/TestPlaces.h"

#include <gtest/gtest.h>
#include <ogr_srs_api.h>

#include <string>

namespace observo::geo {
namespace {

TEST(GdalDataset, opensAGeoPackageWithoutWritingBesideIt)
{
    const test::TemporaryFolder folder;
    writeText(folder / "towns.geojson", threeTowns());
    ASSERT_TRUE(convert(folder / "towns.geojson", folder / "towns.gpkg", {"-f", "GPKG"}));
    const auto before = stateOf(folder.path());

    const auto source = recognise(folder / "towns.gpkg");
    ASSERT_TRUE(source);
    {
        const auto dataset = openDataset(*source, GDAL_OF_VECTOR, "", {});
        ASSERT_TRUE(dataset) << dataset.error().message();
        EXPECT_EQ(GDALDatasetGetLayerCount(dataset->get()), 1);
        EXPECT_EQ(stateOf(folder.path()), before);
    }
    EXPECT_EQ(stateOf(folder.path()), before);
}

TEST(GdalDataset, saysWhichPartOfAShapefileIsMissing)
{
    const test::TemporaryFolder folder;
    writeText(folder / "towns.geojson", threeTowns());
    ASSERT_TRUE(convert(folder / "towns.geojson", folder / "towns.shp", {"-f", "ESRI Shapefile"}));
    std::filesystem::remove(folder / "towns.shx");

    const auto dataset = openDataset(*recognise(folder / "towns.shp"), GDAL_OF_VECTOR, "", {});

    ASSERT_FALSE(dataset);
    EXPECT_NE(dataset.error().what.find(".shx"), std::string::npos) << dataset.error().what;
    EXPECT_NE(dataset.error().advice.find("copy all files"), std::string::npos);
    EXPECT_FALSE(std::filesystem::exists(folder / "towns.shx")) << "GDAL must not make one";
}

TEST(GdalDataset, ofADamagedFileIsRefused)
{
    const test::TemporaryFolder folder;
    writeText(folder / "broken.gpkg", std::string("SQLite format 3\0", 16) + std::string(2000, 'x'));
    writeText(folder / "broken.geojson", "{\"type\":\"FeatureCollection\",\"features\":[{]}");
    writeText(folder / "broken.tif", std::string("II*\0\x08\0\0\0", 8) + std::string(200, '\xFF'));

    for (const char* name : {"broken.gpkg", "broken.geojson", "broken.tif"}) {
        const auto source = recognise(folder / name);
        ASSERT_TRUE(source) << name;
        const auto dataset = openDataset(*source, GDAL_OF_VECTOR | GDAL_OF_RASTER, "", {});
        ASSERT_FALSE(dataset) << name;
        EXPECT_EQ(dataset.error().code, ErrorCode::InputUnreadable);
        EXPECT_FALSE(dataset.error().advice.empty());
    }
}

TEST(GdalDataset, findsTheShapefilesOfAZipFile)
{
    const test::TemporaryFolder folder;
    writeText(folder / "towns.geojson", threeTowns());
    ASSERT_TRUE(convert(folder / "towns.geojson", folder / "towns.shp", {"-f", "ESRI Shapefile"}));
    zipFiles(folder / "all.zip", {folder / "towns.shp", folder / "towns.shx", folder / "towns.dbf"}, "dati/");
    zipFiles(folder / "none.zip", {folder / "towns.geojson"}, "");

    const auto found = shapefilesIn(*recognise(folder / "all.zip"));
    ASSERT_TRUE(found) << found.error().message();
    EXPECT_EQ(*found, (std::vector<std::string>{"dati/towns.shp"}));
    EXPECT_FALSE(shapefilesIn(*recognise(folder / "none.zip")));
}

TEST(GdalDataset, refusesAZipFileThatWouldFloodTheDisk)
{
    const test::TemporaryFolder folder;
    writeText(folder / "zeros.shp", std::string(8 * 1024 * 1024, '\0'));
    zipFiles(folder / "bomb.zip", {folder / "zeros.shp"}, "");

    const auto found = shapefilesIn(*recognise(folder / "bomb.zip"));

    ASSERT_FALSE(found);
    EXPECT_NE(found.error().what.find("too large"), std::string::npos);
}

TEST(GdalDataset, knowsTheSystemOfALayer)
{
    prepareEnvironment();
    OGRSpatialReferenceH reference = OSRNewSpatialReference(nullptr);
    OSRImportFromEPSG(reference, 3003);
    EXPECT_EQ(crsOf(reference).value().epsg(), 3003);
    OSRDestroySpatialReference(reference);

    OGRSpatialReferenceH local = OSRNewSpatialReference("LOCAL_CS[\"somewhere\",UNIT[\"metre\",1]]");
    EXPECT_FALSE(crsOf(local));
    EXPECT_FALSE(crsOf(nullptr));
    OSRDestroySpatialReference(local);
}

} // namespace
} // namespace observo::geo
