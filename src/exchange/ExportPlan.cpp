// SPDX-License-Identifier: GPL-3.0-or-later
#include "ExportPlan.h"

#include "Edition.h"
#include "FileText.h"
#include "Formats.h"

#include <algorithm>
#include <optional>

namespace observo::exchange {
namespace {

constexpr std::size_t kLongestDbfText = 254;
constexpr int kDefaultSystem = 7791;

std::vector<Column> columnsOf(RecordKind kind, Edition edition)
{
    std::vector<Column> columns;
    for (const FieldInfo& field : fieldsOf(kind)) {
        if (keepsField(edition, field)) {
            columns.push_back({.field = &field});
        }
    }
    return columns;
}

void measureText(Column& column, const std::string& text)
{
    column.widest = std::max(column.widest, text.size());
    column.overLong += text.size() > kLongestDbfText ? 1 : 0;
    column.odd += text != cleanText(text) ? 1 : 0;
    if (column.field->type == FieldType::Date) {
        column.oddDates += isDay(text) ? 0 : 1;
    }
}

void measure(Column& column, const FieldValue& value)
{
    if (std::holds_alternative<std::monostate>(value)) {
        return;
    }
    ++column.filled;
    if (const auto* text = std::get_if<std::string>(&value)) {
        measureText(column, *text);
        return;
    }
    const std::string text =
        std::holds_alternative<double>(value) ? plainNumber(std::get<double>(value)) : textOf(value);
    column.widest = std::max(column.widest, text.size());
    const auto point = text.find('.');
    column.decimals = std::max(column.decimals, point == std::string::npos ? 0 : text.size() - point - 1);
}

template <typename Record>
void measureRow(TablePlan& table, const Record& record)
{
    ++table.rows;
    for (Column& column : table.columns) {
        measure(column, valueOf(record, *column.field));
    }
}

Result<geo::Crs> outputSystem(const ExportRequest& request, const FormatInfo& format, const Census& census)
{
    constexpr int kWgs84 = 4326;
    if (format.fixedToWgs84) {
        if (request.epsg != 0 && request.epsg != kWgs84 && request.epsg != geo::Crs::storage().epsg()) {
            return fail(ErrorCode::InvalidArgument,
                        std::string(format.name) +
                            " knows only WGS 84 longitude and latitude, not EPSG:" + std::to_string(request.epsg),
                        "leave the reference system out, or choose another format");
        }
        return geo::Crs::fromEpsg(kWgs84);
    }
    if (request.epsg != 0) {
        return geo::Crs::fromEpsg(request.epsg);
    }
    return geo::Crs::fromEpsg(static_cast<int>(census.crsEpsg.value_or(kDefaultSystem)));
}

Done readCameras(census::Reader& reader, ExportPlan& plan, const Progress& progress)
{
    const census::CameraQuery query{.filter = plan.request.filter};
    return reader.forEachCamera(
        query,
        [&](const Camera& camera) {
            if (!admits(plan.request.edition, camera)) {
                ++plan.losses.camerasWithheld;
                return true;
            }
            measureRow(plan.cameras, camera);
            plan.siteKeys.emplace(camera.bodyIstat, camera.siteCode);
            plan.systemKeys.emplace(camera.bodyIstat, camera.systemCode);
            return true;
        },
        progress);
}

Done readSitesAndSystems(census::Reader& reader, ExportPlan& plan, const Progress& progress)
{
    const auto sites = reader.forEachSite(
        [&](const Site& site) {
            if (plan.siteKeys.contains({site.bodyIstat, site.code})) {
                measureRow(plan.sites, site);
                plan.systemKeys.emplace(site.bodyIstat, site.systemCode);
            }
            return true;
        },
        progress);
    if (!sites) {
        return sites;
    }
    return reader.forEachSystem(
        [&](const System& system) {
            if (plan.systemKeys.contains({system.bodyIstat, system.code})) {
                measureRow(plan.systems, system);
            }
            return true;
        },
        progress);
}

/// The operation from stored positions to the output's system. RDN2008 counts as equal to WGS 84, so that a
/// geographic output of either carries the stored numbers untouched.
Done chooseOperation(census::Reader& reader, ExportPlan& plan)
{
    const int epsg = plan.crs.epsg();
    if (epsg == geo::Crs::storage().epsg() || epsg == 4326 || epsg == 4258) {
        plan.losses.operation =
            epsg == geo::Crs::storage().epsg() ? "none" : "RDN2008 taken as equal to " + plan.crs.name();
        plan.losses.accuracy = Metres{epsg == geo::Crs::storage().epsg() ? 0.0 : 1.0};
        return done();
    }
    const auto facts = reader.facts();
    if (!facts) {
        return fail(facts.error());
    }
    auto transform = geo::Transform::between(geo::Crs::storage(), plan.crs, facts->extent);
    if (!transform) {
        return fail(transform.error());
    }
    plan.losses.operation = transform->operation().name;
    plan.losses.accuracy = transform->operation().accuracy;
    plan.transform = std::make_shared<const geo::Transform>(std::move(*transform));
    return done();
}

void foreseeOddText(ExportPlan& plan)
{
    for (const TablePlan* table : {&plan.cameras, &plan.sites, &plan.systems}) {
        for (const Column& column : table->columns) {
            if (column.odd == 0) {
                continue;
            }
            plan.losses.losses.push_back(
                {.field = std::string(column.field->name),
                 .values = column.odd,
                 .messageIt = "Caratteri non ammessi nei file sostituiti con \xEF\xBF\xBD.",
                 .messageEn = "Characters that no file can carry are replaced by \xEF\xBF\xBD."});
        }
    }
}

} // namespace

Result<ExportPlan> planExport(census::Reader& reader, const ExportRequest& request, const Progress& progress)
{
    const Format* format = formatFor(request.output);
    if (format == nullptr) {
        return fail(ErrorCode::InvalidArgument,
                    "no export format has the ending of " + request.output.filename().string(),
                    "use one of " + knownEndings());
    }
    auto census = reader.census();
    if (!census) {
        return fail(census.error());
    }
    auto crs = outputSystem(request, format->info, *census);
    if (!crs) {
        return fail(crs.error());
    }
    ExportPlan plan{.format = format, .request = request, .census = *census, .crs = *crs};
    plan.cameras.columns = columnsOf(RecordKind::Camera, request.edition);
    plan.sites.columns = columnsOf(RecordKind::Site, request.edition);
    plan.systems.columns = columnsOf(RecordKind::System, request.edition);
    if (auto read = readCameras(reader, plan, progress); !read) {
        return fail(read.error());
    }
    if (auto read = readSitesAndSystems(reader, plan, progress); !read) {
        return fail(read.error());
    }
    if (auto chosen = chooseOperation(reader, plan); !chosen) {
        return fail(chosen.error());
    }
    plan.losses.cameras = plan.cameras.rows;
    foreseeOddText(plan);
    format->foresee(plan);
    return plan;
}

} // namespace observo::exchange
