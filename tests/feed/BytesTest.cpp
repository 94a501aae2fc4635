// SPDX-License-Identifier: GPL-3.0-or-later
#include "Bytes.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <string>

namespace observo::feed {
namespace {

TEST(Bytes, whatWasPutIsTaken)
{
    std::string bytes;
    ByteWriter to(bytes);
    to.put(std::int64_t{-5});
    to.put(2.5);
    to.putFlag(true);
    to.putText("perché", 100);

    ByteReader from(bytes);

    EXPECT_EQ(from.take<std::int64_t>(), -5);
    EXPECT_EQ(from.takeFinite(), 2.5);
    EXPECT_TRUE(from.takeFlag());
    EXPECT_EQ(from.takeText(100), "perché");
    EXPECT_TRUE(from.isGood());
    EXPECT_TRUE(from.isAtEnd());
}

TEST(Bytes, theFirstFaultIsKeptAndNothingComesAfterIt)
{
    std::string bytes;
    ByteWriter to(bytes);
    to.put(std::uint8_t{7});
    to.put(std::int64_t{1});
    ByteReader from(bytes);

    EXPECT_TRUE(!from.takeFlag());
    EXPECT_EQ(from.take<std::int64_t>(), 0);

    EXPECT_FALSE(from.isGood());
    EXPECT_STREQ(from.why(), "a flag is neither 0 nor 1");
}

TEST(Bytes, aLengthBeyondTheEndTakesNoMemory)
{
    std::string bytes;
    ByteWriter(bytes).putCount(0xFFFFFFFF);
    ByteReader from(bytes);

    EXPECT_EQ(from.takeText(0xFFFFFFFF), "");

    EXPECT_FALSE(from.isGood());
}

TEST(Bytes, aCountBeyondTheLimitIsRefused)
{
    std::string bytes;
    ByteWriter(bytes).putText("abcdef", 100);
    ByteReader from(bytes);

    EXPECT_EQ(from.takeText(5), "");

    EXPECT_STREQ(from.why(), "a count is too large");
}

class NotFinite : public testing::TestWithParam<double> {};

TEST_P(NotFinite, isRefused)
{
    std::string bytes;
    ByteWriter(bytes).put(GetParam());
    ByteReader from(bytes);

    EXPECT_EQ(from.takeFinite(), 0.0);

    EXPECT_STREQ(from.why(), "a number is not finite");
}

INSTANTIATE_TEST_SUITE_P(Rows, NotFinite,
                         testing::Values(std::numeric_limits<double>::infinity(),
                                         -std::numeric_limits<double>::infinity(),
                                         std::numeric_limits<double>::quiet_NaN()));

TEST(Bytes, aTextThatIsNotUtf8IsRefused)
{
    std::string bytes;
    ByteWriter to(bytes);
    to.putCount(2);
    to.putBytes("\xC3\x28", 2);
    ByteReader from(bytes);

    EXPECT_EQ(from.takeText(10), "");

    EXPECT_STREQ(from.why(), "a text is not UTF-8");
}

TEST(Bytes, anHonestWriterCleansAndCutsItsTexts)
{
    std::string bytes;
    ByteWriter(bytes).putText("perch\xE9 e per come", 7);
    ByteReader from(bytes);

    EXPECT_EQ(from.takeText(7), "perch? ");
    EXPECT_TRUE(from.isAtEnd());
}

TEST(Bytes, anEnumeratorBeyondTheLastIsRefused)
{
    enum class Small : std::uint8_t { A, B };
    std::string bytes;
    ByteWriter to(bytes);
    to.put(std::uint8_t{1});
    to.put(std::uint8_t{2});
    ByteReader from(bytes);

    EXPECT_EQ(from.takeEnum(Small::B), Small::B);
    EXPECT_EQ(from.takeEnum(Small::B), Small::A);
    EXPECT_FALSE(from.isGood());
}

} // namespace
} // namespace observo::feed
