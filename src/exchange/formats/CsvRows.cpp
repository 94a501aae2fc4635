// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/CsvRows.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string_view>

namespace observo::exchange {
namespace {

double coordinateOf(std::string_view text)
{
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() ? number : std::nan("");
}

} // namespace

Result<CsvRows> CsvRows::open(const std::filesystem::path& file, const std::vector<std::string>& names)
{
    auto in = InputText::open(file);
    if (!in) {
        return fail(in.error());
    }
    CsvRows rows(std::move(*in));
    if (auto header = rows.line(); !header) {
        return fail(header.error());
    }
    const bool isAsWritten =
        rows.m_count == names.size() && std::equal(names.begin(), names.end(), rows.m_cells.begin());
    return isAsWritten ? Result<CsvRows>(std::move(rows)) : rows.m_in.misread("the names of the columns are others");
}

Result<bool> CsvRows::next(ReadRow& row)
{
    if (m_in.peek() == InputText::kEnd) {
        return false;
    }
    if (auto read = line(); !read) {
        return fail(read.error());
    }
    if (m_count < 2) {
        return m_in.misread("there are too few columns");
    }
    row.point = MapPoint{coordinateOf(m_cells[0]), coordinateOf(m_cells[1])};
    row.cells.resize(m_count - 2);
    for (std::size_t i = 2; i < m_count; ++i) {
        row.cells[i - 2].swap(m_cells[i]);
    }
    return true;
}

Done CsvRows::line()
{
    m_count = 0;
    while (true) {
        if (m_cells.size() == m_count) {
            m_cells.emplace_back();
        }
        if (auto read = cell(m_cells[m_count++]); !read) {
            return read;
        }
        if (m_in.skip(',')) {
            continue;
        }
        const bool isEnded = m_in.skip('\r') && m_in.skip('\n');
        return isEnded ? done() : Done(m_in.misread("a line does not end"));
    }
}

Done CsvRows::cell(std::string& text)
{
    text.clear();
    if (!m_in.skip('"')) {
        return m_in.misread("a cell is not quoted");
    }
    while (true) {
        m_in.appendUntil(text, '"', '"');
        if (!m_in.skip('"')) {
            return m_in.misread("a quoted cell does not end");
        }
        if (!m_in.skip('"')) {
            return done();
        }
        text += '"';
    }
}

} // namespace observo::exchange
