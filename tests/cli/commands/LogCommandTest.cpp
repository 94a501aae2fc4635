// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/cli/CliRun.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace observo::test {
namespace {

using nlohmann::json;

TEST(LogCommand, entriesSayWhoWhatAndWhen)
{
    const CliCensus census;
    const std::string id = census.add({"name=1"});
    ASSERT_EQ(census.run("set", {id, "--set", "name=2"}).status, 0);

    const auto entries = json::parse(census.run("log", {"--object", id, "--json"}).out);

    ASSERT_GE(entries.size(), 2U);
    const auto& last = entries.back();
    EXPECT_EQ(last.at("record"), id);
    EXPECT_EQ(last.at("program"), "observo-cli");
    EXPECT_FALSE(last.at("actor").get<std::string>().empty());
    EXPECT_EQ(last.at("before").at("name"), "1");
    EXPECT_EQ(last.at("after").at("name"), "2");
}

TEST(LogCommand, anIntactChainIsExitZero)
{
    const CliCensus census;
    (void)census.add();

    const auto verified = census.run("log", {"--verify", "--json"});

    EXPECT_EQ(verified.status, 0) << verified.out;
    EXPECT_EQ(json::parse(verified.out).at("intact"), true);
    EXPECT_GT(json::parse(verified.out).at("entries"), 0);
    EXPECT_TRUE(json::parse(verified.out).at("first_bad").is_null());
}

TEST(LogCommand, whatWaitsForTheNextEditIsShownAndIsThereOnlyOnceAfterwards)
{
    const CliCensus census;
    (void)census.add({"name=1"});
    ASSERT_EQ(census.run("export", {census.path("out.csv"), "--reason", "patto"}).status, 0);
    const auto exports = [&] {
        auto found = json::array();
        for (const auto& entry : json::parse(census.run("log", {"--json"}).out)) {
            if (entry.at("action") == "export") {
                found.push_back(entry);
            }
        }
        return found;
    };

    const auto waiting = exports();
    ASSERT_EQ(waiting.size(), 1U);
    EXPECT_TRUE(waiting[0].at("sequence").is_null());
    EXPECT_TRUE(waiting[0].at("hash").is_null());
    EXPECT_EQ(waiting[0].at("reason"), "patto");
    EXPECT_NE(census.run("log").err.find("wait"), std::string::npos);

    (void)census.add({"name=2"});
    const auto taken = exports();
    ASSERT_EQ(taken.size(), 1U);
    EXPECT_TRUE(taken[0].at("sequence").is_number());
    EXPECT_EQ(taken[0].at("at"), waiting[0].at("at"));
    EXPECT_EQ(census.run("log").err.find("wait"), std::string::npos);
}

TEST(LogCommand, aDayThatIsNoneIsExitTwo)
{
    const CliCensus census;
    EXPECT_EQ(census.run("log", {"--since", "yesterday"}).status, 2);
    EXPECT_EQ(census.run("log", {"--since", "2199-01-01"}).status, 1);
}

} // namespace
} // namespace observo::test
