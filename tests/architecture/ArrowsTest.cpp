// SPDX-License-Identifier: GPL-3.0-or-later
#include "Checks.h"
#include "Rooms.h"

#include <gtest/gtest.h>

namespace observo::architecture {
namespace {

TEST(Arrows, theHouseKeepsThem)
{
    const auto findings = brokenArrows(thisHouse());

    EXPECT_TRUE(findings.empty()) << lines(findings);
}

TEST(Arrows, theHouseDeclaresItsRooms)
{
    const auto* page = thisHouse().find("src/CMakeLists.txt");
    ASSERT_NE(page, nullptr);

    const auto declared = declaredArrows(page->text);

    EXPECT_TRUE(declared.contains("core"));
    EXPECT_TRUE(declared.at("coverage").contains("geo"));
}

TEST(Arrows, onlyTheUsesSectionIsRead)
{
    const auto declared = declaredArrows("# observo_library(no USES a)\n"
                                         "observo_library(geo USES core LINKS GDAL::GDAL)\n"
                                         "observo_library(app\n    USES core geo SHOWS Qt MOC UI ui/docks)\n");

    EXPECT_EQ(declared, (Arrows{{"geo", {"core"}}, {"app", {"core", "geo"}}}));
}

TEST(Arrows, anIncludeAgainstTheArrowsIsFound)
{
    const auto tree = madeUp({{"src/CMakeLists.txt", "observo_library(core)\nobservo_library(geo USES core)\n"},
                              {"include/observo/core/A.h", "#include \"observo/geo/B.h\"\n"},
                              {"src/geo/B.cpp", "#include \"observo/core/A.h\"\n#include \"observo/geo/B.h\"\n"}});

    const auto findings = brokenArrows(tree);

    ASSERT_EQ(findings.size(), 1U) << lines(findings);
    EXPECT_NE(findings[0].find("include/observo/core/A.h:1"), std::string::npos) << findings[0];
}

TEST(Arrows, aUsesLineBeyondTheTableIsFound)
{
    const auto findings = brokenArrows(madeUp({{"src/CMakeLists.txt", "observo_library(core USES geo)\n"}}));

    ASSERT_EQ(findings.size(), 1U) << lines(findings);
    EXPECT_NE(findings[0].find("core may not use geo"), std::string::npos) << findings[0];
}

TEST(Arrows, anUnknownRoomIsFound)
{
    const auto findings = brokenArrows(madeUp({{"src/CMakeLists.txt", "observo_library(attic)\n"}}));

    EXPECT_EQ(findings.size(), 1U) << lines(findings);
}

TEST(Arrows, aRoomWithoutDeclarationIsFound)
{
    const auto findings = brokenArrows(madeUp({{"src/geo/A.cpp", "int a;\n"}}));

    EXPECT_EQ(findings.size(), 1U) << lines(findings);
}

} // namespace
} // namespace observo::architecture
