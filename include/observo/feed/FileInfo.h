// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Fields.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace observo::feed {

/// How something about a file is known; it decides how loudly a person is asked to confirm it.
enum class Evidence : std::uint8_t {
    None,      ///< nobody says
    Format,    ///< the format knows no other (KML is WGS 84, a GeoPackage is UTF-8)
    Declared,  ///< the file says so (a `crs` member, a byte order mark, the language byte of a DBF)
    SideFile,  ///< a file beside it says so (.prj, .cpg)
    Detected,  ///< found in the content, to be confirmed
    Requested, ///< the request said so
};

/// The reference system of a layer. Coordinates come with x easting or longitude, whatever the authority's order.
struct ReferenceSystem {
    Evidence evidence = Evidence::None;
    std::string id;   ///< "EPSG:3003"; empty when the text matches no code
    std::string name; ///< as the file calls it
    std::string wkt;  ///< WKT 2; empty without evidence, or when the text makes no sense

    friend bool operator==(const ReferenceSystem&, const ReferenceSystem&) = default;
};

/// How the bytes of a layer's texts were read.
struct Encoding {
    Evidence evidence = Evidence::None;
    std::string name;   ///< "UTF-8", "windows-1252"
    std::string sample; ///< a text with letters outside ASCII as it was read; empty when there is none

    friend bool operator==(const Encoding&, const Encoding&) = default;
};

/// What the cells of a text column look like; counted over the rows that were looked at beforehand.
struct ColumnStatistics {
    std::int64_t looked = 0; ///< rows
    std::int64_t filled = 0;
    std::int64_t integers = 0;
    std::int64_t pointDecimals = 0; ///< numbers with a decimal point
    std::int64_t commaDecimals = 0; ///< numbers with a decimal comma
    std::int64_t dates = 0;
    std::int64_t longest = 0;         ///< bytes
    std::vector<std::string> samples; ///< the first different values, at most three

    friend bool operator==(const ColumnStatistics&, const ColumnStatistics&) = default;
};

/// A column of a layer. Types that come: Text, Integer, Real, Boolean, Date, Timestamp, Json; dates are text in ISO
/// 8601, and a timestamp ends in Z where the file says the time zone.
struct Column {
    std::string name;
    FieldType type = FieldType::Text;
    int width = 0;    ///< characters; 0 when not limited
    int decimals = 0; ///< of a real number with a width
    std::optional<ColumnStatistics> statistics{};

    friend bool operator==(const Column&, const Column&) = default;
};

/// The shape of a layer's geometries, or of one geometry.
enum class Shape : std::uint8_t { None, Points, Lines, Polygons, Mixed };

/// West, south, east, north in the layer's own system.
struct Box {
    double minX = 0.0;
    double minY = 0.0;
    double maxX = 0.0;
    double maxY = 0.0;

    friend bool operator==(const Box&, const Box&) = default;
};

/// How a text table (CSV, TSV) is written; what the request leaves out is found in the content.
struct TextTable {
    char separator = ',';
    char quote = '"'; ///< 0 when quotes are plain characters
    bool hasHeader = true;
    bool decimalComma = false;

    friend bool operator==(const TextTable&, const TextTable&) = default;
};

/// One layer of a file.
struct Layer {
    std::string name;
    Shape shape = Shape::None;
    std::vector<Column> columns;
    ReferenceSystem system;
    Encoding encoding;
    std::optional<std::int64_t> rows{}; ///< when the file knows without counting
    std::optional<Box> extent{};
    std::optional<TextTable> table{}; ///< of a text table

    friend bool operator==(const Layer&, const Layer&) = default;
};

/// Something to be said about a file or a row.
struct Problem {
    enum class Weight : std::uint8_t { Note, Warning, Loss }; ///< Loss: a value or a geometry did not come
    Weight weight = Weight::Warning;
    std::string what;
    std::optional<std::int64_t> row{};
    std::string column{};

    friend bool operator==(const Problem&, const Problem&) = default;
};

/// A file as it declares itself.
struct FileInfo {
    std::string format;     ///< for people: "shapefile", "zipped shapefile", "GeoJSON"
    std::string driver;     ///< what reads it
    bool isPicture = false; ///< nothing but pixels: there are no layers, a raster layer is the way
    std::vector<Layer> layers;
    std::vector<std::pair<std::string, std::string>> metadata;
    std::vector<Problem> problems;
    std::vector<std::string> fenceGaps; ///< what this machine cannot forbid the reader ("no Landlock")

    friend bool operator==(const FileInfo&, const FileInfo&) = default;
};

} // namespace observo::feed
