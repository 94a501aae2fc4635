// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/exchange/Identity.h"

#include "support/exchange/CensusToExport.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sys/stat.h>

namespace observo::exchange {
namespace {

TEST(Identity, itsPublicHalfIsOneLineThatComesBack)
{
    const auto identity = Identity::create("Comune di Prova\nriga");
    ASSERT_TRUE(identity);
    const PublicKey& key = identity->publicKey();
    EXPECT_EQ(key.name, "Comune di Prova riga");
    EXPECT_EQ(key.text().find('\n'), std::string::npos);
    const auto back = PublicKey::parse(key.text() + "\r\n");
    ASSERT_TRUE(back);
    EXPECT_TRUE(back->isSame(key));
    EXPECT_EQ(back->name, key.name);
    EXPECT_EQ(back->fingerprint(), key.fingerprint());
    EXPECT_EQ(key.fingerprint().size(), 39U);
    for (const char* wrong : {"", "observo-public-1 ", "observo-public-1 AAAA x", "ssh-ed25519 AAAA"}) {
        EXPECT_FALSE(PublicKey::parse(wrong)) << wrong;
    }
    EXPECT_FALSE(PublicKey::parse("observo-public-2 " + key.text().substr(17)));
}

TEST(Identity, twoIdentitiesAreTwo)
{
    const auto one = Identity::create("a");
    const auto two = Identity::create("a");
    EXPECT_FALSE(one->publicKey().isSame(two->publicKey()));
    EXPECT_NE(one->publicKey().fingerprint(), two->publicKey().fingerprint());
}

TEST(Identity, itsFileOpensWithItsPassphraseOnlyAndIsPrivate)
{
    const test::TemporaryFolder folder;
    const auto identity = Identity::create("Comune");
    ASSERT_TRUE(identity->write(folder / "a.key", "frase", Overwrite::Refuse));

    const auto back = Identity::read(folder / "a.key", "frase");

    ASSERT_TRUE(back) << back.error().message();
    EXPECT_TRUE(back->publicKey().isSame(identity->publicKey()));
    EXPECT_EQ(back->recoveryCode(), identity->recoveryCode());
    struct ::stat found {};
    ASSERT_EQ(::stat((folder / "a.key").c_str(), &found), 0);
    EXPECT_EQ(found.st_mode & 0777U, 0600U);
    const auto wrong = Identity::read(folder / "a.key", "Frase");
    ASSERT_FALSE(wrong);
    EXPECT_NE(wrong.error().what.find("passphrase is wrong"), std::string::npos);
    EXPECT_FALSE(identity->write(folder / "a.key", "frase", Overwrite::Refuse));
    EXPECT_FALSE(Identity::read(folder / "b.key", "frase"));
}

TEST(Identity, aChangedFileIsRefused)
{
    const test::TemporaryFolder folder;
    const auto identity = Identity::create("Comune");
    ASSERT_TRUE(identity->write(folder / "a.key", "frase", Overwrite::Refuse));
    const auto whole = nlohmann::json::parse(test::bytesOf(folder / "a.key"));
    const auto other = Identity::create("Comune");
    for (const auto& [key, value] : {std::pair<std::string, nlohmann::json>{"version", 2},
                                     {"kdf", "scrypt"},
                                     {"operations", 1},
                                     {"memory", 8192},
                                     {"public", other->publicKey().text()},
                                     {"salt", "AAAAAAAAAAAAAAAAAAAAAA=="},
                                     {"sealed", "AAAA"},
                                     {"format", "x"}}) {
        auto changed = whole;
        changed[key] = value;
        test::putBytes(folder / "b.key", changed.dump());
        EXPECT_FALSE(Identity::read(folder / "b.key", "frase")) << key;
    }
    test::putBytes(folder / "b.key", "not JSON");
    EXPECT_FALSE(Identity::read(folder / "b.key", "frase"));
}

TEST(Identity, theRecoveryCodeGivesTheSameKeys)
{
    const auto identity = Identity::create("Comune");
    const auto back = Identity::recover(identity->recoveryCode(), "Comune");
    ASSERT_TRUE(back);
    EXPECT_TRUE(back->publicKey().isSame(identity->publicKey()));
    EXPECT_FALSE(Identity::recover("ABCD", "Comune"));
}

} // namespace
} // namespace observo::exchange
