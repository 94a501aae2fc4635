// SPDX-License-Identifier: GPL-3.0-or-later
#include "Checks.h"

#include <gtest/gtest.h>

#include <string>

namespace observo::architecture {
namespace {

Findings inLoop(const std::string& head)
{
    return brokenLifetimes(madeUp({{"src/geo/A.cpp", "void f()\n{\n    for (" + head + ") {\n    }\n}\n"}}));
}

TEST(Lifetimes, theHouseKeepsThem)
{
    const auto findings = brokenLifetimes(thisHouse());

    EXPECT_TRUE(findings.empty()) << lines(findings);
}

TEST(Lifetimes, theContentOfAResultThatNobodyKeepsIsFound)
{
    const auto findings = inLoop("const auto& id : *reader->ids({})");

    ASSERT_EQ(findings.size(), 1U) << lines(findings);
    EXPECT_NE(findings[0].find("src/geo/A.cpp:3: the loop goes over *reader->ids({})"), std::string::npos)
        << findings[0];
    EXPECT_EQ(inLoop("auto i = 0; const auto& id : *ids(i)").size(), 1U);
    EXPECT_EQ(inLoop("const std::string& name : namesOf(a, b).value()").size(), 1U);
}

TEST(Lifetimes, whatIsKeptOrGivenWholeIsFree)
{
    for (const auto* head : {"const auto& id : *ids", "const auto& id : idsOf(*reader)", "const auto& x : a::b(c)",
                             "int i = 0; i < *count(); ++i", "const auto& p : (*body).parts", "auto& x : *this",
                             "const auto& x : known.value()"}) {
        EXPECT_TRUE(inLoop(head).empty()) << head;
    }
}

} // namespace
} // namespace observo::architecture
