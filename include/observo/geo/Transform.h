// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Quantities.h"
#include "observo/core/Result.h"
#include "observo/geo/Crs.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>

namespace observo::geo {

/// How coordinates get from one system to the other, for the receipt and the message.
struct Operation {
    std::string name;
    std::optional<Metres> accuracy; ///< as the database states it; 0 for a pure map projection
    bool missingGrid = false;       ///< a better operation exists but its grid is not installed
};

/// Coordinates from one system to another by one operation, chosen by area and accuracy; never a ballpark one.
/// x is longitude or easting on both sides. Not safe to share between threads: `clone` one for each.
class Transform {
public:
    /// `area` is where the data lies (degrees); with an empty one the systems' common area of use counts. When only a
    /// ballpark operation exists the error says so (ErrorCode::UnknownCrs).
    [[nodiscard]] static Result<Transform> between(const Crs& from, const Crs& to, const GeoBox& area = {});

    Transform(Transform&&) noexcept;
    Transform& operator=(Transform&&) noexcept;
    ~Transform();

    [[nodiscard]] const Operation& operation() const;
    [[nodiscard]] Transform clone() const;

    [[nodiscard]] Result<MapPoint> forward(MapPoint from) const;
    [[nodiscard]] Result<MapPoint> backward(MapPoint to) const;
    /// In place, in one batch; points that cannot be transformed become NaN and are counted.
    std::size_t forward(std::span<MapPoint> points) const;
    std::size_t backward(std::span<MapPoint> points) const;

private:
    struct Body;
    explicit Transform(std::unique_ptr<Body> body);
    std::unique_ptr<Body> m_body;
};

/// From stored longitude and latitude to a projected system and back: what the map draws with.
/// Like Transform, one for each thread.
class Projection {
public:
    /// The projected system `epsg`, used around `near`.
    [[nodiscard]] static Result<Projection> of(int epsg, LonLat near);

    [[nodiscard]] MapPoint project(LonLat place) const; ///< NaN where the system ends
    [[nodiscard]] LonLat unproject(MapPoint point) const;
    void project(std::span<MapPoint> lonLats) const; ///< in place, x = lon and y = lat on entry
    [[nodiscard]] int epsg() const;
    [[nodiscard]] const Transform& transform() const { return m_transform; }
    [[nodiscard]] Projection clone() const;

private:
    Projection(int epsg, Transform transform);
    int m_epsg = 0;
    Transform m_transform;
};

} // namespace observo::geo
