// SPDX-License-Identifier: GPL-3.0-or-later
#include "vector/VectorReader.h"

#include "GdalMessages.h"
#include "vector/OgrFields.h"
#include "vector/OgrGeometry.h"

#include <cpl_string.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <utility>

namespace observo::geo {

namespace {

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

} // namespace

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

Result<VectorReader> VectorReader::open(const std::filesystem::path& file, const std::string& layer)
{
    auto source = VectorSource::open(file);
    if (!source) {
        return fail(std::move(source.error()));
    }
    auto found = source->layer(layer);
    if (!found) {
        return fail(std::move(found.error()));
    }
    return VectorReader(std::move(*source), std::move(*found));
}

Done VectorReader::select(const VectorQuery& query)
{
    const GdalMessages quiet;
    OGRFeatureDefnH definition = OGR_L_GetLayerDefn(m_open.layer);
    std::vector<int> wanted;
    for (const auto& name : query.attributes) {
        const int index = OGR_FD_GetFieldIndex(definition, name.c_str());
        if (index < 0) {
            return fail(Error{.code = ErrorCode::UnknownField,
                              .what = "layer \"" + m_open.name + "\" has no such attribute",
                              .file = m_source.file().path.string(),
                              .field = name});
        }
        wanted.push_back(index);
    }
    for (int i = 0; query.attributes.empty() && i < OGR_FD_GetFieldCount(definition); ++i) {
        wanted.push_back(i);
    }
    m_columns.clear();
    for (const int index : wanted) {
        m_columns.push_back({index, fieldTypeOf(OGR_FD_GetFieldDefn(definition, index))});
    }
    m_withGeometry = query.withGeometry;
    if (query.box) {
        OGR_L_SetSpatialFilterRect(m_open.layer, query.box->minX, query.box->minY, query.box->maxX, query.box->maxY);
    } else {
        OGR_L_SetSpatialFilter(m_open.layer, nullptr);
    }
    leaveOut(wanted);
    chooseInterest();
    return done();
}

Result<VectorReadReport> VectorReader::run(const std::function<bool(const Feature&)>& take, const Progress& progress)
{
    GdalMessages messages;
    VectorReadReport report;
    const double total =
        m_counted ? static_cast<double>(std::max<GIntBig>(1, OGR_L_GetFeatureCount(m_open.layer, 0))) : 1.0;
    OGR_L_ResetReading(m_open.layer);
    while (const GdalFeature row{next(progress)}) {
        Feature feature;
        if (m_withGeometry) {
            feature.geometry = geometryOf(row.get(), messages);
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
    if (messages.failure()) {
        return fail(Error{.code = ErrorCode::InputNotUnderstood,
                          .what = *messages.failure(),
                          .file = m_source.file().path.string(),
                          .row = report.read,
                          .advice = "the file is damaged after this row: get it again"});
    }
    report.warnings = messages.warnings();
    return report;
}

/// Columns that nobody asked for are not even decoded, where the driver can.
void VectorReader::leaveOut(const std::vector<int>& wanted)
{
    if (OGR_L_TestCapability(m_open.layer, OLCIgnoreFields) == 0) {
        return;
    }
    OGRFeatureDefnH definition = OGR_L_GetLayerDefn(m_open.layer);
    CPLStringList ignored;
    for (int i = 0; i < OGR_FD_GetFieldCount(definition); ++i) {
        if (std::find(wanted.begin(), wanted.end(), i) == wanted.end()) {
            ignored.AddString(OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(definition, i)));
        }
    }
    if (!m_withGeometry) {
        ignored.AddString("OGR_GEOMETRY");
    }
    OGR_L_SetIgnoredFields(m_open.layer, const_cast<const char**>(ignored.List()));
}

/// An OSM extract is one stream of all layers; the others are not built.
void VectorReader::chooseInterest()
{
    m_interleaved = m_source.file().format == FileFormat::OsmPbf;
    m_counted = OGR_L_TestCapability(m_open.layer, OLCFastFeatureCount) != 0;
    if (m_interleaved) {
        const auto interest = "SET interest_layers = " + m_open.name;
        GDALDatasetExecuteSQL(m_open.dataset, interest.c_str(), nullptr, nullptr);
        GDALDatasetResetReading(m_open.dataset);
    }
}

OGRFeatureH VectorReader::next(const Progress& progress)
{
    if (progress.cancelled()) {
        return nullptr;
    }
    if (!m_interleaved) {
        return OGR_L_GetNextFeature(m_open.layer);
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
            return feature.release();
        }
    }
}

Geometry VectorReader::geometryOf(OGRFeatureH row, GdalMessages& messages) const
{
    auto read = readGeometry(OGR_F_GetGeometryRef(row));
    const auto warn = [&](const char* what) {
        messages.warn("row " + std::to_string(OGR_F_GetFID(row)) + ": " + what);
    };
    if (read.mixed) {
        warn("of a collection of several kinds of geometry only one was kept");
    }
    if (read.notFinite) {
        warn("a coordinate is not a number; the geometry was left out");
    }
    return std::move(read.geometry);
}

} // namespace observo::geo
