// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/TableText.h"

#include <algorithm>
#include <cstring>

namespace observo::reader {

namespace {

constexpr std::size_t kPiece = 1024UL * 1024;
constexpr std::size_t kLargestRow = 16UL * 1024 * 1024;
constexpr std::size_t kMostCells = 5000;

} // namespace

/// After the opening quote, up to and with the closing one; false when the bytes end before it.
bool RowCutter::quoted(Cursor& cursor, std::string& into, bool& isOpen) const
{
    while (cursor.at < cursor.bytes.size()) {
        const char c = cursor.bytes[cursor.at];
        if (c != m_table.quote) {
            const bool isBreak =
                c == '\n' ||
                (c == '\r' && (cursor.at + 1 >= cursor.bytes.size() || cursor.bytes[cursor.at + 1] != '\n'));
            cursor.line += isBreak ? 1 : 0;
            into += c;
            ++cursor.at;
            continue;
        }
        if (cursor.at + 1 >= cursor.bytes.size() && !cursor.isLast) {
            return false; // whether it is one of two shows with the next piece
        }
        ++cursor.at;
        if (cursor.at >= cursor.bytes.size() || cursor.bytes[cursor.at] != m_table.quote) {
            return true;
        }
        into += m_table.quote;
        ++cursor.at;
    }
    isOpen = cursor.isLast;
    return cursor.isLast;
}

RowCutter::Stop RowCutter::cell(Cursor& cursor, std::string& into, bool& isOpen) const
{
    into.clear();
    const auto& bytes = cursor.bytes;
    if (m_table.quote != '\0' && cursor.at < bytes.size() && bytes[cursor.at] == m_table.quote) {
        ++cursor.at;
        if (!quoted(cursor, into, isOpen)) {
            return Stop::NeedsMore;
        }
    }
    const auto begin = bytes.begin() + static_cast<std::ptrdiff_t>(cursor.at);
    const char separator = m_table.separator;
    const auto end =
        std::find_if(begin, bytes.end(), [separator](char c) { return c == separator || c == '\n' || c == '\r'; });
    into.append(begin, end);
    cursor.at += static_cast<std::size_t>(end - begin);
    if (end == bytes.end()) {
        return cursor.isLast ? Stop::Row : Stop::NeedsMore;
    }
    if (*end == separator) {
        ++cursor.at;
        return Stop::Cell;
    }
    if (*end == '\r' && cursor.at + 1 >= bytes.size() && !cursor.isLast) {
        return Stop::NeedsMore; // a line feed may follow
    }
    const bool isTwo = *end == '\r' && cursor.at + 1 < bytes.size() && bytes[cursor.at + 1] == '\n';
    cursor.at += isTwo ? 2 : 1;
    ++cursor.line;
    return Stop::Row;
}

RowCutter::Cut RowCutter::next(std::string_view& bytes, bool isLast, TableRow& row)
{
    Cursor cursor{.bytes = bytes, .line = m_line, .isLast = isLast};
    row.line = m_line;
    row.count = 0;
    row.isOpen = false;
    if (bytes.empty()) {
        return Cut::NeedsMore;
    }
    while (true) {
        if (row.count == kMostCells) {
            return Cut::TooLarge;
        }
        if (row.cells.size() == row.count) {
            row.cells.emplace_back();
        }
        const auto stop = cell(cursor, row.cells[row.count], row.isOpen);
        if (stop == Stop::NeedsMore) {
            return bytes.size() > kLargestRow ? Cut::TooLarge : Cut::NeedsMore;
        }
        ++row.count;
        if (stop == Stop::Row) {
            bytes.remove_prefix(cursor.at);
            m_line = cursor.line;
            return Cut::Row;
        }
    }
}

TableFile::TableFile(const std::filesystem::path& file, const feed::TextTable& table, std::uint64_t start,
                     std::int64_t firstLine)
    : m_in(file, std::ios::binary), m_cutter(table, firstLine), m_before(start)
{
    m_in.seekg(static_cast<std::streamoff>(start));
}

bool TableFile::refill()
{
    // The rest moves to the front; a row longer than a piece makes the buffer grow.
    std::string next(m_rest);
    const auto kept = next.size();
    next.resize(kept + std::max(kPiece, kept));
    m_in.read(next.data() + kept, static_cast<std::streamsize>(next.size() - kept));
    const auto got = static_cast<std::size_t>(m_in.gcount());
    next.resize(kept + got);
    m_isLast = !m_in;
    m_before += got;
    m_buffer = std::move(next);
    m_rest = m_buffer;
    return got > 0 || m_isLast;
}

TableFile::Got TableFile::next(TableRow& row)
{
    while (true) {
        if (m_isLast && m_rest.empty()) {
            return Got::End;
        }
        const auto cut = m_cutter.next(m_rest, m_isLast, row);
        if (cut == RowCutter::Cut::Row) {
            return Got::Row;
        }
        if (cut == RowCutter::Cut::TooLarge) {
            return Got::TooLarge;
        }
        if (m_isLast || !refill()) {
            return Got::End;
        }
    }
}

} // namespace observo::reader
