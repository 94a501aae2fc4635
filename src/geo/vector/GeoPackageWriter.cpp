// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/geo/GeoPackageWriter.h"

#include "vector/OgrWriter.h"

#include <cpl_conv.h>

#include <string>

namespace observo::geo {

namespace {

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

std::vector<std::string> layerOptions(const OutputTable& table)
{
    return {"FID=fid", "IDENTIFIER=" + (table.title.empty() ? table.name : table.title),
            table.crs ? "GEOMETRY_NAME=geom" : "ASPATIAL_VARIANT=GPKG_ATTRIBUTES"};
}

} // namespace

Done writeGeoPackage(const std::filesystem::path& file, const std::vector<OutputTable>& tables,
                     const Progress& progress)
{
    // Not set for the whole program: read-only GeoPackages of others would be asked to change their journal.
    const ThreadOption journal("OGR_SQLITE_JOURNAL", "DELETE");
    return writeWithOgr(file,
                        {.driver = "GPKG",
                         .fileOptions = {"VERSION=1.3", "DATETIME_FORMAT=UTC"},
                         .layerOptions = layerOptions,
                         .hasTransactions = true},
                        tables, progress);
}

} // namespace observo::geo
