// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/core/Ids.h"

#include <gtest/gtest.h>

#include <unordered_set>

namespace observo {
namespace {

TEST(Ids, aRandomUuidIsOfVersionFourAndItsOwn)
{
    std::unordered_set<Uuid> seen;
    for (int i = 0; i < 10'000; ++i) {
        const Uuid uuid = Uuid::random();
        EXPECT_TRUE(seen.insert(uuid).second);
        EXPECT_EQ(uuid.bytes[6] >> 4U, 4);
        EXPECT_EQ(uuid.bytes[8] >> 6U, 2);
    }
}

TEST(Ids, everyBitThatMayVaryDoes)
{
    std::array<std::uint8_t, 16> ones{};
    std::array<std::uint8_t, 16> zeros{};
    for (int i = 0; i < 200; ++i) {
        const Uuid uuid = Uuid::random();
        for (std::size_t byte = 0; byte < 16; ++byte) {
            ones[byte] = static_cast<std::uint8_t>(ones[byte] | uuid.bytes[byte]);
            zeros[byte] = static_cast<std::uint8_t>(zeros[byte] | static_cast<std::uint8_t>(~uuid.bytes[byte]));
        }
    }

    for (std::size_t byte = 0; byte < 16; ++byte) {
        const unsigned varying = byte == 6 ? 0x0FU : byte == 8 ? 0x3FU : 0xFFU;
        EXPECT_EQ(ones[byte] & zeros[byte], varying) << byte;
    }
}

TEST(Ids, textReadsBackInEitherCaseAndIsWrittenInLowerCase)
{
    const auto uuid = Uuid::parse("123E4567-e89b-42D3-A456-426614174000");

    ASSERT_TRUE(uuid);
    EXPECT_EQ(uuid->bytes[0], 0x12);
    EXPECT_EQ(uuid->bytes[15], 0x00);
    EXPECT_EQ(uuid->text(), "123e4567-e89b-42d3-a456-426614174000");
    EXPECT_EQ(Uuid::parse(uuid->text()), uuid);
}

TEST(Ids, anythingButThirtySixCharactersWithHyphensIsRefused)
{
    for (const auto* text : {"", "123e4567-e89b-42d3-a456-42661417400", "123e4567-e89b-42d3-a456-4266141740000",
                             "123e4567e89b42d3a456426614174000", "123e4567-e89b-42d3-a456-42661417400g",
                             "123e4567_e89b-42d3-a456-426614174000", "{123e4567-e89b-42d3-a456-426614174000}",
                             "1-3e4567-e89b-42d3-a456-426614174000", " 123e4567-e89b-42d3-a456-42661417400"}) {
        EXPECT_FALSE(Uuid::parse(text)) << text;
    }
}

TEST(Ids, allZeroMeansNone)
{
    EXPECT_TRUE(Uuid{}.isNull());
    EXPECT_TRUE(CameraId{}.isNull());
    EXPECT_FALSE(CameraId::make().isNull());
}

TEST(Ids, anIdentityReadsBackAndSortsLikeItsText)
{
    const auto low = CameraId::parse("023e4567-e89b-42d3-a456-426614174000");
    const auto high = CameraId::parse("123e4567-e89b-42d3-a456-426614174000");

    ASSERT_TRUE(low && high);
    EXPECT_LT(*low, *high);
    EXPECT_EQ(high->text(), "123e4567-e89b-42d3-a456-426614174000");
    EXPECT_FALSE(SiteId::parse("P-0001"));
}

} // namespace
} // namespace observo
