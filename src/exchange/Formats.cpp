// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats.h"

#include "formats/CsvFormat.h"
#include "formats/FlatGeobufFormat.h"
#include "formats/GeoJsonFormat.h"
#include "formats/GeoPackageFormat.h"
#include "formats/KmlFormat.h"
#include "formats/ShapefileFormat.h"
#include "formats/drawing/DxfFormat.h"
#include "formats/osm/OsmTagsFormat.h"
#include "formats/sheet/XlsxFormat.h"

#include <algorithm>
#include <vector>

namespace observo::exchange {
namespace {

std::string lowered(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

} // namespace

std::span<const Format> formats()
{
    static const std::vector<Format> kFormats{
        shapefileFormat(),  zippedShapefileFormat(),
        geoJsonFormat(),    geoPackageFormat(),
        csvFormat(),        xlsxFormat(),
        kmlFormat(),        dxfFormat(),
        flatGeobufFormat(), osmTagsFormat(),
    };
    return kFormats;
}

std::span<const FormatInfo> exportFormats()
{
    static const std::vector<FormatInfo> kInfos = [] {
        std::vector<FormatInfo> infos;
        for (const Format& format : formats()) {
            infos.push_back(format.info);
        }
        return infos;
    }();
    return kInfos;
}

const Format* formatFor(const std::filesystem::path& file)
{
    const std::string name = lowered(file.filename().string());
    const Format* found = nullptr;
    for (const Format& format : formats()) {
        const bool isIt = name.size() > format.info.ending.size() && name.ends_with(format.info.ending);
        // ".osm-tags.geojson" is a ".geojson" as well: the longer ending says more.
        if (isIt && (found == nullptr || found->info.ending.size() < format.info.ending.size())) {
            found = &format;
        }
    }
    return found;
}

const FormatInfo* formatForFile(const std::filesystem::path& file)
{
    const Format* format = formatFor(file);
    return format != nullptr ? &format->info : nullptr;
}

std::string knownEndings()
{
    std::string endings;
    for (const Format& format : formats()) {
        endings += endings.empty() ? "" : ", ";
        endings += format.info.ending;
    }
    return endings;
}

std::optional<FieldValue> asItIs(const Column& /*column*/, FieldValue& /*value*/)
{
    return std::nullopt;
}

std::vector<std::string> oneFile(const std::filesystem::path& output)
{
    return {output.filename().string()};
}

} // namespace observo::exchange
