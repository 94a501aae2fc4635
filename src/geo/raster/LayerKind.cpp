// SPDX-License-Identifier: GPL-3.0-or-later
#include "GdalDataset.h"
#include "GdalMessages.h"
#include "SourceFile.h"

#include "observo/geo/RasterLayer.h"

namespace observo::geo {

namespace {

/// A look at the first bytes by the format's driver, without reading the file.
bool looksWhole(const SourceFile& source, unsigned int kind)
{
    const GdalMessages quiet;
    const char* const drivers[] = {driverOf(source.format), nullptr};
    return GDALIdentifyDriverEx(source.path.c_str(), kind, drivers, nullptr) != nullptr;
}

/// A GeoPackage may hold features, pictures, or both; then the features are meant.
LayerKind kindOfGeoPackage(const SourceFile& source)
{
    const auto features = openDataset(source, GDAL_OF_VECTOR, "", {"LIST_ALL_TABLES=NO"});
    if (features && GDALDatasetGetLayerCount(features->get()) > 0) {
        return LayerKind::Vector;
    }
    return openDataset(source, GDAL_OF_RASTER, "", {}) ? LayerKind::Raster : LayerKind::Unknown;
}

} // namespace

LayerKind layerKindOf(const std::filesystem::path& file)
{
    const auto source = recognise(file);
    if (!source) {
        return LayerKind::Unknown;
    }
    switch (source->format) {
    case FileFormat::GeoPackage:
        return kindOfGeoPackage(*source);
    case FileFormat::MbTiles: // may hold vector tiles, which are not read
        return openDataset(*source, GDAL_OF_RASTER, "", {}) ? LayerKind::Raster : LayerKind::Unknown;
    case FileFormat::ZippedShapefile:
        return shapefilesIn(*source) ? LayerKind::Vector : LayerKind::Unknown;
    default:
        break;
    }
    if (isRasterFormat(source->format)) {
        return looksWhole(*source, GDAL_OF_RASTER) ? LayerKind::Raster : LayerKind::Unknown;
    }
    return looksWhole(*source, GDAL_OF_VECTOR) ? LayerKind::Vector : LayerKind::Unknown;
}

} // namespace observo::geo
