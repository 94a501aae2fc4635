// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/LargeCensus.h"

#include "observo/census/Session.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <random>
#include <string>

namespace observo::bench {
namespace {

namespace fs = std::filesystem;

constexpr std::array<const char*, 5> kTypes{"bullet", "fixed", "dome_fixed", "ptz", "fisheye"};
constexpr std::array<const char*, 4> kStates{"active", "active", "faulty", "planned"};
constexpr std::array<const char*, 6> kStreets{"Via Roma",   "Corso Italia",    "Piazza Garibaldi",
                                              "Via Cavour", "Viale dei Tigli", "Largo San Giovanni"};

class RegionSource : public ChangeSource {
public:
    explicit RegionSource(std::size_t cameras) : m_cameras(cameras) {}

    [[nodiscard]] std::string label() const override { return "Region"; }
    [[nodiscard]] std::optional<std::size_t> expected() const override { return m_cameras; }
    [[nodiscard]] Result<std::optional<Change>> next() override
    {
        if (m_next == m_cameras) {
            return std::optional<Change>{};
        }
        return std::optional(Change{.before = std::nullopt, .after = Record(regionalCamera(m_next++))});
    }

private:
    std::size_t m_cameras;
    std::size_t m_next = 0;
};

fs::path benchFolder()
{
    const char* asked = std::getenv("OBSERVO_BENCH_FOLDER");
    const fs::path folder = asked != nullptr ? fs::path(asked) : fs::temp_directory_path() / "observo-bench";
    fs::create_directories(folder);
    return folder;
}

void stopUnless(bool good, const std::string& why)
{
    if (!good) {
        std::fprintf(stderr, "observo-bench: %s\n", why.c_str());
        std::exit(1);
    }
}

} // namespace

Camera regionalCamera(std::size_t number)
{
    constexpr std::size_t kTowns = 1181; // municipalities of Piemonte
    std::mt19937 random(static_cast<std::uint32_t>(number * 2654435761U + 7U));
    std::mt19937 town(static_cast<std::uint32_t>(random() % kTowns));
    std::uniform_real_distribution<double> lon(6.8, 9.0);
    std::uniform_real_distribution<double> lat(44.2, 46.2);
    std::normal_distribution<double> spread(0.0, 0.006);
    Camera camera{.id = CameraId::make()};
    camera.code = "TC-" + std::to_string(100000 + number);
    camera.name = std::string(kStreets[random() % kStreets.size()]) + " " + std::to_string(random() % 200 + 1);
    camera.position = {lon(town) + spread(random), lat(town) + spread(random)};
    camera.siteCode = "P-" + std::to_string(number / 2);
    camera.status = kStates[random() % kStates.size()];
    camera.type = kTypes[random() % kTypes.size()];
    camera.function = "context";
    camera.direction = Degrees{static_cast<double>(random() % 3600) / 10};
    camera.hfov = Degrees{static_cast<double>(random() % 70 + 20)};
    camera.range = Metres{static_cast<double>(random() % 60 + 15)};
    camera.mountHeight = Metres{4.5};
    camera.tilt = Degrees{18};
    camera.purpose = "urban_security;traffic";
    camera.retentionHours = static_cast<std::int64_t>(random() % 240 + 1);
    camera.brand = "Vistacam";
    camera.model = "VB-4120";
    camera.installedOn = "2021-05-04";
    camera.lastVerifiedOn = "2026-03-12";
    return camera;
}

fs::path censusOf(std::size_t cameras)
{
    static std::map<std::size_t, fs::path> made;
    if (const auto found = made.find(cameras); found != made.end()) {
        return found->second;
    }
    const fs::path file = benchFolder() / ("census-" + std::to_string(cameras) + ".gpkg");
    if (std::getenv("OBSERVO_BENCH_FOLDER") != nullptr && fs::exists(file)) {
        return made[cameras] = file; // a folder that somebody named keeps its censuses from run to run
    }
    fs::remove(file);
    auto session = census::Session::create(file, {.issuingBody = "Regione di prova", .istatCode = "001272"},
                                           {.actor = census::Actor::current("observo-bench")});
    stopUnless(session.has_value(), session ? "" : session.error().message());
    RegionSource source(cameras);
    const auto done = (*session)->perform(source, Progress{});
    stopUnless(done.has_value(), done ? "" : done.error().message());
    made[cameras] = file;
    return file;
}

} // namespace observo::bench
