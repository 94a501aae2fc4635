// SPDX-License-Identifier: GPL-3.0-or-later
#include "ogr/OsmColumns.h"

namespace observo::reader {

namespace {

constexpr const char* kCameraTags =
    "man_made,surveillance,surveillance:type,surveillance:zone,camera:type,camera:mount,camera:direction,direction,"
    "camera:angle,height,ele,operator,operator:type,ref,manufacturer,model,start_date,contact:webcam,description,note,"
    "addr:street,addr:housenumber,addr:city,level,indoor,highway,barrier,place,address,website,image,mapillary";

std::string layer(const std::string& name, const std::string& attributes)
{
    return "[" + name + "]\nosm_id=yes\nosm_version=no\nosm_timestamp=yes\nosm_uid=no\nosm_user=no\n" +
           "osm_changeset=no\nattributes=" + attributes + "\nunsignificant=created_by,source\nother_tags=yes\n\n";
}

} // namespace

std::string osmSettings()
{
    // Names of columns as they stand in OSM: colons stay, so that a mapping by tags finds them.
    return "closed_ways_are_polygons=aeroway,amenity,boundary,building,craft,geological,historic,landuse,leisure,"
           "military,natural,office,place,shop,sport,tourism,highway=platform,public_transport=platform\n"
           "attribute_name_laundering=no\nreport_all_nodes=no\nreport_all_ways=no\n\n" +
           layer("points", std::string("name,") + kCameraTags) +
           layer("lines", "name,highway,waterway,aerialway,barrier,man_made,railway,ref") +
           layer("multipolygons", "name,type,aeroway,amenity,admin_level,barrier,boundary,building,craft,geological,"
                                  "historic,land_area,landuse,leisure,man_made,military,natural,office,place,shop,"
                                  "sport,tourism,ref:ISTAT") +
           layer("multilinestrings", "name,type") + layer("other_relations", "name,type");
}

} // namespace observo::reader
