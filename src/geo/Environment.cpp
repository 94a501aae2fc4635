// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/geo/Environment.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_http.h>
#include <gdal.h>
#include <gdal_frmts.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>
#include <ogrsf_frmts.h>

#include <stdlib.h>

#include <array>
#include <mutex>
#include <utility>

namespace observo::geo {

namespace {

/// What another program's settings could change in GDAL, PROJ or SQLite behind our back.
constexpr std::array kForeignVariables = {
    "GDAL_CONFIG_FILE",
    "GDAL_DRIVER_PATH",
    "OGR_DRIVER_PATH",
    "OGR_SQLITE_LOAD_EXTENSIONS",
    "OGR_SQLITE_PRAGMA",
    "OGR_SQLITE_CACHE",
    "OGR_SQLITE_STATIC_VIRTUAL_OGR",
    "SPATIALITE_SECURITY",
    "PROJ_LIB",
    "PROJ_DATA",
    "PROJ_NETWORK",
    "PROJ_NETWORK_ENDPOINT",
    "PROJ_DEBUG",
    "GDAL_PROXY_AUTH",
    "GDAL_VRT_ENABLE_PYTHON",
    "OSM_CONFIG_FILE",
    "CPL_LOG",
    "CPL_DEBUG",
    "GDAL_SKIP",
};

/// A configuration option set by a program wins over the environment's.
constexpr std::array<std::pair<const char*, const char*>, 17> kOptions = {{
    {"GDAL_DRIVER_PATH", "disable"},
    {"GDAL_DISABLE_READDIR_ON_OPEN", "TRUE"},
    {"OGR_SQLITE_SYNCHRONOUS", "FULL"},
    {"OGR_SQLITE_LOAD_EXTENSIONS", ""},
    {"OGR_GEOJSON_MAX_OBJ_SIZE", "50"},
    {"GDAL_VRT_ENABLE_PYTHON", "NO"},
    {"GDAL_HTTP_TIMEOUT", "1"},
    {"GDAL_HTTP_CONNECTTIMEOUT", "1"},
    {"CPL_CURL_ENABLE_VSIMEM", "NO"},
    {"SHAPE_RESTORE_SHX", "NO"},
    {"PROJ_NETWORK", "OFF"},
    {"OSR_USE_ETMERC", "YES"},
    // The default takes a twentieth of the machine's memory for blocks of rasters that we read once.
    {"GDAL_CACHEMAX", "128"},
    // Sums of pixels must not depend on the number of processors.
    {"GDAL_NUM_THREADS", "1"},
    {"LIBKML_RESOLVE_STYLE", "NO"},
    {"OGR_ENABLE_PARTIAL_REPROJECTION", "NO"},
    {"CPL_DEBUG", "OFF"},
}};

/// GDAL goes on to the real request when the answer is null, so this gives an answer that says no.
CPLHTTPResult* refuseRequest(const char*, CSLConstList, GDALProgressFunc, void*, CPLHTTPFetchWriteFunc, void*, void*)
{
    auto* result = static_cast<CPLHTTPResult*>(CPLCalloc(1, sizeof(CPLHTTPResult)));
    result->nStatus = 1;
    result->pszErrBuf = CPLStrdup("this program makes no network requests");
    return result;
}

/// Only these; `GDALAllRegister` would also bring drivers that call databases, servers and other files by name.
void registerDrivers()
{
    RegisterOGRShape();
    RegisterOGRGeoJSON();
    RegisterOGRGeoPackage();
    RegisterOGRLIBKML();
    RegisterOGRKML();
    RegisterOGRCSV();
    RegisterOGROSM();
    RegisterOGRFlatGeobuf();
    GDALRegister_MEM();
    GDALRegister_GTiff();
    GDALRegister_PNG();
    GDALRegister_JPEG();
    GDALRegister_MBTiles();
    RegisterOGRSQLite(); // MBTiles reads through it; no file is ever opened with it here
    GDALRegister_JP2OpenJPEG();
    GDALRegister_AAIGrid();
    GDALRegister_SRTMHGT();
}

void prepareOnce()
{
    for (const char* variable : kForeignVariables) {
        ::unsetenv(variable);
    }
    for (const auto& [name, value] : kOptions) {
        CPLSetConfigOption(name, value);
    }
    CPLHTTPSetFetchCallback(refuseRequest, nullptr);
    // Messages reach people through our own handlers; whatever no handler caught is not for the terminal.
    CPLSetErrorHandler(CPLQuietErrorHandler);
    OSRSetPROJEnableNetwork(FALSE);
    OGRSetNonLinearGeometriesEnabledFlag(FALSE);
    registerDrivers();
}

} // namespace

void prepareEnvironment()
{
    static std::once_flag once;
    std::call_once(once, prepareOnce);
}

} // namespace observo::geo
