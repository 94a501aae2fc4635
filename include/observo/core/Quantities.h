// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>

namespace observo {

/// A number with its unit in the type. `value` is the bare number for arithmetic at the edges.
template <typename Unit>
struct Quantity {
    double value = 0.0;

    friend constexpr auto operator<=>(Quantity, Quantity) = default;
    friend constexpr Quantity operator+(Quantity a, Quantity b) { return {a.value + b.value}; }
    friend constexpr Quantity operator-(Quantity a, Quantity b) { return {a.value - b.value}; }
    friend constexpr Quantity operator-(Quantity a) { return {-a.value}; }
    friend constexpr Quantity operator*(Quantity a, double k) { return {a.value * k}; }
    friend constexpr Quantity operator*(double k, Quantity a) { return {a.value * k}; }
    friend constexpr Quantity operator/(Quantity a, double k) { return {a.value / k}; }
    friend constexpr double operator/(Quantity a, Quantity b) { return a.value / b.value; }
};

/// Ground or world metres.
using Metres = Quantity<struct MetreUnit>;
/// Degrees of arc. Azimuths run clockwise from true north; tilt is positive downward.
using Degrees = Quantity<struct DegreeUnit>;
/// Image or screen pixels.
using Pixels = Quantity<struct PixelUnit>;
/// Pixel density on a target.
using PixelsPerMetre = Quantity<struct PixelPerMetreUnit>;
/// Millimetres of lens and sensor.
using Millimetres = Quantity<struct MillimetreUnit>;

constexpr double kPi = 3.14159265358979323846;

[[nodiscard]] constexpr double radians(Degrees angle)
{
    return angle.value * (kPi / 180.0);
}
[[nodiscard]] constexpr Degrees degreesFromRadians(double radians)
{
    return {radians * (180.0 / kPi)};
}

/// The same direction within 0 <= a < 360.
[[nodiscard]] Degrees normalised(Degrees azimuth);
/// Signed smallest turn from `from` to `to`, -180 < turn <= 180, positive clockwise.
[[nodiscard]] Degrees turnBetween(Degrees from, Degrees to);

/// A place on earth in degrees, longitude first, EPSG:6706 (RDN2008; taken as equal to WGS 84).
struct LonLat {
    double lon = 0.0;
    double lat = 0.0;

    friend constexpr bool operator==(LonLat, LonLat) = default;
};

/// A place in a projected system, easting then northing in its metres, whatever the authority's axis order.
struct MapPoint {
    double x = 0.0;
    double y = 0.0;

    friend constexpr bool operator==(MapPoint, MapPoint) = default;
};

/// True when both are finite and within -180..180 and -90..90.
[[nodiscard]] bool isValid(LonLat place);

/// West, south, east, north in degrees (EPSG:6706). Empty when west > east.
struct GeoBox {
    double west = 1.0;
    double south = 1.0;
    double east = -1.0;
    double north = -1.0;

    [[nodiscard]] constexpr bool isEmpty() const { return west > east || south > north; }
    [[nodiscard]] constexpr bool contains(LonLat p) const
    {
        return p.lon >= west && p.lon <= east && p.lat >= south && p.lat <= north;
    }
    [[nodiscard]] constexpr bool overlaps(const GeoBox& other) const
    {
        return !isEmpty() && !other.isEmpty() && west <= other.east && other.west <= east && south <= other.north &&
               other.south <= north;
    }
    void include(LonLat place);

    friend constexpr bool operator==(const GeoBox&, const GeoBox&) = default;
};

} // namespace observo
