// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/census/Reader.h"
#include "observo/core/CheckedFile.h"
#include "observo/core/Filter.h"
#include "observo/core/Progress.h"
#include "observo/core/Result.h"
#include "observo/core/Translatable.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace observo::exchange {

/// Who the file is for: an edition drops fields of a higher sensitivity and cameras whose visibility is higher.
enum class Edition { Full, Institutional, Public };
[[nodiscard]] std::string_view nameOf(Edition edition);
[[nodiscard]] std::optional<Edition> editionNamed(std::string_view name);

/// A format of the family in src/exchange/formats, as the dialog and the command line list it.
struct FormatInfo {
    std::string_view name;     ///< "shapefile", "geojson", ...
    std::string_view ending;   ///< ".shp", ".geojson", ".zip" ...
    Label label;               ///< "Shapefile (cartella)" / "Shapefile (folder)"
    bool fixedToWgs84 = false; ///< GeoJSON and KML know only WGS 84 longitude and latitude
};
[[nodiscard]] std::span<const FormatInfo> exportFormats();
/// By the ending of the output's name; nullptr when no format has it.
[[nodiscard]] const FormatInfo* formatForFile(const std::filesystem::path& file);

struct ExportRequest {
    std::filesystem::path output;
    int epsg = 0; ///< 0: the census's working system (7791 when none), or what the format is fixed to
    Filter filter{};
    std::shared_ptr<const std::set<CameraId>> among{}; ///< only those of these; nullptr: all that pass the filter
    Edition edition = Edition::Institutional;
    Overwrite overwrite = Overwrite::Refuse;
    bool withMetadata = false; ///< ISO 19139 (RNDT) beside the file, OUT.iso19139.xml

    [[nodiscard]] bool isWhole() const { return filter.isEmpty() && !among; }
};

/// What will not survive in the file as it is in the census.
struct Loss {
    std::string field;       ///< empty for the whole
    std::int64_t values = 0; ///< how many records it touches
    std::string messageIt;
    std::string messageEn;

    [[nodiscard]] const std::string& message(Language language) const
    {
        return language == Language::Italian ? messageIt : messageEn;
    }
};

/// Said before anything is written.
struct LossReport {
    std::int64_t cameras = 0;         ///< that will be written
    std::int64_t camerasWithheld = 0; ///< above the edition's visibility
    std::string operation;            ///< coordinate operation, with its accuracy
    std::optional<Metres> accuracy;
    std::vector<Loss> losses;
};
[[nodiscard]] Result<LossReport> foreseeLosses(census::Reader& reader, const ExportRequest& request,
                                               const Progress& progress);

struct ExportReport {
    std::vector<std::filesystem::path> written;
    std::int64_t features = 0;
    std::vector<Loss> losses;
    std::string sha256; ///< of the main file, hexadecimal
    std::string operation;
};

/// Writes the file whole or not at all: private temporary, every write checked, read back and compared field by
/// field, then renamed. "Exported" is only said after the reading back.
[[nodiscard]] Result<ExportReport> exportCensus(census::Reader& reader, const ExportRequest& request,
                                                const Progress& progress);

} // namespace observo::exchange
