// SPDX-License-Identifier: GPL-3.0-or-later
// Real pictures drawn in the map's system: an orthophoto, tiles of the web, heights.

#include "support/TestPlaces.h"

#include "observo/geo/RasterLayer.h"
#include "observo/geo/Transform.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <set>
#include <string>

namespace observo::geo {
namespace {

class RealRaster : public testing::Test {
protected:
    void SetUp() override
    {
        const auto shared = test::sharedFolder();
        if (!shared) {
            GTEST_SKIP() << "OBSERVO_SHARED names no folder of real data";
        }
        m_data = *shared / "data";
    }

    std::shared_ptr<const RasterLayer> load(const std::string& file, int epsg)
    {
        const auto start = std::chrono::steady_clock::now();
        auto layer = RasterLayer::load(m_data / file, {.targetEpsg = epsg}, Progress());
        const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
        EXPECT_TRUE(layer) << (layer ? "" : layer.error().message());
        RecordProperty("load_ms", std::to_string(took.count()));
        return layer ? *layer : nullptr;
    }

    RasterImage render(const RasterLayer& layer, const MapBox& window, int width, int height)
    {
        const auto start = std::chrono::steady_clock::now();
        auto image = layer.render(window, width, height, Progress());
        const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
        EXPECT_TRUE(image) << (image ? "" : image.error().message());
        RecordProperty("render_ms", std::to_string(took.count()));
        return image ? std::move(*image) : RasterImage{};
    }

    std::filesystem::path m_data;
};

/// Share of the pixels that are opaque.
double opaque(const RasterImage& image)
{
    const auto count = std::count_if(image.pixels.begin(), image.pixels.end(),
                                     [](std::uint32_t pixel) { return (pixel >> 24U) == 255U; });
    return static_cast<double>(count) / static_cast<double>(image.pixels.size());
}

std::size_t differentColours(const RasterImage& image)
{
    return std::set<std::uint32_t>(image.pixels.begin(), image.pixels.end()).size();
}

TEST_F(RealRaster, theOrthophotoFillsItsExtentWithManyColours)
{
    const auto layer = load("raster/OSBS_029.tif", 32617);

    ASSERT_NE(layer, nullptr);
    EXPECT_NEAR(layer->extent().width(), 40.0, 0.1);
    EXPECT_NEAR(layer->extent().height(), 40.0, 0.1);
    const auto image = render(*layer, layer->extent(), 800, 800);
    EXPECT_GT(opaque(image), 0.95);
    EXPECT_GT(differentColours(image), 5000U);
}

TEST_F(RealRaster, theOrthophotoInAnotherZoneIsTurnedAndStillThere)
{
    const auto layer = load("raster/OSBS_029.tif", 32616);

    ASSERT_NE(layer, nullptr);
    EXPECT_NEAR(layer->extent().width(), 43.0, 2.0); // turned by three degrees
    const auto image = render(*layer, layer->extent(), 400, 400);
    EXPECT_GT(opaque(image), 0.80);
    EXPECT_EQ(image.pixels.front() >> 24U, 0U) << "a corner outside of the turned picture";
}

TEST_F(RealRaster, theTilesOfTheWebCoverTorinoInUtm)
{
    const auto layer = load("raster/geography-class-png.mbtiles", 7791);

    ASSERT_NE(layer, nullptr);
    const MapBox piemonte{300000, 4870000, 520000, 5150000};
    EXPECT_TRUE(layer->extent().overlaps(piemonte));
    EXPECT_LT(layer->extent().width(), 5e6);
    const auto image = render(*layer, piemonte, 960, 1080);
    EXPECT_GT(opaque(image), 0.99);
}

TEST_F(RealRaster, theHeightsOfTheRivieraAreGreyAndLieRight)
{
    const auto layer = load("dem/N43E007.hgt", 7791);

    ASSERT_NE(layer, nullptr);
    const auto projection = Projection::of(7791, {7.5, 43.5});
    const auto corner = projection->project({7.0, 43.0});
    EXPECT_NEAR(layer->extent().minY, corner.y, 3000.0);
    EXPECT_NEAR(layer->extent().height(), 111000.0, 4000.0);
    const auto greyAt = [&](LonLat place) {
        const auto point = projection->project(place);
        const auto image = render(*layer, {point.x - 500, point.y - 500, point.x + 500, point.y + 500}, 50, 50);
        return image.pixels[25 * 50 + 25] & 0xFFU;
    };
    // Mont Bego's neighbours above Tende against the sea off Monaco.
    EXPECT_GT(greyAt({7.45, 43.99}), greyAt({7.45, 43.65}) + 30U);
}

TEST_F(RealRaster, theHeightsOfTrentoAndOfVinschgauAreDrawn)
{
    const auto povo = load("dem/trento_povo_dtm_1m.tif", 7791);
    ASSERT_NE(povo, nullptr);
    EXPECT_NEAR(povo->extent().width(), 500.0, 1.0);
    EXPECT_NEAR(povo->extent().height(), 410.0, 1.0);
    EXPECT_GT(opaque(render(*povo, povo->extent(), 500, 410)), 0.98);

    const auto vinschgau = load("dem/vinschgau_250m.tif", 7791);
    ASSERT_NE(vinschgau, nullptr);
    const double share = opaque(render(*vinschgau, vinschgau->extent(), 500, 400));
    EXPECT_GT(share, 0.97); // one in a hundred of its pixels has no height
    EXPECT_LT(share, 0.995);
}

TEST_F(RealRaster, aFileOfFeaturesIsNoPicture)
{
    EXPECT_FALSE(RasterLayer::load(m_data / "boundaries/piemonte_comuni_32632.gpkg", {.targetEpsg = 7791}, Progress()));
}

TEST_F(RealRaster, aFullScreenIsDrawnInOneGo)
{
    const auto layer = load("dem/N43E007.hgt", 7791);
    ASSERT_NE(layer, nullptr);

    const auto image = render(*layer, layer->extent(), 1920, 1080);

    EXPECT_GT(opaque(image), 0.9);
}

} // namespace
} // namespace observo::geo
