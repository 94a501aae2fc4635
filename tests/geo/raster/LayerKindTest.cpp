// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/GeoFiles.h"
#include "geo/RasterFiles.h"
#include "support/TestPlaces.h"

#include "observo/geo/RasterLayer.h"

#include <gtest/gtest.h>

namespace observo::geo {
namespace {

TEST(LayerKind, ofFeaturesIsVector)
{
    const test::TemporaryFolder folder;
    writeText(folder / "towns.geojson", threeTowns());
    EXPECT_EQ(layerKindOf(folder / "towns.geojson"), LayerKind::Vector);
    for (const auto& [name, driver] :
         {std::pair{"towns.gpkg", "GPKG"}, std::pair{"towns.shp", "ESRI Shapefile"}, std::pair{"towns.kml", "LIBKML"},
          std::pair{"towns.fgb", "FlatGeobuf"}, std::pair{"towns.csv", "CSV"}}) {
        ASSERT_TRUE(convert(folder / "towns.geojson", folder / name, {"-f", driver}));
        EXPECT_EQ(layerKindOf(folder / name), LayerKind::Vector) << name;
    }
    zipFiles(folder / "towns.zip", {folder / "towns.shp", folder / "towns.shx", folder / "towns.dbf"}, "");
    EXPECT_EQ(layerKindOf(folder / "towns.zip"), LayerKind::Vector);
}

TEST(LayerKind, ofPicturesIsRaster)
{
    const test::TemporaryFolder folder;
    ASSERT_TRUE(writeRaster(folder / "photo.tif", {}));
    ASSERT_TRUE(writeRaster(folder / "photo.png", {.driver = "PNG"}));
    ASSERT_TRUE(writeRaster(folder / "tiles.gpkg", {.driver = "GPKG"}));

    EXPECT_EQ(layerKindOf(folder / "photo.tif"), LayerKind::Raster);
    EXPECT_EQ(layerKindOf(folder / "photo.png"), LayerKind::Raster);
    EXPECT_EQ(layerKindOf(folder / "tiles.gpkg"), LayerKind::Raster);
}

TEST(LayerKind, ofAnythingElseIsUnknown)
{
    const test::TemporaryFolder folder;
    writeText(folder / "notes.txt", "Torino");
    writeText(folder / "other.json", "{\"position\":{\"lat\":45}}");
    writeText(folder / "data.zip", "PK\x03\x04 and nothing");
    writeText(folder / "broken.gpkg", std::string("SQLite format 3\0", 16) + std::string(200, 'x'));

    for (const char* name : {"notes.txt", "other.json", "data.zip", "broken.gpkg", "missing.tif"}) {
        EXPECT_EQ(layerKindOf(folder / name), LayerKind::Unknown) << name;
    }
    EXPECT_EQ(layerKindOf(folder.path()), LayerKind::Unknown);
}

} // namespace
} // namespace observo::geo
