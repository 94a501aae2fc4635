// SPDX-License-Identifier: GPL-3.0-or-later
// Opening, editing, searching and filtering a census of 100,000 cameras, with everything on that a user has on:
// log, seals, rules, durable commits.
#include "bench/LargeCensus.h"
#include "bench/PoolPainting.h"

#include "observo/census/Session.h"
#include "observo/core/Edits.h"

#include <benchmark/benchmark.h>

#include <string>
#include <utility>

namespace observo::bench {
namespace {

constexpr std::size_t kLarge = 100000;

/// Enters every camera of a census, each with its site, logged and sealed, in one transaction.
void makeCensus(benchmark::State& state)
{
    for (auto _ : state) {
        benchmark::DoNotOptimize(censusOf(static_cast<std::size_t>(state.range(0))));
    }
}
BENCHMARK(makeCensus)->Arg(1000)->Arg(10000)->Arg(kLarge)->Iterations(1)->Unit(benchmark::kMillisecond);

void openToFirstPicture(benchmark::State& state)
{
    const auto file = censusOf(kLarge);
    for (auto _ : state) {
        auto reader = census::Reader::open(file);
        render::Scene scene;
        scene.cameras = *(*reader)->inventory(Progress{});
        render::MapPicture picture;
        paintInPool(scene, fullExtent(scene.cameras), picture);
        if (picture.camerasDrawn != kLarge) {
            state.SkipWithError("the picture does not show every camera");
        }
    }
}
BENCHMARK(openToFirstPicture)->Unit(benchmark::kMillisecond)->UseRealTime();

void readInventory(benchmark::State& state)
{
    const auto file = censusOf(kLarge);
    auto reader = census::Reader::open(file);
    for (auto _ : state) {
        auto inventory = (*reader)->inventory(Progress{});
        benchmark::DoNotOptimize(inventory);
        state.counters["bytes_per_camera"] =
            static_cast<double>(inventory->bytes()) / static_cast<double>(inventory->size());
    }
}
BENCHMARK(readInventory)->Unit(benchmark::kMillisecond)->UseRealTime();

/// One durable move, acknowledged, in a census of `range(0)` cameras: it must not grow with the census.
void singleEditCommit(benchmark::State& state)
{
    auto session = census::Session::open(censusOf(static_cast<std::size_t>(state.range(0))),
                                         {.actor = census::Actor::current("observo-bench")});
    const auto id = (*session)->reader().ids({.limit = 1})->front();
    double step = 1e-6;
    const auto moveIt = [&] {
        const auto camera = (*session)->reader().camera(id);
        const LonLat to{camera->position.lon + (step = -step), camera->position.lat};
        if (const auto done = (*session)->perform(moveCamera(*camera, to)); !done) {
            state.SkipWithError(done.error().message().c_str());
        }
    };
    moveIt(); // the first edit of a session also makes the backup
    for (auto _ : state) {
        moveIt();
    }
}
BENCHMARK(singleEditCommit)->Arg(1000)->Arg(10000)->Arg(kLarge)->Unit(benchmark::kMillisecond)->UseRealTime();

/// A thousand cameras changed in one set, acknowledged: moved (`range(0)` 0), or two attributes of each (1).
void thousandInOneSet(benchmark::State& state)
{
    auto session = census::Session::open(censusOf(kLarge), {.actor = census::Actor::current("observo-bench")});
    const auto ids = *(*session)->reader().ids({.limit = 1000});
    double step = 1e-6;
    int named = 0;
    for (auto _ : state) {
        state.PauseTiming();
        ChangeSet changes{.label = "Thousand"};
        step = -step;
        ++named;
        for (const auto id : ids) {
            const Camera before = *(*session)->reader().camera(id);
            Camera after = before;
            if (state.range(0) == 0) {
                after.position.lon += step;
            } else {
                after.name = "changed " + std::to_string(named);
                after.direction = Degrees{static_cast<double>(named % 360)};
            }
            changes.changes.push_back({.before = Record(before), .after = Record(after)});
        }
        state.ResumeTiming();
        if (const auto done = (*session)->perform(std::move(changes)); !done) {
            state.SkipWithError(done.error().message().c_str());
        }
    }
}
BENCHMARK(thousandInOneSet)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond)->UseRealTime();

void searchByWords(benchmark::State& state)
{
    auto reader = census::Reader::open(censusOf(kLarge));
    const Inventory inventory = *(*reader)->inventory(Progress{});
    for (auto _ : state) {
        benchmark::DoNotOptimize(inventory.search("piazza garib", 50));
    }
}
BENCHMARK(searchByWords)->Unit(benchmark::kMillisecond)->UseRealTime();

void filterByExpression(benchmark::State& state)
{
    auto reader = census::Reader::open(censusOf(kLarge));
    const auto filter = Filter::parse("status = active and camera_type in (ptz, fixed) and retention_hours > 168");
    for (auto _ : state) {
        const auto ids = (*reader)->ids({.filter = *filter});
        if (!ids || ids->empty()) {
            state.SkipWithError("the filter finds nothing");
        }
    }
}
BENCHMARK(filterByExpression)->Unit(benchmark::kMillisecond)->UseRealTime();

} // namespace
} // namespace observo::bench
