// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/cli/CliRun.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace observo::test {
namespace {

using nlohmann::json;

TEST(EditCommands, setChangesTheFieldsNamedAndNothingElse)
{
    const CliCensus census;
    const std::string id = census.add({"name=Vecchio", "camera_type=ptz"});

    const auto changed = census.run("set", {id, "--set", "name=Nuovo", "--set", "mount_height_m=4,5", "--json"});

    ASSERT_EQ(changed.status, 0) << changed.err;
    const auto camera = json::parse(changed.out);
    EXPECT_EQ(camera.at("name"), "Nuovo");
    EXPECT_EQ(camera.at("mount_height_m"), 4.5);
    EXPECT_EQ(camera.at("camera_type"), "ptz");
    EXPECT_EQ(camera.at("row_version"), 2);
}

TEST(EditCommands, anEmptyValueMeansNotKnown)
{
    const CliCensus census;
    const std::string id = census.add({"name=X"});
    const auto cleared = census.run("set", {id, "--set", "name=", "--json"});
    ASSERT_EQ(cleared.status, 0) << cleared.err;
    EXPECT_FALSE(json::parse(cleared.out).contains("name"));
}

TEST(EditCommands, setWithNothingNewLogsNothing)
{
    const CliCensus census;
    const std::string id = census.add({"name=X"});
    const auto same = census.run("set", {id, "--set", "name=X", "--json"});
    ASSERT_EQ(same.status, 0);
    EXPECT_EQ(json::parse(same.out).at("row_version"), 1);
}

TEST(EditCommands, aBadValueWritesNothing)
{
    const CliCensus census;
    const std::string id = census.add({"name=X"});
    EXPECT_EQ(census.run("set", {id, "--set", "name=Y", "--set", "tilt_deg=91"}).status, 2);
    EXPECT_EQ(json::parse(census.run("show", {id, "--json"}).out).at("name"), "X");
}

TEST(EditCommands, moveTakesCoordinatesOfAnySystem)
{
    const CliCensus census;
    const std::string id = census.add();
    const auto moved = census.run("move", {id, "--at", "681557.249,4848756.385", "--crs", "EPSG:7791", "--json"});
    ASSERT_EQ(moved.status, 0) << moved.err;
    EXPECT_NEAR(json::parse(moved.out).at("lon").get<double>(), 11.2558, 1e-7);
}

TEST(EditCommands, removeNeedsAReasonAndKeepsItInTheLog)
{
    const CliCensus census;
    const std::string id = census.add();

    EXPECT_EQ(census.run("remove", {id, "--reason", "  "}).status, 2);
    ASSERT_EQ(census.run("remove", {id, "--reason", "palo abbattuto"}).status, 0);

    EXPECT_EQ(census.run("list", {"--where", "status is not null"}).status, 1);
    const auto log = json::parse(census.run("log", {"--json"}).out);
    EXPECT_EQ(log.back().at("reason"), "palo abbattuto");
}

TEST(EditCommands, anIdThatIsNotThereIsExitOne)
{
    const CliCensus census;
    EXPECT_EQ(census.run("set", {"TC-9", "--set", "name=X"}).status, 1);
    EXPECT_EQ(census.run("move", {"TC-9", "--at", "7,45"}).status, 1);
    EXPECT_EQ(census.run("remove", {"TC-9", "--reason", "x"}).status, 1);
}

} // namespace
} // namespace observo::test
