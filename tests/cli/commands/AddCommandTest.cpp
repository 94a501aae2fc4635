// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/cli/CliRun.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace observo::test {
namespace {

using nlohmann::json;

TEST(AddCommand, registersACameraWithCodeSiteAndSystem)
{
    const CliCensus census;

    const auto added = census.run("add", {"--at", "7.6869,45.0703", "--set", "camera_type=ptz", "--json"});

    ASSERT_EQ(added.status, 0) << added.err;
    const auto camera = json::parse(added.out);
    EXPECT_EQ(camera.at("lon"), 7.6869);
    EXPECT_EQ(camera.at("lat"), 45.0703);
    EXPECT_EQ(camera.at("camera_type"), "ptz");
    EXPECT_FALSE(camera.at("code").get<std::string>().empty());
    EXPECT_FALSE(camera.at("site_code").get<std::string>().empty());
    EXPECT_FALSE(camera.at("system_code").get<std::string>().empty());
    EXPECT_EQ(camera.at("body_istat"), "001272");
}

TEST(AddCommand, anEqualsSignAndNegativeCoordinatesAreUnderstood)
{
    const CliCensus census;
    const auto added = census.run("add", {"--at=-0.1276,51.5072", "--json"});
    ASSERT_EQ(added.status, 0) << added.err;
    EXPECT_EQ(json::parse(added.out).at("lon"), -0.1276);
    const auto spaced = census.run("add", {"--at", "-0.1276,51.5072", "--json"});
    EXPECT_EQ(spaced.status, 0) << spaced.err;
}

TEST(AddCommand, aPlaceInGaussBoagaIsTransformed)
{
    const CliCensus census;

    const auto added = census.run("add", {"--at", "1396659.856,4991618.230", "--crs", "EPSG:3003", "--json"});

    ASSERT_EQ(added.status, 0) << added.err;
    EXPECT_NEAR(json::parse(added.out).at("lon").get<double>(), 7.6869, 1e-6);
    EXPECT_NEAR(json::parse(added.out).at("lat").get<double>(), 45.0703, 1e-6);
}

TEST(AddCommand, anUnknownSiteAndSystemAreCreated)
{
    const CliCensus census;

    ASSERT_EQ(census.run("add", {"--at", "7.1,45.1", "--set", "site_code=POLE-1", "--set", "system_code=NEW"}).status,
              0);
    ASSERT_EQ(census.run("add", {"--at", "7.1,45.1", "--set", "site_code=POLE-1"}).status, 0);

    const auto info = json::parse(census.run("info", {"--json"}).out);
    EXPECT_EQ(info.at("sites"), 1);
    EXPECT_EQ(info.at("systems"), 2);
}

TEST(AddCommand, aValueOutOfRangeIsExitTwoAndNothingIsWritten)
{
    const CliCensus census;

    for (const std::string setting : {"mount_height_m=200", "direction_deg=400", "camera_type=ufo", "colour=red",
                                      "installed_on=2026-02-30", "retention_hours=1.5"}) {
        const auto added = census.run("add", {"--at", "7.6,45.0", "--set", setting});
        EXPECT_EQ(added.status, 2) << setting << added.err;
    }

    EXPECT_EQ(json::parse(census.run("info", {"--json"}).out).at("cameras"), 0);
}

} // namespace
} // namespace observo::test
