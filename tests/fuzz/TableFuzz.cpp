// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/Fuzz.h"
#include "table/TableSniffer.h"

#include "observo/core/Result.h"

#include <algorithm>
#include <string>
#include <vector>

using observo::expects;
using observo::reader::RowCutter;
using observo::reader::TableRow;

namespace {

using Rows = std::vector<std::vector<std::string>>;

/// Cuts the bytes into rows as they come, so many at a time.
Rows cut(std::string_view bytes, const observo::reader::SniffedTable& table, std::size_t piece)
{
    RowCutter cutter(table.table, table.firstLine);
    Rows rows;
    std::string waiting;
    TableRow row;
    while (true) {
        const auto taken = bytes.substr(0, piece);
        waiting += taken;
        bytes.remove_prefix(taken.size());
        std::string_view rest = waiting;
        auto got = RowCutter::Cut::NeedsMore;
        while ((got = cutter.next(rest, bytes.empty(), row)) == RowCutter::Cut::Row) {
            rows.emplace_back(row.cells.begin(), row.cells.begin() + static_cast<std::ptrdiff_t>(row.count));
        }
        if (got == RowCutter::Cut::TooLarge || bytes.empty()) {
            return rows;
        }
        waiting.erase(0, waiting.size() - rest.size());
    }
}

} // namespace

/// A table is cut into the same rows in whichever pieces its bytes come.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0) {
        return 0;
    }
    const auto bytes = observo::test::textOf(data + 1, size - 1);
    const auto table = observo::reader::sniffTable(bytes, true, std::nullopt);
    expects(table.start <= bytes.size());
    const auto body = bytes.substr(table.start);
    const auto whole = cut(body, table, body.size() + 1);
    const auto inPieces = cut(body, table, 1 + data[0] % 7U);
    expects(whole == inPieces);
    return 0;
}
