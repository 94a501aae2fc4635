// SPDX-License-Identifier: GPL-3.0-or-later
#include "ogr/OgrSystem.h"

#include "observo/geo/Crs.h"

#include <cpl_conv.h>
#include <ogr_srs_api.h>

#include <fstream>
#include <ios>
#include <memory>
#include <string>
#include <string_view>

namespace observo::reader {

namespace {

struct ReferenceEnds {
    void operator()(void* reference) const { OSRDestroySpatialReference(reference); }
};

std::string wktOf(OGRSpatialReferenceH reference)
{
    char* wkt = nullptr;
    const char* const options[] = {"FORMAT=WKT2_2019", nullptr};
    const auto exported = OSRExportToWktEx(reference, &wkt, options);
    std::string text = exported == OGRERR_NONE && wkt != nullptr ? wkt : "";
    CPLFree(wkt);
    return text;
}

std::string declaredId(OGRSpatialReferenceH reference)
{
    const char* authority = OSRGetAuthorityName(reference, nullptr);
    const char* code = OSRGetAuthorityCode(reference, nullptr);
    return authority != nullptr && code != nullptr ? std::string(authority) + ":" + code : std::string();
}

/// The end of the file, where older programs put what they add.
std::string tailOf(const StagedInput& input)
{
    constexpr std::uint64_t kTail = 16UL * 1024;
    std::ifstream stream(input.file, std::ios::binary);
    stream.seekg(static_cast<std::streamoff>(input.bytes > kTail ? input.bytes - kTail : 0));
    std::string tail(kTail, '\0');
    stream.read(tail.data(), static_cast<std::streamsize>(tail.size()));
    tail.resize(static_cast<std::size_t>(stream.gcount()));
    return tail;
}

/// `"crs": {` as the GeoJSON of 2008 had it.
bool hasCrsMember(std::string_view text)
{
    for (auto at = text.find("\"crs\""); at != std::string_view::npos; at = text.find("\"crs\"", at + 1)) {
        const auto colon = text.find_first_not_of(" \t\r\n", at + 5);
        const auto brace = colon != std::string_view::npos && text[colon] == ':'
                               ? text.find_first_not_of(" \t\r\n", colon + 1)
                               : std::string_view::npos;
        if (brace != std::string_view::npos && text[brace] == '{') {
            return true;
        }
    }
    return false;
}

feed::Evidence evidenceFor(const StagedInput& input)
{
    switch (input.format) {
    case InputFormat::Shapefile:
    case InputFormat::ZippedShapefile:
        return feed::Evidence::SideFile;
    case InputFormat::GeoJson:
    case InputFormat::GeoJsonLines:
        return hasCrsMember(input.head) || hasCrsMember(tailOf(input)) ? feed::Evidence::Declared
                                                                       : feed::Evidence::Format;
    case InputFormat::FlatGeobuf:
        return feed::Evidence::Declared;
    default:
        return feed::Evidence::Format;
    }
}

} // namespace

feed::ReferenceSystem systemOf(OGRLayerH layer, const StagedInput& input)
{
    feed::ReferenceSystem system;
    OGRSpatialReferenceH declared = OGR_L_GetSpatialRef(layer);
    if (declared == nullptr || OSRIsLocal(declared) != 0) {
        return system;
    }
    // Drivers make a system of three dimensions where points have heights; the places are those of two.
    const std::unique_ptr<void, ReferenceEnds> flat(OSRClone(declared));
    OGRSpatialReferenceH reference = flat.get();
    OSRDemoteTo2D(reference, nullptr);
    system.evidence = evidenceFor(input);
    const char* name = OSRGetName(reference);
    system.name = name != nullptr ? name : "";
    system.id = declaredId(reference);
    system.wkt = wktOf(reference);
    // A .prj names no code; where the match is sure it gets one, and its text is the registry's then.
    const auto known = geo::Crs::fromText(system.id.starts_with("EPSG:") ? system.id : system.wkt);
    if (known) {
        system.id = known->epsg() != 0 ? known->id() : system.id;
        system.wkt = known->wkt2();
    }
    return system;
}

} // namespace observo::reader
