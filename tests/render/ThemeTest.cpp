// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/render/Theme.h"

#include "Colours.h"

#include "observo/core/Fields.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

namespace observo::render {
namespace {

constexpr std::array kThemes{ThemeName::Light, ThemeName::Dark, ThemeName::HighContrast};

TEST(Theme, theLightOneHasThePublishedColours)
{
    const Theme& theme = Theme::named(ThemeName::Light);

    EXPECT_EQ(theme.ground, QColor("#F7F5F2"));
    EXPECT_EQ(theme.building, QColor("#E3DED7"));
    EXPECT_EQ(theme.buildingEdge, QColor("#CFC8BE"));
    EXPECT_EQ(theme.streetCasing, QColor("#D8D2C8"));
    EXPECT_EQ(theme.water, QColor("#C9DEEA"));
    EXPECT_EQ(theme.boundary, QColor("#8A7F72"));
}

struct StatusCase {
    const char* status;
    const char* colour;
};
class StatusTable : public ::testing::TestWithParam<StatusCase> {};

TEST_P(StatusTable, isTheSameInEveryTheme)
{
    for (const ThemeName name : kThemes) {
        EXPECT_EQ(Theme::named(name).status(GetParam().status), QColor(GetParam().colour));
    }
}

INSTANTIATE_TEST_SUITE_P(Theme, StatusTable,
                         ::testing::Values(StatusCase{"active", "#0072B2"}, StatusCase{"faulty", "#D55E00"},
                                           StatusCase{"maintenance", "#E69F00"}, StatusCase{"suspended", "#6E6E6E"},
                                           StatusCase{"planned", "#FFFFFF"}, StatusCase{"decommissioned", "#BDBDBD"},
                                           StatusCase{"unknown", "#FFFFFF"},
                                           StatusCase{"of another program", "#FFFFFF"}));

TEST(Theme, everyStatusOfTheListHasAColour)
{
    for (const CodeInfo& status : codesOf("status")) {
        EXPECT_TRUE(Theme::named(ThemeName::Light).status(status.code).isValid()) << status.code;
    }
}

TEST(Theme, textAndSymbolsStandOutFromTheGround)
{
    for (const ThemeName name : kThemes) {
        const Theme& theme = Theme::named(name);
        EXPECT_GE(contrast(theme.text, theme.ground), 4.5);
        EXPECT_GE(contrast(theme.text, theme.halo), 4.5);
        EXPECT_GE(contrast(theme.graticule, theme.halo), 4.5);
        EXPECT_GE(contrast(theme.selection, theme.ground), 3.0);
        EXPECT_GE(contrast(theme.boundary, theme.ground), 3.0);
        EXPECT_GE(contrast(theme.symbolEdge, theme.symbolHalo), 3.0);
        // Either the outline or the halo sets a symbol off from any ground.
        EXPECT_GE(std::max(contrast(theme.symbolEdge, theme.ground), contrast(theme.symbolHalo, theme.ground)), 3.0);
    }
}

TEST(Theme, marksAreReadableOnTheirFill)
{
    for (const CodeInfo& status : codesOf("status")) {
        const QColor fill = Theme::named(ThemeName::Light).status(status.code);
        EXPECT_GE(contrast(readableOn(fill), fill), 3.0) << status.code;
    }
}

} // namespace
} // namespace observo::render
