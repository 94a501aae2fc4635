// SPDX-License-Identifier: GPL-3.0-or-later
#include "Template.h"

#include <gtest/gtest.h>

#include <vector>

namespace observo::words {
namespace {

TEST(Template, aTextWithoutPlacesMatchesItselfAlone)
{
    const Template plain("the file is empty");

    EXPECT_TRUE(plain.match("the file is empty"));
    EXPECT_FALSE(plain.match("the file is empty, row 3"));
    EXPECT_FALSE(plain.match("the file"));
    EXPECT_FALSE(plain.match(""));
}

TEST(Template, valuesStandBetweenTheFixedTexts)
{
    const Template named("layer \"{1}\" has {2:text}");

    const auto values = named.match("layer \"vie\" has no row");

    ASSERT_TRUE(values);
    EXPECT_EQ(values->at(1), "vie");
    EXPECT_EQ(values->at(2), "no row");
    EXPECT_EQ(named.slots(), (std::vector<Slot>{{1, false}, {2, true}}));
}

TEST(Template, aValueMayHoldWhatFollowsIt)
{
    const auto values = Template("from {1} to {2} now").match("from a to b to c now");
    const auto later = Template("{1} (x) end").match("a (x) b (x) end");

    ASSERT_TRUE(values);
    EXPECT_EQ(values->at(1), "a");
    EXPECT_EQ(values->at(2), "b to c");
    ASSERT_TRUE(later);
    EXPECT_EQ(later->at(1), "a (x) b");
}

TEST(Template, aLaterPlaceOfTheTextIsTriedWhenTheFirstLeadsNowhere)
{
    const auto values = Template("{1} by {2} at {3}!").match("at by by at at noon!");

    ASSERT_TRUE(values);
    EXPECT_EQ(values->at(1), "at");
    EXPECT_EQ(values->at(2), "by");
    EXPECT_EQ(values->at(3), "at noon");
}

TEST(Template, bracesThatHoldNoNumberAreText)
{
    const Template json("write {\"{1}\": {...}} {a} {1");

    const auto values = json.match("write {\"columns\": {...}} {a} {1");

    ASSERT_TRUE(values);
    EXPECT_EQ(values->at(1), "columns");
}

TEST(Template, onlyALeadingMessageWraps)
{
    EXPECT_TRUE(Template("{1:text}; nothing was changed").wrapsMessage());
    EXPECT_FALSE(Template("{1} is not a day").wrapsMessage());
    EXPECT_FALSE(Template("no {1:text}").wrapsMessage());
    EXPECT_FALSE(Template("").wrapsMessage());
}

TEST(Template, theFixedTextsWeigh)
{
    EXPECT_EQ(Template("ab{1}c").weight(), 3U);
    EXPECT_EQ(Template("{1:text}").weight(), 0U);
}

} // namespace
} // namespace observo::words
