// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/Likeness.h"

#include <gtest/gtest.h>

#include <string>

namespace observo::exchange {
namespace {

constexpr Metres kWithin{5.0};
constexpr LonLat kHere{7.6869, 45.0703};
constexpr LonLat kTwoMetresEast{7.6869254, 45.0703};

TEST(Likeness, theSameWordsInTheSamePlaceAreOneCamera)
{
    const Features one{.place = kHere, .direction = 90, .type = "ptz", .name = "Ponte Nord"};
    const auto likeness = likenessOf(one, one, kWithin);
    EXPECT_DOUBLE_EQ(likeness.score, 1.0);
    EXPECT_FALSE(likeness.isContradiction);
    EXPECT_NE(likeness.why.en.find("0.0 m apart"), std::string::npos);
    EXPECT_NE(likeness.why.it.find("a 0.0 m"), std::string::npos);
}

TEST(Likeness, farApartIsNoLikeness)
{
    EXPECT_TRUE(likenessOf({.place = kHere}, {.place = {7.6879, 45.0703}}, kWithin).isContradiction);
}

TEST(Likeness, twoCamerasOnOnePoleLookDifferentWays)
{
    const Features east{.place = kHere, .direction = 90, .type = "bullet"};
    const Features south{.place = kHere, .direction = 180, .type = "bullet"};
    EXPECT_TRUE(likenessOf(east, south, kWithin).isContradiction);
    const Features nearlyEast{.place = kHere, .direction = 95, .type = "bullet"};
    EXPECT_GE(likenessOf(east, nearlyEast, kWithin).score, kSameScore);
}

TEST(Likeness, twoMetresAndNothingElseAreForAPerson)
{
    const double score = likenessOf({.place = kHere}, {.place = kTwoMetresEast}, kWithin).score;
    EXPECT_GE(score, kPossibleScore);
    EXPECT_LT(score, kSameScore);
}

TEST(Likeness, codesOfOneSchemeTellCamerasApart)
{
    const auto apart = likenessOf({.place = kHere, .code = "TC-01"}, {.place = kHere, .code = "TC-02"}, kWithin);
    EXPECT_TRUE(apart.isContradiction);
    const auto other = likenessOf({.place = kHere, .code = "TC-01"}, {.place = kHere, .code = "osm:node/7"}, kWithin);
    EXPECT_FALSE(other.isContradiction);
    EXPECT_LT(other.score, kSameScore);
    EXPECT_GE(other.score, kPossibleScore);
}

TEST(Likeness, wordsAndSchemesAreCompared)
{
    EXPECT_DOUBLE_EQ(wordsInCommon("Via Roma", "ROMA, via"), 1.0);
    EXPECT_DOUBLE_EQ(wordsInCommon("Via Roma", "Corso Francia"), 0.0);
    EXPECT_DOUBLE_EQ(wordsInCommon("", ""), 0.0);
    EXPECT_EQ(schemeOf("TC-0012"), "aa-9");
    EXPECT_EQ(schemeOf("TC-1"), schemeOf("XY-999"));
}

} // namespace
} // namespace observo::exchange
