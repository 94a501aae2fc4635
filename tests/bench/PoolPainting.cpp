// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/PoolPainting.h"

#include "observo/geo/Transform.h"

#include <QSemaphore>
#include <QThreadPool>

#include <chrono>
#include <utility>

namespace observo::bench {

double paintInPool(const render::Scene& scene, const render::Viewport& viewport, render::MapPicture& picture)
{
    QSemaphore painted;
    double seconds = 0.0;
    QThreadPool::globalInstance()->start([&] {
        const auto start = std::chrono::steady_clock::now();
        auto result = render::paintMap(scene, viewport, Progress());
        seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        if (result) {
            picture = std::move(*result);
        }
        painted.release();
    });
    painted.acquire();
    return seconds;
}

render::Viewport fullExtent(const Inventory& cameras)
{
    const GeoBox box = cameras.extent();
    render::Viewport viewport;
    viewport.size = QSize(1920, 1080);
    const auto projection =
        geo::Projection::of(viewport.epsg, {(box.west + box.east) / 2, (box.south + box.north) / 2});
    geo::MapBox map;
    for (const double lon : {box.west, box.east}) {
        for (const double lat : {box.south, box.north}) {
            map.include(projection->project({lon, lat}));
        }
    }
    return viewport.fitted(map);
}

} // namespace observo::bench
