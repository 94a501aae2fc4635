// SPDX-License-Identifier: GPL-3.0-or-later
#include "sealing/PackageHeader.h"

#include "sealing/IdentityBody.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

namespace observo::exchange {
namespace {

class Header : public testing::Test {
protected:
    Header() : m_anna(*Identity::create("Anna")), m_bruno(*Identity::create("Bruno"))
    {
        fillRandom(m_key.room());
        fillRandom(m_header.stream);
        EXPECT_TRUE(m_header.wrapFor(m_anna.publicKey(), m_key));
    }
    Result<PackageHeader> read(const std::string& bytes)
    {
        std::istringstream in(bytes + "rest");
        return PackageHeader::read(in, m_raw);
    }
    bool isKey(const Secret<kKeyBytes>& other) const { return std::ranges::equal(other.bytes(), m_key.bytes()); }

    Identity m_anna;
    Identity m_bruno;
    Secret<kKeyBytes> m_key;
    PackageHeader m_header;
    std::string m_raw;
};

TEST_F(Header, theKeyComesBackToWhomItWasWrappedForAlone)
{
    const auto header = read(m_header.bytes());
    ASSERT_TRUE(header);
    EXPECT_EQ(m_raw, m_header.bytes());
    Secret<kKeyBytes> key;
    ASSERT_TRUE(header->unwrap(m_anna, key));
    EXPECT_TRUE(isKey(key));
    const auto refused = header->unwrap(m_bruno, key);
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().what.find(m_bruno.publicKey().fingerprint()), std::string::npos);
    EXPECT_FALSE(header->unwrap("frase", key));
    // Nobody who looks at the file learns for whom it is.
    EXPECT_EQ(m_raw.find("Anna"), std::string::npos);
}

TEST_F(Header, aPassphraseOpensItToo)
{
    ASSERT_TRUE(m_header.wrapBy("frase", m_key));
    const auto header = read(m_header.bytes());
    ASSERT_TRUE(header);
    Secret<kKeyBytes> key;
    ASSERT_TRUE(header->unwrap("frase", key));
    EXPECT_TRUE(isKey(key));
    EXPECT_FALSE(header->unwrap("Frase", key));
}

TEST_F(Header, weakenedCostsAndOtherVersionsAreRefused)
{
    ASSERT_TRUE(m_header.wrapBy("frase", m_key));
    m_header.passphrase->cost.memory = 8192;
    Secret<kKeyBytes> key;
    EXPECT_FALSE(read(m_header.bytes())->unwrap("frase", key));

    std::string older = m_header.bytes();
    older[11] = 0;
    const auto refused = read(older);
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().what.find("version"), std::string::npos);
}

TEST_F(Header, whatIsCutOffOrNoHeaderIsRefused)
{
    const std::string whole = m_header.bytes();
    for (std::size_t size = 0; size < whole.size(); size += 3) {
        std::istringstream in(whole.substr(0, size));
        EXPECT_FALSE(PackageHeader::read(in, m_raw)) << size;
    }
    EXPECT_FALSE(read("OBSERVOPACK\x01\xFF\xFF\xFF\xFF"));
    EXPECT_FALSE(read("PK\x03\x04 some zip file of another program"));
}

TEST_F(Header, recipientsAreAHundredAtMost)
{
    for (int i = 1; i < 100; ++i) {
        ASSERT_TRUE(m_header.wrapFor(m_bruno.publicKey(), m_key));
    }
    EXPECT_FALSE(m_header.wrapFor(m_bruno.publicKey(), m_key));
    EXPECT_TRUE(read(m_header.bytes()));
}

} // namespace
} // namespace observo::exchange
