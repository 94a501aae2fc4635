// SPDX-License-Identifier: GPL-3.0-or-later
#include "Clusters.h"

#include <algorithm>
#include <cmath>

namespace observo::render {
namespace {

constexpr double kCellPixels = 40.0;
/// Nearer than this every camera shows, even where symbols lie on each other: a pole with four cameras is a star.
constexpr double kNearestClustered = 1.0;

double cellSize(const Viewport& viewport)
{
    return kCellPixels * viewport.metresPerPixel;
}

} // namespace

bool isClustered(const Viewport& viewport)
{
    return viewport.metresPerPixel > kNearestClustered;
}

ClusterCell clusterCellOf(MapPoint point, const Viewport& viewport)
{
    const double size = cellSize(viewport);
    return {static_cast<std::int64_t>(std::floor(point.x / size)),
            static_cast<std::int64_t>(std::floor(point.y / size))};
}

geo::MapBox clusterArea(ClusterCell first, ClusterCell last, const Viewport& viewport)
{
    const double size = cellSize(viewport);
    return {static_cast<double>(first.column) * size, static_cast<double>(first.row) * size,
            static_cast<double>(last.column + 1) * size, static_cast<double>(last.row + 1) * size};
}

MapPoint Cluster::middle() const
{
    const auto n = static_cast<double>(count);
    return {sum.x / n, sum.y / n};
}

ClusterGrid::ClusterGrid(const Viewport& viewport) : m_viewport(viewport)
{
    const geo::MapBox box = viewport.box();
    m_origin = clusterCellOf({box.minX, box.minY}, viewport);
    const ClusterCell last = clusterCellOf({box.maxX, box.maxY}, viewport);
    m_columns = last.column - m_origin.column + 1;
    m_rows = last.row - m_origin.row + 1;
    m_area = clusterArea(m_origin, last, viewport);
    m_cells.resize(static_cast<std::size_t>(m_columns * m_rows));
}

void ClusterGrid::add(const CameraRow& camera, MapPoint point)
{
    const ClusterCell cell = clusterCellOf(point, m_viewport);
    const std::int64_t column = cell.column - m_origin.column;
    const std::int64_t row = cell.row - m_origin.row;
    if (column < 0 || column >= m_columns || row < 0 || row >= m_rows) {
        return;
    }
    Cluster& cluster = m_cells[static_cast<std::size_t>(row * m_columns + column)];
    if (cluster.count == 0) {
        cluster.first = camera;
        cluster.firstAt = point;
    }
    ++cluster.count;
    cluster.sum = {cluster.sum.x + point.x, cluster.sum.y + point.y};
    ++cluster.byStatus[std::min<std::size_t>(camera.status, cluster.byStatus.size() - 1)];
}

void ClusterGrid::forEach(const std::function<void(const Cluster&)>& visit) const
{
    for (const Cluster& cluster : m_cells) {
        if (cluster.count > 0) {
            visit(cluster);
        }
    }
}

} // namespace observo::render
