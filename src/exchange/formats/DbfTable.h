// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Columns.h"
#include "files/OutputText.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
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
/// Makes of a value what the column can hold: text cut to 254 bytes at a character's border and without blanks at its
/// end, numbers of at most 24 characters. Answers with the whole value when readers will see less.
[[nodiscard]] std::optional<FieldValue> shortenForDbf(const Column& column, FieldValue& value);
/// Bytes of the whole table, header and end mark included.
[[nodiscard]] std::uint64_t dbfSize(const TablePlan& table);

/// Writes a DBF whose number of rows is known beforehand: header, rows, end mark. UTF-8; a .cpg beside it says so.
class DbfTable {
public:
    [[nodiscard]] static Result<DbfTable> create(const std::filesystem::path& file, const TablePlan& table);

    [[nodiscard]] Done add(const std::vector<FieldValue>& values);
    /// Writes the end mark; the file is then to be finished.
    [[nodiscard]] OutputText& end();

private:
    DbfTable(OutputText out, std::vector<DbfColumn> columns) : m_out(std::move(out)), m_columns(std::move(columns)) {}
    [[nodiscard]] Done addCell(const DbfColumn& column, const FieldValue& value);

    OutputText m_out;
    std::vector<DbfColumn> m_columns;
    std::string m_room;
};

} // namespace observo::exchange
