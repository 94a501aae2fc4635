// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/ChangeSet.h"
#include "observo/core/Filter.h"
#include "observo/core/Quantities.h"
#include "observo/core/Result.h"
#include "observo/geo/Crs.h"
#include "observo/geo/Geometry.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace observo::cli {

/// "A,B , C" as its parts, trimmed; empty parts left out.
[[nodiscard]] std::vector<std::string> splitList(std::string_view text);
/// The system of a --crs option; EPSG:6706 when it was not given.
[[nodiscard]] Result<geo::Crs> crsFrom(const std::string& option);
/// The place of `--at X,Y` (longitude,latitude or easting,northing): by the operation that is best where it lies.
[[nodiscard]] Result<LonLat> placeFrom(const std::string& at, const std::string& crs);
/// `--bbox W,S,E,N` as numbers, in order.
[[nodiscard]] Result<std::array<double, 4>> boxFrom(const std::string& bbox);
/// The same in degrees of the census.
[[nodiscard]] Result<GeoBox> geoBoxFrom(const std::string& bbox);
/// Applies `--set FIELD=VALUE` options to a camera; what the program fills cannot be set.
[[nodiscard]] Done applySettings(Camera& camera, const std::vector<std::string>& settings);
/// The camera fields of `--fields A,B`; all when empty.
[[nodiscard]] Result<std::vector<const FieldInfo*>> fieldsFrom(const std::string& list);
/// Today in the local calendar, ISO 8601.
[[nodiscard]] std::string today();

} // namespace observo::cli
