// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Fields.h"
#include "observo/core/Progress.h"
#include "observo/core/Result.h"
#include "observo/geo/Crs.h"
#include "observo/geo/Geometry.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace observo::geo {

/// A column of a foreign layer.
struct Attribute {
    std::string name;
    FieldType type = FieldType::Text;
};

/// One layer of a vector file, as it declares itself.
struct VectorLayerInfo {
    std::string name;
    std::string geometryType; ///< "point", "line", "polygon", "none", "mixed"
    std::optional<Crs> crs;
    std::optional<std::int64_t> features; ///< when the file knows without counting
    std::vector<Attribute> attributes;
};

/// A row of a foreign layer: geometry in the file's own system, x easting or longitude.
struct Feature {
    std::int64_t row = 0; ///< feature id of the file
    Geometry geometry;
    std::vector<FieldValue> values; ///< in the order of the layer's attributes
};

/// What is read, and from where on.
struct VectorQuery {
    std::string layer;                   ///< empty: the first one
    std::optional<MapBox> box;           ///< in the layer's own system
    std::vector<std::string> attributes; ///< empty: all
    bool withGeometry = true;
};

/// For files of our own making; those of others go through the reader process (docs/decisions/0015).
/// The layers of a GeoPackage, shapefile (also zipped), GeoJSON, KML, FlatGeobuf, CSV or OSM PBF. Only these drivers
/// are tried, one by the file's content and ending; no network, no other file is touched, nothing is written. Never
/// give it the census that is open: opening and closing that file here would drop the locks of our own connection
/// (docs/decisions/0012).
[[nodiscard]] Result<std::vector<VectorLayerInfo>> describeVectorFile(const std::filesystem::path& file);

/// Streams the features of a layer to `take` until it returns false. Warnings of the driver are collected.
struct VectorReadReport {
    std::int64_t read = 0;
    std::vector<std::string> warnings;
};
[[nodiscard]] Result<VectorReadReport> readVectorFile(const std::filesystem::path& file, const VectorQuery& query,
                                                      const std::function<bool(const Feature&)>& take,
                                                      const Progress& progress);

} // namespace observo::geo
