// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ExportJob.h"
#include "files/OutputText.h"

#include <filesystem>
#include <utility>

namespace observo::exchange {

/// The side-car of a shapefile, NAME.fields.json: which DBF column is which field of the dictionary (name, type,
/// unit), for each table, and whole the values that a column had to shorten, so that reading back loses nothing.
class Sidecar {
public:
    [[nodiscard]] static Result<Sidecar> create(const std::filesystem::path& file, const ExportPlan& plan);

    /// The values that follow are of this table.
    void begin(RecordKind kind);
    /// Keeps the values of a row that its table holds shortened.
    [[nodiscard]] Done keep(const TablePlan& table, const RowOut& row);
    [[nodiscard]] Done finish(ExportJob& job);

private:
    explicit Sidecar(OutputText out) : m_out(std::move(out)) {}

    OutputText m_out;
    bool m_isFirstTable = true;
    bool m_isFirstRecord = true;
};

} // namespace observo::exchange
