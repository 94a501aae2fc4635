// SPDX-License-Identifier: GPL-3.0-or-later
#include "Checks.h"

#include <gtest/gtest.h>

#include <string>

namespace observo::architecture {
namespace {

Findings findingsIn(const std::string& code)
{
    return brokenAssertions(madeUp({{"tests/geo/ATest.cpp", code}}));
}

TEST(Assertions, theHouseKeepsThem)
{
    const auto findings = brokenAssertions(thisHouse());

    EXPECT_TRUE(findings.empty()) << lines(findings);
}

TEST(Assertions, aTestThatOnlyRunsIsFoundByName)
{
    const auto findings =
        findingsIn("TEST(A, good)\n{\n    EXPECT_EQ(f(), 1);\n}\n\nTEST_F(A, runs)\n{\n    f();\n}\n");

    ASSERT_EQ(findings.size(), 1U) << lines(findings);
    EXPECT_TRUE(findings[0].starts_with("tests/geo/ATest.cpp:6: A.runs")) << findings[0];
}

TEST(Assertions, aCommentOrATextIsNoAssertion)
{
    EXPECT_EQ(findingsIn("TEST(A, b)\n{\n    f(); // EXPECT_TRUE(f())\n    g(\"EXPECT_TRUE(f())\");\n}\n").size(), 1U);
}

TEST(Assertions, aHelperThatAssertsCountsThroughOthers)
{
    EXPECT_TRUE(findingsIn("void same(int a)\n{\n    EXPECT_EQ(a, 1);\n}\n"
                           "void both(int a)\n{\n    same(a);\n    same(a);\n}\n"
                           "TEST(A, b)\n{\n    both(f());\n}\n")
                    .empty());
}

TEST(Assertions, aHelperThatAssertsNothingDoesNot)
{
    EXPECT_EQ(findingsIn("void run(int a)\n{\n    f(a);\n}\nTEST(A, b)\n{\n    run(1);\n}\n").size(), 1U);
}

TEST(Assertions, aFixturesSetUpDoesNotCount)
{
    EXPECT_EQ(
        findingsIn("class A : public testing::Test {\n    void SetUp() override\n    {\n        EXPECT_TRUE(f());\n"
                   "    }\n};\nTEST_F(A, b)\n{\n    g();\n}\n")
            .size(),
        1U);
}

TEST(Assertions, aHelperCountsWhereItsHeaderIsIncluded)
{
    const std::string test = "TEST(A, b)\n{\n    same(f());\n}\n";
    const auto with = [&](const std::string& includes) {
        return brokenAssertions(
            madeUp({{"tests/support/geo/Same.h", "void same(int a);\n"},
                    {"tests/support/geo/Same.cpp", "void same(int a)\n{\n    EXPECT_EQ(a, 1);\n}\n"},
                    {"tests/geo/ATest.cpp", includes + test}}));
    };

    EXPECT_TRUE(with("#include \"support/geo/Same.h\"\n").empty());
    EXPECT_EQ(with("").size(), 1U);
}

TEST(Assertions, successByDecreeIsFound)
{
    EXPECT_EQ(findingsIn("TEST(A, b)\n{\n    EXPECT_TRUE(f());\n    SUCCEED();\n}\n").size(), 1U);
    EXPECT_EQ(findingsIn("TEST(A, b)\n{\n    EXPECT_TRUE(true);\n}\n").size(), 1U);
    EXPECT_EQ(findingsIn("TEST(A, DISABLED_b)\n{\n    EXPECT_TRUE(f());\n}\n").size(), 1U);
}

TEST(Assertions, aSkipSaysWhy)
{
    const auto skipping = [](const std::string& skip) {
        return "TEST(A, b)\n{\n    if (f()) {\n        " + skip + "\n    }\n    EXPECT_TRUE(g());\n}\n";
    };

    EXPECT_TRUE(findingsIn(skipping("GTEST_SKIP() << \"mounting needs root\";")).empty());
    EXPECT_EQ(findingsIn(skipping("GTEST_SKIP();")).size(), 1U);
    EXPECT_EQ(findingsIn(skipping("GTEST_SKIP() << \" \";")).size(), 1U);
}

} // namespace
} // namespace observo::architecture
