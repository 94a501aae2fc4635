// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/cli/CliRun.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace observo::test {
namespace {

using nlohmann::json;

TEST(ExportCommand, saysWhatWasWrittenAndLogsIt)
{
    const CliCensus census;
    (void)census.add({"name=Città"});

    const auto exported =
        census.run("export", {census.path("out.geojson"), "--reason", "prova", "--recipient", "Regione", "--json"});

    ASSERT_EQ(exported.status, 0) << exported.err;
    const auto report = json::parse(exported.out);
    EXPECT_EQ(report.at("features"), 1);
    EXPECT_EQ(report.at("sha256").get<std::string>().size(), 64U);
    // An export changes no record, so its entry waits in the person's own log until the next edit takes it along.
    (void)census.add();
    const auto log = json::parse(census.run("log", {"--json"}).out);
    const auto entry = std::find_if(log.begin(), log.end(), [](const json& e) { return e.at("action") == "export"; });
    ASSERT_NE(entry, log.end());
    EXPECT_EQ(entry->at("reason"), "prova");
    EXPECT_EQ(entry->at("recipient"), "Regione");
    EXPECT_EQ(census.run("log", {"--verify"}).status, 0);
}

TEST(ExportCommand, anExistingFileIsRefusedUnlessOverwriting)
{
    const CliCensus census;
    (void)census.add();
    std::ofstream(census.path("out.csv")) << "old";

    EXPECT_EQ(census.run("export", {census.path("out.csv")}).status, 6);
    EXPECT_EQ(std::filesystem::file_size(census.path("out.csv")), 3U);
    EXPECT_EQ(census.run("export", {census.path("out.csv"), "--overwrite"}).status, 0);
    EXPECT_GT(std::filesystem::file_size(census.path("out.csv")), 100U);
}

TEST(ExportCommand, anUnknownEndingIsExitTwoAndNamesTheKnownOnes)
{
    const CliCensus census;
    const auto exported = census.run("export", {census.path("out.xyz")});
    EXPECT_EQ(exported.status, 2);
    EXPECT_NE(exported.err.find(".geojson"), std::string::npos) << exported.err;
}

TEST(ExportCommand, aFolderThatIsNotThereIsExitSix)
{
    const CliCensus census;
    EXPECT_EQ(census.run("export", {census.path("no/out.geojson")}).status, 6);
}

TEST(ExportCommand, geojsonInAnotherSystemIsExitTwo)
{
    const CliCensus census;
    EXPECT_EQ(census.run("export", {census.path("out.geojson"), "--crs", "EPSG:3003"}).status, 2);
}

} // namespace
} // namespace observo::test
