// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/census/CensusFolder.h"
#include "support/cli/CliRun.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>

namespace observo::test {
namespace {

using nlohmann::json;

TEST(CheckCommand, aBrokenRuleIsAFindingWithItsCamera)
{
    const CliCensus census;
    const std::string id = census.add({"purpose=urban_security", "retention_hours=169"});
    const std::string good = census.add({"purpose=urban_security", "retention_hours=168"});

    const auto checked = census.run("check", {"--rules", "V-RET-7D", "--json"});

    EXPECT_EQ(checked.status, 1) << checked.err;
    const auto report = json::parse(checked.out);
    ASSERT_EQ(report.at("findings").size(), 1U);
    EXPECT_EQ(report.at("findings")[0].at("camera_id"), id);
    EXPECT_EQ(report.at("findings")[0].at("rule"), "V-RET-7D");
    EXPECT_EQ(report.at("warnings"), 1);
    EXPECT_EQ(report.at("errors"), 0);
}

TEST(CheckCommand, nothingFoundIsExitZero)
{
    const CliCensus census;
    (void)census.add({"retention_hours=24"});
    EXPECT_EQ(census.run("check", {"--rules", "V-RET-7D"}).status, 0);
}

TEST(CheckCommand, repairPutsTheStructureRightAndNamesTheCopyFromBefore)
{
    const CliCensus census;
    const std::string id = census.add();
    ASSERT_EQ(sqlite(census.file(), "DROP TRIGGER observo_camera_update"), "");
    const auto refused = census.run("set", {id, "--set", "name=Ponte"});
    EXPECT_EQ(refused.status, 4);
    EXPECT_NE(refused.err.find("--repair"), std::string::npos) << refused.err;

    const auto checked = census.run("check", {"--repair", "--rules", "F-LOG", "--json"});

    EXPECT_EQ(checked.status, 0) << checked.err;
    const auto report = json::parse(checked.out);
    ASSERT_EQ(report.at("repaired").size(), 1U);
    EXPECT_NE(report.at("repaired")[0].get<std::string>().find("observo_camera_update"), std::string::npos);
    EXPECT_TRUE(std::filesystem::exists(report.at("backup").get<std::string>()));
    EXPECT_EQ(census.run("set", {id, "--set", "name=Ponte"}).status, 0);
}

TEST(CheckCommand, aCensusInOrderNeedsNoRepair)
{
    const CliCensus census;
    (void)census.add();

    const auto checked = census.run("check", {"--repair", "--rules", "F-LOG", "--json"});

    EXPECT_EQ(checked.status, 0) << checked.err;
    EXPECT_TRUE(json::parse(checked.out).at("repaired").empty());
    EXPECT_TRUE(json::parse(checked.out).at("backup").is_null());
}

TEST(CheckCommand, anUnknownRuleIsExitTwo)
{
    const CliCensus census;
    EXPECT_EQ(census.run("check", {"--rules", "V-NONE"}).status, 2);
}

TEST(CheckCommand, messagesFollowTheLanguage)
{
    const CliCensus census;
    (void)census.add({"analytics=facial_recognition"});
    const auto italian = census.run("check", {"--rules", "V-FR", "--lang", "it"}).out;
    const auto english = census.run("check", {"--rules", "V-FR", "--lang", "en"}).out;
    EXPECT_FALSE(italian.empty());
    EXPECT_NE(italian, english);
}

} // namespace
} // namespace observo::test
