// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/EncodingGuess.h"

#include <gtest/gtest.h>

#include <string>

namespace observo::reader {
namespace {

using feed::Evidence;

struct Case {
    std::string requested;
    feed::Encoding declared;
    std::string texts;
    Evidence evidence;
    std::string name;
    std::size_t problems;
};

class EncodingGuessOf : public testing::TestWithParam<Case> {};

TEST_P(EncodingGuessOf, textsFollowsTheBestEvidence)
{
    const auto& given = GetParam();

    const auto choice = chooseEncoding(given.requested, given.declared, given.texts);

    EXPECT_EQ(choice.encoding.name, given.name);
    EXPECT_EQ(choice.encoding.evidence, given.evidence);
    EXPECT_EQ(choice.problems.size(), given.problems);
}

const feed::Encoding kNothing{};
const feed::Encoding kCpgUtf8{.evidence = Evidence::SideFile, .name = "UTF-8"};
const feed::Encoding kCpg1252{.evidence = Evidence::SideFile, .name = "1252"};
const feed::Encoding kLanguage850{.evidence = Evidence::Declared, .name = "CP850"};

INSTANTIATE_TEST_SUITE_P(
    Rows, EncodingGuessOf,
    testing::Values(Case{"", kNothing, "plain words", Evidence::Detected, "UTF-8", 0},
                    Case{"", kNothing, "città e perché", Evidence::Detected, "UTF-8", 0},
                    Case{"", kNothing, "citt\xE0\nperch\xE9\n", Evidence::Detected, "windows-1252", 0},
                    Case{"", kNothing, "citt\x85\nperch\x82\n", Evidence::Detected, "CP850", 0},
                    Case{"", kNothing, "citt\x88\nperch\x8E\n", Evidence::Detected, "MACINTOSH", 0},
                    Case{"", kCpg1252, "citt\xE0", Evidence::SideFile, "windows-1252", 0},
                    Case{"", kCpg1252, "plain", Evidence::SideFile, "windows-1252", 0},
                    Case{"", kLanguage850, "citt\x85", Evidence::Declared, "CP850", 0},
                    Case{"", kCpgUtf8, "citt\xE0 e perch\xE9", Evidence::Detected, "windows-1252", 1},
                    Case{"", kCpg1252, "città", Evidence::Detected, "UTF-8", 1},
                    Case{"850", kCpg1252, "citt\xE0", Evidence::Requested, "CP850", 0}));

TEST(EncodingGuess, theSampleShowsAWordWithItsAccent)
{
    const auto choice = chooseEncoding("", kNothing, "Via Roma\nLocalit\xE0 Sant'Anna\nVia Po\n");

    EXPECT_EQ(choice.encoding.sample, "Località Sant'Anna");
}

TEST(EncodingGuess, otherScriptsAreTheDetectors)
{
    // "камеры наблюдения на улице города" in windows-1251, some lines of it.
    std::string texts;
    for (int i = 0; i < 20; ++i) {
        texts += "\xEA\xE0\xEC\xE5\xF0\xFB \xED\xE0\xE1\xEB\xFE\xE4\xE5\xED\xE8\xFF \xED\xE0 "
                 "\xF3\xEB\xE8\xF6\xE5 \xE3\xEE\xF0\xEE\xE4\xE0\n";
    }

    EXPECT_EQ(chooseEncoding("", kNothing, texts).encoding.name, "windows-1251");
}

} // namespace
} // namespace observo::reader
