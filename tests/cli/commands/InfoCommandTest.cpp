// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/cli/CliRun.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <iterator>

namespace observo::test {
namespace {

using nlohmann::json;

std::string bytesOf(const std::string& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

TEST(InfoCommand, saysWhatTheCensusIs)
{
    const CliCensus census;
    (void)census.add({}, "7.5,45.0");
    (void)census.add({}, "7.7,45.1");

    const auto info = json::parse(census.run("info", {"--json"}).out);

    EXPECT_EQ(info.at("body"), "Comune di Prova");
    EXPECT_EQ(info.at("istat_code"), "001272");
    EXPECT_EQ(info.at("cameras"), 2);
    EXPECT_EQ(info.at("sites"), 2);
    EXPECT_EQ(info.at("systems"), 1);
    EXPECT_EQ(info.at("extent"), json::array({7.5, 45.0, 7.7, 45.1}));
    EXPECT_EQ(info.at("sha256").get<std::string>().size(), 64U);
    EXPECT_FALSE(info.at("schema_version").get<std::string>().empty());
    EXPECT_FALSE(info.at("last_change").is_null());
    EXPECT_TRUE(info.contains("journal"));
}

TEST(InfoCommand, leavesEveryByteAndTheFolderAsTheyWere)
{
    const CliCensus census;
    (void)census.add();
    const std::string before = bytesOf(census.file());
    const auto time = std::filesystem::last_write_time(census.file());
    const auto entries = std::distance(std::filesystem::directory_iterator(census.folder()), {});

    ASSERT_EQ(census.run("info").status, 0);

    EXPECT_TRUE(bytesOf(census.file()) == before);
    EXPECT_EQ(std::filesystem::last_write_time(census.file()), time);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(census.folder()), {}), entries);
}

} // namespace
} // namespace observo::test
