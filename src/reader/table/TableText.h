// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/feed/FileInfo.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace observo::reader {

/// One row of a text table as it stands in the file.
struct TableRow {
    std::int64_t line = 0; ///< where it begins, the first line of the file is 1
    std::vector<std::string> cells;
    std::size_t count = 0; ///< of the cells that belong to this row; their strings are kept for the next one
    bool isOpen = false;   ///< a quote was not closed before the end
};

/// Cuts bytes into rows and cells (RFC 4180, with any separator, any end of line, and quotes inside plain cells kept).
/// The bytes may come in pieces.
class RowCutter {
public:
    RowCutter(const feed::TextTable& table, std::int64_t firstLine) : m_table(table), m_line(firstLine) {}

    enum class Cut { Row, NeedsMore, TooLarge };
    /// Takes one row from the front of `bytes`. With `isLast` the end of the bytes ends the row.
    [[nodiscard]] Cut next(std::string_view& bytes, bool isLast, TableRow& row);

private:
    /// A place in the bytes while a row is being cut.
    struct Cursor {
        std::string_view bytes;
        std::size_t at = 0;
        std::int64_t line = 0;
        bool isLast = false;
    };
    enum class Stop { Cell, Row, NeedsMore };
    [[nodiscard]] Stop cell(Cursor& cursor, std::string& into, bool& isOpen) const;
    [[nodiscard]] bool quoted(Cursor& cursor, std::string& into, bool& isOpen) const;

    feed::TextTable m_table;
    std::int64_t m_line;
};

/// A file cut into rows, a megabyte at a time.
class TableFile {
public:
    TableFile(const std::filesystem::path& file, const feed::TextTable& table, std::uint64_t start,
              std::int64_t firstLine);

    enum class Got { Row, End, TooLarge };
    [[nodiscard]] Got next(TableRow& row);
    /// Bytes that have been cut.
    [[nodiscard]] std::uint64_t position() const { return m_before - m_rest.size(); }

private:
    [[nodiscard]] bool refill();

    std::ifstream m_in;
    RowCutter m_cutter;
    std::string m_buffer;
    std::string_view m_rest;
    std::uint64_t m_before;
    bool m_isLast = false;
};

} // namespace observo::reader
