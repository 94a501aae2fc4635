// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/TestPlaces.h"
#include "support/cli/CliRun.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <iterator>
#include <string>

namespace observo::test {
namespace {

using nlohmann::json;

class Keygen : public testing::Test {
protected:
    Keygen() { put("words", "una frase\n"); }
    void put(const std::string& name, const std::string& text) const
    {
        std::ofstream(m_folder / name, std::ios::binary) << text;
    }
    [[nodiscard]] std::string text(const std::string& name) const
    {
        std::ifstream in(m_folder / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    }
    [[nodiscard]] std::string path(const std::string& name) const { return (m_folder / name).string(); }
    TemporaryFolder m_folder;
};

TEST_F(Keygen, makesAKeyItsPublicHalfAndASheetThatBringsItBack)
{
    const auto made = runCli({"keygen", path("a.key"), "--name", "Comune", "--passphrase-file", path("words"),
                              "--sheet", path("sheet.html"), "--json"});
    ASSERT_EQ(made.status, 0) << made.err;
    const auto report = json::parse(made.out);
    EXPECT_EQ(text("a.key.pub"), report.at("public").get<std::string>() + "\n");
    EXPECT_EQ(text("a.key").find("una frase"), std::string::npos);

    const std::string sheet = text("sheet.html");
    const auto from = sheet.find("<p><code>") + 9;
    put("code", sheet.substr(from, sheet.find("</code>", from) - from) + "\n");
    const auto back = runCli({"keygen", path("b.key"), "--name", "Comune", "--passphrase-file", path("words"),
                              "--recover", "--code-file", path("code"), "--json"});

    ASSERT_EQ(back.status, 0) << back.err;
    EXPECT_EQ(json::parse(back.out).at("fingerprint"), report.at("fingerprint"));
}

TEST_F(Keygen, aMistypedCodeIsRefused)
{
    put("code", "0000 0000\n");
    const auto refused =
        runCli({"keygen", path("b.key"), "--passphrase-file", path("words"), "--recover", "--code-file", path("code")});
    EXPECT_EQ(refused.status, 3);
    EXPECT_NE(refused.err.find("recovery code"), std::string::npos) << refused.err;
    EXPECT_EQ(text("b.key"), "");
}

TEST_F(Keygen, aKeyIsNeverOverwrittenAndNeverWithoutAPassphrase)
{
    put("empty", "\n");
    EXPECT_EQ(runCli({"keygen", path("a.key"), "--passphrase-file", path("empty")}).status, 3);
    ASSERT_EQ(runCli({"keygen", path("a.key"), "--passphrase-file", path("words")}).status, 0);
    const auto before = text("a.key");
    EXPECT_EQ(runCli({"keygen", path("a.key"), "--passphrase-file", path("words")}).status, 6);
    EXPECT_EQ(text("a.key"), before);
}

} // namespace
} // namespace observo::test
