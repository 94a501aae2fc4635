// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/GeoJsonFormat.h"

#include "Losses.h"
#include "files/FileText.h"
#include "formats/GeoJsonRows.h"

#include <utility>

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
    const auto keys = keysOf(job.plan().cameras);
    std::string_view between = "\n";
    const auto append = [&](std::string& text, const RowOut& row) {
        text += std::exchange(between, ",\n");
        appendFeature(text, row, keys);
    };
    return job.writeText({.head = R"({"type":"FeatureCollection","features":[)", .append = append, .foot = "\n]}\n"});
}

Done readBackGeoJson(ExportJob& job, const Progress& progress)
{
    return readBackCameras<GeoJsonRows>(job, namesOf(job.plan().cameras), progress);
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
            .version = "RFC 7946",
            .decimals = kDecimals,
            .foresee = foresee,
            .adapt = asItIs,
            .fileNames = oneFile,
            .write = write,
            .readBack = readBackGeoJson};
}

} // namespace observo::exchange
