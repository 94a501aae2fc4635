// SPDX-License-Identifier: GPL-3.0-or-later
#include "RowCheck.h"

#include "Canonical.h"
#include "Formats.h"

#include <cmath>
#include <utility>

namespace observo::exchange {
namespace {

constexpr std::size_t kReportEvery = 1024;

} // namespace

double placeToleranceOf(const ExportPlan& plan)
{
    constexpr double kMillimetre = 0.001;
    return plan.crs.isProjected() ? kMillimetre : 0.51 * std::pow(10.0, -plan.format->decimals);
}

std::uint64_t hashOfCells(const std::vector<Column>& columns, const std::vector<std::string>& cells)
{
    RowHash hash;
    std::string room;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        hash.add(canonicalCell(*columns[i].field, cells[i], room));
    }
    return hash.value();
}

RowCheck::RowCheck(ExportJob& job, RecordKind kind, std::string file, const Progress& progress)
    : m_job(job), m_table(job.plan().table(kind)), m_file(std::move(file)), m_progress(progress),
      m_tolerance(placeToleranceOf(job.plan()))
{}

Done RowCheck::take(const ReadRow& row)
{
    const auto& prints = m_job.prints(m_table.kind);
    if (m_rows >= prints.size()) {
        return fail(differs("the file read back has more rows than were written"));
    }
    if (!isAtItsPlace(row)) {
        return fail(differs("the position read back is not the one written"));
    }
    if (row.cells.size() != m_table.columns.size() || hashOfCells(m_table.columns, row.cells) != prints[m_rows]) {
        return fail(valueDiffers(row));
    }
    if (++m_rows % kReportEvery == 0) {
        m_progress.report(static_cast<double>(m_rows) / static_cast<double>(prints.size()));
        if (m_progress.cancelled()) {
            return fail(ErrorCode::Cancelled, "the export was cancelled", "nothing was written");
        }
    }
    return done();
}

Done RowCheck::end() const
{
    return m_rows == m_job.prints(m_table.kind).size()
               ? done()
               : Done(fail(differs("the file read back has fewer rows than were written")));
}

Done RowCheck::takeAll(RowSource& rows)
{
    ReadRow row;
    while (true) {
        const auto more = rows.next(row);
        if (!more) {
            return fail(more.error());
        }
        if (!*more) {
            return end();
        }
        if (auto same = take(row); !same) {
            return same;
        }
    }
}

bool RowCheck::isAtItsPlace(const ReadRow& row) const
{
    if (m_table.kind != RecordKind::Camera) {
        return true;
    }
    const MapPoint written = m_job.plan().points[m_rows];
    // Written so that a coordinate that is no number counts as wrong.
    return row.point && std::abs(row.point->x - written.x) <= m_tolerance &&
           std::abs(row.point->y - written.y) <= m_tolerance;
}

Error RowCheck::differs(std::string what) const
{
    return {.code = ErrorCode::OutputFailed,
            .what = std::move(what),
            .file = m_file,
            .row = static_cast<std::int64_t>(m_rows + 1),
            .advice = "nothing was left behind; export again, or choose another disk"};
}

Error RowCheck::valueDiffers(const ReadRow& row) const
{
    Error error = differs("the value read back is not the one written");
    const auto written = m_job.valuesOf(m_table.kind, m_rows);
    std::string left;
    std::string right;
    for (std::size_t i = 0; written && i < m_table.columns.size() && i < row.cells.size(); ++i) {
        const FieldInfo& field = *m_table.columns[i].field;
        if (canonicalCell(field, row.cells[i], left) != canonicalValue(field, (*written)[i], right)) {
            error.field = field.name;
            break;
        }
    }
    return error;
}

std::optional<std::size_t> ColumnPlaces::find(std::string_view name)
{
    for (std::size_t tried = 0; tried < m_names.size(); ++tried) {
        const std::size_t at = (m_next + tried) % m_names.size();
        if (m_names[at] == name) {
            m_next = at + 1;
            return at;
        }
    }
    return std::nullopt;
}

std::vector<std::string> namesOf(const TablePlan& table)
{
    std::vector<std::string> names;
    for (const Column& column : table.columns) {
        names.emplace_back(column.field->name);
    }
    return names;
}

} // namespace observo::exchange
