// SPDX-License-Identifier: GPL-3.0-or-later
#include "GdalDataset.h"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <ogr_srs_api.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <filesystem>
#include <string_view>
#include <system_error>

namespace observo::geo {

namespace fs = std::filesystem;

namespace {

/// A list of texts as GDAL wants it, ended by a null pointer.
class TextList {
public:
    explicit TextList(const std::vector<std::string>& texts)
    {
        for (const auto& text : texts) {
            m_list = CSLAddString(m_list, text.c_str());
        }
    }
    ~TextList() { CSLDestroy(m_list); }
    TextList(const TextList&) = delete;
    TextList& operator=(const TextList&) = delete;

    [[nodiscard]] char** get() const { return m_list; }

private:
    char** m_list = nullptr;
};

/// Braces keep GDAL from guessing where the zip file's own name ends.
std::string insideZip(const fs::path& zip, const std::string& inner)
{
    return "/vsizip/{" + zip.string() + "}" + (inner.empty() ? "" : "/" + inner);
}

bool isSqlite(FileFormat format)
{
    return format == FileFormat::GeoPackage || format == FileFormat::MbTiles;
}

/// SQLite would lock a shared file and, in WAL mode, make files beside it. Without a journal nobody is writing.
bool isAtRest(const fs::path& file)
{
    std::error_code ignored;
    return !fs::exists(file.string() + "-wal", ignored) && !fs::exists(file.string() + "-journal", ignored);
}

Error notOpened(const SourceFile& source, const GdalMessages& messages)
{
    Error error{.code = ErrorCode::InputUnreadable,
                .what = messages.failure().value_or("the file is not a whole " + std::string(driverOf(source.format)) +
                                                    " file"),
                .file = source.path.string(),
                .advice = "the file may be damaged or incomplete: get it again"};
    const auto is = [&](std::string_view word) { return error.what.find(word) != std::string::npos; };
    if (source.format == FileFormat::Shapefile && (is(".shx") || is(".SHX"))) {
        error.what = "the .shx file beside the .shp is missing or damaged";
        error.advice = "copy all files of the shapefile (.shp, .shx, .dbf, .prj) into one folder";
    }
    return error;
}

Error tooLargeZip(const SourceFile& zip, const std::string& what)
{
    return {.code = ErrorCode::InputUnreadable,
            .what = what,
            .file = zip.path.string(),
            .advice = "unpack it yourself, if you trust it, and open the .shp file"};
}

bool endsWithShp(std::string name)
{
    std::transform(name.begin(), name.end(), name.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return name.ends_with(".shp");
}

} // namespace

Result<GdalDataset> openDataset(const SourceFile& source, unsigned int kind, const std::string& inner,
                                std::vector<std::string> options)
{
    GdalMessages messages;
    if (isSqlite(source.format) && isAtRest(source.path)) {
        options.emplace_back("IMMUTABLE=YES");
    }
    const TextList settings(options);
    const char* const drivers[] = {driverOf(source.format), nullptr};
    const auto name = inner.empty() ? source.path.string() : insideZip(source.path, inner);
    const unsigned int flags = kind | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR;
    GdalDataset dataset(GDALOpenEx(name.c_str(), flags, drivers, settings.get(), nullptr));
    if (dataset == nullptr) {
        return fail(notOpened(source, messages));
    }
    return dataset;
}

Result<std::vector<std::string>> shapefilesIn(const SourceFile& zip)
{
    constexpr double kLargest = 200.0 * 1024 * 1024;
    constexpr double kMostTimes = 100.0;
    GdalMessages messages;
    std::vector<std::string> found;
    double unpacked = 0.0;
    char** names = VSIReadDirRecursive(insideZip(zip.path, "").c_str());
    for (int i = 0; names != nullptr && names[i] != nullptr; ++i) {
        VSIStatBufL stat{};
        if (VSIStatL(insideZip(zip.path, names[i]).c_str(), &stat) == 0) {
            unpacked += static_cast<double>(stat.st_size);
        }
        if (endsWithShp(names[i])) {
            found.emplace_back(names[i]);
        }
    }
    CSLDestroy(names);
    std::error_code ignored;
    const auto packed = static_cast<double>(fs::file_size(zip.path, ignored));
    if (unpacked > kLargest || unpacked > packed * kMostTimes) {
        return fail(tooLargeZip(zip, "the zip file would become too large unpacked"));
    }
    if (found.empty() && zip.format == FileFormat::ZippedShapefile) {
        return fail(Error{.code = ErrorCode::InputUnreadable,
                          .what = "there is no shapefile in the zip file",
                          .file = zip.path.string(),
                          .advice = "unpack it and open the file that you want to see"});
    }
    return found;
}

std::optional<Crs> crsOf(OGRSpatialReferenceH reference)
{
    if (reference == nullptr) {
        return std::nullopt;
    }
    const char* authority = OSRGetAuthorityName(reference, nullptr);
    const char* code = OSRGetAuthorityCode(reference, nullptr);
    if (authority != nullptr && code != nullptr && std::string_view(authority) == "EPSG") {
        if (auto crs = Crs::fromText(code)) {
            return std::move(*crs);
        }
    }
    char* wkt = nullptr;
    const char* const options[] = {"FORMAT=WKT2_2019", nullptr};
    const auto exported = OSRExportToWktEx(reference, &wkt, options);
    const std::string text = exported == OGRERR_NONE && wkt != nullptr ? wkt : "";
    CPLFree(wkt);
    auto crs = Crs::fromText(text);
    return crs ? std::optional(std::move(*crs)) : std::nullopt;
}

} // namespace observo::geo
