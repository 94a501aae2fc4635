// SPDX-License-Identifier: GPL-3.0-or-later
#include "Checks.h"

#include <gtest/gtest.h>

namespace observo::architecture {
namespace {

constexpr const char* kGoodTest = "TEST(A, b)\n{\n    EXPECT_TRUE(f());\n}\n";

TEST(Twins, theHouseKeepsThem)
{
    const auto findings = brokenTwins(thisHouse());

    EXPECT_TRUE(findings.empty()) << lines(findings);
}

TEST(Twins, theHouseWithoutItsTestsIsFull)
{
    EXPECT_GT(brokenTwins(thisHouse().without("tests/")).size(), 50U);
}

TEST(Twins, aSourceWithItsTestIsAtHome)
{
    const auto tree = madeUp({{"src/exchange/formats/Kml.cpp", ""},
                              {"tests/exchange/formats/KmlTest.cpp", kGoodTest},
                              {"src/app/docks/LogDock.cpp", ""},
                              {"src/cli/main.cpp", ""}});

    EXPECT_TRUE(brokenTwins(tree).empty()) << lines(brokenTwins(tree));
}

TEST(Twins, aSourceWithoutTestIsFound)
{
    const auto findings = brokenTwins(madeUp({{"src/geo/A.cpp", ""}, {"tests/geo/BTest.cpp", kGoodTest}}));

    ASSERT_EQ(findings.size(), 1U) << lines(findings);
    EXPECT_TRUE(findings[0].starts_with("src/geo/A.cpp")) << findings[0];
}

TEST(Twins, aCommandNeedsItsTestToo)
{
    EXPECT_EQ(brokenTwins(madeUp({{"src/cli/commands/Export.cpp", ""}})).size(), 1U);
}

TEST(Twins, aTestOfAnotherRoomOrOfRealDataAloneDoesNotCount)
{
    const auto tree =
        madeUp({{"src/geo/A.cpp", ""}, {"tests/core/ATest.cpp", kGoodTest}, {"tests/geo/real/ATest.cpp", kGoodTest}});

    EXPECT_EQ(brokenTwins(tree).size(), 1U) << lines(brokenTwins(tree));
}

TEST(Twins, aTestThatAssertsNothingIsFound)
{
    const auto tree = madeUp({{"src/geo/A.cpp", ""},
                              {"tests/geo/ATest.cpp", "TEST(A, b)\n{\n    f(); // EXPECT_TRUE(f())\n}\n"},
                              {"tests/geo/EmptyTest.cpp", "// later\n"}});

    EXPECT_EQ(brokenTwins(tree).size(), 2U) << lines(brokenTwins(tree));
}

} // namespace
} // namespace observo::architecture
