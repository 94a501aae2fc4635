// SPDX-License-Identifier: GPL-3.0-or-later
#include "ReadBack.h"

#include "FileText.h"
#include "Formats.h"

#include "observo/geo/VectorFile.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace observo::exchange {
namespace {

Error differs(const std::filesystem::path& file, std::int64_t row, std::string what)
{
    return Error{.code = ErrorCode::OutputFailed,
                 .what = std::move(what),
                 .file = file.filename().string(),
                 .row = row,
                 .advice = "nothing was left behind; export again, or choose another folder"};
}

/// Where each column of the plan stands among the attributes of the file; nothing when one is missing.
std::optional<std::vector<std::size_t>> placesOf(const TablePlan& table, const Format& format,
                                                 const std::vector<geo::Attribute>& attributes)
{
    std::vector<std::size_t> places;
    for (const Column& column : table.columns) {
        const std::string name = format.columnName(*column.field);
        const auto found =
            std::find_if(attributes.begin(), attributes.end(), [&](const geo::Attribute& a) { return a.name == name; });
        if (found == attributes.end()) {
            // Formats that name only values that are there need no column for a field that no camera has.
            if (column.filled > 0) {
                return std::nullopt;
            }
            places.push_back(attributes.size());
            continue;
        }
        places.push_back(static_cast<std::size_t>(found - attributes.begin()));
    }
    return places;
}

double toleranceOf(const ExportPlan& plan)
{
    constexpr double kMillimetre = 0.001;
    const bool isText = plan.format->decimals < 15;
    return plan.crs.isProjected() ? kMillimetre : isText ? 0.51 * std::pow(10.0, -plan.format->decimals) : 1e-9;
}

std::optional<MapPoint> pointOf(const geo::Feature& feature)
{
    const auto* points = std::get_if<std::vector<MapPoint>>(&feature.geometry);
    return points != nullptr && points->size() == 1 ? std::optional(points->front()) : std::nullopt;
}

} // namespace

Done readBack(const ExportJob& job, const std::filesystem::path& file, const Progress& progress)
{
    const ExportPlan& plan = job.plan();
    const std::string layer = plan.format->cameraLayer(plan);
    const auto described = geo::describeVectorFile(file);
    if (!described) {
        return fail(differs(file, 0, "the file cannot be read back: " + described.error().what));
    }
    const auto info = std::find_if(described->begin(), described->end(),
                                   [&](const geo::VectorLayerInfo& l) { return layer.empty() || l.name == layer; });
    if (info == described->end()) {
        return fail(differs(file, 0, "the file read back has no layer " + layer));
    }
    const auto places = placesOf(plan.cameras, *plan.format, info->attributes);
    if (!places) {
        return fail(differs(file, 0, "a column is missing in the file read back"));
    }
    const double tolerance = toleranceOf(plan);
    std::size_t row = 0;
    Done outcome = done();
    std::vector<FieldValue> values;
    const auto compare = [&](const geo::Feature& feature) {
        const auto number = static_cast<std::int64_t>(row + 1);
        if (row >= job.prints().size()) {
            outcome = fail(differs(file, number, "the file read back has more rows than were written"));
            return false;
        }
        const RowPrint& print = job.prints()[row++];
        values.clear();
        for (const std::size_t place : *places) {
            values.push_back(place < feature.values.size() ? feature.values[place] : FieldValue{});
        }
        const auto point = pointOf(feature);
        if (point &&
            (std::abs(point->x - print.point.x) > tolerance || std::abs(point->y - print.point.y) > tolerance)) {
            outcome = fail(differs(file, number, "a position read back is not the one written"));
        } else if (!point && info->geometryType != "none") {
            outcome = fail(differs(file, number, "a position is missing in the file read back"));
        } else if (hashOfRow(plan.cameras.columns, values) != print.hash) {
            outcome = fail(differs(file, number, "a value read back is not the one written"));
        }
        return outcome.has_value();
    };
    const auto read = geo::readVectorFile(file, {.layer = info->name}, compare, progress);
    if (!outcome) {
        return outcome;
    }
    if (!read) {
        return fail(read.error());
    }
    if (row != job.prints().size()) {
        return fail(
            differs(file, static_cast<std::int64_t>(row), "the file read back has fewer rows than were written"));
    }
    return done();
}

} // namespace observo::exchange
