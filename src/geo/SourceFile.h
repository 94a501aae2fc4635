// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Result.h"

#include <filesystem>
#include <string>

namespace observo::geo {

/// The formats that are read, told by content and ending.
enum class FileFormat {
    GeoPackage,
    Shapefile,
    ZippedShapefile,
    GeoJson,
    Kml,
    Kmz,
    OsmPbf,
    FlatGeobuf,
    Csv,
    GeoTiff,
    MbTiles,
    Png,
    Jpeg,
    Jpeg2000,
    AsciiGrid,
    SrtmHgt,
};

/// A file that exists, by its canonical absolute path, and the one driver that may open it.
struct SourceFile {
    std::filesystem::path path;
    FileFormat format = FileFormat::GeoPackage;
};

/// Only an existing regular file is a source: never a name that GDAL would take for a command ("/vsicurl/...",
/// "http:...", JSON text, "PG:..."). The error says what is wrong with the file and what to do.
[[nodiscard]] Result<SourceFile> recognise(const std::filesystem::path& file);

/// GDAL's short name of the format's only driver.
[[nodiscard]] const char* driverOf(FileFormat format);
/// True when the format holds pictures alone. A GeoPackage may hold both; it counts as vector here.
[[nodiscard]] bool isRasterFormat(FileFormat format);

} // namespace observo::geo
