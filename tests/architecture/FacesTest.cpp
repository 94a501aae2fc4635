// SPDX-License-Identifier: GPL-3.0-or-later
#include "Checks.h"
#include "support/TestPlaces.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace observo::architecture {
namespace {

TEST(Faces, theHouseKeepsThem)
{
    const auto findings = brokenFaces(thisHouse());

    EXPECT_TRUE(findings.empty()) << lines(findings);
}

TEST(Faces, theHouseWithoutAFaceIsFound)
{
    EXPECT_FALSE(brokenFaces(thisHouse().without("include/observo/core/Result.h")).empty());
}

TEST(Faces, aHeaderThatIsMissingFromIncludeIsFound)
{
    const auto findings = brokenFaces(madeUp({{"src/geo/A.cpp", "#include \"observo/core/Gone.h\"\n"}}));

    ASSERT_EQ(findings.size(), 1U) << lines(findings);
    EXPECT_NE(findings[0].find("observo/core/Gone.h is not in include/"), std::string::npos) << findings[0];
}

TEST(Faces, aPrivateHeaderOfAnotherRoomIsFound)
{
    const auto tree = madeUp({{"src/census/Store.h", "#pragma once\n"},
                              {"src/exchange/A.cpp", "#include \"Store.h\"\n"},
                              {"src/exchange/B.cpp", "#include \"../census/Store.h\"\n"}});

    EXPECT_EQ(brokenFaces(tree).size(), 2U) << lines(brokenFaces(tree));
}

TEST(Faces, aPrivateHeaderInAFaceIsFound)
{
    const auto findings = brokenFaces(
        madeUp({{"include/observo/census/A.h", "#include \"Store.h\"\n"}, {"src/census/Store.h", "#pragma once\n"}}));

    EXPECT_EQ(findings.size(), 1U) << lines(findings);
}

TEST(Faces, ownPrivateAndGeneratedHeadersMayBeIncluded)
{
    const auto tree = madeUp({{"src/app/docks/A.h", "#pragma once\n"},
                              {"src/app/docks/A.cpp", "#include \"docks/A.h\"\n#include \"ui_A.h\"\n"},
                              {"src/census/S.cpp", "#include \"EmbeddedSchema.h\"\n"}});

    EXPECT_TRUE(brokenFaces(tree).empty()) << lines(brokenFaces(tree));
}

TEST(Faces, theSixteenthHeaderIsOneTooMany)
{
    const test::TemporaryFolder folder;
    const auto face = folder / "include/observo/geo";
    std::filesystem::create_directories(face);
    for (int i = 1; i <= 15; ++i) {
        std::ofstream(face / ("H" + std::to_string(i) + ".h")) << "#pragma once\n";
    }
    EXPECT_TRUE(brokenFaces(Tree::read(folder.path())).empty());

    std::ofstream(face / "H16.h") << "#pragma once\n";

    EXPECT_EQ(brokenFaces(Tree::read(folder.path())).size(), 1U);
}

} // namespace
} // namespace observo::architecture
