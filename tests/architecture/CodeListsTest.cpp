// SPDX-License-Identifier: GPL-3.0-or-later
#include "Checks.h"

#include <gtest/gtest.h>

namespace observo::architecture {
namespace {

TEST(CodeLists, theHouseKeepsThem)
{
    const auto findings = brokenCodeLists(thisHouse());

    EXPECT_TRUE(findings.empty()) << lines(findings);
}

TEST(CodeLists, theFieldsOfTheHouseNameMostOfThem)
{
    const auto missing = brokenCodeLists(thisHouse().without("resources/codelists/"));

    EXPECT_GT(missing.size(), 15U) << lines(missing);
}

TEST(CodeLists, aListWithQuotedLabelsIsAtHome)
{
    const auto tree = madeUp({{"resources/codelists/mount.csv", "code,it,en\npole,\"Palo, alto\",Pole\n"},
                              {"src/core/Fields.cpp", "field<&A::b>(\"mount\").code(\"mount\")\n"}});

    EXPECT_TRUE(brokenCodeLists(tree).empty()) << lines(brokenCodeLists(tree));
}

TEST(CodeLists, aListThatAFieldNamesMustBeThere)
{
    const auto findings = brokenCodeLists(madeUp({{"src/core/Fields.cpp", "field<&A::b>(\"m\").codes(\"mount\")\n"}}));

    ASSERT_EQ(findings.size(), 1U) << lines(findings);
    EXPECT_TRUE(findings[0].starts_with("resources/codelists/mount.csv")) << findings[0];
}

class CodeListsText : public testing::TestWithParam<const char*> {};

TEST_P(CodeListsText, withAFaultIsFound)
{
    const auto findings = brokenCodeLists(madeUp({{"resources/codelists/mount.csv", GetParam()}}));

    EXPECT_EQ(findings.size(), 1U) << lines(findings);
}

INSTANTIATE_TEST_SUITE_P(Rows, CodeListsText,
                         testing::Values("", "code;it;en\npole;Palo;Pole\n", "code,it,en\n",
                                         "code,it,en\nwall,Muro,Wall\npole,Palo\n",
                                         "code,it,en\npole,Palo,\nwall,Muro,Wall\n",
                                         "code,it,en\npole,Palo,Pole\npole,Paletto,Post\n",
                                         "code,it,en\ntall pole,Palo,Pole\nwall,Muro,Wall\n",
                                         "code,it,en\npole,\"Palo, \"\"alto\"\"\",Pole\nwall,Muro,Wall\n"));

} // namespace
} // namespace observo::architecture
