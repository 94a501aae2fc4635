// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/GeoJsonFormat.h"

#include "Losses.h"
#include "files/FileText.h"
#include "formats/GeoJsonRows.h"

namespace observo::exchange {
namespace {

constexpr int kDecimals = 7; // 1 cm, RFC 7946 section 11.2

/// What stands before each value, `"name":`, made once for all rows.
std::vector<std::string> keysOf(const TablePlan& table)
{
    std::vector<std::string> keys;
    for (const std::string& name : namesOf(table)) {
        appendJson(keys.emplace_back(), name);
        keys.back() += ':';
    }
    return keys;
}

void appendFeature(std::string& out, const RowOut& row, const std::vector<std::string>& keys)
{
    out += R"({"type":"Feature","id":)";
    appendJson(out, row.record.text());
    out += R"(,"geometry":{"type":"Point","coordinates":[)";
    appendFixed(out, row.point.x, kDecimals);
    out += ',';
    appendFixed(out, row.point.y, kDecimals);
    out += R"(]},"properties":{)";
    bool isFirst = true;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (std::holds_alternative<std::monostate>(row.values[i])) {
            continue;
        }
        out += isFirst ? "" : ",";
        isFirst = false;
        out += keys[i];
        appendJsonValue(out, row.values[i]);
    }
    out += "}}";
}

Done write(ExportJob& job)
{
    auto out = OutputText::create(job.mainFile());
    if (!out) {
        return fail(out.error());
    }
    const auto keys = keysOf(job.plan().cameras);
    out->text = R"({"type":"FeatureCollection","features":[)";
    bool isFirst = true;
    const auto written = job.forEach(RecordKind::Camera, [&](const RowOut& row) {
        out->text += isFirst ? "\n" : ",\n";
        isFirst = false;
        appendFeature(out->text, row, keys);
        return out->flushIfLarge();
    });
    out->text += "\n]}\n";
    return written ? job.finish(*out) : written;
}

Done readBackGeoJson(ExportJob& job, const Progress& progress)
{
    auto rows = GeoJsonRows::open(job.mainFile(), namesOf(job.plan().cameras));
    if (!rows) {
        return fail(rows.error());
    }
    return RowCheck(job, RecordKind::Camera, job.mainFile().filename().string(), progress).takeAll(*rows);
}

void foresee(ExportPlan& plan)
{
    foreseeSingleTable(plan);
    foreseeRounding(plan);
}

} // namespace

Format geoJsonFormat()
{
    return {.info = {.name = "geojson",
                     .ending = ".geojson",
                     .label = {.it = "GeoJSON (RFC 7946)", .en = "GeoJSON (RFC 7946)"},
                     .fixedToWgs84 = true},
            .decimals = kDecimals,
            .foresee = foresee,
            .adapt = asItIs,
            .fileNames = oneFile,
            .write = write,
            .readBack = readBackGeoJson};
}

} // namespace observo::exchange
