// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/CsvFormat.h"

#include "Losses.h"
#include "files/FileText.h"
#include "formats/CsvRows.h"

namespace observo::exchange {
namespace {

constexpr int kGeographicDecimals = 9; // 0.1 mm
constexpr int kMetreDecimals = 4;

std::optional<FieldValue> guard(const Column& /*column*/, FieldValue& value)
{
    if (auto* text = std::get_if<std::string>(&value)) {
        *text = guardedAgainstFormula(*text);
    }
    return std::nullopt;
}

std::vector<std::string> headerOf(const ExportPlan& plan)
{
    std::vector<std::string> names =
        plan.crs.isProjected() ? std::vector<std::string>{"x", "y"} : std::vector<std::string>{"lon", "lat"};
    for (const std::string& name : namesOf(plan.cameras)) {
        names.emplace_back(name);
    }
    return names;
}

void appendHeader(std::string& out, const ExportPlan& plan)
{
    bool isFirst = true;
    for (const std::string& name : headerOf(plan)) {
        out += isFirst ? "" : ",";
        isFirst = false;
        appendCsv(out, name);
    }
    out += "\r\n";
}

void appendRow(std::string& out, const RowOut& row, int decimals)
{
    out += '"';
    appendFixed(out, row.point.x, decimals);
    out += R"(",")";
    appendFixed(out, row.point.y, decimals);
    out += '"';
    for (const FieldValue& value : row.values) {
        out += ',';
        const auto* text = std::get_if<std::string>(&value);
        appendCsv(out, text != nullptr ? *text : textOf(value));
    }
    out += "\r\n";
}

Done write(ExportJob& job)
{
    const int decimals = job.plan().crs.isProjected() ? kMetreDecimals : kGeographicDecimals;
    std::string header;
    appendHeader(header, job.plan());
    return job.writeText({.head = std::move(header), .append = [decimals](std::string& text, const RowOut& row) {
                              appendRow(text, row, decimals);
                          }});
}

Done readBackCsv(ExportJob& job, const Progress& progress)
{
    return readBackCameras<CsvRows>(job, headerOf(job.plan()), progress);
}

void foresee(ExportPlan& plan)
{
    foreseeSingleTable(plan);
    foreseeUndeclaredSystem(plan, "CSV");
}

} // namespace

Format csvFormat()
{
    return {.info = {.name = "csv", .ending = ".csv", .label = {.it = "Tabella CSV", .en = "CSV table"}},
            .version = "RFC 4180",
            .decimals = kGeographicDecimals,
            .foresee = foresee,
            .adapt = guard,
            .fileNames = oneFile,
            .write = write,
            .readBack = readBackCsv};
}

} // namespace observo::exchange
