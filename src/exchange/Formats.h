// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ExportJob.h"
#include "ExportPlan.h"

#include "observo/core/Fields.h"
#include "observo/exchange/Export.h"

#include <filesystem>
#include <span>
#include <string>

namespace observo::exchange {

/// One member of the family in formats/: what it is called, what it cannot carry, how it writes, and how a value
/// looks when it comes back.
struct Format {
    FormatInfo info;
    int decimals = 7; ///< of geographic coordinates as text; 17 for binary ones
    /// Adds what this format loses to the plan's report, from what the first reading measured.
    void (*foresee)(ExportPlan& plan) = nullptr;
    /// Writes all files of the set into the job's folder under their final names, the main one first in the answer.
    Result<std::vector<std::filesystem::path>> (*write)(ExportJob& job) = nullptr;
    /// The value as this format can carry it; used for the comparison after reading back.
    FieldValue (*asWritten)(const Column& column, FieldValue value) = nullptr;
    /// The name of a field's column in the file.
    std::string (*columnName)(const FieldInfo& field) = nullptr;
    /// The file that is opened for reading back and the layer of the cameras in it.
    std::string (*cameraLayer)(const ExportPlan& plan) = nullptr;
};

[[nodiscard]] std::span<const Format> formats();
[[nodiscard]] const Format* formatFor(const std::filesystem::path& file);
/// ".shp, .zip, .geojson, ..." for messages.
[[nodiscard]] std::string knownEndings();

// What most formats have in common.
[[nodiscard]] FieldValue unchanged(const Column& column, FieldValue value);
[[nodiscard]] std::string fullName(const FieldInfo& field);
[[nodiscard]] std::string firstLayer(const ExportPlan& plan);
/// Says that sites and systems stay behind: what a format with one table loses.
void foreseeSingleTable(ExportPlan& plan);

} // namespace observo::exchange
