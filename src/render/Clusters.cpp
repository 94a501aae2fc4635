// SPDX-License-Identifier: GPL-3.0-or-later
#include "Clusters.h"

#include "text/Lettering.h"

#include <QFont>
#include <QLocale>
#include <QPen>
#include <QRectF>

#include <algorithm>
#include <cmath>

namespace observo::render {
namespace {

constexpr double kCellPixels = 40.0;
/// Nearer than this every camera shows, even where symbols lie on each other: a pole with four cameras is a star.
constexpr double kNearestClustered = 1.0;
constexpr double kRing = 4.0;
constexpr int kFullTurn = 16 * 360; // Qt counts angles in sixteenths of a degree

double cellSize(const Viewport& viewport)
{
    return kCellPixels * viewport.metresPerPixel;
}

QRectF discAround(QPointF centre, double radius)
{
    return {centre.x() - radius, centre.y() - radius, 2.0 * radius, 2.0 * radius};
}

void drawStatusRing(QPainter& painter, const QRectF& circle, const Cluster& cluster, const Theme& theme)
{
    int start = 90 * 16;
    std::size_t passed = 0;
    for (std::size_t i = 0; i < cluster.byStatus.size(); ++i) {
        if (cluster.byStatus[i] == 0) {
            continue;
        }
        passed += cluster.byStatus[i];
        const auto end = 90 * 16 - static_cast<int>(kFullTurn * passed / cluster.count);
        painter.setPen(
            QPen(theme.status(codeAt("status", static_cast<std::uint8_t>(i))), kRing, Qt::SolidLine, Qt::FlatCap));
        painter.drawArc(circle, start, end - start);
        start = end;
    }
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

double clusterRadius(std::size_t count)
{
    return count < 10 ? 12.0 : count < 100 ? 14.0 : count < 1000 ? 16.0 : 18.0;
}

QString clusterText(std::size_t count)
{
    if (count < 1000) {
        return QString::number(count);
    }
    if (count < 10000) {
        return QLocale().toString(std::floor(static_cast<double>(count) / 100.0) / 10.0, 'f', 1) + QLatin1Char('k');
    }
    return count < 1000000 ? QString::number(count / 1000) + QLatin1Char('k')
                           : QString::number(count / 1000000) + QLatin1Char('M');
}

void drawCluster(QPainter& painter, QPointF at, const Cluster& cluster, const Theme& theme)
{
    const double radius = clusterRadius(cluster.count);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.symbolHalo);
    painter.drawEllipse(discAround(at, radius + 1.5));
    painter.setBrush(theme.symbolEdge);
    painter.drawEllipse(discAround(at, radius));
    drawStatusRing(painter, discAround(at, radius - 1.0 - kRing / 2.0), cluster, theme);
    painter.setPen(QPen(theme.symbolEdge, 1.0));
    painter.setBrush(theme.ground);
    painter.drawEllipse(discAround(at, radius - 1.5 - kRing));
    drawLettering(painter, at,
                  {.text = clusterText(cluster.count),
                   .size = TextSize::Small,
                   .bold = true,
                   .colour = theme.text,
                   .halo = theme.ground});
}

} // namespace observo::render
