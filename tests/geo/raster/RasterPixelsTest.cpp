// SPDX-License-Identifier: GPL-3.0-or-later
#include "raster/RasterPixels.h"

#include "observo/geo/Environment.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

namespace observo::geo {
namespace {

/// A picture of GDAL in memory with one row of pixels.
GdalDataset rowOf(const std::vector<std::vector<std::uint8_t>>& bands)
{
    prepareEnvironment();
    const int width = static_cast<int>(bands.front().size());
    GdalDataset dataset(
        GDALCreate(GDALGetDriverByName("MEM"), "", width, 1, static_cast<int>(bands.size()), GDT_Byte, nullptr));
    for (std::size_t i = 0; i < bands.size(); ++i) {
        auto values = bands[i];
        EXPECT_EQ(GDALRasterIO(GDALGetRasterBand(dataset.get(), static_cast<int>(i) + 1), GF_Write, 0, 0, width, 1,
                               values.data(), width, 1, GDT_Byte, 0, 0),
                  CE_None);
    }
    return dataset;
}

std::vector<std::uint32_t> read(const GdalDataset& dataset, const RasterBands& bands, int width)
{
    const int full = GDALGetRasterXSize(dataset.get());
    const auto image = readPixels(dataset.get(), bands, {0, 0, full, 1}, {width, 1, {}}, Progress());
    return image ? image->pixels : std::vector<std::uint32_t>{};
}

constexpr auto kColour = RasterBands::Kind::Colour;

TEST(RasterPixels, packsColours)
{
    const auto dataset = rowOf({{255, 1}, {0, 2}, {128, 3}});

    EXPECT_EQ(read(dataset, {.kind = kColour, .colours = {1, 2, 3}}, 2),
              (std::vector<std::uint32_t>{0xFFFF0080U, 0xFF010203U}));
    EXPECT_EQ(read(dataset, {.kind = kColour, .colours = {3, 2, 1}}, 2).front(), 0xFF8000FFU);
}

TEST(RasterPixels, multipliesByAlpha)
{
    const auto dataset = rowOf({{200, 200, 200}, {100, 100, 100}, {0, 0, 0}, {255, 128, 0}});
    const RasterBands bands{.kind = kColour, .colours = {1, 2, 3}, .alpha = 4};

    EXPECT_EQ(read(dataset, bands, 3), (std::vector<std::uint32_t>{0xFFC86400U, 0x80643200U, 0x00000000U}));
}

TEST(RasterPixels, keepsColoursThatAreMultipliedAlready)
{
    const auto dataset = rowOf({{100, 200}, {50, 0}, {0, 0}, {128, 100}});
    const RasterBands bands{.kind = kColour, .colours = {1, 2, 3}, .alpha = 4, .premultiplied = true};

    EXPECT_EQ(read(dataset, bands, 2), (std::vector<std::uint32_t>{0x80643200U, 0x64640000U}));
}

TEST(RasterPixels, withoutDataAreTransparentOnlyWhenAllColoursSaySo)
{
    const auto dataset = rowOf({{255, 255, 10}, {255, 10, 10}, {255, 255, 10}});
    const RasterBands bands{.kind = kColour, .colours = {1, 2, 3}, .noData = 255.0};

    EXPECT_EQ(read(dataset, bands, 3), (std::vector<std::uint32_t>{0U, 0xFFFF0AFFU, 0xFF0A0A0AU}));
}

TEST(RasterPixels, ofOneBandAreGrey)
{
    EXPECT_EQ(read(rowOf({{0, 128, 255}}), {.kind = RasterBands::Kind::Grey, .colours = {1, 0, 0}}, 3),
              (std::vector<std::uint32_t>{0xFF000000U, 0xFF808080U, 0xFFFFFFFFU}));
}

TEST(RasterPixels, ofAPaletteHaveItsColours)
{
    const auto dataset = rowOf({{0, 1, 2}});
    GDALColorTableH table = GDALCreateColorTable(GPI_RGB);
    const GDALColorEntry red{255, 0, 0, 255};
    const GDALColorEntry half{0, 255, 0, 128};
    GDALSetColorEntry(table, 0, &red);
    GDALSetColorEntry(table, 1, &half);
    GDALSetRasterColorTable(GDALGetRasterBand(dataset.get(), 1), table);
    GDALDestroyColorTable(table);

    const auto pixels = read(dataset, {.kind = RasterBands::Kind::Palette, .colours = {1, 0, 0}}, 3);

    ASSERT_EQ(pixels.size(), 3U);
    EXPECT_EQ(pixels[0], 0xFFFF0000U);
    EXPECT_EQ(pixels[1], 0x80008000U);
}

TEST(RasterPixels, ofHeightsAreStretchedBetweenDarkAndBright)
{
    const auto dataset = rowOf({{10, 20, 30, 99}});
    const RasterBands bands{.kind = RasterBands::Kind::Grey,
                            .colours = {1, 0, 0},
                            .noData = 99.0,
                            .isByte = false,
                            .darkest = 10.0,
                            .brightest = 30.0};

    EXPECT_EQ(read(dataset, bands, 4), (std::vector<std::uint32_t>{0xFF000000U, 0xFF808080U, 0xFFFFFFFFU, 0U}));
}

TEST(RasterPixels, areAveragedWhenMadeSmaller)
{
    EXPECT_EQ(read(rowOf({{0, 100, 200, 200}}), {.kind = RasterBands::Kind::Grey, .colours = {1, 0, 0}}, 2),
              (std::vector<std::uint32_t>{0xFF323232U, 0xFFC8C8C8U}));
}

TEST(RasterPixels, areNotReadWhenCancelled)
{
    const auto dataset = rowOf({{0, 100, 200, 200}});
    const Progress progress;
    progress.cancel();

    EXPECT_FALSE(readPixels(dataset.get(), {.kind = RasterBands::Kind::Grey, .colours = {1, 0, 0}}, {0, 0, 4, 1},
                            {2, 1, {}}, progress));
}

TEST(RasterPixels, stretchLeavesOutliersAndMissingValuesAside)
{
    std::vector<float> sample;
    for (int i = 0; i < 1000; ++i) {
        sample.push_back(static_cast<float>(i));
    }
    sample.push_back(-32768.0F);
    sample.push_back(std::numeric_limits<float>::quiet_NaN());

    const auto [darkest, brightest] = stretchOf(sample, -32768.0);

    EXPECT_DOUBLE_EQ(darkest, 20.0);
    EXPECT_DOUBLE_EQ(brightest, 979.0);
    const auto flat = stretchOf({5.0F, 5.0F}, std::nullopt);
    EXPECT_LT(flat[0], flat[1]);
    EXPECT_LT(stretchOf({}, std::nullopt)[0], stretchOf({}, std::nullopt)[1]);
}

} // namespace
} // namespace observo::geo
