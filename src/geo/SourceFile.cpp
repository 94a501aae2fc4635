// SPDX-License-Identifier: GPL-3.0-or-later
#include "SourceFile.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <cstddef>
#include <cstring>
#include <fstream>
#include <optional>
#include <string_view>
#include <system_error>

namespace observo::geo {

namespace fs = std::filesystem;
using namespace std::string_view_literals;

namespace {

Error unreadable(const fs::path& file, std::string what, std::string advice = {})
{
    return {.code = ErrorCode::InputUnreadable,
            .what = std::move(what),
            .file = file.string(),
            .advice = std::move(advice)};
}

/// A beginning of a file that no other format has.
struct Signature {
    std::string_view bytes;
    FileFormat format;
};
constexpr std::array kSignatures = {
    Signature{"fgb\x03"sv, FileFormat::FlatGeobuf},
    Signature{"II*\0"sv, FileFormat::GeoTiff},
    Signature{"MM\0*"sv, FileFormat::GeoTiff},
    Signature{"II+\0"sv, FileFormat::GeoTiff},
    Signature{"MM\0+"sv, FileFormat::GeoTiff},
    Signature{"\x89PNG\r\n"sv, FileFormat::Png},
    Signature{"\xFF\xD8\xFF"sv, FileFormat::Jpeg},
    Signature{"\0\0\0\x0CjP  "sv, FileFormat::Jpeg2000},
    Signature{"\xFF\x4F\xFF\x51"sv, FileFormat::Jpeg2000},
    Signature{"\0\0\x27\x0A"sv, FileFormat::Shapefile},
};

std::string endingOf(const fs::path& file)
{
    auto ending = file.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return ending;
}

std::string lowerStart(std::string_view head)
{
    std::string text;
    for (const char c : head) {
        text += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    return text;
}

/// SQLite says nothing of its kind; the application id at offset 68 and the ending do.
std::optional<FileFormat> sqliteFormat(std::string_view head, const std::string& ending)
{
    const auto id = head.size() >= 72 ? head.substr(68, 4) : ""sv;
    if (id == "MPBX"sv || ending == ".mbtiles") {
        return FileFormat::MbTiles;
    }
    const bool geoPackage = id == "GPKG"sv || id == "GP10"sv || id == "GP11"sv || ending == ".gpkg";
    return geoPackage ? std::optional(FileFormat::GeoPackage) : std::nullopt;
}

std::optional<FileFormat> textFormat(std::string_view head, const std::string& ending)
{
    constexpr auto kMark = "\xEF\xBB\xBF"sv;
    if (head.starts_with(kMark)) {
        head.remove_prefix(kMark.size());
    }
    const auto first = head.find_first_not_of(" \t\r\n");
    const auto text = lowerStart(first == std::string_view::npos ? ""sv : head.substr(first));
    if (text.starts_with("{")) {
        return FileFormat::GeoJson;
    }
    if (text.starts_with("<") && text.find("<kml") != std::string::npos) {
        return FileFormat::Kml;
    }
    if (text.starts_with("ncols") || text.starts_with("nrows")) {
        return FileFormat::AsciiGrid;
    }
    const bool isText = text.find('\0') == std::string::npos;
    return ending == ".csv" && isText ? std::optional(FileFormat::Csv) : std::nullopt;
}

std::optional<FileFormat> formatOf(std::string_view head, const std::string& ending)
{
    if (head.starts_with("SQLite format 3\0"sv)) {
        return sqliteFormat(head, ending);
    }
    if (head.starts_with("PK\x03\x04"sv)) {
        return ending == ".kmz" ? FileFormat::Kmz : FileFormat::ZippedShapefile;
    }
    if (head.substr(0, 32).find("OSMHeader"sv) != std::string_view::npos) {
        return FileFormat::OsmPbf;
    }
    for (const auto& signature : kSignatures) {
        if (head.starts_with(signature.bytes)) {
            return signature.format;
        }
    }
    if (ending == ".hgt") {
        return FileFormat::SrtmHgt;
    }
    return textFormat(head, ending);
}

Result<std::string> headOf(const fs::path& file)
{
    constexpr std::size_t kEnough = 4096;
    std::ifstream stream(file, std::ios::binary);
    if (!stream) {
        return fail(unreadable(file, std::string("the file cannot be opened: ") + std::strerror(errno),
                               "check that you may read it"));
    }
    std::string head(kEnough, '\0');
    stream.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(stream.gcount()));
    if (head.empty()) {
        return fail(unreadable(file, "the file is empty"));
    }
    return head;
}

std::string adviceFor(const std::string& ending)
{
    if (ending == ".dbf" || ending == ".shx" || ending == ".prj" || ending == ".cpg") {
        return "open the .shp file of the set";
    }
    return "open a GeoPackage, shapefile, GeoJSON, KML, OSM PBF, FlatGeobuf, CSV, GeoTIFF, MBTiles, PNG, JPEG, "
           "JPEG 2000, ASCII grid or HGT file";
}

} // namespace

Result<SourceFile> recognise(const fs::path& file)
{
    std::error_code failed;
    const auto canonical = fs::canonical(file, failed);
    if (failed) {
        return fail(unreadable(file, "there is no such file", "check the name and that the disk is connected"));
    }
    if (!fs::is_regular_file(canonical, failed) || canonical.string().starts_with("/vsi")) {
        return fail(unreadable(file, "this is not a file", "choose a file, not a folder or a device"));
    }
    const auto head = headOf(canonical);
    if (!head) {
        return fail(head.error());
    }
    const auto ending = endingOf(canonical);
    const auto format = formatOf(*head, ending);
    if (!format) {
        return fail(unreadable(file, "the format of the file is not known", adviceFor(ending)));
    }
    return SourceFile{canonical, *format};
}

const char* driverOf(FileFormat format)
{
    switch (format) {
    case FileFormat::GeoPackage:
        return "GPKG";
    case FileFormat::Shapefile:
    case FileFormat::ZippedShapefile:
        return "ESRI Shapefile";
    case FileFormat::GeoJson:
        return "GeoJSON";
    case FileFormat::Kml:
    case FileFormat::Kmz:
        return "LIBKML";
    case FileFormat::OsmPbf:
        return "OSM";
    case FileFormat::FlatGeobuf:
        return "FlatGeobuf";
    case FileFormat::Csv:
        return "CSV";
    case FileFormat::GeoTiff:
        return "GTiff";
    case FileFormat::MbTiles:
        return "MBTiles";
    case FileFormat::Png:
        return "PNG";
    case FileFormat::Jpeg:
        return "JPEG";
    case FileFormat::Jpeg2000:
        return "JP2OpenJPEG";
    case FileFormat::AsciiGrid:
        return "AAIGrid";
    case FileFormat::SrtmHgt:
        return "SRTMHGT";
    }
    return "";
}

bool isRasterFormat(FileFormat format)
{
    constexpr std::array kRasters = {FileFormat::GeoTiff,  FileFormat::MbTiles,   FileFormat::Png,    FileFormat::Jpeg,
                                     FileFormat::Jpeg2000, FileFormat::AsciiGrid, FileFormat::SrtmHgt};
    return std::find(kRasters.begin(), kRasters.end(), format) != kRasters.end();
}

} // namespace observo::geo
