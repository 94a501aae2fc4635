// SPDX-License-Identifier: GPL-3.0-or-later
#include "ogr/OgrSystem.h"

#include "observo/geo/Crs.h"

#include <cpl_conv.h>
#include <ogr_srs_api.h>

#include <memory>
#include <string>

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

feed::Evidence evidenceFor(const StagedInput& input)
{
    switch (input.format) {
    case InputFormat::Shapefile:
    case InputFormat::ZippedShapefile:
        return feed::Evidence::SideFile;
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
