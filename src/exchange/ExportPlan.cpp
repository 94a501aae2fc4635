// SPDX-License-Identifier: GPL-3.0-or-later
#include "ExportPlan.h"

#include "Edition.h"
#include "Formats.h"
#include "Losses.h"
#include "metadata/Metadata.h"

#include "observo/geo/Transform.h"

#include <cmath>
#include <functional>
#include <span>

namespace observo::exchange {
namespace {

constexpr int kDefaultSystem = 7791;
constexpr int kWgs84 = 4326;
constexpr int kEtrs89 = 4258;

template <typename Record>
void measureRow(TablePlan& table, const Record& record)
{
    ++table.rows;
    table.print = printWith(table.print, record.id.uuid, record.book.rowVersion);
    for (Column& column : table.columns) {
        measure(column, valueOf(record, *column.field));
    }
}

Result<geo::Crs> metric(Result<geo::Crs> crs, const FormatInfo& format)
{
    if (crs && !crs->isProjected()) {
        return fail(ErrorCode::InvalidArgument, std::string(format.name) + " is drawn in metres, not in degrees",
                    "choose a projected reference system, such as EPSG:7791");
    }
    return crs;
}

Result<geo::Crs> outputSystem(const ExportRequest& request, const FormatInfo& format, const Census& census)
{
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

bool hasMoreDecimals(double degrees, int decimals)
{
    const double scaled = degrees * std::pow(10.0, decimals);
    constexpr double kOfLastDecimal = 0.001;
    return std::abs(scaled - std::round(scaled)) > kOfLastDecimal;
}

void takeCamera(ExportPlan& plan, std::vector<CameraId>& contexts, const Camera& camera)
{
    measureRow(plan.cameras, camera);
    const LonLat place = camera.position;
    plan.points.push_back({place.lon, place.lat});
    plan.area.include(place);
    const int decimals = plan.format->decimals;
    plan.finerPlaces += hasMoreDecimals(place.lon, decimals) || hasMoreDecimals(place.lat, decimals) ? 1 : 0;
    plan.siteNames.leaving.emplace(camera.bodyIstat, camera.siteCode);
    plan.systemNames.leaving.emplace(camera.bodyIstat, camera.systemCode);
    if (camera.contextCamera) {
        contexts.push_back(*camera.contextCamera);
    }
}

void takeShown(ExportPlan& plan, std::vector<CameraId>& contexts, const Camera& camera)
{
    if (!isBlurred(plan.request.edition)) {
        takeCamera(plan, contexts, camera);
        return;
    }
    Camera vague = camera;
    blur(vague);
    takeCamera(plan, contexts, vague);
}

/// Finds which of the context cameras named may not be named. Those that the filter left out are looked up.
Done hideContexts(census::Reader& reader, ExportPlan& plan, const std::vector<CameraId>& contexts)
{
    for (const CameraId context : contexts) {
        if (!plan.request.isWhole() && plan.request.edition != Edition::Full) {
            const auto camera = reader.camera(context);
            if (!camera && camera.error().code != ErrorCode::NotFound) {
                return fail(camera.error());
            }
            if (camera && !admits(plan.request.edition, *camera)) {
                plan.hidden.insert(context);
            }
        }
        plan.hiddenContexts += plan.hidden.contains(context) ? 1 : 0;
    }
    return done();
}

Done readCameras(census::Reader& reader, ExportPlan& plan, const Progress& progress)
{
    std::vector<CameraId> contexts;
    const auto read = reader.forEachCamera(
        {.filter = plan.request.filter, .among = plan.request.among},
        [&](const Camera& camera) {
            if (plan.takes(camera)) {
                takeShown(plan, contexts, camera);
            } else if (admits(plan.request.edition, camera)) {
                ++plan.camerasWithoutPlace;
            } else {
                ++plan.losses.camerasWithheld;
                plan.hidden.insert(camera.id);
                plan.siteNames.withheld.emplace(camera.bodyIstat, camera.siteCode);
                plan.systemNames.withheld.emplace(camera.bodyIstat, camera.systemCode);
            }
            return true;
        },
        progress);
    return read ? hideContexts(reader, plan, contexts) : read;
}

Done readSitesAndSystems(census::Reader& reader, ExportPlan& plan, const Progress& progress)
{
    const auto sites = reader.forEachSite(
        [&](const Site& site) {
            if (plan.takes(site)) {
                measureRow(plan.sites, site);
                plan.systemNames.leaving.emplace(site.bodyIstat, site.systemCode);
            } else {
                plan.systemNames.withheld.emplace(site.bodyIstat, site.systemCode);
            }
            return true;
        },
        progress);
    if (!sites) {
        return sites;
    }
    return reader.forEachSystem(
        [&](const System& system) {
            if (plan.takes(system)) {
                measureRow(plan.systems, system);
            }
            return true;
        },
        progress);
}

/// The first camera that the output's system cannot place, by its code.
Error outside(census::Reader& reader, const ExportPlan& plan)
{
    std::size_t row = 0;
    Error error{.code = ErrorCode::UnknownCrs,
                .what = "a camera lies outside " + plan.crs.id(),
                .advice = "choose a reference system that covers it, or leave it out by a filter"};
    const auto read = reader.forEachCamera(
        {.filter = plan.request.filter, .among = plan.request.among},
        [&](const Camera& camera) {
            const bool isIt = plan.takes(camera) && std::isnan(plan.points[row++].x);
            if (isIt) {
                error.what = "camera " + camera.code + " lies outside " + plan.crs.id();
            }
            return !isIt && row < plan.points.size();
        },
        Progress{});
    return read ? error : read.error();
}

/// Moves the positions from how they are stored into the output's system. RDN2008 counts as equal to WGS 84 and
/// ETRS89, so that a geographic output of these carries the stored numbers untouched.
Done movePoints(census::Reader& reader, ExportPlan& plan)
{
    const int epsg = plan.crs.epsg();
    if (epsg == geo::Crs::storage().epsg()) {
        plan.losses.operation = "none";
        plan.losses.accuracy = Metres{0.0};
        return done();
    }
    if (epsg == kWgs84 || epsg == kEtrs89) {
        plan.losses.operation = "RDN2008 taken as equal to " + plan.crs.name();
        plan.losses.accuracy = Metres{1.0};
        return done();
    }
    auto transform = geo::Transform::between(geo::Crs::storage(), plan.crs, plan.area);
    if (!transform) {
        return fail(transform.error());
    }
    plan.losses.operation = transform->operation().name;
    plan.losses.accuracy = transform->operation().accuracy;
    return transform->forward(std::span(plan.points)) == 0 ? done() : Done(fail(outside(reader, plan)));
}

bool isTaken(const Named& named, const Named::Key& key, const ExportRequest& request)
{
    return named.leaving.contains(key) || (request.isWhole() && !named.withheld.contains(key));
}

} // namespace

const TablePlan& ExportPlan::table(RecordKind kind) const
{
    return kind == RecordKind::Camera ? cameras : kind == RecordKind::Site ? sites : systems;
}

bool ExportPlan::takes(const Camera& camera) const
{
    return admits(request.edition, camera) && isValid(camera.position);
}

bool ExportPlan::takes(const Site& site) const
{
    return isTaken(siteNames, {site.bodyIstat, site.code}, request);
}

bool ExportPlan::takes(const System& system) const
{
    return isTaken(systemNames, {system.bodyIstat, system.code}, request);
}

std::uint64_t printWith(std::uint64_t print, const Uuid& record, std::int64_t rowVersion)
{
    constexpr std::uint64_t kPrime = 0xFF51AFD7ED558CCDULL;
    print = (print ^ std::hash<Uuid>{}(record)) * kPrime;
    return (print ^ static_cast<std::uint64_t>(rowVersion) ^ (print >> 32U)) * kPrime;
}

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
    crs = format->isMetric ? metric(std::move(crs), format->info) : crs;
    if (!crs) {
        return fail(crs.error());
    }
    ExportPlan plan{.format = format, .request = request, .census = std::move(*census), .crs = std::move(*crs)};
    plan.cameras.columns = columnsFor(RecordKind::Camera, request.edition);
    plan.sites.columns = columnsFor(RecordKind::Site, request.edition);
    plan.systems.columns = columnsFor(RecordKind::System, request.edition);
    auto read = readCameras(reader, plan, progress.part(0.0, 0.9));
    read = read ? readSitesAndSystems(reader, plan, progress.part(0.9, 1.0)) : read;
    read = read ? movePoints(reader, plan) : read;
    if (!read) {
        return fail(read.error());
    }
    plan.losses.cameras = plan.cameras.rows;
    foreseeForAll(plan);
    format->foresee(plan);
    if (request.withMetadata) {
        foreseeMetadata(plan);
    }
    return plan;
}

} // namespace observo::exchange
