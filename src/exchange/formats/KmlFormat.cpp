// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/KmlFormat.h"

#include "Losses.h"
#include "files/FileText.h"
#include "formats/KmlRows.h"

#include <algorithm>
#include <array>

namespace observo::exchange {
namespace {

constexpr int kDecimals = 9; // 0.1 mm

// What a placemark has under these names is its own: readers would take a value of that name for it, or drop it.
constexpr std::array<std::string_view, 12> kOwnNames{"name", "description",  "timestamp",  "begin",
                                                     "end",  "altitudeMode", "tessellate", "extrude",
                                                     "icon", "visibility",   "drawOrder",  "snippet"};

std::vector<std::string> kmlNamesOf(const TablePlan& table)
{
    std::vector<std::string> names = namesOf(table);
    for (std::string& name : names) {
        if (std::find(kOwnNames.begin(), kOwnNames.end(), name) != kOwnNames.end()) {
            name = "camera_" + name;
        }
    }
    return names;
}

// A schema, so that readers show columns; text alone, since only that comes back as it was from every reader.
void appendSchema(std::string& out, const TablePlan& table)
{
    out += "<Schema name=\"camera\" id=\"camera\">\n";
    for (const std::string& name : kmlNamesOf(table)) {
        out += "<SimpleField name=\"";
        appendXml(out, name);
        out += "\" type=\"string\"/>\n";
    }
    out += "</Schema>\n";
}

/// What opens each value, made once for all rows.
std::vector<std::string> tagsOf(const TablePlan& table)
{
    std::vector<std::string> tags;
    for (const std::string& name : kmlNamesOf(table)) {
        tags.emplace_back("<SimpleData name=\"");
        appendXml(tags.back(), name);
        tags.back() += "\">";
    }
    return tags;
}

void appendPlacemark(std::string& out, const RowOut& row, const std::vector<std::string>& tags)
{
    out += "<Placemark><name>";
    appendXml(out, cleanText(row.code));
    out += "</name><ExtendedData><SchemaData schemaUrl=\"#camera\">";
    for (std::size_t i = 0; i < tags.size(); ++i) {
        if (std::holds_alternative<std::monostate>(row.values[i])) {
            continue;
        }
        out += tags[i];
        appendXml(out, textOf(row.values[i]));
        out += "</SimpleData>";
    }
    out += "</SchemaData></ExtendedData><Point><coordinates>";
    appendFixed(out, row.point.x, kDecimals);
    out += ',';
    appendFixed(out, row.point.y, kDecimals);
    out += "</coordinates></Point></Placemark>\n";
}

std::string headOf(const ExportPlan& plan)
{
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                      "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document>\n<name>";
    appendXml(out, cleanText(plan.census.issuingBody));
    out += "</name>\n";
    appendSchema(out, plan.cameras);
    out += "<Folder><name>camera</name>\n";
    return out;
}

Done write(ExportJob& job)
{
    const auto tags = tagsOf(job.plan().cameras);
    const auto append = [&](std::string& text, const RowOut& row) { appendPlacemark(text, row, tags); };
    return job.writeText({.head = headOf(job.plan()), .append = append, .foot = "</Folder>\n</Document></kml>\n"});
}

Done readBackKml(ExportJob& job, const Progress& progress)
{
    return readBackCameras<KmlRows>(job, kmlNamesOf(job.plan().cameras), progress);
}

void foresee(ExportPlan& plan)
{
    foreseeSingleTable(plan);
    foreseeOuterBlanks(plan);
    if (plan.cameras.rows > 0) {
        plan.losses.losses.push_back(
            {.field = {},
             .values = plan.cameras.rows,
             .messageIt = "I campi name e visibility si chiamano camera_name e camera_visibility; tutti sono testo.",
             .messageEn = "Fields name and visibility are called camera_name and camera_visibility; all are text."});
    }
}

} // namespace

Format kmlFormat()
{
    return {.info = {.name = "kml",
                     .ending = ".kml",
                     .label = {.it = "KML (Google Earth)", .en = "KML (Google Earth)"},
                     .fixedToWgs84 = true},
            .version = "2.2",
            .decimals = kDecimals,
            .foresee = foresee,
            .adapt = asItIs,
            .fileNames = oneFile,
            .write = write,
            .readBack = readBackKml};
}

} // namespace observo::exchange
