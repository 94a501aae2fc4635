// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/FlatGeobufFormat.h"

#include "Losses.h"
#include "ReadBack.h"
#include "files/FileText.h"

#include "observo/geo/FlatGeobufWriter.h"

#include <functional>

namespace observo::exchange {
namespace {

/// Only numbers and truths keep their type: the format has one type for days and instants, which readers fill up with
/// midnights and zones that nobody wrote.
FieldType typeInFile(FieldType type)
{
    const bool isKept = type == FieldType::Integer || type == FieldType::Real || type == FieldType::Boolean;
    return isKept ? type : FieldType::Text;
}

geo::OutputTable tableOf(ExportJob& job)
{
    const ExportPlan& plan = job.plan();
    geo::OutputTable table{.name = "camera", .title = cleanText(plan.census.issuingBody), .crs = plan.crs};
    for (const Column& column : plan.cameras.columns) {
        table.attributes.push_back({.name = std::string(column.field->name), .type = typeInFile(column.field->type)});
    }
    table.rows = [&job](const std::function<Done(const geo::Feature&)>& put) {
        geo::Feature feature;
        return job.forEach(RecordKind::Camera, [&](const RowOut& row) {
            ++feature.row;
            feature.geometry = std::vector<MapPoint>{row.point};
            feature.values = row.values;
            return put(feature);
        });
    };
    return table;
}

Done write(ExportJob& job)
{
    return geo::writeFlatGeobuf(job.mainFile(), tableOf(job), job.progress());
}

Done readBackFile(ExportJob& job, const Progress& progress)
{
    return readBackCamerasInAnyOrder(job, {}, progress);
}

} // namespace

Format flatGeobufFormat()
{
    return {.info = {.name = "flatgeobuf", .ending = ".fgb", .label = {.it = "FlatGeobuf", .en = "FlatGeobuf"}},
            .version = "3.0",
            .foresee = foreseeSingleTable,
            .adapt = asItIs,
            .fileNames = oneFile,
            .write = write,
            .readBack = readBackFile};
}

} // namespace observo::exchange
