// SPDX-License-Identifier: GPL-3.0-or-later
#include "sealing/ManifestText.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace observo::exchange {
namespace {

class ManifestTextTest : public testing::Test {
protected:
    ManifestTextTest() : m_anna(*Identity::create("Anna")), m_bruno(*Identity::create("Bruno"))
    {
        m_manifest = {.census = CensusId::make(),
                      .issuingBody = "Comune di Agliè",
                      .sender = m_anna.publicKey(),
                      .recipients = {m_bruno.publicKey()},
                      .hasPassphrase = true,
                      .purpose = "patto per la \"sicurezza\"",
                      .packedAt = "2026-11-22T10:00:00Z",
                      .counter = 42,
                      .auditHead = "abcd",
                      .bytes = 12345,
                      .censusBlake2b = "ef"};
    }
    Identity m_anna;
    Identity m_bruno;
    Manifest m_manifest;
};

TEST_F(ManifestTextTest, everythingComesBack)
{
    const auto back = manifestFrom(manifestText(m_manifest));
    ASSERT_TRUE(back);
    EXPECT_EQ(manifestText(*back), manifestText(m_manifest));
    EXPECT_EQ(back->counter, 42);
    EXPECT_EQ(back->bytes, 12345U);
    EXPECT_TRUE(back->recipients.at(0).isSame(m_bruno.publicKey()));
    EXPECT_TRUE(senderIn(manifestText(m_manifest))->isSame(m_anna.publicKey()));
}

TEST_F(ManifestTextTest, whatIsMissingOrOfAnotherVersionIsRefused)
{
    const auto whole = nlohmann::json::parse(manifestText(m_manifest));
    for (const char* key :
         {"format", "version", "census_id", "sender", "recipients", "passphrase", "counter", "bytes"}) {
        auto less = whole;
        less.erase(key);
        EXPECT_FALSE(manifestFrom(less.dump())) << key;
    }
    auto other = whole;
    other["version"] = 0;
    EXPECT_FALSE(manifestFrom(other.dump()));
    EXPECT_FALSE(manifestFrom("[]"));
}

TEST_F(ManifestTextTest, theSignatureHoldsForThisManifestInThisPackageOfThisSender)
{
    const std::string text = manifestText(m_manifest);
    const std::string signature = signatureOf(text, "mark", m_anna);
    EXPECT_TRUE(isSignedBy(m_anna.publicKey(), text, "mark", signature));
    EXPECT_FALSE(isSignedBy(m_anna.publicKey(), text, "other", signature));
    EXPECT_FALSE(isSignedBy(m_anna.publicKey(), text + " ", "mark", signature));
    EXPECT_FALSE(isSignedBy(m_bruno.publicKey(), text, "mark", signature));
    EXPECT_FALSE(isSignedBy(m_anna.publicKey(), text, "mark", signature.substr(1)));
}

} // namespace
} // namespace observo::exchange
