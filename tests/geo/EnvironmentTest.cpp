// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/geo/Environment.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_http.h>
#include <cpl_vsi.h>
#include <gdal.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <set>
#include <string>

namespace observo::geo {
namespace {

std::set<std::string> registeredDrivers()
{
    std::set<std::string> names;
    for (int i = 0; i < GDALGetDriverCount(); ++i) {
        names.insert(GDALGetDriverShortName(GDALGetDriver(i)));
    }
    return names;
}

TEST(Environment, onlyTheDriversOfTheAllowListAreThere)
{
    prepareEnvironment();

    const std::set<std::string> allowed = {
        "ESRI Shapefile", "GeoJSON", "GPKG", "LIBKML", "KML",     "CSV",         "OSM",     "FlatGeobuf", "MEM",
        "GTiff",          "COG",     "PNG",  "JPEG",   "MBTiles", "JP2OpenJPEG", "AAIGrid", "SRTMHGT",    "SQLite",
        "GRASSASCIIGrid", "ISG"};
    for (const auto& driver : registeredDrivers()) {
        EXPECT_TRUE(allowed.contains(driver)) << driver;
    }
    EXPECT_FALSE(registeredDrivers().contains("VRT"));
    EXPECT_FALSE(registeredDrivers().contains("PostgreSQL"));
    EXPECT_FALSE(registeredDrivers().contains("WMS"));
}

TEST(Environment, preparingTwiceChangesNothing)
{
    prepareEnvironment();
    const auto before = registeredDrivers();

    prepareEnvironment();

    EXPECT_EQ(registeredDrivers(), before);
}

TEST(Environment, everyRequestToTheNetworkIsAnsweredWithNo)
{
    prepareEnvironment();

    CPLHTTPResult* answer = CPLHTTPFetch("http://localhost:9/anything", nullptr);

    ASSERT_NE(answer, nullptr);
    EXPECT_NE(answer->nStatus, 0);
    EXPECT_NE(std::string(answer->pszErrBuf).find("no network"), std::string::npos);
    CPLHTTPDestroyResult(answer);
}

TEST(Environment, theProgramsOptionsWinOverTheEnvironment)
{
    prepareEnvironment();

    EXPECT_STREQ(CPLGetConfigOption("OGR_SQLITE_SYNCHRONOUS", ""), "FULL");
    EXPECT_STREQ(CPLGetConfigOption("GDAL_DRIVER_PATH", ""), "disable");
    EXPECT_STREQ(CPLGetConfigOption("SHAPE_RESTORE_SHX", ""), "NO");
    EXPECT_EQ(std::getenv("GDAL_CONFIG_FILE"), nullptr);
}

} // namespace
} // namespace observo::geo
