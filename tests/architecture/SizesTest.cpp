// SPDX-License-Identifier: GPL-3.0-or-later
#include "Checks.h"
#include "support/TestPlaces.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace observo::architecture {
namespace {

const std::string kLicence = "// SPDX-License-Identifier: GPL-3.0-or-later\n";

std::string repeated(const std::string& line, int times)
{
    std::string text;
    for (int i = 0; i < times; ++i) {
        text += line;
    }
    return text;
}

TEST(Sizes, theHouseKeepsThem)
{
    const auto findings = brokenSizes(thisHouse());

    EXPECT_TRUE(findings.empty()) << lines(findings);
}

TEST(Sizes, aFileMayHave400LinesAndATest600)
{
    const auto fits = kLicence + repeated("\n", 399);
    const auto fitsTest = kLicence + repeated("\n", 599);

    EXPECT_TRUE(brokenSizes(madeUp({{"src/geo/A.cpp", fits}, {"tests/geo/ATest.cpp", fitsTest}})).empty());
    EXPECT_EQ(brokenSizes(madeUp({{"src/geo/A.cpp", fits + "\n"}})).size(), 1U);
    EXPECT_EQ(brokenSizes(madeUp({{"tests/geo/ATest.cpp", fitsTest + "\n"}})).size(), 1U);
}

TEST(Sizes, aFunctionMayHave60Lines)
{
    const auto fits = kLicence + "void f()\n{\n" + repeated("    g();\n", 57) + "}\n";
    const auto tooLong = kLicence + "void f()\n{\n" + repeated("    g();\n", 58) + "}\n";

    EXPECT_TRUE(brokenSizes(madeUp({{"src/geo/A.cpp", fits}})).empty());
    const auto findings = brokenSizes(madeUp({{"src/geo/A.cpp", tooLong}}));
    ASSERT_EQ(findings.size(), 1U) << lines(findings);
    EXPECT_TRUE(findings[0].starts_with("src/geo/A.cpp:2: a function of 61 lines")) << findings[0];
}

TEST(Sizes, aTableMayBeLong)
{
    const auto table = kLicence + "constexpr Row kRows[] = {\n" + repeated("    {1, f(2)},\n", 200) + "};\n";

    EXPECT_TRUE(brokenSizes(madeUp({{"src/core/A.cpp", table}})).empty());
}

TEST(Sizes, aSourceWithoutLicenceLineIsFound)
{
    EXPECT_EQ(brokenSizes(madeUp({{"src/geo/A.cpp", "int a;\n" + kLicence}})).size(), 1U);
}

TEST(Sizes, aHeaderWithoutGuardIsFound)
{
    EXPECT_EQ(brokenSizes(madeUp({{"src/geo/A.h", kLicence + "// #pragma once\n"}})).size(), 1U);
    EXPECT_TRUE(brokenSizes(madeUp({{"src/geo/A.h", kLicence + "#pragma once\n"}})).empty());
}

TEST(Sizes, theThirtyFirstFileIsOneTooMany)
{
    const test::TemporaryFolder folder;
    std::filesystem::create_directories(folder / "src/geo");
    for (int i = 1; i <= 30; ++i) {
        std::ofstream(folder / ("src/geo/A" + std::to_string(i) + ".cpp")) << kLicence;
    }
    EXPECT_TRUE(brokenSizes(Tree::read(folder.path())).empty());

    std::ofstream(folder / "src/geo/B.cpp") << kLicence;

    EXPECT_EQ(brokenSizes(Tree::read(folder.path())).size(), 1U);
}

} // namespace
} // namespace observo::architecture
