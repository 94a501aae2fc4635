// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/TextDecoder.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace observo::reader {
namespace {

class Spelt : public testing::TestWithParam<std::pair<const char*, const char*>> {};

TEST_P(Spelt, oneWayOrAnotherAnEncodingIsKnown)
{
    EXPECT_EQ(encodingName(GetParam().first), GetParam().second);
    EXPECT_TRUE(TextDecoder::of(encodingName(GetParam().first)));
}

INSTANTIATE_TEST_SUITE_P(Rows, Spelt,
                         testing::Values(std::pair{"utf-8", "UTF-8"}, std::pair{"UTF8", "UTF-8"},
                                         std::pair{"65001", "UTF-8"}, std::pair{"1252", "windows-1252"},
                                         std::pair{"ANSI 1252", "windows-1252"}, std::pair{"CP1252", "windows-1252"},
                                         std::pair{"ISO-8859-1", "windows-1252"}, std::pair{"8859_1", "windows-1252"},
                                         std::pair{"ISO-8859-15", "ISO-8859-15"}, std::pair{"88595", "ISO-8859-5"},
                                         std::pair{"850", "CP850"}, std::pair{"OEM 850", "CP850"},
                                         std::pair{"IBM437", "CP437"}, std::pair{"windows-1250", "windows-1250"},
                                         std::pair{"macintosh", "MACINTOSH"}, std::pair{"KOI8-R", "KOI8-R"}));

std::string decoded(const char* encoding, std::string_view bytes, bool isWhole)
{
    auto decoder = TextDecoder::of(encoding);
    EXPECT_TRUE(decoder);
    std::string text = "what was there before";
    EXPECT_EQ(decoder->decode(bytes, text), isWhole) << bytes;
    return text;
}

TEST(TextDecoder, bytesBecomeUtf8)
{
    EXPECT_EQ(decoded("windows-1252", "localit\xE0 \x97 perch\xE9", true), "località — perché");
    EXPECT_EQ(decoded("CP850", "localit\x85", true), "località");
    EXPECT_EQ(decoded("UTF-8", "perché", true), "perché");
    EXPECT_EQ(decoded("windows-1252", "plain", true), "plain");
    EXPECT_EQ(decoded("windows-1252", "", true), "");
    const std::string many(5000, '\xE0');
    EXPECT_EQ(decoded("windows-1252", many, true).size(), 10'000U);
}

TEST(TextDecoder, bytesWithoutMeaningAreSaid)
{
    EXPECT_EQ(decoded("UTF-8", "perch\xE9", false), "perché"); // read as windows-1252
    EXPECT_EQ(decoded("windows-1252", "a\x81z", false), "a?z");
    EXPECT_EQ(decoded("CP932", "a\x85", false), "a?");
}

TEST(TextDecoder, anUnknownEncodingIsRefused)
{
    EXPECT_FALSE(TextDecoder::of("Klingon"));
    EXPECT_FALSE(TextDecoder::of(""));
}

TEST(TextDecoder, movesWithItsConverter)
{
    auto first = TextDecoder::of("CP850");
    auto second = TextDecoder::of("windows-1252");
    *second = std::move(*first);
    std::string text;

    EXPECT_TRUE(second->decode("\x85", text));

    EXPECT_EQ(text, "à");
}

} // namespace
} // namespace observo::reader
