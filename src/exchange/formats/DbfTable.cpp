// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/DbfTable.h"

#include "files/FileText.h"
#include "formats/Bytes.h"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace observo::exchange {
namespace {

constexpr std::size_t kHeader = 32;
constexpr std::size_t kColumnHeader = 32;
constexpr std::size_t kWidestInteger = 18; // wider ones are real numbers to most readers

std::uint8_t clampedWidth(std::size_t width, std::size_t most)
{
    return static_cast<std::uint8_t>(std::clamp<std::size_t>(width, 1, most));
}

/// Cuts at the border of a UTF-8 character, and takes away what padding could not be told from.
void cut(std::string& text)
{
    if (text.size() > kLongestDbfText) {
        std::size_t end = kLongestDbfText;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
            --end;
        }
        text.resize(end);
    }
    text.erase(text.find_last_not_of(' ') + 1);
}

std::string_view cellText(const DbfColumn& column, const FieldValue& value, std::string& room)
{
    if (const auto* text = std::get_if<std::string>(&value)) {
        if (column.type != 'D') {
            return *text;
        }
        room = *text;
        std::erase(room, '-');
        return room;
    }
    if (const auto* truth = std::get_if<bool>(&value)) {
        return *truth ? "T" : "F";
    }
    const auto* number = std::get_if<double>(&value);
    room = number != nullptr ? plainNumber(*number) : textOf(value);
    return room.empty() && column.type == 'L' ? std::string_view("?") : room;
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

DbfColumn integerColumn(DbfColumn dbf, const Column& column)
{
    dbf.type = column.widest > kWidestInteger ? 'C' : 'N';
    dbf.width = clampedWidth(std::max<std::size_t>(column.widest, 4), kWidestDbfNumber);
    return dbf;
}

DbfColumn realColumn(DbfColumn dbf, const Column& column)
{
    dbf.type = 'N';
    // At least one decimal, so that readers take the column as real numbers.
    dbf.decimals = static_cast<std::uint8_t>(std::clamp<std::size_t>(column.decimals, 1, 15));
    const std::size_t width = std::max<std::size_t>(column.widest, dbf.decimals + 2U);
    dbf.width = clampedWidth(std::max<std::size_t>(width, 6), kWidestDbfNumber);
    return dbf;
}

} // namespace

DbfColumn dbfColumnFor(const Column& column)
{
    DbfColumn dbf{.name = std::string(column.field->shortName)};
    switch (column.typeInFile()) {
    case FieldType::Integer:
        return integerColumn(std::move(dbf), column);
    case FieldType::Real:
        return realColumn(std::move(dbf), column);
    case FieldType::Boolean:
        dbf.type = 'L';
        break;
    case FieldType::Date:
        dbf.type = 'D';
        dbf.width = 8;
        break;
    default:
        dbf.width = clampedWidth(column.widest, kLongestDbfText);
        break;
    }
    return dbf;
}

std::optional<FieldValue> shortenForDbf(const Column& column, FieldValue& value)
{
    if (auto* text = std::get_if<std::string>(&value)) {
        if (column.overLong == 0 && column.outerBlanks == 0) {
            return std::nullopt;
        }
        FieldValue whole = *text;
        const bool hasLeadingBlank = text->starts_with(' '); // readers trim it
        cut(*text);
        return hasLeadingBlank || value != whole ? std::optional(std::move(whole)) : std::nullopt;
    }
    auto* number = std::get_if<double>(&value);
    if (number == nullptr || column.wideNumbers == 0) {
        return std::nullopt;
    }
    const double whole = *number;
    const std::string text = plainNumber(whole);
    std::from_chars(text.data(), text.data() + text.size(), *number);
    return *number == whole ? std::nullopt : std::optional(FieldValue(whole));
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
        if (auto added = addCell(m_columns[i], values[i]); !added) {
            return added;
        }
    }
    return m_out.flushIfLarge();
}

Done DbfTable::addCell(const DbfColumn& column, const FieldValue& value)
{
    const std::string_view cell = cellText(column, value, m_room);
    if (cell.size() > column.width) {
        return fail(ErrorCode::Internal, "a value of column " + column.name + " is wider than was measured");
    }
    const std::size_t padding = column.width - cell.size();
    if (column.type == 'N') {
        m_out.text.append(padding, ' ');
    }
    m_out.text += cell;
    if (column.type != 'N') {
        m_out.text.append(padding, ' ');
    }
    return done();
}

OutputText& DbfTable::end()
{
    m_out.text += '\x1A';
    return m_out;
}

} // namespace observo::exchange
