// SPDX-License-Identifier: GPL-3.0-or-later
#include "sealing/Sodium.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

namespace observo::exchange {
namespace {

TEST(Sodium, base64ComesBackAndTakesNothingElse)
{
    ASSERT_TRUE(readySodium());
    const std::array<unsigned char, 4> bytes{0, 255, 16, 7};
    EXPECT_EQ(base64Of(bytes), "AP8QBw==");
    std::array<unsigned char, 4> back{};
    EXPECT_TRUE(fromBase64("AP8QBw==", back));
    EXPECT_EQ(back, bytes);
    for (const char* wrong : {"AP8QBw=", "AP8QBw==x", "AP8Q", "AP8QBwAA", "", "AP8Q*w=="}) {
        EXPECT_FALSE(fromBase64(wrong, back)) << wrong;
    }
    EXPECT_EQ(hexOf(bytes), "00ff1007");
}

TEST(Sodium, whatIsSealedOpensWithItsKeyAndContextOnly)
{
    Secret<kKeyBytes> key;
    fillRandom(key.room());
    const std::string sealed = sealedWith(key.bytes(), bytesIn("segreto"), "contesto");
    std::array<unsigned char, 7> plain{};
    ASSERT_TRUE(unsealedWith(key.bytes(), bytesIn(sealed), "contesto", plain));
    EXPECT_EQ(textIn(plain), "segreto");

    EXPECT_FALSE(unsealedWith(key.bytes(), bytesIn(sealed), "altro", plain));
    EXPECT_FALSE(unsealedWith(key.bytes(), bytesIn(sealed).first(sealed.size() - 1), "contesto", plain));
    for (std::size_t i = 0; i < sealed.size(); ++i) {
        std::string wrong = sealed;
        wrong[i] = static_cast<char>(wrong[i] ^ 1);
        EXPECT_FALSE(unsealedWith(key.bytes(), bytesIn(wrong), "contesto", plain)) << i;
    }
    Secret<kKeyBytes> other;
    fillRandom(other.room());
    EXPECT_FALSE(unsealedWith(other.bytes(), bytesIn(sealed), "contesto", plain));
}

TEST(Sodium, weakAndMonstrousCostsAreRefused)
{
    EXPECT_TRUE(PassphraseCost::usual().isAcceptable());
    EXPECT_GE(PassphraseCost::usual().memory, 256ULL << 20U);
    EXPECT_FALSE((PassphraseCost{1, 8192}).isAcceptable());
    EXPECT_FALSE((PassphraseCost{3, 1ULL << 40U}).isAcceptable());
    EXPECT_FALSE((PassphraseCost{1000, 256ULL << 20U}).isAcceptable());
    Secret<kKeyBytes> key;
    const std::array<unsigned char, kSaltBytes> salt{};
    EXPECT_FALSE(keyFromPassphrase(key.room(), "x", salt, {1, 8192}));
}

TEST(Sodium, theSamePassphraseAndSaltGiveTheSameKey)
{
    const std::array<unsigned char, kSaltBytes> salt{1, 2, 3};
    Secret<kKeyBytes> one;
    Secret<kKeyBytes> two;
    ASSERT_TRUE(keyFromPassphrase(one.room(), "frase segreta", salt, PassphraseCost::usual()));
    ASSERT_TRUE(keyFromPassphrase(two.room(), "frase segreta", salt, PassphraseCost::usual()));
    EXPECT_TRUE(std::ranges::equal(one.bytes(), two.bytes()));
    ASSERT_TRUE(keyFromPassphrase(two.room(), "frase Segreta", salt, PassphraseCost::usual()));
    EXPECT_FALSE(std::ranges::equal(one.bytes(), two.bytes()));
}

TEST(Sodium, wipedBytesAreZero)
{
    std::array<unsigned char, 8> bytes{1, 2, 3, 4, 5, 6, 7, 8};
    wipe(bytes);
    EXPECT_EQ(bytes, (std::array<unsigned char, 8>{}));
    std::array<unsigned char, 16> hash{};
    hashInto(hash, bytesIn("abc"));
    EXPECT_EQ(hexOf(hash), "cf4ab791c62b8d2b2109c90275287816"); // BLAKE2b-128 of "abc"
}

} // namespace
} // namespace observo::exchange
