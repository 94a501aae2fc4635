// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/Builders.h"
#include "support/census/CensusFolder.h"

#include "observo/core/Edits.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <iostream>

namespace observo {
namespace {

using namespace census;
using namespace test;

class Cameras : public ChangeSource {
public:
    explicit Cameras(std::size_t count) : m_count(count) {}

    [[nodiscard]] std::string label() const override { return "Import"; }
    [[nodiscard]] Result<std::optional<Change>> next() override
    {
        if (m_given == m_count) {
            return std::nullopt;
        }
        // Scattered, as clusters in random order are.
        m_state = m_state * 6364136223846793005ULL + 1442695040888963407ULL;
        const double lon = 7.0 + static_cast<double>(m_state >> 40U) * 1e-7;
        const double lat = 44.0 + static_cast<double>((m_state >> 16U) & 0xffffffU) * 1e-7;
        Camera camera = aCamera().at(lon, lat).named("Camera " + std::to_string(++m_given));
        camera.siteCode = {};
        camera.systemCode = {};
        return Change{std::nullopt, camera};
    }

private:
    std::size_t m_count;
    std::size_t m_given = 0;
    std::uint64_t m_state = 42;
};

class Stopwatch {
public:
    double lap(const char* what)
    {
        const auto now = std::chrono::steady_clock::now();
        const double seconds = std::chrono::duration<double>(now - m_start).count();
        std::cout << what << ": " << seconds << " s\n";
        m_start = std::chrono::steady_clock::now();
        return seconds;
    }

private:
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

/// In seconds of processor time, which neither a busy machine nor a slow disk changes.
double medianEdit(Session& session, int edits)
{
    std::vector<double> times;
    Camera camera = addCamera(session, aCamera().at(9.0, 45.0));
    for (int i = 0; i < edits; ++i) {
        const auto start = std::clock();
        const auto committed = session.perform(turnCamera(camera, {static_cast<double>(i % 360) + 0.5}));
        times.push_back(static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
        EXPECT_TRUE(committed) << messageOf(committed);
        camera = stored(session, camera.id);
    }
    std::ranges::sort(times);
    return times.at(times.size() / 2);
}

TEST(LargeCensus, aHundredThousandCamerasAreImportedOpenedEditedVerifiedAndTakenBack)
{
    const char* wanted = std::getenv("OBSERVO_LARGE");
    const std::size_t count = wanted != nullptr ? std::strtoul(wanted, nullptr, 10) : 100'000;
    const CensusFolder folder;
    auto session = folder.create();
    const double small = medianEdit(*session, 100);
    Stopwatch watch;

    Cameras cameras(count);
    const auto committed = session->perform(cameras, Progress());
    ASSERT_TRUE(committed) << messageOf(committed);
    watch.lap("import");
    session.reset();
    session = folder.open();
    watch.lap("open");
    EXPECT_EQ(session->inventory().size(), count + 1);
    const auto verdict = verifyLog(session->reader(), Progress());
    watch.lap("verify");
    EXPECT_TRUE(verdict && verdict->intact) << messageOf(verdict) << (verdict ? verdict->findings.front() : "");
    ASSERT_TRUE(session->perform(placeCamera(CameraId::make(), {8, 45})));
    watch.lap("first edit with backup");
    const double large = medianEdit(*session, 100);
    std::cout << "one edit: " << small * 1000 << " ms small, " << large * 1000 << " ms large\n";
    EXPECT_LT(large, small * 3 + 0.001) << "an edit must not depend on the size of the census";
    std::cout << "file: " << std::filesystem::file_size(folder.file()) / count << " bytes a camera\n";
}

} // namespace
} // namespace observo
