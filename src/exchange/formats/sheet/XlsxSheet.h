// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ExportJob.h"
#include "files/OutputText.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace observo::exchange {

/// The styles of the cells, by their number in `sheetStyles`.
enum class CellStyle { Plain, Header, Text, GuardedText, Day };
/// The part xl/styles.xml.
[[nodiscard]] std::string_view sheetStyles();

/// How the values of a column stand in a sheet.
enum class CellKind { Text, Number, Truth, Day };
[[nodiscard]] CellKind cellKindOf(const Column& column);

/// One sheet being written: the names of its columns, then its rows. Texts are never numbers, formulas or days to the
/// program that opens it: they have the type and the format of texts.
class XlsxSheet {
public:
    /// `names` are those of all columns, the first ones for the position where there is one.
    [[nodiscard]] static Result<XlsxSheet> create(const std::filesystem::path& file, const TablePlan& plan,
                                                  const std::vector<std::string>& names);

    [[nodiscard]] Done add(const RowOut& row);
    [[nodiscard]] OutputText& end();

private:
    XlsxSheet(OutputText out, const TablePlan& plan, const std::vector<std::string>& names);
    void beginRow();
    void addText(std::size_t column, std::string_view text, CellStyle style);
    void addRaw(std::size_t column, std::string_view type, CellStyle style, std::string_view value);
    void addValue(std::size_t column, CellKind kind, const FieldValue& value);

    OutputText m_out;
    std::vector<CellKind> m_kinds;
    std::vector<std::string> m_columns; ///< "A", "B", ...
    std::size_t m_before = 0;           ///< columns before those of the plan
    std::size_t m_row = 0;
};

} // namespace observo::exchange
