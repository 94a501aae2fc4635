// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/cli/CliRun.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace observo::test {
namespace {

using nlohmann::json;

/// A census, two keys with passphrases in files, and a state folder of its own.
class Packages : public testing::Test {
protected:
    Packages()
    {
        const char* before = std::getenv("XDG_STATE_HOME");
        m_before = before == nullptr ? "" : before;
        ::setenv("XDG_STATE_HOME", m_census.path("state").c_str(), 1);
        put("words", "una frase");
        put("other-words", "un'altra");
        (void)m_census.add({"name=Città"});
        for (const char* name : {"comune.key", "comune.key.pub", "regione.key", "regione.key.pub"}) {
            std::filesystem::copy_file(keys() / name, path(name));
        }
    }
    ~Packages() override
    {
        m_before.empty() ? ::unsetenv("XDG_STATE_HOME") : ::setenv("XDG_STATE_HOME", m_before.c_str(), 1);
    }

    void put(const std::string& name, const std::string& text) const
    {
        std::ofstream(m_census.path(name), std::ios::binary) << text;
    }
    [[nodiscard]] std::string bytes(const std::string& name) const
    {
        std::ifstream in(m_census.path(name), std::ios::binary);
        return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    }
    /// Two keys, made once: each costs a second and 256 MiB on purpose.
    static const std::filesystem::path& keys()
    {
        static const TemporaryFolder kFolder("observo-keys");
        static const std::filesystem::path kPath = [] {
            std::ofstream(kFolder / "words") << "una frase";
            for (const std::string name : {"comune", "regione"}) {
                const auto made = runCli({"keygen", (kFolder / (name + ".key")).string(), "--name", name,
                                          "--passphrase-file", (kFolder / "words").string()});
                EXPECT_EQ(made.status, 0) << made.err;
            }
            return kFolder.path();
        }();
        return kPath;
    }
    [[nodiscard]] CliOutcome pack(const std::string& name, std::vector<std::string> more = {}) const
    {
        std::vector<std::string> arguments{path(name),    "--key", path("comune.key"),      "--key-passphrase-file",
                                           path("words"), "--to",  path("regione.key.pub"), "--json"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return m_census.run("pack", arguments);
    }
    [[nodiscard]] CliOutcome unpack(const std::string& name, std::vector<std::string> more = {}) const
    {
        std::vector<std::string> arguments{
            "unpack",      path(name), path("out.gpkg"),       "--key", path("regione.key"), "--key-passphrase-file",
            path("words"), "--from",   path("comune.key.pub"), "--json"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return runCli(arguments);
    }
    [[nodiscard]] std::string path(const std::string& name) const { return m_census.path(name); }

    CliCensus m_census;
    std::string m_before;
};

TEST_F(Packages, aCensusTravelsFromOneToTheOther)
{
    const auto packed = pack("a.opack", {"--purpose", "revisione"});
    ASSERT_EQ(packed.status, 0) << packed.err;
    const auto report = json::parse(packed.out);
    EXPECT_EQ(report.at("recipients").at(0).at("name"), "regione");
    EXPECT_EQ(report.at("sha256").get<std::string>().size(), 64U);

    const auto unpacked = unpack("a.opack");

    ASSERT_EQ(unpacked.status, 0) << unpacked.err;
    EXPECT_EQ(json::parse(unpacked.out).at("purpose"), "revisione");
    const auto mine = json::parse(m_census.run("list", {"--format", "json"}).out);
    const auto theirs = json::parse(runCli({"list", path("out.gpkg"), "--format", "json"}).out);
    EXPECT_EQ(mine, theirs);
    EXPECT_EQ(runCli({"log", path("out.gpkg"), "--verify"}).status, 0);
}

TEST_F(Packages, whoReceivedItAndWhyIsInTheLog)
{
    ASSERT_EQ(pack("a.opack", {"--purpose", "revisione"}).status, 0);
    (void)m_census.add();
    const auto log = json::parse(m_census.run("log", {"--json"}).out);
    for (const char* action : {"pack", "pack_done"}) {
        const auto entry =
            std::find_if(log.begin(), log.end(), [&](const json& e) { return e.at("action") == action; });
        ASSERT_NE(entry, log.end()) << action;
        EXPECT_EQ(entry->at("reason"), "revisione");
        EXPECT_NE(entry->at("recipient").get<std::string>().find("regione"), std::string::npos);
    }
}

TEST_F(Packages, refusalsSayWhatIsWrongAndLeaveNothing)
{
    ASSERT_EQ(pack("a.opack").status, 0);
    const auto whole = bytes("a.opack");
    put("cut.opack", whole.substr(0, whole.size() - 10));
    auto altered = whole;
    altered[whole.size() / 2] = static_cast<char>(altered[whole.size() / 2] ^ 1);
    put("altered.opack", altered);
    auto older = whole;
    older[11] = 0;
    put("version.opack", older);
    put("no.opack", "something else altogether");

    for (const auto& [name, words] : std::vector<std::pair<std::string, std::string>>{{"cut.opack", "cut off"},
                                                                                      {"altered.opack", "was changed"},
                                                                                      {"version.opack", "version"},
                                                                                      {"no.opack", "no package"},
                                                                                      {"missing.opack", "be read"}}) {
        const auto refused = unpack(name);
        EXPECT_EQ(refused.status, 3) << name;
        EXPECT_NE(refused.err.find(words), std::string::npos) << refused.err;
        EXPECT_FALSE(std::filesystem::exists(path("out.gpkg"))) << name;
    }
}

TEST_F(Packages, wrongKeysPassphrasesAndSendersAreRefused)
{
    ASSERT_EQ(pack("a.opack").status, 0);
    const auto notForMe = runCli({"unpack", path("a.opack"), path("out.gpkg"), "--key", path("comune.key"),
                                  "--key-passphrase-file", path("words"), "--any-sender"});
    EXPECT_EQ(notForMe.status, 3);
    EXPECT_NE(notForMe.err.find("not for this key"), std::string::npos) << notForMe.err;
    const auto wrongWords = runCli({"unpack", path("a.opack"), path("out.gpkg"), "--key", path("regione.key"),
                                    "--key-passphrase-file", path("other-words"), "--any-sender"});
    EXPECT_EQ(wrongWords.status, 3);
    EXPECT_NE(wrongWords.err.find("passphrase is wrong"), std::string::npos) << wrongWords.err;
    const auto unknown = runCli({"unpack", path("a.opack"), path("out.gpkg"), "--key", path("regione.key"),
                                 "--key-passphrase-file", path("words")});
    EXPECT_EQ(unknown.status, 3);
    EXPECT_NE(unknown.err.find("fingerprint"), std::string::npos) << unknown.err;
    EXPECT_EQ(runCli({"unpack", path("a.opack"), path("out.gpkg")}).status, 2);
    EXPECT_FALSE(std::filesystem::exists(path("out.gpkg")));
}

TEST_F(Packages, aReplayedPackageIsRefusedUnlessAskedFor)
{
    ASSERT_EQ(pack("a.opack").status, 0);
    ASSERT_EQ(unpack("a.opack").status, 0);
    const auto again = unpack("a.opack", {"--overwrite"});
    EXPECT_EQ(again.status, 3);
    EXPECT_NE(again.err.find("taken already"), std::string::npos) << again.err;
    EXPECT_EQ(unpack("a.opack", {"--overwrite", "--accept-older"}).status, 0);
}

TEST_F(Packages, aPassphraseAloneWillDo)
{
    const auto packed = m_census.run("pack", {path("a.opack"), "--key", path("comune.key"), "--key-passphrase-file",
                                              path("words"), "--passphrase-file", path("other-words")});
    ASSERT_EQ(packed.status, 0) << packed.err;
    const auto unpacked = runCli({"unpack", path("a.opack"), path("out.gpkg"), "--passphrase-file", path("other-words"),
                                  "--from", path("comune.key.pub")});
    EXPECT_EQ(unpacked.status, 0) << unpacked.err;
}

TEST_F(Packages, anExistingFileIsExitSixAndNobodyToSealForExitTwo)
{
    put("a.opack", "old");
    EXPECT_EQ(pack("a.opack").status, 6);
    EXPECT_EQ(bytes("a.opack"), "old");
    EXPECT_EQ(
        m_census.run("pack", {path("b.opack"), "--key", path("comune.key"), "--key-passphrase-file", path("words")})
            .status,
        2);
}

} // namespace
} // namespace observo::test
