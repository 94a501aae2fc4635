// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Quantities.h"
#include "observo/core/Result.h"
#include "observo/core/Translatable.h"

#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace observo::geo {

/// A coordinate reference system. Inside the program every system has one axis order: x is longitude or easting,
/// y is latitude or northing, whatever its authority says (EPSG:6706, 6707 and 6708 say the opposite).
/// Cheap to copy; safe to share between threads.
class Crs {
public:
    [[nodiscard]] static Result<Crs> fromEpsg(int code);
    /// "EPSG:3003", a bare code, or WKT 1/2 as in a .prj; identified with its EPSG code where the match is sure.
    [[nodiscard]] static Result<Crs> fromText(std::string_view text);
    /// EPSG:6706, longitude and latitude: how the census stores positions.
    [[nodiscard]] static const Crs& storage();

    [[nodiscard]] int epsg() const; ///< 0 when the system has no EPSG code
    [[nodiscard]] std::string name() const;
    /// "EPSG:7791", or the name when there is no code.
    [[nodiscard]] std::string id() const;
    [[nodiscard]] bool isGeographic() const;
    [[nodiscard]] bool isProjected() const { return !isGeographic(); }
    /// True when the authority's order is northing (or latitude) first.
    [[nodiscard]] bool isNorthFirst() const;
    /// ESRI WKT 1 for a shapefile's .prj.
    [[nodiscard]] std::string esriWkt() const;
    [[nodiscard]] std::string wkt2() const;
    /// Where the authority says it may be used; empty when it says nothing.
    [[nodiscard]] GeoBox areaOfUse() const;

    friend bool operator==(const Crs& a, const Crs& b);

private:
    struct Body;
    explicit Crs(std::shared_ptr<const Body> body);
    std::shared_ptr<const Body> m_body;
    friend class Transform;
};

/// A system that the window and the command line offer, with the words a person chooses by.
struct OfferedCrs {
    int epsg = 0;
    Label label;
};

/// RDN2008, ETRS89 and WGS 84 geographic and UTM 32/33, Italy zone, Monte Mario, ED50, Rome meridian.
[[nodiscard]] std::span<const OfferedCrs> offeredSystems();

/// 7791 (UTM 32N) or 7792 (UTM 33N) by longitude; outside Italy's zones the nearest of the two.
[[nodiscard]] int workingSystemFor(LonLat place);
/// The local conformal system the map draws a place in: UTM zone 32 or 33 of RDN2008 in Italy, else the WGS 84 UTM
/// zone of the place.
[[nodiscard]] int mapSystemFor(LonLat place);

} // namespace observo::geo
