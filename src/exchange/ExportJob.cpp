// SPDX-License-Identifier: GPL-3.0-or-later
#include "ExportJob.h"

#include "Edition.h"
#include "FileText.h"
#include "Formats.h"

#include <cmath>
#include <utility>

namespace observo::exchange {
namespace {

constexpr std::size_t kFlushAt = 1U << 20U;

template <typename Record>
void valuesOf(const Record& record, const TablePlan& table, const Format& format, std::vector<FieldValue>& values)
{
    values.clear();
    for (const Column& column : table.columns) {
        FieldValue value = valueOf(record, *column.field);
        if (column.odd > 0) {
            if (auto* text = std::get_if<std::string>(&value)) {
                *text = cleanText(*text);
            }
        }
        values.push_back(format.asWritten(column, std::move(value)));
    }
}

void addToHash(std::uint64_t& hash, std::string_view text)
{
    constexpr std::uint64_t kPrime = 1099511628211ULL; // FNV-1a, 64 bits
    for (const char c : text) {
        hash = (hash ^ static_cast<unsigned char>(c)) * kPrime;
    }
    hash = (hash ^ 0xFFU) * kPrime;
}

} // namespace

std::uint64_t hashOfRow(const std::vector<Column>& columns, const std::vector<FieldValue>& values)
{
    std::uint64_t hash = 14695981039346656037ULL;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        addToHash(hash, canonicalText(*columns[i].field, values[i]));
    }
    return hash;
}

ExportJob::ExportJob(census::Reader& reader, const ExportPlan& plan, std::filesystem::path folder,
                     const Progress& progress)
    : m_reader(reader), m_plan(plan), m_folder(std::move(folder)), m_progress(progress)
{}

std::filesystem::path ExportJob::beside(std::string_view ending) const
{
    auto name = m_folder / m_plan.request.output.filename();
    return name.replace_extension().concat(ending);
}

MapPoint ExportJob::outputPoint(LonLat place) const
{
    if (!m_plan.transform) {
        return {place.lon, place.lat};
    }
    const auto point = m_plan.transform->forward(MapPoint{place.lon, place.lat});
    return point ? *point : MapPoint{std::nan(""), std::nan("")};
}

Done ExportJob::forEachCamera(const std::function<Done(const CameraRowOut&)>& take)
{
    m_prints.clear();
    m_prints.reserve(static_cast<std::size_t>(m_plan.cameras.rows));
    std::vector<FieldValue> values;
    Done outcome = done();
    const auto read = m_reader.forEachCamera(
        {.filter = m_plan.request.filter},
        [&](const Camera& camera) {
            if (!admits(m_plan.request.edition, camera)) {
                return true;
            }
            const MapPoint point = outputPoint(camera.position);
            if (!std::isfinite(point.x) || !std::isfinite(point.y)) {
                outcome =
                    fail(Error{.code = ErrorCode::UnknownCrs,
                               .what = "camera " + camera.code + " lies outside " + m_plan.crs.id(),
                               .advice = "choose a reference system that covers it, or leave it out by a filter"});
                return false;
            }
            valuesOf(camera, m_plan.cameras, *m_plan.format, values);
            m_prints.push_back({.point = point, .hash = hashOfRow(m_plan.cameras.columns, values)});
            outcome = take({.camera = camera, .point = point, .values = values});
            m_progress.report(static_cast<double>(m_prints.size()) / static_cast<double>(m_plan.cameras.rows + 1));
            return outcome.has_value();
        },
        m_progress);
    if (!outcome || !read) {
        return !outcome ? outcome : read;
    }
    if (static_cast<std::int64_t>(m_prints.size()) != m_plan.cameras.rows) {
        return fail(ErrorCode::OutputFailed, "the census changed while it was being exported", "export again");
    }
    return done();
}

Done ExportJob::forEachSite(const std::function<Done(const std::vector<FieldValue>&)>& take)
{
    std::vector<FieldValue> values;
    Done outcome = done();
    const auto read = m_reader.forEachSite(
        [&](const Site& site) {
            if (m_plan.siteKeys.contains({site.bodyIstat, site.code})) {
                valuesOf(site, m_plan.sites, *m_plan.format, values);
                outcome = take(values);
            }
            return outcome.has_value();
        },
        m_progress);
    return !outcome ? outcome : read;
}

Done ExportJob::forEachSystem(const std::function<Done(const std::vector<FieldValue>&)>& take)
{
    std::vector<FieldValue> values;
    Done outcome = done();
    const auto read = m_reader.forEachSystem(
        [&](const System& system) {
            if (m_plan.systemKeys.contains({system.bodyIstat, system.code})) {
                valuesOf(system, m_plan.systems, *m_plan.format, values);
                outcome = take(values);
            }
            return outcome.has_value();
        },
        m_progress);
    return !outcome ? outcome : read;
}

Result<OutputText> OutputText::create(const std::filesystem::path& file)
{
    auto checked = CheckedFile::create(file, Overwrite::Refuse);
    if (!checked) {
        return fail(checked.error());
    }
    return OutputText(std::move(*checked));
}

Done OutputText::flushIfLarge()
{
    if (text.size() < kFlushAt) {
        return done();
    }
    auto written = m_file.write(std::string_view(text));
    text.clear();
    return written;
}

Done OutputText::finish()
{
    if (auto written = m_file.write(std::string_view(text)); !written) {
        return written;
    }
    text.clear();
    return m_file.publish();
}

} // namespace observo::exchange
