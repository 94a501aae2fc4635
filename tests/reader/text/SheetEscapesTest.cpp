// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/SheetEscapes.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace observo::reader {
namespace {

class SheetEscapes : public testing::TestWithParam<std::pair<std::string, std::string>> {};

TEST_P(SheetEscapes, areUndoneOnceAndOnlyWhereTheyAreWhole)
{
    std::string text = GetParam().first;
    decodeSheetEscapes(text);
    EXPECT_EQ(text, GetParam().second);
}

INSTANTIATE_TEST_SUITE_P(All, SheetEscapes,
                         testing::Values(std::pair("riga_x000D_\nriga", "riga\r\nriga"),
                                         std::pair("_x005F_x0041_", "_x0041_"), std::pair("_x00E0__x20AC_", "à€"),
                                         std::pair("_xD83D__xDE00_", "😀"), std::pair("_xD83D_", "_xD83D_"),
                                         std::pair("_x0000_", "_x0000_"), std::pair("_x12_", "_x12_"),
                                         std::pair("_x00ZZ_", "_x00ZZ_"), std::pair("_x-041_", "_x-041_"),
                                         std::pair("max_x", "max_x"), std::pair("", "")));

} // namespace
} // namespace observo::reader
