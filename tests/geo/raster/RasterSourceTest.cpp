// SPDX-License-Identifier: GPL-3.0-or-later
#include "raster/RasterSource.h"

#include "geo/GeoFiles.h"
#include "geo/RasterFiles.h"
#include "support/TestPlaces.h"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

namespace observo::geo {
namespace {

std::unique_ptr<RasterSource> open(const std::filesystem::path& file, const std::string& table = "")
{
    const auto recognised = recognise(file);
    EXPECT_TRUE(recognised) << (recognised ? "" : recognised.error().message());
    auto source = RasterSource::open(*recognised, table);
    EXPECT_TRUE(source) << (source ? "" : source.error().message());
    return source ? std::move(*source) : nullptr;
}

TEST(RasterSource, learnsSizePositionSystemAndBands)
{
    const test::TemporaryFolder folder;
    ASSERT_TRUE(writeRaster(folder / "photo.tif", {.noData = 255.0, .options = {"TILED=YES"}}));

    const auto source = open(folder / "photo.tif");

    ASSERT_NE(source, nullptr);
    EXPECT_EQ(source->width(), 100);
    EXPECT_EQ(source->height(), 80);
    EXPECT_EQ(source->crs().value().epsg(), 7791);
    EXPECT_EQ(source->position().value()[3], 4992000.0);
    EXPECT_EQ(source->bands().kind, RasterBands::Kind::Colour);
    EXPECT_EQ(source->bands().alpha, 0);
    EXPECT_EQ(source->bands().noData.value(), 255.0);
    EXPECT_FALSE(source->hasOverviews());
}

TEST(RasterSource, knowsAlphaAndHeights)
{
    const test::TemporaryFolder folder;
    ASSERT_TRUE(writeRaster(folder / "alpha.tif", {.bands = 4}));
    ASSERT_TRUE(writeRaster(folder / "heights.tif", {.bands = 1, .type = GDT_Float32, .value = [](int, int x, int y) {
                                                         return 100.0 + x + y;
                                                     }}));

    EXPECT_EQ(open(folder / "alpha.tif")->bands().alpha, 4);
    const auto heights = open(folder / "heights.tif");
    EXPECT_EQ(heights->bands().kind, RasterBands::Kind::Grey);
    EXPECT_FALSE(heights->bands().isByte);
    EXPECT_NEAR(heights->bands().darkest, 117.0, 5.0);
    EXPECT_NEAR(heights->bands().brightest, 260.0, 5.0);
}

TEST(RasterSource, readsTheSystemThatLiesBesideAPicture)
{
    const test::TemporaryFolder folder;
    ASSERT_TRUE(writeRaster(folder / "photo.png", {.driver = "PNG", .epsg = 0, .options = {"WORLDFILE=YES"}}));
    std::filesystem::remove(folder / "photo.png.aux.xml");
    EXPECT_FALSE(open(folder / "photo.png")->crs());

    writeText(folder / "photo.prj", Crs::fromEpsg(3003)->esriWkt());

    const auto source = open(folder / "photo.png");
    EXPECT_EQ(source->crs().value().epsg(), 3003);
    EXPECT_TRUE(source->position());
}

TEST(RasterSource, opensAPictureOfAGeoPackageByName)
{
    const test::TemporaryFolder folder;
    ASSERT_TRUE(writeRaster(folder / "two.gpkg", {.driver = "GPKG", .options = {"RASTER_TABLE=first"}}));
    ASSERT_TRUE(
        writeRaster(folder / "two.gpkg",
                    {.driver = "GPKG", .width = 50, .options = {"RASTER_TABLE=second", "APPEND_SUBDATASET=YES"}}));

    EXPECT_EQ(open(folder / "two.gpkg")->width(), 100);
    EXPECT_EQ(open(folder / "two.gpkg", "second")->width(), 50);
    EXPECT_FALSE(RasterSource::open(*recognise(folder / "two.gpkg"), "third"));
}

TEST(RasterSource, isReadByManyThreadsAtOnce)
{
    const test::TemporaryFolder folder;
    ASSERT_TRUE(
        writeRaster(folder / "photo.tif", {.value = [](int band, int x, int) { return twoHalves(band, x, 100); }}));
    const auto source = open(folder / "photo.tif");
    std::vector<std::thread> threads;
    std::vector<int> wrong(6, -1);

    for (std::size_t i = 0; i < wrong.size(); ++i) {
        threads.emplace_back([&, i] {
            wrong[i] = 0;
            for (int turn = 0; turn < 20; ++turn) {
                const auto image = source->read({0, 0, 100, 80}, 100, 80, Progress());
                const bool right = image && image->pixels[10] == 0xFFC80032U && image->pixels[90] == 0xFF00C832U;
                wrong[i] += right ? 0 : 1;
            }
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }

    EXPECT_EQ(wrong, std::vector<int>(6, 0));
}

TEST(RasterSource, saysWhenReadingFailsOrIsCancelled)
{
    const test::TemporaryFolder folder;
    ASSERT_TRUE(writeRaster(folder / "photo.tif", {.width = 2000, .height = 2000}));
    const auto source = open(folder / "photo.tif");
    const Progress cancelled;
    cancelled.cancel();
    EXPECT_EQ(source->read({0, 0, 2000, 2000}, 100, 100, cancelled).error().code, ErrorCode::Cancelled);

    std::filesystem::resize_file(folder / "photo.tif", 3000); // as when a disk is pulled out
    const auto broken = source->read({0, 0, 2000, 2000}, 100, 100, Progress());
    ASSERT_FALSE(broken);
    EXPECT_EQ(broken.error().code, ErrorCode::InputUnreadable);
}

} // namespace
} // namespace observo::geo
