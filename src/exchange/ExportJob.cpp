// SPDX-License-Identifier: GPL-3.0-or-later
#include "ExportJob.h"

#include "Canonical.h"
#include "Edition.h"
#include "Formats.h"
#include "files/FileText.h"

#include <cmath>
#include <string>

namespace observo::exchange {
namespace {

std::size_t indexOf(RecordKind kind)
{
    expects(kind != RecordKind::Census);
    return static_cast<std::size_t>(kind);
}

/// The value as any file can carry it.
void makeFit(const Column& column, FieldValue& value)
{
    if (column.unclean > 0) {
        if (auto* text = std::get_if<std::string>(&value)) {
            *text = cleanText(*text);
        }
    }
    if (column.notNumbers > 0) {
        const auto* number = std::get_if<double>(&value);
        if (number != nullptr && !std::isfinite(*number)) {
            value = {};
        }
    }
}

bool isHidden(const ExportPlan& plan, const Camera& camera, const FieldInfo& field)
{
    return plan.hiddenContexts > 0 && field.name == "context_camera_id" && camera.contextCamera &&
           plan.hidden.contains(*camera.contextCamera);
}

} // namespace

/// One reading of a table, and what its rows need while it lasts.
struct ExportJob::Walk {
    const TablePlan& table;
    const Take& take;
    std::vector<FieldValue> values{};
    std::vector<std::pair<std::size_t, FieldValue>> shortened{};
    std::size_t rows = 0;
    std::uint64_t print = 0;
};

std::uint64_t hashOfRow(const std::vector<Column>& columns, const std::vector<FieldValue>& values)
{
    RowHash hash;
    std::string room;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        hash.add(canonicalValue(*columns[i].field, values[i], room));
    }
    return hash.value();
}

ExportJob::ExportJob(census::Reader& reader, const ExportPlan& plan, std::filesystem::path folder,
                     const Progress& progress)
    : m_reader(reader), m_plan(plan), m_folder(std::move(folder)), m_progress(progress)
{}

std::filesystem::path ExportJob::mainFile() const
{
    return m_folder / m_plan.request.output.filename();
}

std::filesystem::path ExportJob::beside(std::string_view ending) const
{
    return m_folder / (m_plan.request.output.stem().string() + std::string(ending));
}

template <typename Record>
Done ExportJob::step(Walk& walk, const Record& record) const
{
    walk.print = printWith(walk.print, record.id.uuid, record.book.rowVersion);
    walk.values.clear();
    walk.shortened.clear();
    for (const Column& column : walk.table.columns) {
        FieldValue value = valueOf(record, *column.field);
        makeFit(column, value);
        if constexpr (std::is_same_v<Record, Camera>) {
            if (isHidden(m_plan, record, *column.field)) {
                value = {};
            }
        }
        if (auto whole = m_plan.format->adapt(column, value)) {
            walk.shortened.emplace_back(walk.values.size(), std::move(*whole));
        }
        walk.values.push_back(std::move(value));
    }
    const bool isPlaced = walk.table.kind == RecordKind::Camera && walk.rows < m_plan.points.size();
    ++walk.rows;
    return walk.take({.record = record.id.uuid,
                      .code = record.code,
                      .point = isPlaced ? m_plan.points[walk.rows - 1] : MapPoint{},
                      .values = walk.values,
                      .shortened = walk.shortened});
}

Done ExportJob::shown(Walk& walk, const Camera& camera) const
{
    if (!isBlurred(m_plan.request.edition)) {
        return step(walk, camera);
    }
    Camera vague = camera;
    blur(vague);
    return step(walk, vague);
}

template <typename Record>
Done ExportJob::shown(Walk& walk, const Record& record) const
{
    return step(walk, record);
}

Done ExportJob::walk(RecordKind kind, const Take& take)
{
    Walk walk{.table = m_plan.table(kind), .take = take};
    Done outcome = done();
    const auto visit = [&](const auto& record) {
        if (m_plan.takes(record)) {
            outcome = shown(walk, record);
        }
        return outcome.has_value();
    };
    const auto read = kind == RecordKind::Camera
                          ? m_reader.forEachCamera({.filter = m_plan.request.filter, .among = m_plan.request.among},
                                                   visit, m_progress)
                      : kind == RecordKind::Site ? m_reader.forEachSite(visit, m_progress)
                                                 : m_reader.forEachSystem(visit, m_progress);
    if (!outcome || !read) {
        return !outcome ? outcome : read;
    }
    // Columns were measured and positions moved in the first reading: they fit these very rows and no others.
    if (static_cast<std::int64_t>(walk.rows) != walk.table.rows || walk.print != walk.table.print) {
        return fail(ErrorCode::OutputFailed, "the census changed while it was being exported", "export again");
    }
    return done();
}

Done ExportJob::forEach(RecordKind kind, const Take& take)
{
    auto& prints = m_prints.at(indexOf(kind));
    const auto& columns = m_plan.table(kind).columns;
    prints.clear();
    prints.reserve(static_cast<std::size_t>(m_plan.table(kind).rows));
    return walk(kind, [&](const RowOut& row) {
        prints.push_back(hashOfRow(columns, row.values));
        return take(row);
    });
}

Done ExportJob::writeText(const TextPieces& pieces)
{
    auto out = OutputText::create(mainFile());
    if (!out) {
        return fail(out.error());
    }
    out->text = pieces.head;
    const auto written = forEach(RecordKind::Camera, [&](const RowOut& row) {
        pieces.append(out->text, row);
        return out->flushIfLarge();
    });
    out->text += pieces.foot;
    return written ? finish(*out) : written;
}

Done ExportJob::finish(OutputText& file)
{
    auto print = file.finish();
    if (!print) {
        return fail(print.error());
    }
    m_files.push_back(std::move(*print));
    return done();
}

const std::vector<std::uint64_t>& ExportJob::prints(RecordKind kind) const
{
    return m_prints.at(indexOf(kind));
}

Result<std::vector<FieldValue>> ExportJob::valuesOf(RecordKind kind, std::size_t row)
{
    std::size_t at = 0;
    std::vector<FieldValue> values;
    const auto read = walk(kind, [&](const RowOut& out) {
        if (at++ == row) {
            values = out.values;
        }
        return done();
    });
    return read ? Result<std::vector<FieldValue>>(std::move(values)) : fail(read.error());
}

} // namespace observo::exchange
