// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ExportJob.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace observo::exchange {

/// A row as a file holds it: the cells in the order of the plan's columns, empty where there is nothing.
struct ReadRow {
    std::optional<MapPoint> point;
    std::vector<std::string> cells;
};

/// How far a position may lie from the one written: a millimetre, or the last decimal of a geographic text format.
[[nodiscard]] double placeToleranceOf(const ExportPlan& plan);
/// The hash of a row's cells in their canonical spelling, equal to `hashOfRow` of the values.
[[nodiscard]] std::uint64_t hashOfCells(const std::vector<Column>& columns, const std::vector<std::string>& cells);

/// A table of a file, row by row.
class RowSource {
public:
    virtual ~RowSource() = default;
    /// Fills the row; false at the end of the table.
    [[nodiscard]] virtual Result<bool> next(ReadRow& row) = 0;
};

/// Compares the rows of a file with those that were given for writing: number, order, positions (1 mm, or the last
/// decimal of a geographic text format) and every value. The error names the first row and field that differ.
class RowCheck {
public:
    RowCheck(ExportJob& job, RecordKind kind, std::string file, const Progress& progress);

    [[nodiscard]] Done take(const ReadRow& row);
    /// That no row is missing.
    [[nodiscard]] Done end() const;
    [[nodiscard]] Done takeAll(RowSource& rows);

private:
    [[nodiscard]] Error differs(std::string what) const;
    [[nodiscard]] Error valueDiffers(const ReadRow& row) const;
    [[nodiscard]] bool isAtItsPlace(const ReadRow& row) const;

    ExportJob& m_job;
    const TablePlan& m_table;
    std::string m_file;
    const Progress& m_progress;
    double m_tolerance = 0;
    std::size_t m_rows = 0;
};

/// Reads the output back through `Rows` and compares it with the cameras that were given for writing.
template <typename Rows>
[[nodiscard]] Done readBackCameras(ExportJob& job, const std::vector<std::string>& names, const Progress& progress)
{
    auto rows = Rows::open(job.mainFile(), names);
    if (!rows) {
        return fail(rows.error());
    }
    return RowCheck(job, RecordKind::Camera, job.mainFile().filename().string(), progress).takeAll(*rows);
}

/// Where the columns of a table stand among the names of a file; looked for from where the last one was found.
class ColumnPlaces {
public:
    explicit ColumnPlaces(std::vector<std::string> names) : m_names(std::move(names)) {}
    [[nodiscard]] std::optional<std::size_t> find(std::string_view name);

private:
    std::vector<std::string> m_names;
    std::size_t m_next = 0;
};

/// The full names of a table's fields, in order.
[[nodiscard]] std::vector<std::string> namesOf(const TablePlan& table);

} // namespace observo::exchange
