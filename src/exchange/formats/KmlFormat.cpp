// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/KmlFormat.h"

#include "ExportJob.h"
#include "FileText.h"

namespace observo::exchange {
namespace {

constexpr int kDecimals = 8;

// The schema says each column's type, so that readers take text as text; the library reads SimpleData of text only.
void appendSchema(std::string& out, const TablePlan& table)
{
    out += "<Schema name=\"camera\" id=\"camera\">\n";
    for (const Column& column : table.columns) {
        out += "<SimpleField name=\"";
        appendXml(out, column.field->name);
        out += "\" type=\"string\"/>\n";
    }
    out += "</Schema>\n";
}

void appendPlacemark(std::string& out, const CameraRowOut& row, const TablePlan& table)
{
    out += "<Placemark><name>";
    appendXml(out, cleanText(row.camera.code));
    out += "</name><ExtendedData><SchemaData schemaUrl=\"#camera\">";
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (std::holds_alternative<std::monostate>(row.values[i])) {
            continue;
        }
        out += "<SimpleData name=\"";
        appendXml(out, table.columns[i].field->name);
        out += "\">";
        appendXml(out, textOf(row.values[i]));
        out += "</SimpleData>";
    }
    out += "</SchemaData></ExtendedData><Point><coordinates>";
    appendFixed(out, row.point.x, kDecimals);
    out += ',';
    appendFixed(out, row.point.y, kDecimals);
    out += "</coordinates></Point></Placemark>\n";
}

Result<std::vector<std::filesystem::path>> write(ExportJob& job)
{
    const auto file = job.folder() / job.plan().request.output.filename();
    auto out = OutputText::create(file);
    if (!out) {
        return fail(out.error());
    }
    out->text =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document>\n<name>";
    appendXml(out->text, cleanText(job.plan().census.issuingBody));
    out->text += "</name>\n";
    appendSchema(out->text, job.plan().cameras);
    out->text += "<Folder><name>camera</name>\n";
    const auto written = job.forEachCamera([&](const CameraRowOut& row) {
        appendPlacemark(out->text, row, job.plan().cameras);
        return out->flushIfLarge();
    });
    if (!written) {
        return fail(written.error());
    }
    out->text += "</Folder>\n</Document></kml>\n";
    if (auto finished = out->finish(); !finished) {
        return fail(finished.error());
    }
    return std::vector{file};
}

} // namespace

Format kmlFormat()
{
    return {.info = {.name = "kml",
                     .ending = ".kml",
                     .label = {.it = "KML (Google Earth)", .en = "KML (Google Earth)"},
                     .fixedToWgs84 = true},
            .decimals = kDecimals,
            .foresee = foreseeSingleTable,
            .write = write,
            .asWritten = unchanged,
            .columnName = fullName,
            .cameraLayer = [](const ExportPlan&) { return std::string("camera"); }};
}

} // namespace observo::exchange
