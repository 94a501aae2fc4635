// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/cli/CliRun.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace observo::test {
namespace {

using nlohmann::json;

TEST(NewCommand, makesACensusAndSaysItsIdentity)
{
    const TemporaryFolder folder;
    const std::string file = (folder / "a.gpkg").string();

    const auto made = runCli({"new", file, "--body", "Comune di Cuneo", "--istat", "004078", "--json"});

    ASSERT_EQ(made.status, 0) << made.err;
    EXPECT_EQ(json::parse(made.out).at("census_id").get<std::string>().size(), 36U);
    EXPECT_EQ(json::parse(made.out).at("path"), file);
    EXPECT_TRUE(std::filesystem::exists(file));
}

TEST(NewCommand, refusesAnExistingFile)
{
    const CliCensus census;
    const auto again = runCli({"new", census.file(), "--body", "X", "--istat", "004078"});
    EXPECT_EQ(again.status, 6) << again.err;
    EXPECT_EQ(nlohmann::json::parse(census.run("info", {"--json"}).out).at("body"), "Comune di Prova");
}

} // namespace
} // namespace observo::test
