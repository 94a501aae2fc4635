// SPDX-License-Identifier: GPL-3.0-or-later
#include "sealing/RecoveryCode.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace observo::exchange {
namespace {

class RecoveryCode : public testing::Test {
protected:
    RecoveryCode()
    {
        EXPECT_TRUE(readySodium());
        for (std::size_t i = 0; i < kSeedBytes; ++i) {
            m_seed.data()[i] = static_cast<unsigned char>(i * 7 + 3);
        }
        m_code = recoveryCodeOf(m_seed);
    }
    bool isSeed(const Secret<kSeedBytes>& other) const { return std::ranges::equal(other.bytes(), m_seed.bytes()); }

    Secret<kSeedBytes> m_seed;
    std::string m_code;
};

TEST_F(RecoveryCode, isFourteenGroupsOfFourAndComesBack)
{
    EXPECT_EQ(m_code.size(), 14U * 5 - 1);
    EXPECT_EQ(std::ranges::count(m_code, ' '), 13);
    Secret<kSeedBytes> seed;
    ASSERT_TRUE(seedFromCode(m_code, seed));
    EXPECT_TRUE(isSeed(seed));
}

TEST_F(RecoveryCode, howItIsTypedDoesNotMatter)
{
    std::string typed = "  ";
    for (const char c : m_code) {
        typed += c == ' ' ? '-' : c == '1' ? 'l' : c == '0' ? 'o' : static_cast<char>(std::tolower(c));
    }
    Secret<kSeedBytes> seed;
    ASSERT_TRUE(seedFromCode(typed + "\r\n", seed));
    EXPECT_TRUE(isSeed(seed));
}

TEST_F(RecoveryCode, everyWrongSignIsNoticed)
{
    constexpr std::string_view kSigns = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    Secret<kSeedBytes> seed;
    for (std::size_t at = 0; at < m_code.size(); ++at) {
        for (const char sign : m_code[at] == ' ' ? std::string_view() : kSigns) {
            std::string wrong = m_code;
            wrong[at] = sign;
            EXPECT_EQ(seedFromCode(wrong, seed).has_value(), wrong == m_code) << wrong;
        }
    }
    EXPECT_FALSE(seedFromCode(m_code.substr(1), seed));
    EXPECT_FALSE(seedFromCode(m_code + "0", seed));
    EXPECT_FALSE(seedFromCode("", seed));
    EXPECT_FALSE(seedFromCode(std::string(56, 'U'), seed));
}

} // namespace
} // namespace observo::exchange
