// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/cli/Run.h"

#include "support/cli/CliRun.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>

namespace observo::cli {
namespace {

using nlohmann::json;
using test::CliCensus;
using test::runCli;

TEST(Run, helpListsTheCommands)
{
    const auto help = runCli({"help"});

    EXPECT_EQ(help.status, 0);
    EXPECT_NE(help.out.find("export"), std::string::npos);
    EXPECT_EQ(help.err, "");
}

TEST(Run, versionIsOneLine)
{
    const auto version = runCli({"--version"});
    EXPECT_EQ(version.status, 0);
    EXPECT_TRUE(version.out.starts_with("observo-cli "));
}

TEST(Run, helpInItalianHasNoEnglishHeading)
{
    const auto help = runCli({"help", "--lang", "it"}).out;

    EXPECT_NE(help.find("Comandi:"), std::string::npos) << help;
    EXPECT_EQ(help.find("Subcommands"), std::string::npos) << help;
    EXPECT_EQ(help.find("Options"), std::string::npos) << help;
}

TEST(Run, refusalsOfTheParserAreInItalian)
{
    const auto missing = runCli({"add", "x.gpkg", "--lang", "it"});
    const auto unknown = runCli({"list", "x.gpkg", "--nonsense", "--lang", "it", "--json"});

    EXPECT_EQ(missing.err, "observo-cli: manca --at, vedere observo-cli help, o observo-cli COMANDO --help\n");
    EXPECT_EQ(unknown.err, "observo-cli: argomento non previsto: --nonsense, vedere observo-cli help, o observo-cli "
                           "COMANDO --help\n");
    EXPECT_NE(unknown.out.find("\"code\": \"invalid_argument\""), std::string::npos) << unknown.out;
    EXPECT_NE(unknown.out.find("\"message\": \"argomento non previsto: --nonsense"), std::string::npos) << unknown.out;
}

TEST(Run, helpOfACommandFollowsTheLanguage)
{
    const auto italian = runCli({"list", "--help", "--lang", "it"}).out;
    EXPECT_NE(italian.find("Elenca le telecamere"), std::string::npos);
    EXPECT_NE(italian.find("Uso: list [OPZIONI]"), std::string::npos) << italian;
    EXPECT_NE(italian.find("Solo quelle comprese, in gradi"), std::string::npos) << italian;
    EXPECT_NE(italian.find("Mostra questo aiuto e termina"), std::string::npos) << italian;
    EXPECT_NE(runCli({"list", "--help", "--lang", "en"}).out.find("List cameras"), std::string::npos);
}

struct Wrong {
    std::vector<std::string> arguments;
    std::string named; ///< what the message must name
};

class RunWrong : public testing::TestWithParam<Wrong> {};

TEST_P(RunWrong, usageIsExitTwoAndNamesTheCulprit)
{
    const auto outcome = runCli(GetParam().arguments);

    EXPECT_EQ(outcome.status, 2) << outcome.err;
    EXPECT_NE(outcome.err.find(GetParam().named), std::string::npos) << outcome.err;
    EXPECT_TRUE(outcome.err.starts_with("observo-cli: "));
    EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << outcome.err;
}

INSTANTIATE_TEST_SUITE_P(All, RunWrong,
                         testing::Values(Wrong{{"fly", "a.gpkg"}, "fly"}, Wrong{{"add", "a.gpkg"}, "--at"},
                                         Wrong{{"add", "a.gpkg", "--at", "1"}, "--at"},
                                         Wrong{{"add", "a.gpkg", "--at", "1,2", "--bogus"}, "--bogus"},
                                         Wrong{{"list", "a.gpkg", "--format", "xml"}, "--format"},
                                         Wrong{{"list", "a.gpkg", "--where", "colour = red"}, "colour"},
                                         Wrong{{"remove", "a.gpkg", "TC-0001"}, "--reason"},
                                         Wrong{{"undo", "a.gpkg", "--steps", "0"}, "--steps"},
                                         Wrong{{"new", "a.gpkg", "--body", "X", "--istat", "12"}, "istat"}));

TEST(Run, aWrongCommandLineIsJsonToo)
{
    const auto outcome = runCli({"show", "--json"});
    EXPECT_EQ(outcome.status, 2);
    EXPECT_EQ(json::parse(outcome.out).at("error").at("code"), "invalid_argument");
}

TEST(Run, aMissingCensusIsExitFour)
{
    for (const std::string command : {"info", "list", "log", "check"}) {
        const auto outcome = runCli({command, "no/such.gpkg", "--json"});
        EXPECT_EQ(outcome.status, 4) << command << outcome.err;
        EXPECT_EQ(json::parse(outcome.out).at("error").at("code"), "census_missing") << command;
    }
}

TEST(Run, aFileThatIsNoCensusIsExitFour)
{
    const test::TemporaryFolder folder;
    std::ofstream(folder / "text.gpkg") << "this is no database at all, and longer than a header of one hundred bytes "
                                           "would need to be for the library to look at it";
    EXPECT_EQ(runCli({"info", (folder / "text.gpkg").string()}).status, 4);
}

TEST(Run, oneCameraFromRegistrationToRemovalAndBack)
{
    const CliCensus census;
    const std::string id = census.add({"name=Ponte Nord", "camera_type=fixed", "direction_deg=127"});

    const auto changed = census.run("set", {id, "--set", "status=active", "retention_hours=168", "--json"});
    ASSERT_EQ(changed.status, 0) << changed.err;
    EXPECT_EQ(json::parse(changed.out).at("retention_hours"), 168);
    ASSERT_EQ(census.run("remove", {id, "--reason", "demolita"}).status, 0);
    EXPECT_EQ(census.run("show", {id}).status, 1);
    ASSERT_EQ(census.run("undo").status, 0);

    const auto shown = json::parse(census.run("show", {id, "--json"}).out);
    EXPECT_EQ(shown.at("name"), "Ponte Nord");
    EXPECT_EQ(shown.at("retention_hours"), 168);
    EXPECT_EQ(shown.at("direction_deg"), 127);
    EXPECT_EQ(census.run("log", {"--verify"}).status, 0);
}

} // namespace
} // namespace observo::cli
