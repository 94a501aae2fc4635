// SPDX-License-Identifier: GPL-3.0-or-later
#include "TextFold.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

using namespace observo;

namespace {

struct FoldCase {
    std::string_view text;
    std::string_view lower;
    std::string_view search;
};

class TextFoldTable : public testing::TestWithParam<FoldCase> {};

TEST_P(TextFoldTable, foldsCaseAndAccents)
{
    const FoldCase& c = GetParam();

    EXPECT_EQ(lowerCase(c.text), c.lower);
    EXPECT_EQ(searchForm(c.text), c.search);
}

INSTANTIATE_TEST_SUITE_P(TextFold, TextFoldTable,
                         testing::Values(FoldCase{"", "", ""},                                              //
                                         FoldCase{"Piazza VITTORIO", "piazza vittorio", "piazza vittorio"}, //
                                         FoldCase{"CITTÀ", "città", "citta"},                               //
                                         FoldCase{"Perché Così Più Però", "perché così più però",
                                                  "perche cosi piu pero"},
                                         FoldCase{"ÀÈÉÌÒÙ àèéìòù", "àèéìòù àèéìòù", "aeeiou aeeiou"}, //
                                         FoldCase{"Straße Æther", "straße æther", "strasse aether"},  //
                                         FoldCase{"Škofja Łódź Žiri", "škofja łódź žiri", "skofja lodz ziri"},
                                         FoldCase{"Ÿ Ĳ Œ", "ÿ ĳ œ", "y ij oe"},               //
                                         FoldCase{"3×4÷2", "3×4÷2", "3×4÷2"},                 //
                                         FoldCase{"dell’Orso", "dell’orso", "dell'orso"},     //
                                         FoldCase{"e\xCC\x80 qui", "e\xCC\x80 qui", "e qui"}, //
                                         FoldCase{"Δ €", "Δ €", "Δ €"}));

TEST(TextFold, keepsBrokenSequences)
{
    const std::string broken = "a\xC3";
    const std::string alone = "\x80\xFFz";

    EXPECT_EQ(lowerCase(broken), broken);
    EXPECT_EQ(searchForm(broken), broken);
    EXPECT_EQ(searchForm(alone), alone);
    EXPECT_EQ(characterCount(alone), 3U);
}

TEST(TextFold, everyUpperCaseLatinLetterMeetsItsLowerCase)
{
    EXPECT_EQ(lowerCase("ĀĎĜĶĹŇŊŶŹŽ"), "āďĝķĺňŋŷźž");
    EXPECT_EQ(searchForm("ĀĎĜĶĹŇŊŶŹŽ"), searchForm("āďĝķĺňŋŷźž"));
}

TEST(TextFold, foldsEveryAsciiCharacterAtEveryPlace)
{
    for (char c = 1; c < 127; ++c) {
        const std::string lower(1, c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
        for (std::size_t before = 0; before < 18; ++before) {
            const std::string text = std::string(before, 'z') + c + "Àb";
            ASSERT_EQ(searchForm(text), std::string(before, 'z') + lower + "ab") << static_cast<int>(c);
        }
    }
}

TEST(TextFold, countsCharactersAndNotBytes)
{
    EXPECT_EQ(characterCount("città"), 5U);
    EXPECT_EQ(characterCount("€𝄞"), 2U);
    EXPECT_EQ(characterLength("𝄞", 0), 4U);
}

struct GlobCase {
    std::string_view pattern;
    std::string_view text;
    bool matches;
};

class GlobTable : public testing::TestWithParam<GlobCase> {};

TEST_P(GlobTable, starTakesAnyCharactersAndQuestionMarkOne)
{
    const GlobCase& c = GetParam();

    EXPECT_EQ(globMatches(c.pattern, c.text), c.matches) << c.pattern << " against " << c.text;
}

INSTANTIATE_TEST_SUITE_P(
    TextFold, GlobTable,
    testing::Values(GlobCase{"", "", true}, GlobCase{"", "a", false}, GlobCase{"*", "", true}, GlobCase{"?", "", false},
                    GlobCase{"piazza*", "piazza nord", true}, GlobCase{"piazza*", "la piazza", false},
                    GlobCase{"*nord", "piazza nord", true}, GlobCase{"*za*or*", "piazza nord", true},
                    GlobCase{"citt?", "città", true}, GlobCase{"citt??", "città", false}, GlobCase{"*?", "à", true},
                    GlobCase{"*??", "à", false}, GlobCase{"a*b*c", "abcbc", true}, GlobCase{"a*b*c", "abcb", false},
                    GlobCase{"a**", "a", true}, GlobCase{"tc-000?", "tc-0009", true}));

} // namespace
