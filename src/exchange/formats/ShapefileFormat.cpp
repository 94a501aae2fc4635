// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/ShapefileFormat.h"

#include "ExportJob.h"
#include "Sidecar.h"
#include "formats/Bytes.h"
#include "formats/DbfTable.h"

#include "observo/geo/Geometry.h"
#include "observo/geo/ZipFile.h"

namespace observo::exchange {
namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t kPointType = 1;
constexpr std::uint32_t kFileCode = 9994;
constexpr std::uint32_t kVersion = 1000;
constexpr std::size_t kHeaderBytes = 100;
constexpr std::uint32_t kPointWords = 10;  // content of a point record in 16-bit words
constexpr std::uint32_t kRecordWords = 14; // with its header
constexpr std::uint64_t kLargestFile = 2147483647;

/// Lengths and box of a .shp or .shx (ESRI white paper, July 1998, table 1).
std::string mainHeader(std::uint32_t words, const geo::MapBox& box)
{
    std::string out;
    appendBig32(out, kFileCode);
    out.append(20, '\0');
    appendBig32(out, words);
    appendLittle32(out, kVersion);
    appendLittle32(out, kPointType);
    for (const double value : {box.minX, box.minY, box.maxX, box.maxY, 0.0, 0.0, 0.0, 0.0}) {
        appendLittleDouble(out, value);
    }
    return out;
}

Done writeText(const fs::path& file, std::string text)
{
    auto out = OutputText::create(file);
    if (!out) {
        return fail(out.error());
    }
    out->text = std::move(text);
    return out->finish();
}

/// Header first means the box must be known: positions are kept in the job's prints after the rows went to the DBF.
Done writeShapes(const ExportJob& job, std::vector<fs::path>& files)
{
    geo::MapBox box;
    for (const RowPrint& print : job.prints()) {
        box.include(print.point);
    }
    if (box.isEmpty()) {
        box = {.minX = 0, .minY = 0, .maxX = 0, .maxY = 0};
    }
    const auto rows = static_cast<std::uint32_t>(job.prints().size());
    auto shapes = OutputText::create(job.beside(".shp"));
    auto index = OutputText::create(job.beside(".shx"));
    if (!shapes || !index) {
        return fail(!shapes ? shapes.error() : index.error());
    }
    shapes->text = mainHeader(kHeaderBytes / 2 + rows * kRecordWords, box);
    index->text = mainHeader(kHeaderBytes / 2 + rows * 4, box);
    for (std::uint32_t row = 0; row < rows; ++row) {
        appendBig32(index->text, kHeaderBytes / 2 + row * kRecordWords);
        appendBig32(index->text, kPointWords);
        appendBig32(shapes->text, row + 1);
        appendBig32(shapes->text, kPointWords);
        appendLittle32(shapes->text, kPointType);
        appendLittleDouble(shapes->text, job.prints()[row].point.x);
        appendLittleDouble(shapes->text, job.prints()[row].point.y);
        if (auto flushed = shapes->flushIfLarge(); !flushed) {
            return flushed;
        }
    }
    if (auto finished = shapes->finish(); !finished) {
        return finished;
    }
    files.insert(files.begin(), job.beside(".shp"));
    files.push_back(job.beside(".shx"));
    return index->finish();
}

void rememberLongValues(LongValues& kept, const Camera& camera, const TablePlan& table)
{
    for (const Column& column : table.columns) {
        if (column.overLong == 0) {
            continue;
        }
        const std::string text = textOf(valueOf(camera, *column.field));
        if (text.size() > 254) {
            kept[camera.id.text()].emplace(column.field->name, text);
        }
    }
}

Done writeCameras(ExportJob& job, std::vector<fs::path>& files)
{
    const ExportPlan& plan = job.plan();
    auto table = DbfTable::create(job.beside(".dbf"), plan.cameras);
    if (!table) {
        return fail(table.error());
    }
    LongValues longValues;
    const auto written = job.forEachCamera([&](const CameraRowOut& row) {
        rememberLongValues(longValues, row.camera, plan.cameras);
        return table->add(row.values);
    });
    if (!written) {
        return written;
    }
    if (auto finished = table->finish(); !finished) {
        return finished;
    }
    files.push_back(job.beside(".dbf"));
    files.push_back(job.beside(".fields.json"));
    return writeText(job.beside(".fields.json"), sidecarJson(plan, longValues));
}

Done writeSide(ExportJob& job, const TablePlan& plan, const fs::path& file, std::vector<fs::path>& files)
{
    auto table = DbfTable::create(file, plan);
    if (!table) {
        return fail(table.error());
    }
    const auto add = [&](const std::vector<FieldValue>& values) { return table->add(values); };
    auto written = plan.kind == RecordKind::Site ? job.forEachSite(add) : job.forEachSystem(add);
    if (!written) {
        return written;
    }
    files.push_back(file);
    auto coding = file;
    coding.replace_extension(".cpg");
    files.push_back(coding);
    if (auto said = writeText(coding, "UTF-8"); !said) {
        return said;
    }
    return table->finish();
}

Result<std::vector<fs::path>> writeSet(ExportJob& job)
{
    const ExportPlan& plan = job.plan();
    if (dbfSize(plan.cameras) > kLargestFile) {
        return fail(ErrorCode::OutputFailed, "the table would pass the 2 GiB that a shapefile can hold",
                    "export as GeoPackage, or in parts by a filter");
    }
    std::vector<fs::path> files;
    const auto stem = plan.request.output.stem().string();
    Done outcome = writeCameras(job, files);
    const auto then = [&](auto step) {
        if (outcome) {
            outcome = step();
        }
    };
    then([&] { return writeShapes(job, files); });
    then([&] { return writeSide(job, plan.sites, job.folder() / (stem + "_sites.dbf"), files); });
    then([&] { return writeSide(job, plan.systems, job.folder() / (stem + "_systems.dbf"), files); });
    then([&] { return writeText(job.beside(".prj"), plan.crs.esriWkt()); });
    then([&] { return writeText(job.beside(".cpg"), "UTF-8"); });
    if (!outcome) {
        return fail(outcome.error());
    }
    files.push_back(job.beside(".prj"));
    files.push_back(job.beside(".cpg"));
    return files;
}

Result<std::vector<fs::path>> writeZipped(ExportJob& job)
{
    const auto files = writeSet(job);
    if (!files) {
        return files;
    }
    std::vector<geo::ZipEntry> entries;
    for (const fs::path& file : *files) {
        entries.push_back({.name = file.filename().string(), .file = file});
    }
    const auto zip = job.folder() / job.plan().request.output.filename();
    if (auto written = geo::writeZip(zip, entries, job.progress()); !written) {
        return fail(written.error());
    }
    return std::vector{zip};
}

void foresee(ExportPlan& plan)
{
    for (const TablePlan* table : {&plan.cameras, &plan.sites, &plan.systems}) {
        for (const Column& column : table->columns) {
            if (column.overLong > 0) {
                plan.losses.losses.push_back(
                    {.field = std::string(column.field->name),
                     .values = column.overLong,
                     .messageIt =
                         "Testi oltre 254 byte accorciati nella tabella" +
                         std::string(table->kind == RecordKind::Camera ? "; interi nel file .fields.json." : "."),
                     .messageEn =
                         "Texts over 254 bytes are shortened in the table" +
                         std::string(table->kind == RecordKind::Camera ? "; whole in the .fields.json file." : ".")});
            }
        }
    }
    plan.losses.losses.push_back(
        {.field = {},
         .values = 0,
         .messageIt = "Nomi dei campi abbreviati a 10 caratteri; quelli interi sono nel file .fields.json.",
         .messageEn = "Field names are shortened to 10 characters; the full ones are in the .fields.json file."});
}

std::string shortName(const FieldInfo& field)
{
    return std::string(field.shortName);
}

/// Inside a zip stand three tables: the cameras' bears the name of the set.
std::string stemLayer(const ExportPlan& plan)
{
    return plan.request.output.stem().string();
}

} // namespace

Format shapefileFormat()
{
    return {.info = {.name = "shapefile",
                     .ending = ".shp",
                     .label = {.it = "Shapefile (più file)", .en = "Shapefile (several files)"}},
            .decimals = 17,
            .foresee = foresee,
            .write = writeSet,
            .asWritten = asDbf,
            .columnName = shortName,
            .cameraLayer = stemLayer};
}

Format zippedShapefileFormat()
{
    Format format = shapefileFormat();
    format.info = {.name = "shapefile-zip",
                   .ending = ".zip",
                   .label = {.it = "Shapefile (un solo file zip)", .en = "Shapefile (one zip file)"}};
    format.write = writeZipped;
    return format;
}

} // namespace observo::exchange
