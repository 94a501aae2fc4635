// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/DbfTable.h"

#include "FileText.h"
#include "formats/Bytes.h"

#include <algorithm>

namespace observo::exchange {
namespace {

constexpr std::size_t kLongestText = 254;
constexpr std::size_t kHeader = 32;
constexpr std::size_t kColumnHeader = 32;
constexpr std::size_t kNumberWidth = 24;

std::uint8_t clampedWidth(std::size_t width, std::size_t most)
{
    return static_cast<std::uint8_t>(std::clamp<std::size_t>(width, 1, most));
}

/// Cuts at the border of a UTF-8 character.
std::string cut(const std::string& text)
{
    if (text.size() <= kLongestText) {
        return text;
    }
    std::size_t end = kLongestText;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
        --end;
    }
    return text.substr(0, end);
}

std::string dayDigits(std::string text)
{
    std::erase(text, '-');
    return text;
}

std::string cellText(const DbfColumn& column, const FieldValue& value)
{
    if (const auto* truth = std::get_if<bool>(&value)) {
        return *truth ? "T" : "F";
    }
    if (const auto* number = std::get_if<double>(&value)) {
        return plainNumber(*number);
    }
    const std::string text = textOf(value);
    return column.type == 'D' ? dayDigits(text) : text;
}

void appendHeader(std::string& out, const std::vector<DbfColumn>& columns, std::uint32_t rows)
{
    std::size_t recordSize = 1;
    for (const DbfColumn& column : columns) {
        recordSize += column.width;
    }
    const std::size_t headerSize = kHeader + kColumnHeader * columns.size() + 1;
    // The day of last update is fixed, so that the same census gives the same bytes.
    out += std::string{'\x03', 126, 1, 1};
    appendLittle32(out, rows);
    appendLittle16(out, static_cast<std::uint16_t>(headerSize));
    appendLittle16(out, static_cast<std::uint16_t>(recordSize));
    out.append(20, '\0');
    for (const DbfColumn& column : columns) {
        std::string name = column.name;
        name.resize(11, '\0');
        out += name;
        out += column.type;
        out.append(4, '\0');
        out += static_cast<char>(column.width);
        out += static_cast<char>(column.decimals);
        out.append(14, '\0');
    }
    out += '\r';
}

} // namespace

DbfColumn dbfColumnFor(const Column& column)
{
    DbfColumn dbf{.name = std::string(column.field->shortName)};
    switch (column.field->type) {
    case FieldType::Integer:
        dbf.type = 'N';
        dbf.width = clampedWidth(std::max<std::size_t>(column.widest, 4), kNumberWidth);
        break;
    case FieldType::Real:
        dbf.type = 'N';
        dbf.width = clampedWidth(std::max<std::size_t>(column.widest, 6), kNumberWidth);
        // At least one decimal, so that readers take the column as real numbers.
        dbf.decimals = static_cast<std::uint8_t>(std::clamp<std::size_t>(column.decimals, 1, 15));
        dbf.width = std::max<std::uint8_t>(dbf.width, static_cast<std::uint8_t>(dbf.decimals + 2));
        break;
    case FieldType::Boolean:
        dbf.type = 'L';
        dbf.width = 1;
        break;
    case FieldType::Date:
        dbf.type = column.oddDates > 0 ? 'C' : 'D';
        dbf.width = column.oddDates > 0 ? clampedWidth(column.widest, kLongestText) : 8;
        break;
    default:
        dbf.width = clampedWidth(column.widest, kLongestText);
        break;
    }
    return dbf;
}

FieldValue asDbf(const Column& /*column*/, FieldValue value)
{
    if (auto* text = std::get_if<std::string>(&value)) {
        *text = cut(*text);
    }
    return value;
}

std::uint64_t dbfSize(const TablePlan& table)
{
    std::uint64_t record = 1;
    for (const Column& column : table.columns) {
        record += dbfColumnFor(column).width;
    }
    return kHeader + kColumnHeader * table.columns.size() + 2 + record * static_cast<std::uint64_t>(table.rows);
}

Result<DbfTable> DbfTable::create(const std::filesystem::path& file, const TablePlan& table)
{
    auto out = OutputText::create(file);
    if (!out) {
        return fail(out.error());
    }
    std::vector<DbfColumn> columns;
    for (const Column& column : table.columns) {
        columns.push_back(dbfColumnFor(column));
    }
    appendHeader(out->text, columns, static_cast<std::uint32_t>(table.rows));
    return DbfTable(std::move(*out), std::move(columns));
}

Done DbfTable::add(const std::vector<FieldValue>& values)
{
    m_out.text += ' ';
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const DbfColumn& column = m_columns[i];
        std::string cell = cellText(column, values[i]);
        if (cell.size() > column.width) {
            return fail(ErrorCode::Internal, "a value of column " + column.name + " is wider than was measured");
        }
        if (cell.empty() && column.type == 'L') {
            cell = "?";
        }
        const std::size_t padding = column.width - cell.size();
        if (column.type == 'N') {
            m_out.text.append(padding, ' ');
        }
        m_out.text += cell;
        if (column.type != 'N') {
            m_out.text.append(padding, ' ');
        }
    }
    return m_out.flushIfLarge();
}

Done DbfTable::finish()
{
    m_out.text += '\x1A';
    return m_out.finish();
}

} // namespace observo::exchange
