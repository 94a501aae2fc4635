// SPDX-License-Identifier: GPL-3.0-or-later
#include "EditDistance.h"

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>

namespace observo {
namespace {

std::string_view nearest(std::string_view typed, std::initializer_list<std::string_view> words)
{
    NearestWord nearest(typed);
    for (const std::string_view word : words) {
        nearest.consider(word);
    }
    return nearest.word();
}

TEST(EditDistance, countsInsertedDroppedChangedAndSwappedLetters)
{
    EXPECT_EQ(editDistance("status", "status"), 0U);
    EXPECT_EQ(editDistance("", "abc"), 3U);
    EXPECT_EQ(editDistance("abc", ""), 3U);
    EXPECT_EQ(editDistance("kitten", "sitting"), 3U);
    EXPECT_EQ(editDistance("stauts", "status"), 1U);
    EXPECT_EQ(editDistance("ca", "abc"), 3U);
    EXPECT_EQ(editDistance("Status", "sTATUS"), 0U);
}

TEST(EditDistance, theNearestWordIsSuggestedTheFirstAmongEquals)
{
    EXPECT_EQ(nearest("activ", {"faulty", "active", "planned"}), "active");
    EXPECT_EQ(nearest("ab", {"ac", "ad"}), "ac");
}

TEST(EditDistance, nothingIsSuggestedFromFarAway)
{
    EXPECT_EQ(nearest("rotta", {"planned", "active", "faulty"}), "");
    EXPECT_EQ(nearest("xy", {"ab"}), "");
    EXPECT_EQ(nearest("", {"a"}), "");
    EXPECT_EQ(nearest(std::string(1000, 'a'), {"active"}), "");
}

} // namespace
} // namespace observo
