// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/cli/CliRun.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>

namespace observo::test {
namespace {

using nlohmann::json;

TEST(MergeCommand, bringsAnotherCensusInAndASecondRunChangesNothing)
{
    const CliCensus mine;
    const CliCensus theirs;
    const auto id = theirs.add({"name=Città", "code=B-1"});

    const auto merged = mine.run("merge", {theirs.file(), "--json"});

    EXPECT_LE(merged.status, 1) << merged.err;
    const auto receipt = json::parse(merged.out);
    EXPECT_EQ(receipt.at("read"), receipt.at("added").get<int>() + receipt.at("updated").get<int>() +
                                      receipt.at("unchanged").get<int>() + receipt.at("skipped").get<int>() +
                                      receipt.at("review").get<int>() + receipt.at("rejected").get<int>());
    EXPECT_EQ(json::parse(mine.run("show", {id, "--json"}).out).at("name"), "Città");
    EXPECT_TRUE(std::filesystem::exists(theirs.path("census.gpkg.receipt.json")));
    const auto again = json::parse(mine.run("merge", {theirs.file(), "--json"}).out);
    EXPECT_EQ(again.at("added").get<int>() + again.at("updated").get<int>(), 0);
    EXPECT_EQ(mine.run("log", {"--verify"}).status, 0);
}

TEST(MergeCommand, severalComeInOneAfterTheOther)
{
    const CliCensus mine;
    const CliCensus first;
    const CliCensus second;
    (void)first.add({"code=A-1"}, "7.61,45.01");
    (void)second.add({"code=B-1"}, "7.92,45.22");
    const auto merged = mine.run("merge", {first.file(), second.file(), "--json"});
    EXPECT_LE(merged.status, 1) << merged.err;
    EXPECT_EQ(json::parse(mine.run("list", {"--json"}).out).size(), 2U);
}

TEST(MergeCommand, aDryRunWritesNothing)
{
    const CliCensus mine;
    const CliCensus theirs;
    (void)theirs.add();
    EXPECT_GE(json::parse(mine.run("merge", {theirs.file(), "--dry-run", "--json"}).out).at("added"), 1);
    EXPECT_EQ(json::parse(mine.run("list", {"--json"}).out).size(), 0U);
}

TEST(MergeCommand, exitCodesAreThoseOfTheContract)
{
    const CliCensus mine;
    EXPECT_EQ(mine.run("merge", {mine.path("no.gpkg")}).status, 3);
    EXPECT_EQ(mine.run("merge", {mine.file()}).status, 2);
    EXPECT_EQ(mine.run("merge", {mine.path("no.gpkg"), "--policy", "skip"}).status, 2);
}

} // namespace
} // namespace observo::test
