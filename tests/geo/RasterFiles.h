// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/geo/Environment.h"

#include <cpl_string.h>
#include <gdal.h>
#include <ogr_srs_api.h>

#include <array>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace observo::geo {

/// A small picture for a test: what its pixels are and how it lies.
struct TestRaster {
    std::string driver = "GTiff";
    int width = 100;
    int height = 80;
    int bands = 3;
    GDALDataType type = GDT_Byte;
    /// Upper left corner at 396000 E, 4992000 N; pixels of one metre.
    std::array<double, 6> position = {396000, 1, 0, 4992000, 0, -1};
    int epsg = 7791;
    std::optional<double> noData{};
    std::function<double(int band, int column, int row)> value = [](int, int, int) { return 0.0; };
    std::vector<std::string> options{};
    bool positioned = true;
};

/// Writes it as a file of its format; false when GDAL refused.
inline bool writeRaster(const std::filesystem::path& file, const TestRaster& raster)
{
    prepareEnvironment();
    GDALDatasetH memory =
        GDALCreate(GDALGetDriverByName("MEM"), "", raster.width, raster.height, raster.bands, raster.type, nullptr);
    if (raster.positioned) {
        auto position = raster.position;
        GDALSetGeoTransform(memory, position.data());
    }
    if (raster.epsg != 0) {
        OGRSpatialReferenceH reference = OSRNewSpatialReference(nullptr);
        OSRImportFromEPSG(reference, raster.epsg);
        GDALSetSpatialRef(memory, reference);
        OSRDestroySpatialReference(reference);
    }
    bool filled = true;
    for (int number = 1; number <= raster.bands; ++number) {
        GDALRasterBandH band = GDALGetRasterBand(memory, number);
        std::vector<double> values;
        for (int row = 0; row < raster.height; ++row) {
            for (int column = 0; column < raster.width; ++column) {
                values.push_back(raster.value(number, column, row));
            }
        }
        filled = filled && GDALRasterIO(band, GF_Write, 0, 0, raster.width, raster.height, values.data(), raster.width,
                                        raster.height, GDT_Float64, 0, 0) == CE_None;
        if (raster.noData) {
            GDALSetRasterNoDataValue(band, *raster.noData);
        }
        constexpr std::array kMeanings = {GCI_RedBand, GCI_GreenBand, GCI_BlueBand, GCI_AlphaBand};
        if (raster.bands >= 3) {
            GDALSetRasterColorInterpretation(band, kMeanings[static_cast<std::size_t>(number - 1)]);
        }
    }
    CPLStringList options;
    for (const auto& option : raster.options) {
        options.AddString(option.c_str());
    }
    GDALDatasetH made = GDALCreateCopy(GDALGetDriverByName(raster.driver.c_str()), file.c_str(), memory, FALSE,
                                       options.List(), nullptr, nullptr);
    GDALClose(memory);
    if (made != nullptr) {
        GDALClose(made);
    }
    return filled && made != nullptr;
}

/// Red in the west, green in the east; blue everywhere.
inline double twoHalves(int band, int column, int width)
{
    const bool west = column < width / 2;
    return band == 1 ? (west ? 200.0 : 0.0) : band == 2 ? (west ? 0.0 : 200.0) : 50.0;
}

} // namespace observo::geo
