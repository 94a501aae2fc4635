// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/CsvFormat.h"

#include "ExportJob.h"
#include "FileText.h"

namespace observo::exchange {
namespace {

constexpr int kGeographicDecimals = 7;
constexpr int kMetreDecimals = 4;

FieldValue asWritten(const Column& /*column*/, FieldValue value)
{
    if (auto* text = std::get_if<std::string>(&value)) {
        *text = guardedAgainstFormula(*text);
    }
    return value;
}

void appendHeader(std::string& out, const ExportPlan& plan)
{
    out += plan.crs.isProjected() ? R"("x","y")" : R"("lon","lat")";
    for (const Column& column : plan.cameras.columns) {
        out += ',';
        appendCsv(out, column.field->name);
    }
    out += "\r\n";
}

void appendRow(std::string& out, const CameraRowOut& row, int decimals)
{
    out += '"';
    appendFixed(out, row.point.x, decimals);
    out += R"(",")";
    appendFixed(out, row.point.y, decimals);
    out += '"';
    for (const FieldValue& value : row.values) {
        out += ',';
        appendCsv(out, textOf(value));
    }
    out += "\r\n";
}

Result<std::vector<std::filesystem::path>> write(ExportJob& job)
{
    const auto file = job.folder() / job.plan().request.output.filename();
    auto out = OutputText::create(file);
    if (!out) {
        return fail(out.error());
    }
    const int decimals = job.plan().crs.isProjected() ? kMetreDecimals : kGeographicDecimals;
    appendHeader(out->text, job.plan());
    const auto written = job.forEachCamera([&](const CameraRowOut& row) {
        appendRow(out->text, row, decimals);
        return out->flushIfLarge();
    });
    if (!written) {
        return fail(written.error());
    }
    if (auto finished = out->finish(); !finished) {
        return fail(finished.error());
    }
    return std::vector{file};
}

void foresee(ExportPlan& plan)
{
    foreseeSingleTable(plan);
    plan.losses.losses.push_back(
        {.field = {},
         .values = 0,
         .messageIt = "Il CSV non porta con sé il sistema di riferimento: le coordinate sono in " + plan.crs.id() + ".",
         .messageEn = "A CSV does not carry its reference system: coordinates are in " + plan.crs.id() + "."});
}

} // namespace

Format csvFormat()
{
    return {.info = {.name = "csv", .ending = ".csv", .label = {.it = "Tabella CSV", .en = "CSV table"}},
            .decimals = kGeographicDecimals,
            .foresee = foresee,
            .write = write,
            .asWritten = asWritten,
            .columnName = fullName,
            .cameraLayer = firstLayer};
}

} // namespace observo::exchange
