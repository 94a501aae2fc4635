// SPDX-License-Identifier: GPL-3.0-or-later
#include "ReadBack.h"

#include "Formats.h"
#include "RowCheck.h"
#include "RowSetCheck.h"

#include "observo/geo/VectorFile.h"

#include <functional>
#include <utility>

namespace observo::exchange {
namespace {

std::optional<MapPoint> pointOf(const geo::Feature& feature)
{
    const auto* points = std::get_if<std::vector<MapPoint>>(&feature.geometry);
    return points != nullptr && points->size() == 1 ? std::optional(points->front()) : std::nullopt;
}

Error unreadable(Error error, const std::filesystem::path& file)
{
    if (error.code == ErrorCode::Cancelled) {
        return error;
    }
    error.code = ErrorCode::OutputFailed;
    error.what = "the file cannot be read back: " + error.what;
    error.file = file.filename().string();
    error.advice = "nothing was left behind; export again, or choose another disk";
    return error;
}

} // namespace

Done readBack(ExportJob& job, const Progress& progress)
{
    for (const FilePrint& print : job.files()) {
        if (auto same = sameBytes(print); !same) {
            return same;
        }
        if (progress.cancelled()) {
            return fail(ErrorCode::Cancelled, "the export was cancelled", "nothing was written");
        }
    }
    return job.plan().format->readBack(job, progress);
}

namespace {

/// Gives the rows of a layer to `take`, their cells in the order of the plan's columns.
Done readLayer(const ExportJob& job, RecordKind kind, const std::string& layer,
               const std::function<Done(const ReadRow&)>& take, const Progress& progress)
{
    const auto file = job.mainFile();
    geo::VectorQuery query{.layer = layer};
    for (const std::string& name : namesOf(job.plan().table(kind))) {
        query.attributes.emplace_back(name);
    }
    ReadRow row;
    Done outcome = done();
    const auto visit = [&](const geo::Feature& feature) {
        row.point = pointOf(feature);
        row.cells.clear();
        for (const FieldValue& value : feature.values) {
            row.cells.push_back(textOf(value));
        }
        outcome = take(row);
        return outcome.has_value();
    };
    const auto read = geo::readVectorFile(file, query, visit, progress);
    if (!outcome) {
        return outcome;
    }
    return read ? done() : Done(fail(unreadable(read.error(), file)));
}

} // namespace

Done readBackLayer(ExportJob& job, RecordKind kind, const std::string& layer, const Progress& progress)
{
    RowCheck check(job, kind, job.mainFile().filename().string(), progress);
    const auto read = readLayer(
        job, kind, layer, [&](const ReadRow& row) { return check.take(row); }, progress);
    return read ? check.end() : read;
}

Done readBackCamerasInAnyOrder(ExportJob& job, const std::string& layer, const Progress& progress)
{
    RowSetCheck check(job, job.mainFile().filename().string());
    const auto read = readLayer(
        job, RecordKind::Camera, layer, [&](const ReadRow& row) { return check.take(row); }, progress);
    return read ? check.end() : read;
}

} // namespace observo::exchange
