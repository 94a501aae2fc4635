// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/sheet/XlsxFormat.h"

#include "Losses.h"
#include "RowCheck.h"
#include "formats/sheet/SheetText.h"
#include "formats/sheet/XlsxRows.h"
#include "formats/sheet/XlsxSheet.h"

#include "observo/geo/ZipFile.h"

#include <array>
#include <filesystem>
#include <system_error>

namespace observo::exchange {
namespace {

namespace fs = std::filesystem;

// The parts are made in the private folder and packed into the output; the folder goes with them.
constexpr std::string_view kParts = ".parts";

struct Sheet {
    RecordKind kind;
    std::string_view part;
};
constexpr std::array<Sheet, 3> kSheets{{{RecordKind::Camera, "xl/worksheets/sheet1.xml"},
                                        {RecordKind::Site, "xl/worksheets/sheet2.xml"},
                                        {RecordKind::System, "xl/worksheets/sheet3.xml"}}};

constexpr std::string_view kContentTypes =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
    R"(<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)"
    R"(<Default Extension="xml" ContentType="application/xml"/>)"
    R"(<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>)"
    R"(<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>)"
    R"(<Override PartName="/xl/worksheets/sheet2.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>)"
    R"(<Override PartName="/xl/worksheets/sheet3.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>)"
    R"(<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>
)";
constexpr std::string_view kPackage =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" )"
    R"(Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>
)";
constexpr std::string_view kWorkbook =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" )"
    R"(xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>)"
    R"(<sheet name="camera" sheetId="1" r:id="rId1"/><sheet name="site" sheetId="2" r:id="rId2"/>)"
    R"(<sheet name="system" sheetId="3" r:id="rId3"/></sheets></workbook>
)";
constexpr std::string_view kWorkbookParts =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)"
    R"(<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>)"
    R"(<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet2.xml"/>)"
    R"(<Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet3.xml"/>)"
    R"(<Relationship Id="rId4" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>
)";

std::vector<std::string> headerOf(const ExportPlan& plan, RecordKind kind)
{
    std::vector<std::string> names;
    if (kind == RecordKind::Camera) {
        names = plan.crs.isProjected() ? std::vector<std::string>{"x", "y"} : std::vector<std::string>{"lon", "lat"};
    }
    for (std::string& name : namesOf(plan.table(kind))) {
        names.push_back(std::move(name));
    }
    return names;
}

fs::path partOf(const ExportJob& job, std::string_view part)
{
    return job.beside(kParts) / part;
}

std::vector<geo::ZipEntry> entriesOf(const ExportJob& job)
{
    std::vector<geo::ZipEntry> entries;
    for (const std::string_view part :
         {"[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml",
          "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml"}) {
        entries.push_back({.name = std::string(part), .file = partOf(job, part)});
    }
    return entries;
}

Done makeFolders(const ExportJob& job)
{
    std::error_code error;
    for (const std::string_view folder : {"_rels", "xl/_rels", "xl/worksheets"}) {
        fs::create_directories(partOf(job, folder), error);
        if (error) {
            return fail(outputError(error.value(), job.mainFile()));
        }
    }
    return done();
}

Done writePart(ExportJob& job, std::string_view part, std::string_view text)
{
    auto out = OutputText::create(partOf(job, part));
    if (!out) {
        return fail(out.error());
    }
    out->text = text;
    return job.finish(*out);
}

Done writeSheet(ExportJob& job, const Sheet& sheet)
{
    auto out =
        XlsxSheet::create(partOf(job, sheet.part), job.plan().table(sheet.kind), headerOf(job.plan(), sheet.kind));
    if (!out) {
        return fail(out.error());
    }
    auto written = job.forEach(sheet.kind, [&](const RowOut& row) { return out->add(row); });
    return written ? job.finish(out->end()) : written;
}

Done write(ExportJob& job)
{
    auto written = makeFolders(job);
    written = written ? writePart(job, "[Content_Types].xml", kContentTypes) : written;
    written = written ? writePart(job, "_rels/.rels", kPackage) : written;
    written = written ? writePart(job, "xl/workbook.xml", kWorkbook) : written;
    written = written ? writePart(job, "xl/_rels/workbook.xml.rels", kWorkbookParts) : written;
    written = written ? writePart(job, "xl/styles.xml", sheetStyles()) : written;
    for (const Sheet& sheet : kSheets) {
        written = written ? writeSheet(job, sheet) : written;
    }
    return written ? geo::writeZip(job.mainFile(), entriesOf(job), job.progress()) : written;
}

Done readBackSheet(ExportJob& job, const Sheet& sheet, const Progress& progress)
{
    auto rows = XlsxRows::open(partOf(job, sheet.part), job.plan().table(sheet.kind), headerOf(job.plan(), sheet.kind));
    if (!rows) {
        return fail(rows.error());
    }
    return RowCheck(job, sheet.kind, job.mainFile().filename().string(), progress).takeAll(*rows);
}

Done readBackFile(ExportJob& job, const Progress& progress)
{
    Done same = done();
    for (const Sheet& sheet : kSheets) {
        same = same ? readBackSheet(job, sheet, progress.part(0.0, 0.7)) : same;
    }
    return same ? geo::compareZip(job.mainFile(), entriesOf(job), progress.part(0.7, 1.0)) : same;
}

/// A text longer than a cell is cut; the report has said so.
std::optional<FieldValue> shorten(const Column& column, FieldValue& value)
{
    auto* text = column.overSheet > 0 ? std::get_if<std::string>(&value) : nullptr;
    if (text == nullptr) {
        return std::nullopt;
    }
    const std::size_t fitting = fittingSheetText(*text);
    if (fitting == text->size()) {
        return std::nullopt;
    }
    FieldValue whole = *text;
    text->resize(fitting);
    return whole;
}

void foresee(ExportPlan& plan)
{
    foreseeUndeclaredSystem(plan, "Excel");
    foreseeLongCells(plan);
}

} // namespace

Format xlsxFormat()
{
    return {
        .info = {.name = "xlsx", .ending = ".xlsx", .label = {.it = "Foglio Excel (XLSX)", .en = "Excel sheet (XLSX)"}},
        .version = "ECMA-376",
        .hasSideTables = true,
        .foresee = foresee,
        .adapt = shorten,
        .fileNames = oneFile,
        .write = write,
        .readBack = readBackFile};
}

} // namespace observo::exchange
