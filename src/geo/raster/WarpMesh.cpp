// SPDX-License-Identifier: GPL-3.0-or-later
#include "raster/WarpMesh.h"

#include <algorithm>
#include <cmath>

namespace observo::geo {

namespace {

MapPoint between(MapPoint a, MapPoint b, double share)
{
    return {a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share};
}

/// Column and row of a place, by the inverse of the picture's position.
MapPoint pixelOf(MapPoint place, const std::array<double, 6>& g)
{
    const double determinant = g[1] * g[5] - g[2] * g[4];
    const double x = place.x - g[0];
    const double y = place.y - g[3];
    return {(x * g[5] - y * g[2]) / determinant, (y * g[1] - x * g[4]) / determinant};
}

} // namespace

WarpMesh::WarpMesh(const DrawnWindow& window, const Transform& toMap, const std::array<double, 6>& position)
    : m_window(window), m_columns((window.width + kCell - 1) / kCell + 1),
      m_rows((window.height + kCell - 1) / kCell + 1)
{
    const double stepX = window.box.width() / window.width * kCell;
    const double stepY = window.box.height() / window.height * kCell;
    for (int row = 0; row < m_rows; ++row) {
        for (int column = 0; column < m_columns; ++column) {
            m_nodes.push_back({window.box.minX + stepX * column, window.box.maxY - stepY * row});
        }
    }
    toMap.backward(m_nodes);
    for (auto& place : m_nodes) {
        place = pixelOf(place, position);
    }
}

PixelWindow WarpMesh::sourceWindow(int width, int height) const
{
    MapBox box;
    for (const auto pixel : m_nodes) {
        box.include(pixel);
    }
    constexpr double kMargin = 2.0; // for the neighbours that bilinear sampling looks at
    const double left = std::max(0.0, std::floor(box.minX - kMargin));
    const double top = std::max(0.0, std::floor(box.minY - kMargin));
    const double right = std::min(static_cast<double>(width), std::ceil(box.maxX + kMargin));
    const double bottom = std::min(static_cast<double>(height), std::ceil(box.maxY + kMargin));
    if (box.isEmpty() || right <= left || bottom <= top) {
        return {};
    }
    return {static_cast<int>(left), static_cast<int>(top), static_cast<int>(right - left),
            static_cast<int>(bottom - top)};
}

double WarpMesh::reduction() const
{
    double sum = 0.0;
    int count = 0;
    for (int row = 0; row + 1 < m_rows; ++row) {
        for (int column = 0; column + 1 < m_columns; ++column) {
            const auto a = node(column, row);
            const auto b = node(column + 1, row);
            const auto c = node(column, row + 1);
            const double area = std::abs((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x));
            if (std::isfinite(area)) {
                sum += std::sqrt(area) / kCell;
                ++count;
            }
        }
    }
    return count == 0 ? 1.0 : sum / count;
}

void WarpMesh::sourceRow(int row, std::vector<MapPoint>& pixels) const
{
    pixels.resize(static_cast<std::size_t>(m_window.width));
    const double y = (row + 0.5) / kCell;
    const int above = static_cast<int>(y);
    for (int column = 0; column < m_window.width; ++column) {
        const double x = (column + 0.5) / kCell;
        const int left = static_cast<int>(x);
        const auto upper = between(node(left, above), node(left + 1, above), x - left);
        const auto lower = between(node(left, above + 1), node(left + 1, above + 1), x - left);
        pixels[static_cast<std::size_t>(column)] = between(upper, lower, y - above);
    }
}

} // namespace observo::geo
