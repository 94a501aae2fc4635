// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/DbfRows.h"

#include "formats/Bytes.h"

#include <string_view>

namespace observo::exchange {
namespace {

constexpr std::size_t kHeader = 32;
constexpr std::size_t kColumnHeader = 32;
constexpr std::size_t kNameBytes = 11;

void trim(std::string& text, bool alsoBefore)
{
    text.erase(text.find_last_not_of(' ') + 1);
    if (alsoBefore) {
        text.erase(0, text.find_first_not_of(' '));
    }
}

} // namespace

Result<DbfRows> DbfRows::open(const std::filesystem::path& file, const TablePlan& table)
{
    auto in = InputText::open(file);
    if (!in) {
        return fail(in.error());
    }
    DbfRows rows(std::move(*in));
    if (auto read = rows.header(table); !read) {
        return fail(read.error());
    }
    return rows;
}

Done DbfRows::header(const TablePlan& table)
{
    std::string bytes;
    if (!m_in.take(bytes, kHeader) || bytes[0] != '\x03') {
        return m_in.misread("the header is no dBASE header");
    }
    m_left = little32At(bytes, 4);
    const std::size_t headerBytes = little16At(bytes, 8);
    m_recordBytes = little16At(bytes, 10);
    std::size_t width = 1;
    for (const auto& expected : table.columns) {
        if (!m_in.take(bytes, kColumnHeader)) {
            return m_in.misread("a column is missing");
        }
        const std::string_view name = std::string_view(bytes).substr(0, kNameBytes);
        if (name.substr(0, name.find('\0')) != expected.field->shortName) {
            return m_in.misread("the column " + std::string(expected.field->shortName) + " is another one");
        }
        m_columns.push_back({.type = bytes[11], .width = static_cast<unsigned char>(bytes[16])});
        width += m_columns.back().width;
    }
    const bool isWhole = m_in.skip('\r') && m_in.position() == headerBytes && width == m_recordBytes;
    return isWhole ? done() : Done(m_in.misread("the header does not add up"));
}

Result<bool> DbfRows::next(ReadRow& row)
{
    if (m_left == 0) {
        return atEnd();
    }
    --m_left;
    if (!m_in.take(m_record, m_recordBytes) || m_record[0] != ' ') {
        return m_in.misread("a row is missing or marked as deleted");
    }
    row.cells.resize(m_columns.size());
    std::size_t at = 1;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        std::string& cell = row.cells[i];
        cell.assign(m_record, at, m_columns[i].width);
        at += m_columns[i].width;
        trim(cell, m_columns[i].type == 'N');
        if (m_columns[i].type == 'L' && cell == "?") {
            cell.clear();
        }
    }
    return true;
}

Result<bool> DbfRows::atEnd()
{
    return m_in.skip('\x1A') && m_in.peek() == InputText::kEnd ? Result<bool>(false)
                                                               : m_in.misread("the end mark is not at the end");
}

} // namespace observo::exchange
