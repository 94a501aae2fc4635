// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ExportJob.h"
#include "ExportPlan.h"

#include "observo/core/Fields.h"
#include "observo/exchange/Export.h"

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace observo::exchange {

/// One member of the family in formats/: what it is called, what it cannot carry, how it writes and how what it wrote
/// is read back.
struct Format {
    FormatInfo info;
    /// Of the format's specification, for metadata.
    std::string_view version;
    /// Of geographic coordinates as text; 17 for binary ones.
    int decimals = 17;
    /// A drawing knows metres alone, no degrees.
    bool isMetric = false;
    /// Sites and systems stand beside the cameras, in tables of their own.
    bool hasSideTables = false;
    /// Adds what this format loses to the plan's report, from what the first reading measured.
    void (*foresee)(ExportPlan& plan) = nullptr;
    /// Makes of a value what this format can hold; answers with the whole value when that is less.
    std::optional<FieldValue> (*adapt)(const Column& column, FieldValue& value) = nullptr;
    /// The files of the set by name, the main one first.
    std::vector<std::string> (*fileNames)(const std::filesystem::path& output) = nullptr;
    /// Writes all files of the set into the job's folder.
    Done (*write)(ExportJob& job) = nullptr;
    /// Reads all tables of the set and compares them with the job's prints.
    Done (*readBack)(ExportJob& job, const Progress& progress) = nullptr;
    /// Endings of files that describe an older file of the same name to other programs (indexes): they go with it.
    std::span<const std::string_view> outdated{};
    /// Endings, behind the whole name, of files that say that the old one is in use or was left unfinished.
    std::span<const std::string_view> unfinished{};
};

[[nodiscard]] std::span<const Format> formats();
[[nodiscard]] const Format* formatFor(const std::filesystem::path& file);
/// ".shp, .zip, .geojson, ..." for messages.
[[nodiscard]] std::string knownEndings();

// What most formats have in common.
[[nodiscard]] std::optional<FieldValue> asItIs(const Column& column, FieldValue& value);
[[nodiscard]] std::vector<std::string> oneFile(const std::filesystem::path& output);

} // namespace observo::exchange
