// SPDX-License-Identifier: GPL-3.0-or-later
#include "geojson/GeoJsonSystem.h"

#include "geojson/JsonText.h"

#include "observo/geo/Crs.h"

namespace observo::reader {

namespace {

/// The member of an object, as it stands.
std::string_view memberOf(std::string_view object, std::string_view name)
{
    JsonCursor cursor(object);
    std::string key;
    if (!cursor.take('{')) {
        return {};
    }
    while (cursor.nextKey(key)) {
        const auto value = cursor.value();
        if (key == name) {
            return value;
        }
    }
    return {};
}

std::string textOf(std::string_view value)
{
    std::string text(value);
    if (value.size() >= 2 && value.front() == '"') {
        unescape(value.substr(1, value.size() - 2), text);
    }
    return text;
}

/// "urn:ogc:def:crs:EPSG::3003", "http://www.opengis.net/def/crs/EPSG/0/3003", "EPSG:3003", "...CRS84".
std::string idOf(const std::string& name)
{
    if (name.find("CRS84") != std::string::npos) {
        return "EPSG:4326";
    }
    const auto last = name.find_last_of(":/");
    const bool isEpsg = name.find("EPSG") != std::string::npos && last != std::string::npos;
    const auto code = isEpsg ? name.substr(last + 1) : std::string();
    // GDAL writes the system of three dimensions where points have heights; the places are those of two.
    return code.empty() ? code : "EPSG:" + (code == "4979" ? std::string("4326") : code);
}

feed::ReferenceSystem systemFor(feed::Evidence evidence, const std::string& id, const std::string& name)
{
    feed::ReferenceSystem system{.evidence = evidence, .name = name};
    if (const auto known = geo::Crs::fromText(id); known && !id.empty()) {
        system.id = known->id();
        system.wkt = known->wkt2();
        system.name = known->name();
    }
    return system;
}

} // namespace

feed::ReferenceSystem systemOfGeoJson(std::string_view crsMember, std::vector<feed::Problem>& problems)
{
    if (crsMember.empty()) {
        return systemFor(feed::Evidence::Format, "EPSG:4326", "");
    }
    const auto properties = memberOf(crsMember, "properties");
    const auto type = memberOf(crsMember, "type");
    if (type == "\"link\"") {
        problems.push_back({.what = "the file links to its reference system elsewhere: " +
                                    textOf(memberOf(properties, "href")) + "; this was not followed"});
        return {};
    }
    const auto name =
        type == "\"EPSG\"" ? "EPSG:" + textOf(memberOf(properties, "code")) : textOf(memberOf(properties, "name"));
    if (crsMember == "null" || name.empty()) {
        return {};
    }
    auto system = systemFor(feed::Evidence::Declared, idOf(name), name);
    if (system.wkt.empty()) {
        problems.push_back({.what = "the reference system of the file is not known: " + name.substr(0, 200)});
    }
    return system;
}

} // namespace observo::reader
