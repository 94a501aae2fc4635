// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/Golden.h"

#include "support/Builders.h"
#include "support/TestPlaces.h"

#include <algorithm>
#include <cstdlib>
#include <regex>

namespace observo::exchange {

std::unique_ptr<test::CensusToExport> aGoldenCensus()
{
    const auto system = test::aSystem()
                            .coded("I-0007")
                            .named("Centrale di città")
                            .with("system_id", "11111111-1111-4111-8111-111111111111");
    const auto site = test::aSite()
                          .coded("P-0001")
                          .named("Perché \"qui\"")
                          .inSystem("I-0007")
                          .with("site_id", "22222222-2222-4222-8222-222222222222");
    auto rich = test::aCamera()
                    .identified(*CameraId::parse("33333333-3333-4333-8333-333333333333"))
                    .coded("TC-0001")
                    .named("Ponte \"Nord\", lato città")
                    .at(7.6869, 45.0703)
                    .facing(92.5)
                    .mountedAt(4.5)
                    .keepingFor(168)
                    .onSite("P-0001")
                    .inSystem("I-0007")
                    .with("wdr", "true")
                    .with("installed_on", "2021-09-14")
                    .with("brand", "=HYPERLINK(\"x\")")
                    .with("monitored_zone", "<b>piazza</b> & ponte");
    Camera first = rich;
    first.notes = "riga uno\nriga due: " + std::string(130, 'a') + std::string("è") + std::string(200, 'z');
    const Camera second = test::aCamera()
                              .identified(*CameraId::parse("44444444-4444-4444-8444-444444444444"))
                              .coded("TC-0002")
                              .at(8.20641234567, 44.9008)
                              .onSite("P-0001")
                              .inSystem("I-0007");
    return test::aCensusWith({System(system), Site(site), first, second});
}

ExportRequest goldenRequest(int epsg)
{
    return {.epsg = epsg, .filter = *Filter::parse("lon > 0"), .edition = Edition::Full};
}

std::string withoutTimes(std::string bytes)
{
    static const std::regex kTime(R"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)");
    return std::regex_replace(bytes, kTime, "2026-01-02T03:04:05.678Z");
}

testing::AssertionResult isGolden(const std::string& bytes, std::string_view name)
{
    const auto file = test::testDataFolder() / "exchange" / name;
    if (std::getenv("OBSERVO_WRITE_GOLDEN") != nullptr) {
        std::filesystem::create_directories(file.parent_path());
        test::putBytes(file, bytes);
        return testing::AssertionFailure() << file << " was written: look at it, and run without OBSERVO_WRITE_GOLDEN";
    }
    const std::string golden = test::bytesOf(file);
    if (bytes == golden) {
        return testing::AssertionSuccess();
    }
    const auto [here, there] = std::mismatch(bytes.begin(), bytes.end(), golden.begin(), golden.end());
    const auto at = static_cast<std::size_t>(here - bytes.begin());
    const std::size_t from = at < 30 ? 0 : at - 30;
    return testing::AssertionFailure() << name << " differs at byte " << at
                                       << "\n written: " << testing::PrintToString(bytes.substr(from, 60))
                                       << "\n golden:  " << testing::PrintToString(golden.substr(from, 60));
}

} // namespace observo::exchange
