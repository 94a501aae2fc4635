// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/sheet/XlsxSheet.h"

#include "Canonical.h"
#include "files/FileText.h"
#include "formats/sheet/SheetText.h"

#include <algorithm>
#include <utility>

namespace observo::exchange {
namespace {

/// The largest whole number of which a program that counts in doubles knows every one.
constexpr std::int64_t kSurelyWhole = 9007199254740992;

std::string_view styleNumber(CellStyle style)
{
    static constexpr std::string_view kNumbers = "01234";
    return kNumbers.substr(static_cast<std::size_t>(style), 1);
}

CellStyle styleOf(std::string_view text)
{
    // The cell is text already; this keeps it text when somebody edits it.
    constexpr std::string_view kRuns = "=+-@\t\r\n'";
    const bool isRun = !text.empty() && kRuns.find(text.front()) != std::string_view::npos;
    return isRun ? CellStyle::GuardedText : CellStyle::Text;
}

} // namespace

std::string_view sheetStyles()
{
    return R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">)"
           R"(<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/></numFmts>)"
           R"(<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>)"
           R"(<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>)"
           R"(<fills count="2"><fill><patternFill patternType="none"/></fill>)"
           R"(<fill><patternFill patternType="gray125"/></fill></fills>)"
           R"(<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>)"
           R"(<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>)"
           R"(<cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>)"
           R"(<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>)"
           R"(<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>)"
           R"(<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/>)"
           R"(<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>)"
           R"(<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
)";
}

CellKind cellKindOf(const Column& column)
{
    switch (column.field->type) {
    case FieldType::Integer:
    case FieldType::Real:
        return CellKind::Number;
    case FieldType::Boolean:
        return CellKind::Truth;
    case FieldType::Date:
        // A sheet counts days from 1900, and wrongly up to the first of March.
        return column.strangeDates + column.earlyDays > 0 ? CellKind::Text : CellKind::Day;
    default:
        return CellKind::Text;
    }
}

Result<XlsxSheet> XlsxSheet::create(const std::filesystem::path& file, const TablePlan& plan,
                                    const std::vector<std::string>& names)
{
    auto out = OutputText::create(file);
    if (!out) {
        return fail(out.error());
    }
    return XlsxSheet(std::move(*out), plan, names);
}

XlsxSheet::XlsxSheet(OutputText out, const TablePlan& plan, const std::vector<std::string>& names)
    : m_out(std::move(out)), m_before(names.size() - plan.columns.size())
{
    for (const Column& column : plan.columns) {
        m_kinds.push_back(cellKindOf(column));
    }
    for (std::size_t i = 0; i < names.size(); ++i) {
        m_columns.push_back(sheetColumnName(i));
    }
    m_out.text +=
        R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0">)"
        R"(<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>)"
        R"(<sheetFormatPr defaultRowHeight="15"/><sheetData>
)";
    beginRow();
    for (std::size_t i = 0; i < names.size(); ++i) {
        addText(i, names[i], CellStyle::Header);
    }
    m_out.text += "</row>\n";
}

void XlsxSheet::beginRow()
{
    m_out.text += "<row r=\"";
    m_out.text += std::to_string(++m_row);
    m_out.text += "\">";
}

void XlsxSheet::addText(std::size_t column, std::string_view text, CellStyle style)
{
    m_out.text += "<c r=\"";
    m_out.text += m_columns[column];
    m_out.text += std::to_string(m_row);
    m_out.text += "\" s=\"";
    m_out.text += styleNumber(style);
    m_out.text += R"(" t="inlineStr"><is><t xml:space="preserve">)";
    appendSheetText(m_out.text, text);
    m_out.text += "</t></is></c>";
}

void XlsxSheet::addRaw(std::size_t column, std::string_view type, CellStyle style, std::string_view value)
{
    m_out.text += "<c r=\"";
    m_out.text += m_columns[column];
    m_out.text += std::to_string(m_row);
    m_out.text += "\" s=\"";
    m_out.text += styleNumber(style);
    m_out.text += "\" t=\"";
    m_out.text += type;
    m_out.text += "\"><v>";
    m_out.text += value;
    m_out.text += "</v></c>";
}

void XlsxSheet::addValue(std::size_t column, CellKind kind, const FieldValue& value)
{
    const std::string text = textOf(value);
    const auto* whole = std::get_if<std::int64_t>(&value);
    const bool isTooWide = whole != nullptr && (*whole > kSurelyWhole || *whole < -kSurelyWhole);
    if (kind == CellKind::Text || isTooWide) {
        addText(column, text, styleOf(text));
    } else if (kind == CellKind::Truth) {
        addRaw(column, "b", CellStyle::Plain, text == "true" ? "1" : "0");
    } else if (kind == CellKind::Day) {
        addRaw(column, "n", CellStyle::Day, std::to_string(sheetDayOf(text)));
    } else {
        addRaw(column, "n", CellStyle::Plain, text);
    }
}

Done XlsxSheet::add(const RowOut& row)
{
    if (m_row == kLastSheetRow) {
        return fail(ErrorCode::OutputFailed, "there are more rows than a sheet can hold (1,048,575)",
                    "export as GeoPackage, or in parts by a filter");
    }
    beginRow();
    if (m_before > 0) {
        addValue(0, CellKind::Number, row.point.x);
        addValue(1, CellKind::Number, row.point.y);
    }
    for (std::size_t i = 0; i < m_kinds.size(); ++i) {
        if (!std::holds_alternative<std::monostate>(row.values[i])) {
            addValue(m_before + i, m_kinds[i], row.values[i]);
        }
    }
    m_out.text += "</row>\n";
    return m_out.flushIfLarge();
}

OutputText& XlsxSheet::end()
{
    m_out.text += "</sheetData><autoFilter ref=\"A1:";
    m_out.text += m_columns.back();
    m_out.text += std::to_string(m_row);
    m_out.text += "\"/></worksheet>\n";
    return m_out;
}

} // namespace observo::exchange
