// SPDX-License-Identifier: GPL-3.0-or-later
#include "Utf8.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace observo::feed {
namespace {

using namespace std::string_view_literals;

class Utf8Text : public testing::TestWithParam<std::pair<std::string_view, bool>> {};

TEST_P(Utf8Text, isTakenOrNot)
{
    const auto& [text, isGood] = GetParam();

    EXPECT_EQ(isUtf8(text), isGood);
    // The same behind a long run of plain letters, which is looked at eight by eight.
    EXPECT_EQ(isUtf8("abcdefghijklmnop" + std::string(text)), isGood);
}

INSTANTIATE_TEST_SUITE_P(Rows, Utf8Text,
                         testing::Values(std::pair{""sv, true}, std::pair{"plain"sv, true},
                                         std::pair{"perch\xC3\xA9"sv, true}, std::pair{"\xE2\x82\xAC 5"sv, true},
                                         std::pair{"\xF0\x9F\x93\xB7"sv, true}, std::pair{"\xF4\x8F\xBF\xBF"sv, true},
                                         std::pair{"perch\xE9"sv, false}, std::pair{"\xC0\x80"sv, false},
                                         std::pair{"\xE0\x80\xAF"sv, false}, std::pair{"\xED\xA0\x80"sv, false},
                                         std::pair{"\xF4\x90\x80\x80"sv, false},
                                         std::pair{"\xF8\x88\x80\x80\x80"sv, false}, std::pair{"\xC3"sv, false},
                                         std::pair{"\xE2\x82"sv, false}, std::pair{"\x80"sv, false},
                                         std::pair{"a\0b"sv, false}, std::pair{"abcdefg\0"sv, false}));

TEST(Utf8, cleaningPutsAQuestionMarkForEachBadByte)
{
    EXPECT_EQ(cleanUtf8("perch\xE9 \xC3\xA9", 100), "perch? \xC3\xA9");
    EXPECT_EQ(cleanUtf8("\0x"sv, 100), "?x");
}

TEST(Utf8, cleaningCutsBetweenCharacters)
{
    EXPECT_EQ(cleanUtf8("abc\xC3\xA9", 4), "abc");
    EXPECT_EQ(cleanUtf8("abc\xC3\xA9", 5), "abc\xC3\xA9");
    EXPECT_EQ(cleanUtf8("abc", 0), "");
}

} // namespace
} // namespace observo::feed
