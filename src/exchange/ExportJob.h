// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ExportPlan.h"
#include "files/OutputText.h"

#include "observo/census/Reader.h"
#include "observo/core/Progress.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace observo::exchange {

/// One row on its way out: its values as they are written, in the order of the table's columns.
struct RowOut {
    Uuid record;
    std::string_view code;
    MapPoint point; ///< of a camera, in the output's system
    const std::vector<FieldValue>& values;
    /// The values that the format cannot hold as they are, whole, by the number of their column.
    const std::vector<std::pair<std::size_t, FieldValue>>& shortened;
};

/// A text file of cameras: its head, what `append` adds to it for each camera, its foot.
struct TextPieces {
    std::string head;
    std::function<void(std::string& text, const RowOut& row)> append;
    std::string_view foot{};
};

/// A writing in progress: gives a format its rows and its folder, and remembers what it gave, so that it can be
/// compared with what stands on the disk: 8 bytes a row.
class ExportJob {
public:
    ExportJob(census::Reader& reader, const ExportPlan& plan, std::filesystem::path folder, const Progress& progress);

    [[nodiscard]] const ExportPlan& plan() const { return m_plan; }
    [[nodiscard]] const Progress& progress() const { return m_progress; }
    /// A file of the set in the private folder: the output itself, or its name with another ending (".shx").
    [[nodiscard]] std::filesystem::path mainFile() const;
    [[nodiscard]] std::filesystem::path beside(std::string_view ending) const;

    /// All rows of a table in the census's order. Fails when they are not the rows that the plan was made from.
    using Take = std::function<Done(const RowOut&)>;
    [[nodiscard]] Done forEach(RecordKind kind, const Take& take);
    /// The output as one text file of all cameras.
    [[nodiscard]] Done writeText(const TextPieces& pieces);
    /// Ends a file of the set, to be compared byte by byte later.
    [[nodiscard]] Done finish(OutputText& file);

    /// The hashes of the rows that were given for writing.
    [[nodiscard]] const std::vector<std::uint64_t>& prints(RecordKind kind) const;
    [[nodiscard]] const std::vector<FilePrint>& files() const { return m_files; }
    /// The values of one row once more, for the message of a difference.
    [[nodiscard]] Result<std::vector<FieldValue>> valuesOf(RecordKind kind, std::size_t row);

private:
    struct Walk;
    [[nodiscard]] Done walk(RecordKind kind, const Take& take);
    /// A record as the edition shows it.
    [[nodiscard]] Done shown(Walk& walk, const Camera& camera) const;
    template <typename Record>
    [[nodiscard]] Done shown(Walk& walk, const Record& record) const;
    template <typename Record>
    [[nodiscard]] Done step(Walk& walk, const Record& record) const;

    census::Reader& m_reader;
    const ExportPlan& m_plan;
    std::filesystem::path m_folder;
    Progress m_progress;
    std::array<std::vector<std::uint64_t>, 3> m_prints;
    std::vector<FilePrint> m_files;
};

/// The hash of a row's values in their canonical spelling.
[[nodiscard]] std::uint64_t hashOfRow(const std::vector<Column>& columns, const std::vector<FieldValue>& values);

} // namespace observo::exchange
