// SPDX-License-Identifier: GPL-3.0-or-later
// Exporting 100,000 cameras, reading back included; scripts compare with ogr2ogr on the census that this leaves behind
// (OBSERVO_BENCH_FOLDER): time ogr2ogr -f GeoJSON out.geojson census-100000.gpkg camera
#include "bench/LargeCensus.h"

#include "observo/census/Reader.h"
#include "observo/exchange/Export.h"

#include <benchmark/benchmark.h>

#include <filesystem>
#include <string>

namespace observo::bench {
namespace {

constexpr std::size_t kLarge = 100000;

void exportTo(benchmark::State& state, const std::string& name)
{
    const auto file = censusOf(kLarge);
    const auto output = file.parent_path() / name;
    auto reader = census::Reader::open(file);
    for (auto _ : state) {
        const auto report = exchange::exportCensus(
            **reader, {.output = output, .edition = exchange::Edition::Full, .overwrite = Overwrite::Replace}, {});
        if (!report || report->features != static_cast<std::int64_t>(kLarge)) {
            state.SkipWithError(report ? "cameras are missing" : report.error().message().c_str());
        }
    }
}

BENCHMARK_CAPTURE(exportTo, geojson, "out.geojson")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(exportTo, shapefile, "out.shp")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(exportTo, csv, "out.csv")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(exportTo, geopackage, "out.gpkg")->Unit(benchmark::kMillisecond)->UseRealTime();

} // namespace
} // namespace observo::bench
