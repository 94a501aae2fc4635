// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "RowCheck.h"
#include "files/XmlScanner.h"
#include "formats/sheet/XlsxSheet.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace observo::exchange {

/// The rows of a sheet, as `XlsxSheet` writes them; where there is a position it stands in the first two columns.
class XlsxRows : public RowSource {
public:
    /// Reads the first row, which must hold these names.
    [[nodiscard]] static Result<XlsxRows> open(const std::filesystem::path& file, const TablePlan& plan,
                                               const std::vector<std::string>& names);

    [[nodiscard]] Result<bool> next(ReadRow& row) override;

private:
    XlsxRows(InputText in, const TablePlan& plan, std::size_t columns);
    /// Reads a row's cells; false at the end of the sheet.
    [[nodiscard]] Result<bool> cells();
    [[nodiscard]] Done cell();
    [[nodiscard]] Done content(std::string& text);

    XmlScanner m_xml;
    std::vector<CellKind> m_kinds;
    std::size_t m_before = 0;
    std::vector<std::string> m_cells;
    std::size_t m_row = 0;
};

} // namespace observo::exchange
