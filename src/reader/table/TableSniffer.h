// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table/TableText.h"

#include "observo/feed/FileInfo.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace observo::reader {

/// What the beginning of a text table shows.
struct SniffedTable {
    feed::TextTable table;
    std::uint64_t start = 0; ///< bytes before the first row: a byte order mark, a line "sep=;"
    std::int64_t firstLine = 1;
    std::vector<feed::Column> columns; ///< with their statistics; names still in the file's encoding
};

/// Looks at the first bytes of a table (a whole one when `isWhole`): separator, quotes, heading, decimal comma, and
/// what its columns look like. `wanted` wins over what is found.
[[nodiscard]] SniffedTable sniffTable(std::string_view head, bool isWhole,
                                      const std::optional<feed::TextTable>& wanted);

/// What a cell looks like, blanks around it aside.
enum class CellKind { Empty, Integer, PointDecimal, CommaDecimal, Date, Text };
[[nodiscard]] CellKind kindOfCell(std::string_view cell);

} // namespace observo::reader
