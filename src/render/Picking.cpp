// SPDX-License-Identifier: GPL-3.0-or-later
#include "CameraPoints.h"
#include "ClusterDiscs.h"
#include "LocalProjection.h"

#include "observo/render/MapPainter.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace observo::render {
namespace {

/// A camera near the pixel, with its distance in pixels.
using Hit = std::pair<double, CameraId>;

geo::MapBox mapBoxOf(const Viewport& viewport, const QRectF& pixels)
{
    const MapPoint topLeft = viewport.toMap(pixels.topLeft());
    const MapPoint bottomRight = viewport.toMap(pixels.bottomRight());
    return {topLeft.x, bottomRight.y, bottomRight.x, topLeft.y};
}

double distanceOf(const Viewport& viewport, QPointF pixel, MapPoint point)
{
    const QPointF at = viewport.toPixel(point);
    return std::hypot(at.x() - pixel.x(), at.y() - pixel.y());
}

bool isDrawnAlone(const Scene& scene, CameraId id)
{
    return scene.selected.contains(id) || scene.hovered == id || (scene.preview && scene.preview->id == id);
}

/// The members of the cluster whose disc is under the pixel, nearest disc first; nothing when there is none.
std::vector<CameraId> clusterAt(const Scene& scene, const geo::Projection& projection, const Viewport& viewport,
                                QPointF pixel)
{
    struct Members {
        std::vector<CameraId> ids;
        MapPoint sum;
    };
    // A disc lies in its own cell or reaches into the next.
    const ClusterCell under = clusterCellOf(viewport.toMap(pixel), viewport);
    const geo::MapBox around =
        clusterArea({under.column - 1, under.row - 1}, {under.column + 1, under.row + 1}, viewport);
    std::map<std::pair<std::int64_t, std::int64_t>, Members> cells;
    forEachCamera(scene, projection, around, Progress(), [&](const CameraRow& row, MapPoint point) {
        const ClusterCell cell = clusterCellOf(point, viewport);
        const bool isNext = std::abs(cell.column - under.column) <= 1 && std::abs(cell.row - under.row) <= 1;
        if (isNext && !isDrawnAlone(scene, row.id)) {
            Members& members = cells[{cell.column, cell.row}];
            members.ids.push_back(row.id);
            members.sum = {members.sum.x + point.x, members.sum.y + point.y};
        }
        return true;
    });
    std::vector<CameraId> found;
    double nearest = 1e9;
    for (auto& [cell, members] : cells) {
        const auto n = static_cast<double>(members.ids.size());
        const double distance = distanceOf(viewport, pixel, {members.sum.x / n, members.sum.y / n});
        if (members.ids.size() > 1 && distance <= clusterRadius(members.ids.size()) && distance < nearest) {
            nearest = distance;
            found = std::move(members.ids);
        }
    }
    return found;
}

} // namespace

std::vector<CameraId> camerasAt(const Scene& scene, const Viewport& viewport, QPointF pixel, double radius)
{
    const geo::Projection* projection = projectionFor(viewport.epsg);
    if (projection == nullptr || !scene.showCameras) {
        return {};
    }
    std::vector<Hit> hits;
    const geo::MapBox around = mapBoxOf(viewport, {pixel.x() - radius, pixel.y() - radius, 2.0 * radius, 2.0 * radius});
    forEachCamera(scene, *projection, around, Progress(), [&](const CameraRow& row, MapPoint point) {
        const double distance = distanceOf(viewport, pixel, point);
        // Cameras drawn alone lie on top of clusters.
        const bool isOnTop = !isClustered(viewport) || isDrawnAlone(scene, row.id);
        if (distance <= radius) {
            hits.emplace_back(isOnTop ? distance : distance + 1000.0, row.id);
        }
        return true;
    });
    std::sort(hits.begin(), hits.end());

    std::vector<CameraId> found;
    if (isClustered(viewport) && (hits.empty() || hits.front().first >= 1000.0)) {
        found = clusterAt(scene, *projection, viewport, pixel);
    }
    if (found.empty()) {
        std::transform(hits.begin(), hits.end(), std::back_inserter(found), [](const Hit& hit) { return hit.second; });
    }
    return found;
}

std::vector<CameraId> camerasIn(const Scene& scene, const Viewport& viewport, QRectF pixels)
{
    const geo::Projection* projection = projectionFor(viewport.epsg);
    std::vector<CameraId> found;
    if (projection == nullptr || !scene.showCameras) {
        return found;
    }
    forEachCamera(scene, *projection, mapBoxOf(viewport, pixels.normalized()), Progress(),
                  [&](const CameraRow& row, MapPoint) {
                      found.push_back(row.id);
                      return true;
                  });
    return found;
}

} // namespace observo::render
