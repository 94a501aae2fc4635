// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/geo/GeoPackageWriter.h"

#include "GdalDataset.h"
#include "GdalMessages.h"
#include "vector/OgrFields.h"

#include "observo/core/CheckedFile.h"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <memory>
#include <system_error>
#include <utility>

namespace observo::geo {

namespace {

struct ReferenceEnds {
    void operator()(void* reference) const { OSRDestroySpatialReference(reference); }
};
struct RowEnds {
    void operator()(OGRFeatureH feature) const { OGR_F_Destroy(feature); }
};
using Row = std::unique_ptr<std::remove_pointer_t<OGRFeatureH>, RowEnds>;

/// A setting of GDAL for this thread and for as long as it lives.
class ThreadOption {
public:
    ThreadOption(const char* name, const char* value) : m_name(name) { CPLSetThreadLocalConfigOption(name, value); }
    ~ThreadOption() { CPLSetThreadLocalConfigOption(m_name, nullptr); }
    ThreadOption(const ThreadOption&) = delete;
    ThreadOption& operator=(const ThreadOption&) = delete;

private:
    const char* m_name;
};

/// One GeoPackage being written. GDAL tells many failed writes only through its messages, some only on closing.
class Writer {
public:
    explicit Writer(std::filesystem::path file) : m_file(std::move(file)) {}

    Done create()
    {
        const char* const options[] = {"VERSION=1.3", "DATETIME_FORMAT=UTC", nullptr};
        m_dataset.reset(
            GDALCreate(GDALGetDriverByName("GPKG"), m_file.c_str(), 0, 0, 0, GDT_Unknown, const_cast<char**>(options)));
        return m_dataset == nullptr ? failed("the file cannot be created") : check();
    }

    Done write(const OutputTable& table, const Progress& progress)
    {
        const auto layer = makeLayer(table);
        if (!layer) {
            return fail(layer.error());
        }
        if (GDALDatasetStartTransaction(m_dataset.get(), 0) != OGRERR_NONE) {
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
        if (GDALDatasetCommitTransaction(m_dataset.get()) != OGRERR_NONE) {
            return failed("the rows could not be committed");
        }
        return check();
    }

    Done close()
    {
        m_dataset.reset();
        return check();
    }

    void abandon()
    {
        m_dataset.reset();
        std::error_code ignored;
        std::filesystem::remove(m_file, ignored);
        std::filesystem::remove(m_file.string() + "-journal", ignored);
    }

private:
    Done check() const
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

    tl::unexpected<Error> failed(const std::string& otherwise) const
    {
        const auto what = m_messages.failure().value_or(otherwise);
        const bool full = what.find("full") != std::string::npos || what.find("No space") != std::string::npos;
        return fail(Error{.code = full ? ErrorCode::OutputNoSpace : ErrorCode::OutputFailed,
                          .what = what,
                          .file = m_file.string(),
                          .advice = full ? "free some space on that disk and try again" : ""});
    }

    Result<OGRLayerH> makeLayer(const OutputTable& table)
    {
        std::unique_ptr<void, ReferenceEnds> reference;
        CPLStringList options;
        options.SetNameValue("FID", "fid");
        options.SetNameValue("IDENTIFIER", table.title.empty() ? table.name.c_str() : table.title.c_str());
        if (table.crs) {
            reference.reset(OSRNewSpatialReference(table.crs->wkt2().c_str()));
            OSRSetAxisMappingStrategy(reference.get(), OAMS_TRADITIONAL_GIS_ORDER);
            options.SetNameValue("GEOMETRY_NAME", "geom");
        } else {
            options.SetNameValue("ASPATIAL_VARIANT", "GPKG_ATTRIBUTES");
        }
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

    Done addRow(OGRLayerH layer, const OutputTable& table, const Feature& feature)
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

    static Done putPoint(OGRFeatureH row, const OutputTable& table, const Geometry& geometry)
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

    std::filesystem::path m_file;
    GdalMessages m_messages; // outlives the dataset, whose closing still speaks
    GdalDataset m_dataset;
};

Done writeAll(Writer& writer, const std::vector<OutputTable>& tables, const Progress& progress)
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

} // namespace

Done writeGeoPackage(const std::filesystem::path& file, const std::vector<OutputTable>& tables,
                     const Progress& progress)
{
    std::error_code ignored;
    if (std::filesystem::exists(file, ignored)) {
        return fail(Error{.code = ErrorCode::OutputExists, .what = "the file exists already", .file = file.string()});
    }
    // Not set for the whole program: read-only GeoPackages of others would be asked to change their journal.
    const ThreadOption journal("OGR_SQLITE_JOURNAL", "DELETE");
    Writer writer(file);
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
