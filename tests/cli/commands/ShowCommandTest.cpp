// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/cli/CliRun.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace observo::test {
namespace {

TEST(ShowCommand, findsByUuidAndByCode)
{
    const CliCensus census;
    const std::string id = census.add({"code=TO-0012"});

    for (const std::string& name : {id, std::string("TO-0012")}) {
        const auto shown = census.run("show", {name, "--json"});
        ASSERT_EQ(shown.status, 0) << shown.err;
        EXPECT_EQ(nlohmann::json::parse(shown.out).at("camera_id"), id);
    }
}

TEST(ShowCommand, whatIsNotThereIsExitOne)
{
    const CliCensus census;
    EXPECT_EQ(census.run("show", {"TC-9999"}).status, 1);
    EXPECT_EQ(census.run("show", {"00000000-0000-4000-8000-000000000000"}).status, 1);
}

TEST(ShowCommand, anAmbiguousCodeIsExitTwoWithTheIdentities)
{
    const CliCensus census;
    const std::string one = census.add({"code=SAME"});
    const std::string two = census.add({"code=SAME"});

    const auto shown = census.run("show", {"SAME"});

    EXPECT_EQ(shown.status, 2);
    EXPECT_NE(shown.err.find(one), std::string::npos) << shown.err;
    EXPECT_NE(shown.err.find(two), std::string::npos) << shown.err;
}

TEST(ShowCommand, labelsFollowTheLanguage)
{
    const CliCensus census;
    const std::string id = census.add({"status=faulty"});
    EXPECT_NE(census.run("show", {id, "--lang", "it"}).out.find("Guasta"), std::string::npos);
}

} // namespace
} // namespace observo::test
