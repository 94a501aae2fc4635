// SPDX-License-Identifier: GPL-3.0-or-later
// Redrawing the map at 1920 x 1080 as the window does it. Labels, graticule, symbols and fields of view are on.
#include "bench/LargeCensus.h"
#include "bench/PoolPainting.h"

#include "observo/core/Inventory.h"
#include "observo/geo/Transform.h"
#include "observo/render/MapPainter.h"

#include <benchmark/benchmark.h>

#include <cstddef>
#include <map>
#include <utility>

namespace observo::bench {
namespace {

constexpr QSize kScreen(1920, 1080);

const Inventory& regionOf(std::size_t cameras)
{
    static std::map<std::size_t, Inventory> made;
    auto found = made.find(cameras);
    if (found == made.end()) {
        InventoryBuilder builder;
        for (std::size_t i = 0; i < cameras; ++i) {
            const Camera camera = regionalCamera(i);
            builder.add(rowOf(camera));
        }
        found = made.emplace(cameras, builder.finish()).first;
    }
    return found->second;
}

/// Around the densest town: the cell of two hundredths of a degree with the most cameras.
render::Viewport near(const Inventory& cameras, double metresPerPixel)
{
    std::map<std::pair<int, int>, std::size_t> cells;
    std::size_t most = 0;
    LonLat place;
    cameras.forEach([&](const CameraRow& row) {
        const std::pair cell(static_cast<int>(row.position.lon * 50.0), static_cast<int>(row.position.lat * 50.0));
        if (++cells[cell] > most) {
            most = cells[cell];
            place = row.position;
        }
        return true;
    });
    render::Viewport viewport;
    viewport.size = kScreen;
    viewport.centre = geo::Projection::of(viewport.epsg, place)->project(place);
    viewport.metresPerPixel = metresPerPixel;
    return viewport;
}

void redraw(benchmark::State& state, const render::Viewport& viewport, const Inventory& cameras)
{
    render::Scene scene;
    scene.cameras = cameras;
    render::MapPicture picture;
    paintInPool(scene, viewport, picture); // the first picture also projects and letters: see openToFirstPicture
    for (auto _ : state) {
        state.SetIterationTime(paintInPool(scene, viewport, picture));
    }
    if (picture.image.isNull() || picture.camerasDrawn == 0) {
        state.SkipWithError("nothing was drawn");
    }
    state.counters["cameras"] = static_cast<double>(picture.camerasDrawn);
    state.counters["sectors"] = static_cast<double>(picture.sectorsDrawn);
}

void redrawFullExtent(benchmark::State& state)
{
    const Inventory& cameras = regionOf(static_cast<std::size_t>(state.range(0)));
    redraw(state, fullExtent(cameras), cameras);
}
BENCHMARK(redrawFullExtent)->Arg(10000)->Arg(100000)->UseManualTime()->Unit(benchmark::kMillisecond);

void redrawTown(benchmark::State& state)
{
    const Inventory& cameras = regionOf(static_cast<std::size_t>(state.range(0)));
    redraw(state, near(cameras, 2.0), cameras);
}
BENCHMARK(redrawTown)->Arg(10000)->Arg(100000)->UseManualTime()->Unit(benchmark::kMillisecond);

void redrawStreet(benchmark::State& state)
{
    const Inventory& cameras = regionOf(static_cast<std::size_t>(state.range(0)));
    redraw(state, near(cameras, 0.4), cameras);
}
BENCHMARK(redrawStreet)->Arg(10000)->Arg(100000)->UseManualTime()->Unit(benchmark::kMillisecond);

/// After each edit the snapshot is new: its cameras are projected again.
void redrawAfterAnEdit(benchmark::State& state)
{
    Inventory cameras = regionOf(static_cast<std::size_t>(state.range(0)));
    const render::Viewport viewport = fullExtent(cameras);
    std::size_t edited = 0;
    for (auto _ : state) {
        state.PauseTiming();
        const Camera camera = regionalCamera(edited++ % 1000);
        cameras.put(rowOf(camera));
        render::Scene scene;
        scene.cameras = cameras;
        state.ResumeTiming();
        render::MapPicture picture;
        state.SetIterationTime(paintInPool(scene, viewport, picture));
    }
}
BENCHMARK(redrawAfterAnEdit)->Arg(10000)->Arg(100000)->UseManualTime()->Unit(benchmark::kMillisecond);

void pickUnderTheCursor(benchmark::State& state)
{
    render::Scene scene;
    scene.cameras = regionOf(static_cast<std::size_t>(state.range(0)));
    const render::Viewport viewport = near(scene.cameras, 0.4);
    for (auto _ : state) {
        benchmark::DoNotOptimize(render::camerasAt(scene, viewport, {960.0, 540.0}));
    }
}
BENCHMARK(pickUnderTheCursor)->Arg(100000)->Unit(benchmark::kMicrosecond);

} // namespace
} // namespace observo::bench
