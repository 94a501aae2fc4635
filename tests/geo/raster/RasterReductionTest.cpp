// SPDX-License-Identifier: GPL-3.0-or-later
#include "raster/RasterReduction.h"

#include "geo/GeoFiles.h"
#include "geo/RasterFiles.h"
#include "support/TestPlaces.h"

#include <gtest/gtest.h>

#include <chrono>
#include <fstream>

namespace observo::geo {
namespace {

std::unique_ptr<RasterSource> open(const std::filesystem::path& file)
{
    auto source = RasterSource::open(*recognise(file), "");
    EXPECT_TRUE(source) << (source ? "" : source.error().message());
    return std::move(*source);
}

TEST(RasterReduction, isWantedForLargePicturesWithoutOverviewsOnly)
{
    const test::TemporaryFolder folder;
    prepareEnvironment();
    const char* const sparse[] = {"SPARSE_OK=TRUE", "TILED=YES", nullptr};
    GDALClose(GDALCreate(GDALGetDriverByName("GTiff"), (folder / "large.tif").c_str(), 8200, 8200, 1, GDT_Byte,
                         const_cast<char**>(sparse)));
    ASSERT_TRUE(writeRaster(folder / "small.tif", {}));

    EXPECT_TRUE(wantsReduction(*open(folder / "large.tif")));
    EXPECT_FALSE(wantsReduction(*open(folder / "small.tif")));

    GDALDatasetH update = GDALOpen((folder / "large.tif").c_str(), GA_Update);
    int level = 16;
    EXPECT_EQ(GDALBuildOverviews(update, "NEAREST", 1, &level, 0, nullptr, nullptr, nullptr), CE_None);
    GDALClose(update);
    EXPECT_FALSE(wantsReduction(*open(folder / "large.tif")));
}

TEST(RasterReduction, keepsTheColoursAtAQuarterOfTheSize)
{
    const test::TemporaryFolder folder;
    const test::TemporaryFolder cache;
    ASSERT_TRUE(writeRaster(folder / "photo.tif", {.width = 1203, .height = 802, .value = [](int band, int x, int) {
                                                       return twoHalves(band, x, 1203);
                                                   }}));
    const auto before = stateOf(folder.path());
    const auto source = open(folder / "photo.tif");

    const auto reduced = reduce(*source, "", cache / "overviews", Progress());

    ASSERT_TRUE(reduced) << reduced.error().message();
    EXPECT_EQ((*reduced)->width(), 300);
    EXPECT_EQ((*reduced)->height(), 200);
    EXPECT_TRUE((*reduced)->hasOverviews());
    const auto image = (*reduced)->read({0, 0, 300, 200}, 300, 200, Progress());
    ASSERT_TRUE(image);
    EXPECT_EQ(image->pixels[10], 0xFFC80032U);
    EXPECT_EQ(image->pixels[290], 0xFF00C832U);
    EXPECT_EQ(stateOf(folder.path()), before) << "nothing is written beside the picture";
}

TEST(RasterReduction, averagesTransparencyRightly)
{
    const test::TemporaryFolder folder;
    const test::TemporaryFolder cache;
    // Every other column is transparent black: half of the red must remain, half transparent.
    ASSERT_TRUE(
        writeRaster(folder / "alpha.tif", {.width = 512, .height = 512, .bands = 4, .value = [](int band, int x, int) {
                                               const bool seen = x % 2 == 0;
                                               return band == 1 && seen ? 200.0 : band == 4 && seen ? 255.0 : 0.0;
                                           }}));

    const auto reduced = reduce(*open(folder / "alpha.tif"), "", cache.path(), Progress());

    ASSERT_TRUE(reduced) << reduced.error().message();
    const auto image = (*reduced)->read({0, 0, 128, 128}, 1, 1, Progress());
    ASSERT_TRUE(image);
    const auto pixel = image->pixels.front();
    EXPECT_NEAR(pixel >> 24U, 128.0, 2.0);
    EXPECT_NEAR((pixel >> 16U) & 0xFFU, 100.0, 2.0);
}

TEST(RasterReduction, isMadeOnceAndAgainWhenThePictureChanges)
{
    const test::TemporaryFolder folder;
    const test::TemporaryFolder cache;
    ASSERT_TRUE(writeRaster(folder / "photo.tif", {}));
    ASSERT_TRUE(reduce(*open(folder / "photo.tif"), "", cache.path(), Progress()));
    const auto first = stateOf(cache.path());

    ASSERT_TRUE(reduce(*open(folder / "photo.tif"), "", cache.path(), Progress()));
    EXPECT_EQ(stateOf(cache.path()), first);

    ASSERT_TRUE(writeRaster(folder / "photo.tif", {.width = 240}));
    ASSERT_TRUE(reduce(*open(folder / "photo.tif"), "", cache.path(), Progress()));
    EXPECT_NE(stateOf(cache.path()), first);
}

TEST(RasterReduction, leavesNothingWhenCancelledOrImpossible)
{
    const test::TemporaryFolder folder;
    const test::TemporaryFolder cache;
    ASSERT_TRUE(writeRaster(folder / "photo.tif", {}));
    const Progress cancelled;
    cancelled.cancel();

    const auto stopped = reduce(*open(folder / "photo.tif"), "", cache.path(), cancelled);
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, ErrorCode::Cancelled);
    EXPECT_EQ(stateOf(cache.path()), "");

    writeText(folder / "file", "x");
    EXPECT_FALSE(reduce(*open(folder / "photo.tif"), "", folder / "file", Progress()));
}

TEST(RasterReduction, tidiesTheCacheItWritesTo)
{
    const test::TemporaryFolder folder;
    const test::TemporaryFolder cache;
    ASSERT_TRUE(writeRaster(folder / "photo.tif", {}));
    const auto forgotten = cache / "overview-0.tif";
    std::ofstream(forgotten) << "x";
    std::filesystem::last_write_time(forgotten, std::filesystem::file_time_type::clock::now() - std::chrono::days(365));

    ASSERT_TRUE(reduce(*open(folder / "photo.tif"), "", cache.path(), Progress()));

    EXPECT_FALSE(std::filesystem::exists(forgotten));
}

} // namespace
} // namespace observo::geo
