// SPDX-License-Identifier: GPL-3.0-or-later
#include "vector/OgrWriter.h"

#include "vector/OgrFields.h"

#include "observo/core/CheckedFile.h"

#include <cpl_string.h>
#include <ogr_srs_api.h>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <memory>
#include <system_error>

namespace observo::geo {

namespace {

struct ReferenceEnds {
    void operator()(void* reference) const { OSRDestroySpatialReference(reference); }
};
struct RowEnds {
    void operator()(OGRFeatureH feature) const { OGR_F_Destroy(feature); }
};
using Row = std::unique_ptr<std::remove_pointer_t<OGRFeatureH>, RowEnds>;

CPLStringList listOf(const std::vector<std::string>& options)
{
    CPLStringList list;
    for (const std::string& option : options) {
        list.AddString(option.c_str());
    }
    return list;
}

Done putPoint(OGRFeatureH row, const OutputTable& table, const Geometry& geometry)
{
    if (std::holds_alternative<std::monostate>(geometry)) {
        return done();
    }
    const auto* points = std::get_if<std::vector<MapPoint>>(&geometry);
    if (!table.crs || points == nullptr || points->size() != 1) {
        return fail(ErrorCode::InvalidArgument, "a row of " + table.name + " is not placed by one point");
    }
    OGRGeometryH point = OGR_G_CreateGeometry(wkbPoint);
    OGR_G_SetPoint_2D(point, 0, points->front().x, points->front().y);
    OGR_F_SetGeometryDirectly(row, point);
    return done();
}

Done syncToDisk(const std::filesystem::path& file)
{
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
        return fail(outputError(errno, file));
    }
    const int synced = ::fsync(descriptor);
    const int why = errno;
    if (::close(descriptor) != 0 || synced != 0) {
        return fail(outputError(synced != 0 ? why : errno, file));
    }
    return done();
}

Done writeAll(OgrWriter& writer, const std::vector<OutputTable>& tables, const Progress& progress)
{
    if (auto created = writer.create(); !created) {
        return created;
    }
    for (std::size_t i = 0; i < tables.size(); ++i) {
        if (auto written = writer.write(tables[i], progress); !written) {
            return written;
        }
        progress.report(static_cast<double>(i + 1) / static_cast<double>(tables.size()));
    }
    return writer.close();
}

} // namespace

Done OgrWriter::create()
{
    CPLStringList options = listOf(m_way.fileOptions);
    m_dataset.reset(
        GDALCreate(GDALGetDriverByName(m_way.driver), m_file.c_str(), 0, 0, 0, GDT_Unknown, options.List()));
    return m_dataset == nullptr ? failed("the file cannot be created") : check();
}

Done OgrWriter::write(const OutputTable& table, const Progress& progress)
{
    const auto layer = makeLayer(table);
    if (!layer) {
        return fail(layer.error());
    }
    if (m_way.hasTransactions && GDALDatasetStartTransaction(m_dataset.get(), 0) != OGRERR_NONE) {
        return failed("no transaction could be started");
    }
    std::int64_t number = 0;
    const auto given = table.rows([&](const Feature& feature) -> Done {
        ++number;
        if (progress.cancelled()) {
            return fail(ErrorCode::Cancelled, "writing " + m_file.string() + " was cancelled");
        }
        auto put = addRow(*layer, table, feature);
        if (!put) {
            put.error().row = number;
        }
        return put;
    });
    if (!given) {
        return given;
    }
    if (m_way.hasTransactions && GDALDatasetCommitTransaction(m_dataset.get()) != OGRERR_NONE) {
        return failed("the rows could not be committed");
    }
    return check();
}

Done OgrWriter::close()
{
    m_dataset.reset();
    return check();
}

void OgrWriter::abandon()
{
    m_dataset.reset();
    const auto stem = m_file.parent_path() / m_file.stem();
    std::error_code ignored;
    for (const std::string& left : {m_file.string(), m_file.string() + "-journal", stem.string() + "_temp.fgb"}) {
        std::filesystem::remove(left, ignored);
    }
}

Done OgrWriter::check() const
{
    if (m_messages.failure()) {
        return failed("");
    }
    if (!m_messages.warnings().empty()) {
        return fail(
            Error{.code = ErrorCode::OutputFailed, .what = m_messages.warnings().front(), .file = m_file.string()});
    }
    return done();
}

tl::unexpected<Error> OgrWriter::failed(const std::string& otherwise) const
{
    const auto what = m_messages.failure().value_or(otherwise);
    const bool full = what.find("full") != std::string::npos || what.find("No space") != std::string::npos;
    return fail(Error{.code = full ? ErrorCode::OutputNoSpace : ErrorCode::OutputFailed,
                      .what = what,
                      .file = m_file.string(),
                      .advice = full ? "free some space on that disk and try again" : ""});
}

Result<OGRLayerH> OgrWriter::makeLayer(const OutputTable& table)
{
    std::unique_ptr<void, ReferenceEnds> reference;
    if (table.crs) {
        reference.reset(OSRNewSpatialReference(table.crs->wkt2().c_str()));
        OSRSetAxisMappingStrategy(reference.get(), OAMS_TRADITIONAL_GIS_ORDER);
    }
    CPLStringList options = m_way.layerOptions != nullptr ? listOf(m_way.layerOptions(table)) : CPLStringList();
    OGRLayerH layer = GDALDatasetCreateLayer(m_dataset.get(), table.name.c_str(), reference.get(),
                                             table.crs ? wkbPoint : wkbNone, options.List());
    for (std::size_t i = 0; layer != nullptr && i < table.attributes.size(); ++i) {
        OGRFieldDefnH column = makeColumn(table.attributes[i].name.c_str(), table.attributes[i].type);
        const auto made = OGR_L_CreateField(layer, column, FALSE);
        OGR_Fld_Destroy(column);
        if (made != OGRERR_NONE) {
            return failed("the column " + table.attributes[i].name + " could not be made");
        }
    }
    if (auto good = check(); layer == nullptr || !good) {
        return good ? failed("the table " + table.name + " could not be made") : fail(good.error());
    }
    return layer;
}

Done OgrWriter::addRow(OGRLayerH layer, const OutputTable& table, const Feature& feature)
{
    if (feature.values.size() != table.attributes.size()) {
        return fail(ErrorCode::InvalidArgument, "a row of " + table.name + " has not one value for each column");
    }
    const Row row(OGR_F_Create(OGR_L_GetLayerDefn(layer)));
    for (std::size_t i = 0; i < feature.values.size(); ++i) {
        auto put = putValue(row.get(), static_cast<int>(i), table.attributes[i].type, feature.values[i]);
        if (!put) {
            auto error = std::move(put.error());
            error.file = m_file.string();
            error.field = table.attributes[i].name;
            return fail(std::move(error));
        }
    }
    if (auto put = putPoint(row.get(), table, feature.geometry); !put) {
        return put;
    }
    if (OGR_L_CreateFeature(layer, row.get()) != OGRERR_NONE) {
        return failed("the row could not be written");
    }
    return check();
}

Done writeWithOgr(const std::filesystem::path& file, OgrWay way, const std::vector<OutputTable>& tables,
                  const Progress& progress)
{
    std::error_code ignored;
    if (std::filesystem::exists(file, ignored)) {
        return fail(Error{.code = ErrorCode::OutputExists, .what = "the file exists already", .file = file.string()});
    }
    OgrWriter writer(file, std::move(way));
    auto written = writeAll(writer, tables, progress);
    if (written) {
        written = syncToDisk(file);
    }
    if (!written) {
        writer.abandon();
    }
    return written;
}

} // namespace observo::geo
