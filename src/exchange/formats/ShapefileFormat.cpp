// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/ShapefileFormat.h"

#include "Losses.h"
#include "RowCheck.h"
#include "formats/DbfRows.h"
#include "formats/DbfTable.h"
#include "formats/ShapePoints.h"
#include "formats/Sidecar.h"

#include "observo/geo/ZipFile.h"

#include <array>

namespace observo::exchange {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kLargestFile = 2147483647;

// What other programs keep beside a shapefile: indexes that would send them to the rows of an older one, the system
// as an older QGIS understood it, and a description of what was there before.
constexpr std::array<std::string_view, 8> kOutdated{".qix", ".sbn", ".sbx", ".idm", ".ind", ".qpj", ".cst", ".shp.xml"};

// The side tables bear the name of the set, since several sets may share a folder.
constexpr std::string_view kSites = "_sites.dbf";
constexpr std::string_view kSystems = "_systems.dbf";

/// The positions of a .shp beside the cells of its .dbf.
class ShapefileRows : public RowSource {
public:
    ShapefileRows(ShapePoints points, DbfRows cells) : m_points(std::move(points)), m_cells(std::move(cells)) {}

    [[nodiscard]] Result<bool> next(ReadRow& row) override
    {
        const auto more = m_cells.next(row);
        if (!more) {
            return more;
        }
        if (!*more) {
            const auto ended = m_points.end();
            return ended ? Result<bool>(false) : fail(ended.error());
        }
        const auto point = m_points.next();
        if (!point) {
            return fail(point.error());
        }
        row.point = *point;
        return true;
    }

private:
    ShapePoints m_points;
    DbfRows m_cells;
};

fs::path shapesOf(const ExportJob& job)
{
    return job.plan().format->info.ending == ".zip" ? job.beside(".shp") : job.mainFile();
}

std::vector<std::string> setNames(const fs::path& output)
{
    const std::string stem = output.stem().string();
    std::vector<std::string> names{output.filename().string()};
    for (const std::string_view ending :
         {".shx", ".dbf", ".prj", ".cpg", ".fields.json", "_sites.dbf", "_sites.cpg", "_systems.dbf", "_systems.cpg"}) {
        names.push_back(stem + std::string(ending));
    }
    return names;
}

Done writeText(ExportJob& job, const fs::path& file, std::string text)
{
    auto out = OutputText::create(file);
    if (!out) {
        return fail(out.error());
    }
    out->text = std::move(text);
    return job.finish(*out);
}

Done writeTable(ExportJob& job, RecordKind kind, const fs::path& file, Sidecar& sidecar)
{
    const TablePlan& plan = job.plan().table(kind);
    if (dbfSize(plan) > kLargestFile) {
        return fail(Error{.code = ErrorCode::OutputFailed,
                          .what = "the table would pass the 2 GiB that a shapefile can hold",
                          .file = file.filename().string(),
                          .advice = "export as GeoPackage, or in parts by a filter"});
    }
    auto table = DbfTable::create(file, plan);
    if (!table) {
        return fail(table.error());
    }
    sidecar.begin(kind);
    auto written = job.forEach(kind, [&](const RowOut& row) {
        auto kept = sidecar.keep(plan, row);
        return kept ? table->add(row.values) : kept;
    });
    written = written ? job.finish(table->end()) : written;
    return written ? writeText(job, fs::path(file).replace_extension(".cpg"), "UTF-8") : written;
}

Done writeSet(ExportJob& job)
{
    auto sidecar = Sidecar::create(job.beside(".fields.json"), job.plan());
    if (!sidecar) {
        return fail(sidecar.error());
    }
    auto written = writeTable(job, RecordKind::Camera, job.beside(".dbf"), *sidecar);
    written = written ? writeTable(job, RecordKind::Site, job.beside(kSites), *sidecar) : written;
    written = written ? writeTable(job, RecordKind::System, job.beside(kSystems), *sidecar) : written;
    written = written ? sidecar->finish(job) : written;
    written = written ? writeShapePoints(job, shapesOf(job), job.beside(".shx")) : written;
    return written ? writeText(job, job.beside(".prj"), job.plan().crs.esriWkt()) : written;
}

Done readBackTable(ExportJob& job, RecordKind kind, const fs::path& file, const Progress& progress)
{
    auto rows = DbfRows::open(file, job.plan().table(kind));
    if (!rows) {
        return fail(rows.error());
    }
    return RowCheck(job, kind, file.filename().string(), progress).takeAll(*rows);
}

Done readBackCameras(ExportJob& job, const Progress& progress)
{
    auto points = ShapePoints::open(shapesOf(job), job.beside(".shx"));
    auto cells = DbfRows::open(job.beside(".dbf"), job.plan().cameras);
    if (!points || !cells) {
        return fail(!points ? points.error() : cells.error());
    }
    ShapefileRows rows(std::move(*points), std::move(*cells));
    return RowCheck(job, RecordKind::Camera, shapesOf(job).filename().string(), progress).takeAll(rows);
}

Done readBackSet(ExportJob& job, const Progress& progress)
{
    auto same = readBackCameras(job, progress.part(0.0, 0.9));
    same = same ? readBackTable(job, RecordKind::Site, job.beside(kSites), progress.part(0.9, 0.95)) : same;
    return same ? readBackTable(job, RecordKind::System, job.beside(kSystems), progress.part(0.95, 1.0)) : same;
}

std::vector<geo::ZipEntry> entriesOf(const ExportJob& job)
{
    std::vector<geo::ZipEntry> entries;
    for (const std::string& name : setNames(shapesOf(job))) {
        entries.push_back({.name = name, .file = job.mainFile().parent_path() / name});
    }
    return entries;
}

Done writeZipped(ExportJob& job)
{
    auto written = writeSet(job);
    return written ? geo::writeZip(job.mainFile(), entriesOf(job), job.progress()) : written;
}

Done readBackZip(ExportJob& job, const Progress& progress)
{
    auto same = readBackSet(job, progress.part(0.0, 0.7));
    return same ? geo::compareZip(job.mainFile(), entriesOf(job), progress.part(0.7, 1.0)) : same;
}

void foresee(ExportPlan& plan)
{
    foreseeStrangeDates(plan);
    foreseeNarrowColumns(plan);
}

} // namespace

Format shapefileFormat()
{
    return {.info = {.name = "shapefile",
                     .ending = ".shp",
                     .label = {.it = "Shapefile (più file)", .en = "Shapefile (several files)"}},
            .version = "1998",
            .hasSideTables = true,
            .foresee = foresee,
            .adapt = shortenForDbf,
            .fileNames = setNames,
            .write = writeSet,
            .readBack = readBackSet,
            .outdated = kOutdated};
}

Format zippedShapefileFormat()
{
    Format format = shapefileFormat();
    format.info = {.name = "shapefile-zip",
                   .ending = ".zip",
                   .label = {.it = "Shapefile (un solo file zip)", .en = "Shapefile (one zip file)"}};
    format.fileNames = oneFile;
    format.write = writeZipped;
    format.readBack = readBackZip;
    format.outdated = {};
    return format;
}

} // namespace observo::exchange
