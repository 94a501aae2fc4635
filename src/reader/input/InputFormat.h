// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace observo::reader {

/// The formats that are read, and pictures, which are only told apart. A zip file says what it is when its directory
/// has been looked at.
enum class InputFormat {
    GeoPackage,
    Shapefile,
    ZippedShapefile,
    GeoJson,
    GeoJsonLines,
    Kml,
    Kmz,
    Gpx,
    OsmXml,
    OsmPbf,
    FlatGeobuf,
    Dxf,
    Xlsx,
    Ods,
    TextTable,
    Zip,
    Picture,
};

/// A format in words, its only driver, and the fixed name under which a file of it is opened.
struct FormatWords {
    const char* format;
    const char* driver; ///< GDAL's short name, or "Observo" for our own readers
    const char* name;
};
[[nodiscard]] const FormatWords& wordsOf(InputFormat format);

/// The format by the first kilobytes of a file and, where they leave it open, its ending (".csv", lower case).
[[nodiscard]] std::optional<InputFormat> recognise(std::string_view head, std::string_view ending);

} // namespace observo::reader
