// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/GeoPackageFormat.h"

#include "ExportJob.h"

#include "observo/geo/GeoPackageWriter.h"

namespace observo::exchange {
namespace {

std::vector<geo::Attribute> attributesOf(const TablePlan& table)
{
    std::vector<geo::Attribute> attributes;
    for (const Column& column : table.columns) {
        // A column with dates that are no days keeps them as text.
        const FieldType type = column.oddDates > 0 ? FieldType::Text : column.field->type;
        attributes.push_back({.name = std::string(column.field->name), .type = type});
    }
    return attributes;
}

using Put = std::function<Done(const geo::Feature&)>;

Done putCameras(ExportJob& job, const Put& put)
{
    geo::Feature feature;
    return job.forEachCamera([&](const CameraRowOut& row) {
        ++feature.row;
        feature.geometry = std::vector<MapPoint>{row.point};
        feature.values = row.values;
        return put(feature);
    });
}

std::function<Done(const std::vector<FieldValue>&)> putAttributes(const Put& put)
{
    return [&put, row = std::int64_t{0}](const std::vector<FieldValue>& values) mutable {
        return put(geo::Feature{.row = ++row, .geometry = {}, .values = values});
    };
}

Result<std::vector<std::filesystem::path>> write(ExportJob& job)
{
    const ExportPlan& plan = job.plan();
    const auto file = job.folder() / plan.request.output.filename();
    const std::vector<geo::OutputTable> tables{
        {.name = "camera",
         .title = plan.census.issuingBody,
         .crs = plan.crs,
         .attributes = attributesOf(plan.cameras),
         .rows = [&job](const Put& put) { return putCameras(job, put); }},
        {.name = "site",
         .title = {},
         .crs = {},
         .attributes = attributesOf(plan.sites),
         .rows = [&job](const Put& put) { return job.forEachSite(putAttributes(put)); }},
        {.name = "system",
         .title = {},
         .crs = {},
         .attributes = attributesOf(plan.systems),
         .rows = [&job](const Put& put) { return job.forEachSystem(putAttributes(put)); }},
    };
    if (auto written = geo::writeGeoPackage(file, tables, job.progress()); !written) {
        return fail(written.error());
    }
    return std::vector{file};
}

} // namespace

Format geoPackageFormat()
{
    return {.info = {.name = "geopackage", .ending = ".gpkg", .label = {.it = "GeoPackage", .en = "GeoPackage"}},
            .decimals = 17,
            .foresee = [](ExportPlan&) {},
            .write = write,
            .asWritten = unchanged,
            .columnName = fullName,
            .cameraLayer = [](const ExportPlan&) { return std::string("camera"); }};
}

} // namespace observo::exchange
