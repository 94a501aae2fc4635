// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/InputFormat.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>

namespace observo::reader {

using namespace std::string_view_literals;

namespace {

/// A beginning of a file that no other format has.
struct Signature {
    std::string_view bytes;
    InputFormat format;
};
constexpr std::array kSignatures = {
    Signature{"PK\x03\x04"sv, InputFormat::Zip},
    Signature{"fgb\x03"sv, InputFormat::FlatGeobuf},
    Signature{"\0\0\x27\x0A"sv, InputFormat::Shapefile},
    Signature{"II*\0"sv, InputFormat::Picture},
    Signature{"MM\0*"sv, InputFormat::Picture},
    Signature{"II+\0"sv, InputFormat::Picture},
    Signature{"MM\0+"sv, InputFormat::Picture},
    Signature{"\x89PNG\r\n"sv, InputFormat::Picture},
    Signature{"\xFF\xD8\xFF"sv, InputFormat::Picture},
    Signature{"\0\0\0\x0CjP  "sv, InputFormat::Picture},
    Signature{"\xFF\x4F\xFF\x51"sv, InputFormat::Picture},
};

std::string lower(std::string_view text)
{
    std::string lowered(text);
    std::transform(lowered.begin(), lowered.end(), lowered.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return lowered;
}

/// SQLite says nothing of its kind; the application id at offset 68 and the ending do.
std::optional<InputFormat> sqliteFormat(std::string_view head, std::string_view ending)
{
    const auto id = head.size() >= 72 ? head.substr(68, 4) : ""sv;
    if (id == "MPBX"sv || ending == ".mbtiles") {
        return InputFormat::Picture;
    }
    const bool geoPackage = id == "GPKG"sv || id == "GP10"sv || id == "GP11"sv || ending == ".gpkg";
    return geoPackage ? std::optional(InputFormat::GeoPackage) : std::nullopt;
}

std::optional<InputFormat> markupFormat(std::string_view text)
{
    struct Root {
        std::string_view tag;
        InputFormat format;
    };
    constexpr std::array kRoots = {Root{"<kml", InputFormat::Kml}, Root{":kml", InputFormat::Kml},
                                   Root{"<gpx", InputFormat::Gpx}, Root{"<osm", InputFormat::OsmXml}};
    for (const auto& root : kRoots) {
        if (text.find(root.tag) != std::string_view::npos) {
            return root.format;
        }
    }
    return std::nullopt;
}

/// A line that is a whole feature, and more lines after it.
bool isLineDelimited(std::string_view text)
{
    if (text.starts_with('\x1E')) {
        return true;
    }
    const auto end = text.find('\n');
    const auto line = text.substr(0, end);
    const auto last = line.find_last_not_of(" \t\r");
    const auto next = end == std::string_view::npos ? end : text.find_first_not_of(" \t\r\n", end);
    const bool isFeature = lower(line).find("\"feature\"") != std::string::npos;
    return isFeature && last != std::string_view::npos && line[last] == '}' && next != std::string_view::npos &&
           text[next] == '{';
}

bool isTableEnding(std::string_view ending)
{
    constexpr std::array kEndings = {".csv"sv, ".tsv"sv, ".tab"sv, ".txt"sv};
    return std::find(kEndings.begin(), kEndings.end(), ending) != kEndings.end();
}

bool isDxf(std::string_view text, std::string_view ending)
{
    if (text.starts_with("AutoCAD Binary DXF")) {
        return true;
    }
    return ending == ".dxf" || (text.starts_with("0") && text.substr(0, 40).find("SECTION") != std::string_view::npos);
}

std::optional<InputFormat> textFormat(std::string_view head, std::string_view ending)
{
    // What Excel calls "Unicode text" begins with a byte order mark of UTF-16.
    if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF")) {
        return isTableEnding(ending) ? std::optional(InputFormat::TextTable) : std::nullopt;
    }
    if (head.starts_with("\xEF\xBB\xBF")) {
        head.remove_prefix(3);
    }
    const auto first = head.find_first_not_of(" \t\r\n");
    const auto text = first == std::string_view::npos ? ""sv : head.substr(first);
    if (text.starts_with('{') || text.starts_with('\x1E')) {
        return isLineDelimited(text) ? InputFormat::GeoJsonLines : InputFormat::GeoJson;
    }
    if (text.starts_with('<')) {
        return markupFormat(text);
    }
    if (isDxf(text, ending)) {
        return InputFormat::Dxf;
    }
    const bool isText = text.find('\0') == std::string_view::npos;
    return isText && isTableEnding(ending) ? std::optional(InputFormat::TextTable) : std::nullopt;
}

} // namespace

const FormatWords& wordsOf(InputFormat format)
{
    static constexpr std::array<FormatWords, 17> kWords = {{
        {"GeoPackage", "Observo", "input.gpkg"},
        {"shapefile", "ESRI Shapefile", "input.shp"},
        {"zipped shapefile", "ESRI Shapefile", "input.zip"},
        {"GeoJSON", "Observo", "input.geojson"},
        {"newline-delimited GeoJSON", "Observo", "input.geojsonl"},
        {"KML", "LIBKML", "input.kml"},
        {"KMZ", "LIBKML", "input.kmz"},
        {"GPX", "GPX", "input.gpx"},
        {"OSM XML", "OSM", "input.osm"},
        {"OSM PBF", "OSM", "input.osm.pbf"},
        {"FlatGeobuf", "FlatGeobuf", "input.fgb"},
        {"DXF", "DXF", "input.dxf"},
        {"Excel sheet", "XLSX", "input.xlsx"},
        {"OpenDocument sheet", "ODS", "input.ods"},
        {"text table", "Observo", "input.csv"},
        {"zip file", "", "input.zip"},
        {"picture", "", "input"},
    }};
    return kWords[static_cast<std::size_t>(format)];
}

std::optional<InputFormat> recognise(std::string_view head, std::string_view ending)
{
    if (head.starts_with("SQLite format 3\0"sv)) {
        return sqliteFormat(head, ending);
    }
    if (head.substr(0, 32).find("OSMHeader"sv) != std::string_view::npos) {
        return InputFormat::OsmPbf;
    }
    for (const auto& signature : kSignatures) {
        if (head.starts_with(signature.bytes)) {
            // The index of a shapefile begins as the shapefile itself.
            return ending == ".shx" ? std::nullopt : std::optional(signature.format);
        }
    }
    if (ending == ".hgt") {
        return InputFormat::Picture;
    }
    const auto start = lower(head.substr(0, 16));
    if (start.starts_with("ncols") || start.starts_with("nrows")) {
        return InputFormat::Picture;
    }
    return textFormat(head, ending);
}

} // namespace observo::reader
