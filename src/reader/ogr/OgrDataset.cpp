// SPDX-License-Identifier: GPL-3.0-or-later
#include "ogr/OgrDataset.h"

#include "ogr/OsmColumns.h"

#include "observo/geo/Environment.h"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <gdal_frmts.h>
#include <ogr_api.h>
#include <ogrsf_frmts.h>

#include <fstream>
#include <string_view>

namespace observo::reader {

namespace {

/// The one registration of the format; `nullptr` where our own code reads.
void (*registrationOf(InputFormat format))()
{
    switch (format) {
    case InputFormat::Shapefile:
    case InputFormat::ZippedShapefile:
        return RegisterOGRShape;
    case InputFormat::Kml:
    case InputFormat::Kmz:
        return RegisterOGRLIBKML;
    case InputFormat::Gpx:
        return RegisterOGRGPX;
    case InputFormat::OsmXml:
    case InputFormat::OsmPbf:
        return RegisterOGROSM;
    case InputFormat::FlatGeobuf:
        return RegisterOGRFlatGeobuf;
    case InputFormat::Dxf:
        return RegisterOGRDXF;
    case InputFormat::Xlsx:
        return RegisterOGRXLSX;
    case InputFormat::Ods:
        return RegisterOGRODS;
    case InputFormat::GeoPackage:
    case InputFormat::GeoJson:
    case InputFormat::GeoJsonLines:
    case InputFormat::TextTable:
    case InputFormat::Zip:
    case InputFormat::Picture:
        break;
    }
    return nullptr;
}

Error notOpened(const StagedInput& input, const OgrMessages& messages)
{
    const std::string format = wordsOf(input.format).format;
    return {.code = ErrorCode::InputUnreadable,
            .what = messages.failure().value_or("the file is no whole " + format),
            .advice = "the file may be damaged or incomplete: get it again"};
}

} // namespace

Done prepareDriver(const StagedInput& input)
{
    // Options, refusal of the network, and all drivers of the program, of which only one stays.
    geo::prepareEnvironment();
    for (int i = GDALGetDriverCount() - 1; i >= 0; --i) {
        GDALDriverH driver = GDALGetDriver(i);
        GDALDeregisterDriver(driver);
        GDALDestroyDriver(driver);
    }
    auto* const registration = registrationOf(input.format);
    if (registration == nullptr) {
        return fail(ErrorCode::Internal, "no driver reads this format");
    }
    registration();
    CPLSetConfigOption("CPL_TMPDIR", input.folder.c_str());
    CPLSetConfigOption("GPX_USE_EXTENSIONS", "YES");
    CPLSetConfigOption("DXF_INLINE_BLOCKS", "TRUE");
    if (input.format == InputFormat::OsmXml || input.format == InputFormat::OsmPbf) {
        const auto settings = input.folder / "osmconf.ini";
        std::ofstream(settings) << osmSettings();
        CPLSetConfigOption("OSM_CONFIG_FILE", settings.c_str());
    }
    return done();
}

Result<OgrDataset> openDataset(const StagedInput& input, const std::filesystem::path& file,
                               const std::vector<std::string>& options, OgrMessages& messages)
{
    CPLStringList settings;
    for (const auto& option : options) {
        settings.AddString(option.c_str());
    }
    const char* const drivers[] = {wordsOf(input.format).driver, nullptr};
    const unsigned int flags = GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR;
    OgrDataset dataset(GDALOpenEx(file.c_str(), flags, drivers, settings.List(), nullptr));
    if (dataset == nullptr) {
        return fail(notOpened(input, messages));
    }
    return dataset;
}

} // namespace observo::reader
