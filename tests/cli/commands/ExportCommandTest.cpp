// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/cli/CliRun.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
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
    ASSERT_NE(std::next(entry), log.end());
    EXPECT_EQ(std::next(entry)->at("action"), "export_done");
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

TEST(ExportCommand, whatWasNotWrittenIsInTheLogAsWell)
{
    const CliCensus census;
    (void)census.add();
    ASSERT_EQ(census.run("export", {census.path("no/out.geojson"), "--reason", "prova"}).status, 6);

    (void)census.add();

    const auto log = json::parse(census.run("log", {"--json"}).out);
    const auto has = [&](const char* action) {
        return std::any_of(log.begin(), log.end(), [&](const json& e) { return e.at("action") == action; });
    };
    EXPECT_TRUE(has("export"));
    EXPECT_TRUE(has("export_failed"));
    EXPECT_FALSE(has("export_done"));
}

TEST(ExportCommand, anExportThatCannotBeLoggedIsNotMade)
{
    const CliCensus census;
    (void)census.add();
    // The person's own log is a file in the state folder; a file in the folder's place lets nothing be written there.
    const auto state = census.path("no-state");
    std::ofstream(state) << "in the way";
    const auto before = std::string(std::getenv("XDG_STATE_HOME") == nullptr ? "" : std::getenv("XDG_STATE_HOME"));
    ::setenv("XDG_STATE_HOME", state.c_str(), 1);

    const auto exported = census.run("export", {census.path("out.geojson"), "--reason", "prova"});

    if (before.empty()) {
        ::unsetenv("XDG_STATE_HOME");
    } else {
        ::setenv("XDG_STATE_HOME", before.c_str(), 1);
    }
    EXPECT_NE(exported.status, 0);
    EXPECT_FALSE(std::filesystem::exists(census.path("out.geojson")));
}

TEST(ExportCommand, theNewFormatsAreChosenByTheirEndings)
{
    const CliCensus census;
    (void)census.add({"name==1+1", "visibility=public"});
    for (const char* name : {"a.xlsx", "a.fgb", "a.dxf", "a.osm-tags.geojson"}) {
        const auto exported = census.run("export", {census.path(name), "--edition", "full", "--reason", "x", "--json"});
        ASSERT_EQ(exported.status, 0) << exported.err;
        EXPECT_EQ(json::parse(exported.out).at("features"), 1) << name;
    }
    EXPECT_EQ(census.run("export", {census.path("b.dxf"), "--crs", "EPSG:6706"}).status, 2);
}

TEST(ExportCommand, metadataStandsBesideTheFileWhenAskedFor)
{
    const CliCensus census;
    (void)census.add();
    const auto exported = census.run("export", {census.path("a.gpkg"), "--metadata", "--reason", "x", "--json"});
    ASSERT_EQ(exported.status, 0) << exported.err;
    const auto report = json::parse(exported.out);
    EXPECT_EQ(report.at("written").size(), 2U);
    EXPECT_TRUE(std::filesystem::exists(census.path("a.gpkg.iso19139.xml")));
    const auto named = std::any_of(report.at("losses").begin(), report.at("losses").end(),
                                   [](const json& loss) { return loss.at("field") == "lineage"; });
    EXPECT_TRUE(named);
    // Another format of the same name has metadata of its own.
    EXPECT_EQ(census.run("export", {census.path("a.csv"), "--metadata", "--reason", "x"}).status, 0);
}

TEST(ExportCommand, thePublicEditionIsBlurredTheSameEveryTimeAndSaysSo)
{
    const CliCensus census;
    (void)census.add({"visibility=public"}, "7.6869,45.0703");
    (void)census.add({"visibility=public"}, "7.6866,45.0708");
    for (const char* name : {"a.geojson", "b.geojson"}) {
        const auto exported = census.run("export", {census.path(name), "--edition", "public", "--json"});
        ASSERT_EQ(exported.status, 0) << exported.err;
        const auto losses = json::parse(exported.out).at("losses");
        EXPECT_EQ(losses.at(0).at("field"), "position");
        std::ifstream in(census.path(name));
        for (const auto& feature : json::parse(in).at("features")) {
            EXPECT_EQ(feature.at("geometry").at("coordinates"), (json{7.686875, 45.0705})) << name;
            EXPECT_EQ(feature.at("properties").at("position_accuracy_m"), 80.0);
        }
    }
}

TEST(ExportCommand, geojsonInAnotherSystemIsExitTwo)
{
    const CliCensus census;
    EXPECT_EQ(census.run("export", {census.path("out.geojson"), "--crs", "EPSG:3003"}).status, 2);
}

} // namespace
} // namespace observo::test
