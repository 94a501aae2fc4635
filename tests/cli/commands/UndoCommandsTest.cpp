// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/cli/CliRun.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace observo::test {
namespace {

using nlohmann::json;

std::string nameIn(const CliCensus& census, const std::string& id)
{
    return json::parse(census.run("show", {id, "--json"}).out).value("name", "");
}

TEST(UndoCommands, severalStepsBackAndForth)
{
    const CliCensus census;
    const std::string id = census.add({"name=1"});
    for (const std::string name : {"2", "3", "4"}) {
        ASSERT_EQ(census.run("set", {id, "--set", "name=" + name}).status, 0);
    }

    const auto undone = census.run("undo", {"--steps", "2", "--json"});

    ASSERT_EQ(undone.status, 0) << undone.err;
    EXPECT_EQ(json::parse(undone.out).at("undone").size(), 2U);
    EXPECT_EQ(nameIn(census, id), "2");
    ASSERT_EQ(census.run("redo").status, 0);
    EXPECT_EQ(nameIn(census, id), "3");
    ASSERT_EQ(census.run("set", {id, "--set", "name=5"}).status, 0);
    EXPECT_EQ(census.run("redo").status, 1); // a new edit ends what could be made again
    EXPECT_EQ(census.run("log", {"--verify"}).status, 0);
}

TEST(UndoCommands, nothingToUndoIsExitOne)
{
    const CliCensus census;
    EXPECT_EQ(census.run("redo").status, 1);
    const std::string id = census.add();
    EXPECT_EQ(census.run("undo", {"--steps", "5"}).status, 1);
    EXPECT_EQ(census.run("show", {id}).status, 1);
}

} // namespace
} // namespace observo::test
