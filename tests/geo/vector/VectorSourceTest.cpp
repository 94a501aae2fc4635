// SPDX-License-Identifier: GPL-3.0-or-later
#include "vector/VectorSource.h"

#include "geo/GeoFiles.h"
#include "support/TestPlaces.h"

#include <gtest/gtest.h>

namespace observo::geo {
namespace {

TEST(VectorSource, offersTheLayersByName)
{
    const test::TemporaryFolder folder;
    writeText(folder / "towns.geojson", threeTowns());
    ASSERT_TRUE(convert(folder / "towns.geojson", folder / "two.gpkg", {"-f", "GPKG", "-nln", "comuni"}));

    const auto source = VectorSource::open(folder / "two.gpkg");

    ASSERT_TRUE(source) << source.error().message();
    EXPECT_EQ(source->layers().size(), 1U);
    EXPECT_EQ(source->layer("")->name, "comuni");
    EXPECT_EQ(source->layer("comuni")->name, "comuni");
    const auto missing = source->layer("strade");
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, ErrorCode::NotFound);
    EXPECT_NE(missing.error().advice.find("comuni"), std::string::npos);
}

TEST(VectorSource, opensEveryShapefileOfAZipFile)
{
    const test::TemporaryFolder folder("zip with {braces} and spaces");
    writeText(folder / "towns.geojson", threeTowns());
    for (const char* name : {"a.shp", "b.shp"}) {
        ASSERT_TRUE(convert(folder / "towns.geojson", folder / name, {"-f", "ESRI Shapefile"}));
    }
    zipFiles(
        folder / "two.zip",
        {folder / "a.shp", folder / "a.shx", folder / "a.dbf", folder / "b.shp", folder / "b.shx", folder / "b.dbf"},
        "sotto/");

    const auto source = VectorSource::open(folder / "two.zip");

    ASSERT_TRUE(source) << source.error().message();
    ASSERT_EQ(source->layers().size(), 2U);
    EXPECT_EQ(source->layers()[0].name, "a");
    EXPECT_EQ(source->layers()[1].name, "b");
}

TEST(VectorSource, refusesAPictureWithAdvice)
{
    const test::TemporaryFolder folder;
    writeText(folder / "photo.png", "\x89PNG\r\n\x1A\n");

    const auto source = VectorSource::open(folder / "photo.png");

    ASSERT_FALSE(source);
    EXPECT_NE(source.error().advice.find("raster"), std::string::npos);
}

} // namespace
} // namespace observo::geo
