// SPDX-License-Identifier: GPL-3.0-or-later
#include "GridField.h"

#include "LocalProjection.h"

#include <algorithm>

namespace observo::render {

GridField::GridField(const geo::Projection& projection, const geo::MapBox& area) : m_area(area)
{
    for (std::size_t row = 0; row < kNodes; ++row) {
        for (std::size_t column = 0; column < kNodes; ++column) {
            const MapPoint node{area.minX + area.width() * static_cast<double>(column) / (kNodes - 1),
                                area.minY + area.height() * static_cast<double>(row) / (kNodes - 1)};
            m_nodes[row * kNodes + column] = factorsAt(projection, projection.unproject(node));
        }
    }
}

geo::GridFactors GridField::at(MapPoint point) const
{
    constexpr double kCells = kNodes - 1;
    const double x = m_area.width() > 0 ? (point.x - m_area.minX) / m_area.width() * kCells : 0.0;
    const double y = m_area.height() > 0 ? (point.y - m_area.minY) / m_area.height() * kCells : 0.0;
    const double column = std::clamp(x, 0.0, kCells - 1e-9);
    const double row = std::clamp(y, 0.0, kCells - 1e-9);
    const auto i = static_cast<std::size_t>(column);
    const auto j = static_cast<std::size_t>(row);
    const double u = column - static_cast<double>(i);
    const double v = row - static_cast<double>(j);

    const auto& southWest = m_nodes[j * kNodes + i];
    const auto& southEast = m_nodes[j * kNodes + i + 1];
    const auto& northWest = m_nodes[(j + 1) * kNodes + i];
    const auto& northEast = m_nodes[(j + 1) * kNodes + i + 1];
    const auto between = [u, v](double a, double b, double c, double d) {
        return (a * (1 - u) + b * u) * (1 - v) + (c * (1 - u) + d * u) * v;
    };
    return {.convergence = {between(southWest.convergence.value, southEast.convergence.value,
                                    northWest.convergence.value, northEast.convergence.value)},
            .scale = between(southWest.scale, southEast.scale, northWest.scale, northEast.scale)};
}

} // namespace observo::render
