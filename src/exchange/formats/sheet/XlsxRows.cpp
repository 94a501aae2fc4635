// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/sheet/XlsxRows.h"

#include "formats/sheet/SheetText.h"

#include <charconv>
#include <cmath>
#include <string_view>
#include <utility>

namespace observo::exchange {
namespace {

double coordinateOf(std::string_view text)
{
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() ? number : std::nan("");
}

} // namespace

Result<XlsxRows> XlsxRows::open(const std::filesystem::path& file, const TablePlan& plan,
                                const std::vector<std::string>& names)
{
    auto in = InputText::open(file);
    if (!in) {
        return fail(in.error());
    }
    XlsxRows rows(std::move(*in), plan, names.size());
    const auto header = rows.cells();
    if (!header) {
        return fail(header.error());
    }
    return *header && rows.m_cells == names ? Result<XlsxRows>(std::move(rows))
                                            : rows.m_xml.misread("the names of the columns are others");
}

XlsxRows::XlsxRows(InputText in, const TablePlan& plan, std::size_t columns)
    : m_xml(std::move(in)), m_before(columns - plan.columns.size()), m_cells(columns)
{
    for (const Column& column : plan.columns) {
        m_kinds.push_back(cellKindOf(column));
    }
}

Result<bool> XlsxRows::next(ReadRow& row)
{
    auto more = cells();
    if (!more || !*more) {
        return more;
    }
    row.point.reset();
    if (m_before > 0) {
        row.point = MapPoint{coordinateOf(m_cells[0]), coordinateOf(m_cells[1])};
    }
    row.cells.resize(m_kinds.size());
    for (std::size_t i = 0; i < m_kinds.size(); ++i) {
        std::string& text = m_cells[m_before + i];
        row.cells[i] = m_kinds[i] == CellKind::Day && !text.empty() ? dayOfSheet(text) : std::move(text);
    }
    return true;
}

Result<bool> XlsxRows::cells()
{
    for (std::string& text : m_cells) {
        text.clear();
    }
    ++m_row;
    const std::string opening = "row r=\"" + std::to_string(m_row) + "\"";
    while (true) {
        if (auto read = m_xml.next(); !read) {
            return fail(read.error());
        }
        if (m_xml.tag() == "/row") {
            return true;
        }
        if (m_xml.tag() == "/worksheet") {
            return m_xml.isAtEnd() ? Result<bool>(false) : m_xml.misread("something follows the end");
        }
        if (m_xml.tag().starts_with("row ") && m_xml.tag() != opening) {
            return m_xml.misread("a row has another number");
        }
        if (m_xml.tag().starts_with("c ")) {
            if (auto read = cell(); !read) {
                return fail(read.error());
            }
        }
    }
}

Done XlsxRows::cell()
{
    const std::string name(m_xml.attribute("r"));
    const std::string type(m_xml.attribute("t"));
    const std::size_t column = sheetColumnOf(name);
    const bool isHere = column < m_cells.size() && name == sheetColumnName(column) + std::to_string(m_row);
    if (!isHere || !m_cells[column].empty()) {
        return m_xml.misread("the cell " + name + " was not written");
    }
    std::string text;
    if (auto read = content(text); !read) {
        return read;
    }
    m_cells[column] = type == "inlineStr" ? fromSheetText(text) : std::move(text);
    return done();
}

Done XlsxRows::content(std::string& text)
{
    while (true) {
        if (auto read = m_xml.next(); !read) {
            return read;
        }
        if (m_xml.tag() == "/t" || m_xml.tag() == "/v") {
            text = std::move(m_xml.text());
        } else if (m_xml.tag() == "/c") {
            return done();
        } else if (m_xml.tag() != "is" && m_xml.tag() != "/is" && m_xml.tag() != "v" &&
                   !m_xml.tag().starts_with("t ")) {
            return m_xml.misread("the tag " + m_xml.tag() + " was not written");
        }
    }
}

} // namespace observo::exchange
