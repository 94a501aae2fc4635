// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ExportPlan.h"

#include "observo/census/Reader.h"
#include "observo/core/CheckedFile.h"
#include "observo/core/Progress.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace observo::exchange {

/// One row on its way out: the record, where it goes in the output's system, and its values as they are written,
/// in the order of the plan's columns.
struct CameraRowOut {
    const Camera& camera;
    MapPoint point;
    const std::vector<FieldValue>& values;
};

/// What was written for each camera, kept to compare with what is read back: 24 bytes a row.
struct RowPrint {
    MapPoint point;
    std::uint64_t hash = 0;
};

/// A writing in progress: gives a format its rows and its folder, and remembers what it gave.
class ExportJob {
public:
    ExportJob(census::Reader& reader, const ExportPlan& plan, std::filesystem::path folder, const Progress& progress);

    [[nodiscard]] const ExportPlan& plan() const { return m_plan; }
    [[nodiscard]] const Progress& progress() const { return m_progress; }
    /// The private folder into which the format writes.
    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder; }
    /// The path of a file of the set: the output's name with another ending (".shx").
    [[nodiscard]] std::filesystem::path beside(std::string_view ending) const;

    /// All cameras of the export in census order. Fails when their number is not what the plan counted.
    [[nodiscard]] Done forEachCamera(const std::function<Done(const CameraRowOut&)>& take);
    /// The sites (systems) that the exported cameras name, as values in the order of the plan's columns.
    [[nodiscard]] Done forEachSite(const std::function<Done(const std::vector<FieldValue>&)>& take);
    [[nodiscard]] Done forEachSystem(const std::function<Done(const std::vector<FieldValue>&)>& take);

    [[nodiscard]] const std::vector<RowPrint>& prints() const { return m_prints; }

private:
    [[nodiscard]] MapPoint outputPoint(LonLat place) const;

    census::Reader& m_reader;
    const ExportPlan& m_plan;
    std::filesystem::path m_folder;
    Progress m_progress;
    std::vector<RowPrint> m_prints;
};

/// The hash of a row's values in canonical spelling.
[[nodiscard]] std::uint64_t hashOfRow(const std::vector<Column>& columns, const std::vector<FieldValue>& values);

/// A buffered text file in the job's folder; `text` is flushed to the checked file when it has grown.
class OutputText {
public:
    [[nodiscard]] static Result<OutputText> create(const std::filesystem::path& file);

    std::string text;
    [[nodiscard]] Done flushIfLarge();
    [[nodiscard]] Done finish();

private:
    explicit OutputText(CheckedFile file) : m_file(std::move(file)) {}
    CheckedFile m_file;
};

} // namespace observo::exchange
