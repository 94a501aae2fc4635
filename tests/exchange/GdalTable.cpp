// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/GdalTable.h"

#include <cpl_error.h>
#include <cpl_string.h>
#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

#include <array>
#include <cstdio>
#include <memory>

extern "C" {
void RegisterOGRShape();
void RegisterOGRGeoJSON();
void RegisterOGRGeoPackage();
void RegisterOGRLIBKML();
void RegisterOGRCSV();
void RegisterOGRFlatGeobuf();
void RegisterOGRXLSX();
}

namespace observo::exchange {
namespace {

struct Close {
    void operator()(void* dataset) const { GDALClose(dataset); }
};

struct Destroy {
    void operator()(OGRFeatureH feature) const { OGR_F_Destroy(feature); }
};

void registerDrivers()
{
    static const bool kDone = [] {
        RegisterOGRShape();
        RegisterOGRGeoJSON();
        RegisterOGRGeoPackage();
        RegisterOGRLIBKML();
        RegisterOGRCSV();
        RegisterOGRFlatGeobuf();
        RegisterOGRXLSX();
        return true;
    }();
    (void)kDone;
}

std::string timeText(OGRFeatureH feature, int index, bool isDay)
{
    int year = 0;
    int month = 0;
    int day = 0;
    int hour = 0;
    int minute = 0;
    float second = 0;
    int zone = 0;
    OGR_F_GetFieldAsDateTimeEx(feature, index, &year, &month, &day, &hour, &minute, &second, &zone);
    std::array<char, 64> text{};
    if (isDay) {
        std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", year, month, day);
    } else {
        std::snprintf(text.data(), text.size(), "%04d-%02d-%02dT%02d:%02d:%06.3f%s", year, month, day, hour, minute,
                      static_cast<double>(second), zone == 100 ? "Z" : "?");
    }
    return text.data();
}

std::string cellText(OGRFeatureH feature, int index, OGRFieldType type)
{
    if (type == OFTDate || type == OFTDateTime) {
        return timeText(feature, index, type == OFTDate);
    }
    if (type == OFTReal) {
        std::array<char, 64> text{};
        std::snprintf(text.data(), text.size(), "%.17g", OGR_F_GetFieldAsDouble(feature, index));
        return text.data();
    }
    return OGR_F_GetFieldAsString(feature, index);
}

GdalTable::Row rowOf(OGRFeatureH feature, OGRFeatureDefnH definition)
{
    GdalTable::Row row;
    if (OGRGeometryH geometry = OGR_F_GetGeometryRef(feature)) {
        row.point = MapPoint{OGR_G_GetX(geometry, 0), OGR_G_GetY(geometry, 0)};
    }
    for (int i = 0; i < OGR_FD_GetFieldCount(definition); ++i) {
        if (OGR_F_IsFieldSetAndNotNull(feature, i) != 0) {
            OGRFieldDefnH column = OGR_FD_GetFieldDefn(definition, i);
            row.cells[OGR_Fld_GetNameRef(column)] = cellText(feature, i, OGR_Fld_GetType(column));
        }
    }
    return row;
}

std::string systemOf(OGRLayerH layer)
{
    OGRSpatialReferenceH reference = OGR_L_GetSpatialRef(layer);
    if (reference == nullptr) {
        return {};
    }
    OSRAutoIdentifyEPSG(reference);
    const char* code = OSRGetAuthorityCode(reference, nullptr);
    return code != nullptr ? std::string("EPSG:") + code : std::string(OSRGetName(reference));
}

} // namespace

GdalTable GdalTable::read(const std::string& name, const std::string& layerName)
{
    registerDrivers();
    CPLErrorReset();
    CPLPushErrorHandler(CPLQuietErrorHandler);
    GdalTable table;
    const char* const options[] = {"DATE_AS_STRING=YES", nullptr};
    const std::unique_ptr<void, Close> dataset(
        GDALOpenEx(name.c_str(), GDAL_OF_VECTOR, nullptr,
                   name.ends_with("json") ? const_cast<char**>(options) : nullptr, nullptr));
    OGRLayerH layer = dataset == nullptr  ? nullptr
                      : layerName.empty() ? GDALDatasetGetLayer(dataset.get(), 0)
                                          : GDALDatasetGetLayerByName(dataset.get(), layerName.c_str());
    if (layer != nullptr) {
        OGRFeatureDefnH definition = OGR_L_GetLayerDefn(layer);
        for (int i = 0; i < OGR_FD_GetFieldCount(definition); ++i) {
            table.columns.emplace_back(OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(definition, i)));
        }
        table.crs = systemOf(layer);
        while (
            const std::unique_ptr<std::remove_pointer_t<OGRFeatureH>, Destroy> feature{OGR_L_GetNextFeature(layer)}) {
            table.rows.push_back(rowOf(feature.get(), definition));
        }
    }
    CPLPopErrorHandler();
    table.failure = layer == nullptr ? "no such layer" : "";
    if (CPLGetLastErrorType() >= CE_Warning) {
        table.failure += CPLGetLastErrorMsg();
    }
    return table;
}

} // namespace observo::exchange
