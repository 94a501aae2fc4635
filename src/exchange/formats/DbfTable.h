// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ExportJob.h"
#include "ExportPlan.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace observo::exchange {

/// A column of a dBASE III table: C text, N number, D day, L logical.
struct DbfColumn {
    std::string name; ///< at most 10 characters
    char type = 'C';
    std::uint8_t width = 1;
    std::uint8_t decimals = 0;
};

/// The column that takes what the first reading measured, no wider than needed.
[[nodiscard]] DbfColumn dbfColumnFor(const Column& column);
/// The value as the column can hold it: text cut to 254 bytes at a character's border, numbers as their plain text.
[[nodiscard]] FieldValue asDbf(const Column& column, FieldValue value);
/// Bytes of the whole table, header and end mark included.
[[nodiscard]] std::uint64_t dbfSize(const TablePlan& table);

/// Writes a DBF whose number of rows is known beforehand: header, rows, end mark. UTF-8; a .cpg beside it says so.
class DbfTable {
public:
    [[nodiscard]] static Result<DbfTable> create(const std::filesystem::path& file, const TablePlan& table);

    [[nodiscard]] Done add(const std::vector<FieldValue>& values);
    [[nodiscard]] Done finish();

private:
    DbfTable(OutputText out, std::vector<DbfColumn> columns) : m_out(std::move(out)), m_columns(std::move(columns)) {}

    OutputText m_out;
    std::vector<DbfColumn> m_columns;
};

} // namespace observo::exchange
