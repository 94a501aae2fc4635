// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/geo/VectorFile.h"

#include "GdalMessages.h"
#include "vector/OgrFields.h"
#include "vector/OgrGeometry.h"
#include "vector/VectorSource.h"

#include <cpl_string.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <utility>

namespace observo::geo {

namespace {

/// A column that is read, and where it stands in GDAL's rows.
struct Column {
    int index = 0;
    FieldType type = FieldType::Text;
};

struct FeatureEnds {
    void operator()(OGRFeatureH feature) const { OGR_F_Destroy(feature); }
};
using GdalFeature = std::unique_ptr<std::remove_pointer_t<OGRFeatureH>, FeatureEnds>;

std::string geometryTypeOf(OGRLayerH layer)
{
    switch (wkbFlatten(OGR_L_GetGeomType(layer))) {
    case wkbPoint:
    case wkbMultiPoint:
        return "point";
    case wkbLineString:
    case wkbMultiLineString:
    case wkbCircularString:
    case wkbCompoundCurve:
    case wkbMultiCurve:
        return "line";
    case wkbPolygon:
    case wkbMultiPolygon:
    case wkbCurvePolygon:
    case wkbMultiSurface:
    case wkbTriangle:
    case wkbTIN:
    case wkbPolyhedralSurface:
        return "polygon";
    case wkbNone:
        return "none";
    default:
        return "mixed";
    }
}

VectorLayerInfo infoOf(const OpenLayer& open)
{
    VectorLayerInfo info;
    info.name = open.name;
    info.geometryType = geometryTypeOf(open.layer);
    info.crs = crsOf(OGR_L_GetSpatialRef(open.layer));
    if (OGR_L_TestCapability(open.layer, OLCFastFeatureCount) != 0) {
        info.features = OGR_L_GetFeatureCount(open.layer, 0);
    }
    OGRFeatureDefnH definition = OGR_L_GetLayerDefn(open.layer);
    for (int i = 0; i < OGR_FD_GetFieldCount(definition); ++i) {
        OGRFieldDefnH column = OGR_FD_GetFieldDefn(definition, i);
        info.attributes.push_back({OGR_Fld_GetNameRef(column), fieldTypeOf(column)});
    }
    return info;
}

/// Streams the rows of one layer.
class Reader {
public:
    Reader(const VectorSource& source, OpenLayer open, const VectorQuery& query)
        : m_source(source), m_open(std::move(open)), m_query(query)
    {}

    Done prepare()
    {
        OGRFeatureDefnH definition = OGR_L_GetLayerDefn(m_open.layer);
        const int count = OGR_FD_GetFieldCount(definition);
        std::vector<int> wanted;
        for (const auto& name : m_query.attributes) {
            const int index = OGR_FD_GetFieldIndex(definition, name.c_str());
            if (index < 0) {
                return fail(Error{.code = ErrorCode::UnknownField,
                                  .what = "layer \"" + m_open.name + "\" has no such attribute",
                                  .file = m_source.file().path.string(),
                                  .field = name});
            }
            wanted.push_back(index);
        }
        for (int i = 0; m_query.attributes.empty() && i < count; ++i) {
            wanted.push_back(i);
        }
        for (const int index : wanted) {
            m_columns.push_back({index, fieldTypeOf(OGR_FD_GetFieldDefn(definition, index))});
        }
        if (m_query.box) {
            OGR_L_SetSpatialFilterRect(m_open.layer, m_query.box->minX, m_query.box->minY, m_query.box->maxX,
                                       m_query.box->maxY);
        }
        leaveOut(definition, wanted);
        chooseInterest();
        return done();
    }

    Result<VectorReadReport> run(const std::function<bool(const Feature&)>& take, const Progress& progress)
    {
        VectorReadReport report;
        const double total = static_cast<double>(std::max<GIntBig>(1, OGR_L_GetFeatureCount(m_open.layer, 0)));
        OGR_L_ResetReading(m_open.layer);
        while (const GdalFeature row = next(progress)) {
            Feature feature;
            if (m_query.withGeometry) {
                feature.geometry = geometryOf(row.get());
            }
            feature.row = OGR_F_GetFID(row.get());
            for (const auto& column : m_columns) {
                feature.values.push_back(fieldValueOf(row.get(), column.index, column.type));
            }
            ++report.read;
            if (!take(feature)) {
                break;
            }
            if (m_counted && report.read % 256 == 0) {
                progress.report(static_cast<double>(report.read) / total);
            }
        }
        if (progress.cancelled()) {
            return fail(ErrorCode::Cancelled, "reading " + m_source.file().path.string() + " was cancelled");
        }
        if (m_messages.failure()) {
            return fail(Error{.code = ErrorCode::InputNotUnderstood,
                              .what = *m_messages.failure(),
                              .file = m_source.file().path.string(),
                              .row = report.read,
                              .advice = "the file is damaged after this row: get it again"});
        }
        report.warnings = m_messages.warnings();
        return report;
    }

private:
    /// Columns that nobody asked for are not even decoded, where the driver can.
    void leaveOut(OGRFeatureDefnH definition, const std::vector<int>& wanted)
    {
        if (OGR_L_TestCapability(m_open.layer, OLCIgnoreFields) == 0) {
            return;
        }
        CPLStringList ignored;
        for (int i = 0; i < OGR_FD_GetFieldCount(definition); ++i) {
            if (std::find(wanted.begin(), wanted.end(), i) == wanted.end()) {
                ignored.AddString(OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(definition, i)));
            }
        }
        if (!m_query.withGeometry) {
            ignored.AddString("OGR_GEOMETRY");
        }
        OGR_L_SetIgnoredFields(m_open.layer, const_cast<const char**>(ignored.List()));
    }

    /// An OSM extract is one stream of all layers; the others are not built.
    void chooseInterest()
    {
        m_interleaved = m_source.file().format == FileFormat::OsmPbf;
        m_counted = OGR_L_TestCapability(m_open.layer, OLCFastFeatureCount) != 0;
        if (m_interleaved) {
            const auto interest = "SET interest_layers = " + m_open.name;
            GDALDatasetExecuteSQL(m_open.dataset, interest.c_str(), nullptr, nullptr);
            GDALDatasetResetReading(m_open.dataset);
        }
    }

    GdalFeature next(const Progress& progress)
    {
        if (progress.cancelled()) {
            return nullptr;
        }
        if (!m_interleaved) {
            return GdalFeature(OGR_L_GetNextFeature(m_open.layer));
        }
        const auto tell = [](double share, const char*, void* listener) {
            const auto* watched = static_cast<const Progress*>(listener);
            watched->report(share);
            return watched->cancelled() ? 0 : 1;
        };
        auto* watched = const_cast<Progress*>(&progress); // the callback above only reads it
        while (true) {
            OGRLayerH belongsTo = nullptr;
            GdalFeature feature(GDALDatasetGetNextFeature(m_open.dataset, &belongsTo, nullptr, tell, watched));
            if (feature == nullptr || belongsTo == m_open.layer) {
                return feature;
            }
        }
    }

    Geometry geometryOf(OGRFeatureH row)
    {
        auto read = readGeometry(OGR_F_GetGeometryRef(row));
        const auto where = "row " + std::to_string(OGR_F_GetFID(row)) + ": ";
        if (read.mixed) {
            m_messages.warn(where + "of a collection of several kinds of geometry only one was kept");
        }
        if (read.notFinite) {
            m_messages.warn(where + "a coordinate is not a number; the geometry was left out");
        }
        return std::move(read.geometry);
    }

    const VectorSource& m_source;
    OpenLayer m_open;
    const VectorQuery& m_query;
    std::vector<Column> m_columns;
    GdalMessages m_messages;
    bool m_interleaved = false;
    bool m_counted = false;
};

} // namespace

Result<std::vector<VectorLayerInfo>> describeVectorFile(const std::filesystem::path& file)
{
    const auto source = VectorSource::open(file);
    if (!source) {
        return fail(source.error());
    }
    const GdalMessages messages;
    std::vector<VectorLayerInfo> infos;
    for (const auto& layer : source->layers()) {
        infos.push_back(infoOf(layer));
    }
    return infos;
}

Result<VectorReadReport> readVectorFile(const std::filesystem::path& file, const VectorQuery& query,
                                        const std::function<bool(const Feature&)>& take, const Progress& progress)
{
    const auto source = VectorSource::open(file);
    if (!source) {
        return fail(source.error());
    }
    auto layer = source->layer(query.layer);
    if (!layer) {
        return fail(std::move(layer.error()));
    }
    Reader reader(*source, std::move(*layer), query);
    if (auto prepared = reader.prepare(); !prepared) {
        return fail(std::move(prepared.error()));
    }
    return reader.run(take, progress);
}

} // namespace observo::geo
