// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/GeoJsonFormat.h"

#include "ExportJob.h"
#include "FileText.h"

namespace observo::exchange {
namespace {

constexpr int kDecimals = 7; // 1 cm, RFC 7946 section 11.2

void appendFeature(std::string& out, const CameraRowOut& row, const TablePlan& table)
{
    out += R"({"type":"Feature","id":)";
    appendJson(out, row.camera.id.text());
    out += R"(,"geometry":{"type":"Point","coordinates":[)";
    appendFixed(out, row.point.x, kDecimals);
    out += ',';
    appendFixed(out, row.point.y, kDecimals);
    out += R"(]},"properties":{)";
    bool isFirst = true;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (std::holds_alternative<std::monostate>(row.values[i])) {
            continue;
        }
        out += isFirst ? "" : ",";
        isFirst = false;
        appendJson(out, table.columns[i].field->name);
        out += ':';
        appendJsonValue(out, row.values[i]);
    }
    out += "}}";
}

Result<std::vector<std::filesystem::path>> write(ExportJob& job)
{
    const auto file = job.folder() / job.plan().request.output.filename();
    auto out = OutputText::create(file);
    if (!out) {
        return fail(out.error());
    }
    out->text = R"({"type":"FeatureCollection","features":[)";
    bool isFirst = true;
    const auto written = job.forEachCamera([&](const CameraRowOut& row) {
        out->text += isFirst ? "\n" : ",\n";
        isFirst = false;
        appendFeature(out->text, row, job.plan().cameras);
        return out->flushIfLarge();
    });
    if (!written) {
        return fail(written.error());
    }
    out->text += "\n]}\n";
    if (auto finished = out->finish(); !finished) {
        return fail(finished.error());
    }
    return std::vector{file};
}

} // namespace

Format geoJsonFormat()
{
    return {.info = {.name = "geojson",
                     .ending = ".geojson",
                     .label = {.it = "GeoJSON (RFC 7946)", .en = "GeoJSON (RFC 7946)"},
                     .fixedToWgs84 = true},
            .decimals = kDecimals,
            .foresee = foreseeSingleTable,
            .write = write,
            .asWritten = unchanged,
            .columnName = fullName,
            .cameraLayer = firstLayer};
}

} // namespace observo::exchange
