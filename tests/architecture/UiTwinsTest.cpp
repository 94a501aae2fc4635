// SPDX-License-Identifier: GPL-3.0-or-later
#include "Checks.h"

#include <gtest/gtest.h>

namespace observo::architecture {
namespace {

constexpr const char* kForm = "<ui><class>LogDock</class></ui>\n";
constexpr const char* kHeader = "namespace Ui {\nclass LogDock;\n}\nclass LogDock : public QDockWidget {\n};\n";
constexpr const char* kSource = "#include \"ui_LogDock.h\"\n";

TEST(UiTwins, theHouseKeepsThem)
{
    const auto findings = brokenUiTwins(thisHouse());

    EXPECT_TRUE(findings.empty()) << lines(findings);
}

TEST(UiTwins, aFormAndItsClassAreAtHome)
{
    const auto tree = madeUp(
        {{"ui/docks/LogDock.ui", kForm}, {"src/app/docks/LogDock.h", kHeader}, {"src/app/docks/LogDock.cpp", kSource}});

    EXPECT_TRUE(brokenUiTwins(tree).empty()) << lines(brokenUiTwins(tree));
}

TEST(UiTwins, aFormWithoutClassIsFound)
{
    EXPECT_EQ(brokenUiTwins(madeUp({{"ui/docks/LogDock.ui", kForm}})).size(), 1U);
}

TEST(UiTwins, aFormOfAnotherNameIsFound)
{
    const auto tree = madeUp({{"ui/docks/LogDock.ui", "<ui><class>Form</class></ui>\n"},
                              {"src/app/docks/LogDock.h", "namespace Ui {\nclass LogDock;\n}\n"},
                              {"src/app/docks/LogDock.cpp", "#include \"ui_Form.h\"\n"}});

    EXPECT_EQ(brokenUiTwins(tree).size(), 3U) << lines(brokenUiTwins(tree));
}

TEST(UiTwins, aFormInAnotherFolderIsFound)
{
    EXPECT_EQ(brokenUiTwins(madeUp({{"ui/LogDock.ui", kForm}})).size(), 1U);
}

TEST(UiTwins, aDialogDrawnInCodeIsFound)
{
    const auto tree = madeUp({{"src/app/dialogs/About.h", "class About final : public QDialog {\n};\n"}});

    const auto findings = brokenUiTwins(tree);

    ASSERT_EQ(findings.size(), 1U) << lines(findings);
    EXPECT_NE(findings[0].find("ui/dialogs/About.ui"), std::string::npos) << findings[0];
}

} // namespace
} // namespace observo::architecture
