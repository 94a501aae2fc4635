// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/geo/RasterLayer.h"

#include "geo/GeoFiles.h"
#include "geo/RasterFiles.h"
#include "support/TestPlaces.h"

#include "observo/geo/Transform.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <thread>
#include <vector>

namespace observo::geo {
namespace {

std::shared_ptr<const RasterLayer> load(const std::filesystem::path& file, const RasterLayer::Options& options)
{
    auto layer = RasterLayer::load(file, options, Progress());
    EXPECT_TRUE(layer) << (layer ? "" : layer.error().message());
    return layer ? *layer : nullptr;
}

std::uint32_t at(const RasterImage& image, int x, int y)
{
    return image
        .pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) + static_cast<std::size_t>(x)];
}

TestRaster halves()
{
    TestRaster raster;
    raster.value = [](int band, int x, int) { return twoHalves(band, x, 100); };
    return raster;
}

constexpr std::uint32_t kWest = 0xFFC80032U;
constexpr std::uint32_t kEast = 0xFF00C832U;

TEST(RasterLayer, isDrawnPixelByPixelInItsOwnSystem)
{
    const test::TemporaryFolder folder;
    ASSERT_TRUE(writeRaster(folder / "photo.tif", halves()));

    const auto layer = load(folder / "photo.tif", {.targetEpsg = 7791});

    ASSERT_NE(layer, nullptr);
    EXPECT_NEAR(layer->extent().minX, 396000, 0.001);
    EXPECT_NEAR(layer->extent().maxY, 4992000, 0.001);
    EXPECT_NEAR(layer->extent().width(), 100, 0.001);
    EXPECT_NEAR(layer->extent().height(), 80, 0.001);
    // Ten metres around it on each side.
    const auto image = layer->render({395990, 4991910, 396110, 4992010}, 120, 100, Progress());
    ASSERT_TRUE(image) << image.error().message();
    EXPECT_EQ(at(*image, 9, 50), 0U);
    EXPECT_EQ(at(*image, 10, 10), kWest);
    EXPECT_EQ(at(*image, 59, 50), kWest);
    EXPECT_EQ(at(*image, 60, 50), kEast);
    EXPECT_EQ(at(*image, 109, 89), kEast);
    EXPECT_EQ(at(*image, 110, 50), 0U);
    EXPECT_EQ(at(*image, 50, 90), 0U);
}

TEST(RasterLayer, fromMonteMarioLiesWhereItsCornersLie)
{
    const test::TemporaryFolder folder;
    auto raster = halves();
    raster.epsg = 3003;
    raster.position = {1396000, 1, 0, 4992000, 0, -1};
    ASSERT_TRUE(writeRaster(folder / "photo.tif", raster));
    const auto toMap = Transform::between(*Crs::fromEpsg(3003), *Crs::fromEpsg(7791), {7.6, 45.0, 7.8, 45.2});
    const auto seam = toMap->forward(MapPoint{1396050, 4991960});
    ASSERT_TRUE(seam);

    const auto layer = load(folder / "photo.tif", {.targetEpsg = 7791});
    ASSERT_NE(layer, nullptr);
    const auto image = layer->render({seam->x - 10, seam->y - 10, seam->x + 10, seam->y + 10}, 200, 200, Progress());

    ASSERT_TRUE(image);
    EXPECT_EQ(at(*image, 80, 100), kWest);
    EXPECT_EQ(at(*image, 120, 100), kEast);
    EXPECT_EQ(std::count(image->pixels.begin(), image->pixels.end(), 0U), 0);
}

TEST(RasterLayer, withTransparencyKeepsIt)
{
    const test::TemporaryFolder folder;
    auto raster = halves();
    raster.bands = 4;
    raster.value = [](int band, int x, int) { return band == 4 ? (x < 50 ? 255.0 : 0.0) : 100.0; };
    ASSERT_TRUE(writeRaster(folder / "alpha.tif", raster));

    const auto image = load(folder / "alpha.tif", {.targetEpsg = 7791})
                           ->render({396000, 4991920, 396100, 4992000}, 100, 80, Progress());

    ASSERT_TRUE(image);
    EXPECT_EQ(at(*image, 10, 40), 0xFF646464U);
    EXPECT_EQ(at(*image, 90, 40), 0U);
}

/// A format that pictures come in.
struct Format {
    const char* name;
    const char* driver;
    std::vector<std::string> options;
    int tolerance; // of lossy formats
};

void PrintTo(const Format& format, std::ostream* out)
{
    *out << format.driver;
}

class RasterLayerFormat : public testing::TestWithParam<Format> {};

TEST_P(RasterLayerFormat, isRecognisedAndDrawnWithoutTouchingItsFolder)
{
    const auto& [name, driver, options, tolerance] = GetParam();
    const test::TemporaryFolder folder;
    auto raster = halves();
    raster.driver = driver;
    raster.options = options;
    ASSERT_TRUE(writeRaster(folder / name, raster));
    const auto before = stateOf(folder.path());

    const auto layer = load(folder / name, {.targetEpsg = 7791, .assumedEpsg = 7791});
    ASSERT_NE(layer, nullptr);
    const auto image = layer->render({396000, 4991920, 396100, 4992000}, 100, 80, Progress());

    ASSERT_TRUE(image) << image.error().message();
    for (const auto& [x, expected] : {std::pair{20, kWest}, std::pair{80, kEast}}) {
        const auto pixel = at(*image, x, 40);
        for (const unsigned int shift : {0U, 8U, 16U, 24U}) {
            EXPECT_NEAR((pixel >> shift) & 0xFFU, (expected >> shift) & 0xFFU, tolerance) << x << " " << shift;
        }
    }
    EXPECT_EQ(stateOf(folder.path()), before);
}

INSTANTIATE_TEST_SUITE_P(Formats, RasterLayerFormat,
                         testing::Values(Format{"photo.tif", "GTiff", {"COMPRESS=DEFLATE"}, 0},
                                         Format{"photo.png", "PNG", {"WORLDFILE=YES"}, 0},
                                         Format{"photo.jpg", "JPEG", {"WORLDFILE=YES", "QUALITY=95"}, 12},
                                         Format{"photo.jp2", "JP2OpenJPEG", {"QUALITY=100", "REVERSIBLE=YES"}, 1},
                                         Format{"photo.gpkg", "GPKG", {"TILE_FORMAT=PNG"}, 0}));

TEST(RasterLayer, ofTilesForTheWebIsDrawnInTheMapsSystem)
{
    const test::TemporaryFolder folder;
    auto raster = halves();
    raster.driver = "MBTiles";
    raster.epsg = 3857;
    raster.width = 512;
    raster.height = 512;
    raster.value = [](int band, int x, int) { return twoHalves(band, x, 512); };
    raster.position = {855000, 1.194328566955879, 0, 5632000, 0, -1.194328566955879};
    raster.options = {"TILE_FORMAT=PNG"};
    ASSERT_TRUE(writeRaster(folder / "web.mbtiles", raster));

    const auto layer = load(folder / "web.mbtiles", {.targetEpsg = 7791});

    ASSERT_NE(layer, nullptr);
    // Web Mercator shows this latitude 1.415 times too large.
    EXPECT_NEAR(layer->extent().width(), 512 * 1.194328566955879 / 1.415, 80.0);
    const auto image = layer->render(layer->extent(), 64, 64, Progress());
    ASSERT_TRUE(image);
    EXPECT_GT(std::count_if(image->pixels.begin(), image->pixels.end(), [](auto p) { return p != 0; }), 1000);
}

TEST(RasterLayer, ofHeightsIsGreyAndTransparentWhereNothingIsKnown)
{
    const test::TemporaryFolder folder;
    TestRaster heights;
    heights.driver = "AAIGrid";
    heights.bands = 1;
    heights.type = GDT_Float32;
    heights.noData = -9999.0;
    heights.value = [](int, int x, int y) { return y < 10 ? -9999.0 : 200.0 + x; };
    ASSERT_TRUE(writeRaster(folder / "heights.asc", heights));

    const auto layer = load(folder / "heights.asc", {.targetEpsg = 7791, .assumedEpsg = 7791});
    ASSERT_NE(layer, nullptr);
    const auto image = layer->render({396000, 4991920, 396100, 4992000}, 100, 80, Progress());

    ASSERT_TRUE(image);
    EXPECT_EQ(at(*image, 50, 4), 0U);
    EXPECT_EQ(at(*image, 50, 40) >> 24U, 0xFFU);
    EXPECT_LT(at(*image, 10, 40) & 0xFFU, at(*image, 90, 40) & 0xFFU);
    EXPECT_EQ(at(*image, 50, 40) & 0xFFU, (at(*image, 50, 40) >> 16U) & 0xFFU);
}

TEST(RasterLayer, drawsALargePictureFromItsReducedCopyTheSame)
{
    const test::TemporaryFolder folder;
    const test::TemporaryFolder cache;
    prepareEnvironment();
    const char* const sparse[] = {"SPARSE_OK=TRUE", "TILED=YES", nullptr};
    GDALDatasetH made = GDALCreate(GDALGetDriverByName("GTiff"), (folder / "large.tif").c_str(), 8400, 8000, 1,
                                   GDT_Byte, const_cast<char**>(sparse));
    std::array<double, 6> position = {396000, 0.1, 0, 4992000, 0, -0.1};
    GDALSetGeoTransform(made, position.data());
    GDALFillRaster(GDALGetRasterBand(made, 1), 60.0, 0.0);
    std::vector<std::uint8_t> white(2000 * 2000, 240);
    ASSERT_EQ(GDALRasterIO(GDALGetRasterBand(made, 1), GF_Write, 4000, 4000, 2000, 2000, white.data(), 2000, 2000,
                           GDT_Byte, 0, 0),
              CE_None);
    GDALClose(made);
    const RasterLayer::Options options{.targetEpsg = 7791, .assumedEpsg = 7791, .cacheFolder = cache.path()};

    const auto layer = load(folder / "large.tif", options);

    ASSERT_NE(layer, nullptr);
    EXPECT_NE(stateOf(cache.path()).find(".tif"), std::string::npos);
    const auto image = layer->render({396000, 4991200, 396840, 4992000}, 420, 400, Progress());
    const auto close = layer->render({396395, 4991595, 396405, 4991605}, 100, 100, Progress());
    ASSERT_TRUE(image && close);
    // The white square begins 400 m east and 400 m south of the corner, at pixel 200.
    EXPECT_EQ(at(*image, 198, 210), 0xFF3C3C3CU);
    EXPECT_EQ(at(*image, 202, 210), 0xFFF0F0F0U);
    EXPECT_EQ(at(*image, 210, 197), 0xFF3C3C3CU);
    EXPECT_EQ(at(*image, 297, 297), 0xFFF0F0F0U);
    EXPECT_EQ(at(*image, 302, 302), 0xFF3C3C3CU);
    EXPECT_EQ(at(*close, 47, 60), 0xFF3C3C3CU);
    EXPECT_EQ(at(*close, 53, 60), 0xFFF0F0F0U);
}

TEST(RasterLayer, isDrawnByManyThreadsAtOnce)
{
    const test::TemporaryFolder folder;
    ASSERT_TRUE(writeRaster(folder / "photo.tif", halves()));
    const auto layer = load(folder / "photo.tif", {.targetEpsg = 7792});
    ASSERT_NE(layer, nullptr);
    const auto expected = layer->render(layer->extent(), 90, 70, Progress());
    ASSERT_TRUE(expected);
    std::vector<std::thread> threads;
    std::vector<int> same(4, 0);

    for (std::size_t i = 0; i < same.size(); ++i) {
        threads.emplace_back([&, i] {
            const auto image = layer->render(layer->extent(), 90, 70, Progress());
            same[i] = image && image->pixels == expected->pixels ? 1 : 0;
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }

    EXPECT_EQ(same, std::vector<int>(4, 1));
}

TEST(RasterLayer, canBeCancelled)
{
    const test::TemporaryFolder folder;
    ASSERT_TRUE(writeRaster(folder / "photo.tif", halves()));
    const auto layer = load(folder / "photo.tif", {.targetEpsg = 7791});
    ASSERT_NE(layer, nullptr);
    const Progress cancelled;
    cancelled.cancel();

    EXPECT_EQ(layer->render(layer->extent(), 100, 80, cancelled).error().code, ErrorCode::Cancelled);
}

TEST(RasterLayer, saysWhatIsMissing)
{
    const test::TemporaryFolder folder;
    auto raster = halves();
    raster.epsg = 0;
    ASSERT_TRUE(writeRaster(folder / "nowhere.tif", raster));
    raster.positioned = false;
    ASSERT_TRUE(writeRaster(folder / "photo.png", [&] {
        raster.driver = "PNG";
        return raster;
    }()));
    writeText(folder / "towns.geojson", threeTowns());

    const auto withoutSystem = RasterLayer::load(folder / "nowhere.tif", {.targetEpsg = 7791}, Progress());
    ASSERT_FALSE(withoutSystem);
    EXPECT_EQ(withoutSystem.error().code, ErrorCode::UnknownCrs);
    const auto withoutPosition =
        RasterLayer::load(folder / "photo.png", {.targetEpsg = 7791, .assumedEpsg = 7791}, Progress());
    ASSERT_FALSE(withoutPosition);
    EXPECT_NE(withoutPosition.error().advice.find("world file"), std::string::npos);
    EXPECT_FALSE(RasterLayer::load(folder / "towns.geojson", {.targetEpsg = 7791}, Progress()));
    EXPECT_FALSE(RasterLayer::load(folder / "none.tif", {.targetEpsg = 7791}, Progress()));
}

TEST(RasterLayer, showsNothingOutsideOfItself)
{
    const test::TemporaryFolder folder;
    ASSERT_TRUE(writeRaster(folder / "photo.tif", halves()));
    const auto layer = load(folder / "photo.tif", {.targetEpsg = 7791});
    ASSERT_NE(layer, nullptr);

    for (const MapBox& window : {MapBox{0, 0, 10, 10}, MapBox{}, MapBox{396050, 4991950, 396050, 4991950}}) {
        const auto image = layer->render(window, 10, 10, Progress());
        ASSERT_TRUE(image);
        EXPECT_EQ(image->pixels, std::vector<std::uint32_t>(100, 0U));
    }
}

} // namespace
} // namespace observo::geo
