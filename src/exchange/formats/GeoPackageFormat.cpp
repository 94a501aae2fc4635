// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/GeoPackageFormat.h"

#include "Losses.h"
#include "ReadBack.h"
#include "files/FileText.h"

#include "observo/geo/GeoPackageWriter.h"

#include <array>

namespace observo::exchange {
namespace {

// A journal or log of writes beside a file belongs to it: SQLite would play it into the new one.
constexpr std::array<std::string_view, 2> kUnfinished{"-journal", "-wal"};

std::vector<geo::Attribute> attributesOf(const TablePlan& table)
{
    std::vector<geo::Attribute> attributes;
    for (const Column& column : table.columns) {
        attributes.push_back({.name = std::string(column.field->name), .type = column.typeInFile()});
    }
    return attributes;
}

geo::OutputTable tableOf(ExportJob& job, RecordKind kind)
{
    const ExportPlan& plan = job.plan();
    geo::OutputTable table{.name = std::string(nameOf(kind)), .attributes = attributesOf(plan.table(kind))};
    const bool isPlaced = kind == RecordKind::Camera;
    if (isPlaced) {
        table.title = cleanText(plan.census.issuingBody);
        table.crs = plan.crs;
    }
    table.rows = [&job, kind, isPlaced](const std::function<Done(const geo::Feature&)>& put) {
        geo::Feature feature;
        return job.forEach(kind, [&](const RowOut& row) {
            ++feature.row;
            if (isPlaced) {
                feature.geometry = std::vector<MapPoint>{row.point};
            }
            feature.values = row.values;
            return put(feature);
        });
    };
    return table;
}

Done write(ExportJob& job)
{
    return geo::writeGeoPackage(
        job.mainFile(),
        {tableOf(job, RecordKind::Camera), tableOf(job, RecordKind::Site), tableOf(job, RecordKind::System)},
        job.progress());
}

Done readBackTables(ExportJob& job, const Progress& progress)
{
    auto same = readBackLayer(job, RecordKind::Camera, "camera", progress.part(0.0, 0.9));
    same = same ? readBackLayer(job, RecordKind::Site, "site", progress.part(0.9, 0.95)) : same;
    return same ? readBackLayer(job, RecordKind::System, "system", progress.part(0.95, 1.0)) : same;
}

} // namespace

Format geoPackageFormat()
{
    return {.info = {.name = "geopackage", .ending = ".gpkg", .label = {.it = "GeoPackage", .en = "GeoPackage"}},
            .version = "1.3",
            .hasSideTables = true,
            .foresee = foreseeStrangeDates,
            .adapt = asItIs,
            .fileNames = oneFile,
            .write = write,
            .readBack = readBackTables,
            .unfinished = kUnfinished};
}

} // namespace observo::exchange
