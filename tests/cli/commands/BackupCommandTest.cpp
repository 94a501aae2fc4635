// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/cli/CliRun.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace observo::test {
namespace {

using nlohmann::json;

TEST(BackupCommand, theCopyIsTheSameCensus)
{
    const CliCensus census;
    const std::string id = census.add({"name=Ponte"});

    const auto copied = census.run("backup", {census.path("copy.gpkg"), "--json"});

    ASSERT_EQ(copied.status, 0) << copied.err;
    const auto shown = runCli({"show", census.path("copy.gpkg"), id, "--json"});
    EXPECT_EQ(json::parse(shown.out).at("name"), "Ponte");
    EXPECT_EQ(runCli({"log", census.path("copy.gpkg"), "--verify"}).status, 0);
}

TEST(BackupCommand, anExistingFileIsNotReplaced)
{
    const CliCensus census;
    ASSERT_EQ(census.run("backup", {census.path("copy.gpkg")}).status, 0);
    EXPECT_EQ(census.run("backup", {census.path("copy.gpkg")}).status, 6);
}

} // namespace
} // namespace observo::test
