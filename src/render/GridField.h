// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/geo/Geodesy.h"
#include "observo/geo/Geometry.h"
#include "observo/geo/Transform.h"

#include <array>
#include <cstddef>

namespace observo::render {

/// Convergence and scale all over a picture, from a lattice of places where PROJ was asked: both change so slowly that
/// the value between them is exact to a millionth, and thousands of sectors need one each.
class GridField {
public:
    GridField(const geo::Projection& projection, const geo::MapBox& area);

    [[nodiscard]] geo::GridFactors at(MapPoint point) const;

private:
    static constexpr std::size_t kNodes = 7;
    geo::MapBox m_area;
    std::array<geo::GridFactors, kNodes * kNodes> m_nodes;
};

} // namespace observo::render
