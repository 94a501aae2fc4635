// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/drawing/DxfText.h"

#include <gtest/gtest.h>

namespace observo::exchange {
namespace {

TEST(DxfText, layersHaveNamesThatEveryProgramTakes)
{
    EXPECT_EQ(dxfLayerName("TLC_active_dome_fixed"), "TLC_ACTIVE_DOME_FIXED");
    EXPECT_EQ(dxfLayerName("TLC_in prova/è"), "TLC_IN_PROVA___");
    EXPECT_EQ(dxfLayerName("TLC_decommissioned_trail_camera").size(), 31U);
    EXPECT_EQ(dxfLayerName(std::string(50, 'a')), std::string(31, 'A'));
}

TEST(DxfText, accentsAreInTheCodePageAndTheRestIsEscaped)
{
    EXPECT_EQ(dxfText("Città"), "Citt\xE0");
    EXPECT_EQ(dxfText("5 €"), "5 \\U+20AC");
    EXPECT_EQ(dxfText("😀"), "\\U+D83D\\U+DE00");
    EXPECT_EQ(dxfText("a\r\nb"), "a  b");
    EXPECT_EQ(dxfText("\xFF"), "\\U+FFFD");
    EXPECT_LE(dxfText(std::string(1000, 'x')).size(), 255U);
}

TEST(DxfText, aGroupIsTwoLines)
{
    std::string out;
    appendDxfGroup(out, 8, "0");
    appendDxfNumber(out, 10, 396634.276);
    appendDxfGroup(out, 1000, "x");
    EXPECT_EQ(out, "  8\r\n0\r\n 10\r\n396634.2760\r\n1000\r\nx\r\n");
}

} // namespace
} // namespace observo::exchange
