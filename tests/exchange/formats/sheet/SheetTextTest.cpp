// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/sheet/SheetText.h"

#include <gtest/gtest.h>

namespace observo::exchange {
namespace {

TEST(SheetText, columnsAreNamedAsSheetsNameThem)
{
    EXPECT_EQ(sheetColumnName(0), "A");
    EXPECT_EQ(sheetColumnName(25), "Z");
    EXPECT_EQ(sheetColumnName(26), "AA");
    EXPECT_EQ(sheetColumnName(701), "ZZ");
    EXPECT_EQ(sheetColumnName(702), "AAA");
    for (std::size_t column = 0; column < 1000; ++column) {
        EXPECT_EQ(sheetColumnOf(sheetColumnName(column) + "12"), column);
    }
    EXPECT_EQ(sheetColumnOf("12"), std::string_view::npos);
}

TEST(SheetText, whatLooksLikeAnEscapeIsEscapedAndComesBack)
{
    for (const char* text :
         {"_x0041_", "_x0041_x0042_", "a_x000d_b", "_x", "_x00_", "_X0041_", "_x005F_x0041_", "", "<b> & \"c\""}) {
        std::string out;
        appendSheetText(out, text);
        std::string unescaped = out;
        for (const auto& [entity, sign] :
             {std::pair("&lt;", "<"), std::pair("&gt;", ">"), std::pair("&quot;", "\""), std::pair("&amp;", "&")}) {
            for (auto at = unescaped.find(entity); at != std::string::npos; at = unescaped.find(entity)) {
                unescaped.replace(at, std::string_view(entity).size(), sign);
            }
        }
        EXPECT_EQ(fromSheetText(unescaped), text);
    }
    std::string escaped;
    appendSheetText(escaped, "_x0041_");
    EXPECT_EQ(escaped, "_x005F_x0041_");
}

TEST(SheetText, aCellHoldsSoManyUnitsAndNoHalfCharacters)
{
    EXPECT_EQ(fittingSheetText("breve"), 5U);
    EXPECT_EQ(fittingSheetText(std::string(40000, 'x')), 32767U);
    std::string accents;
    for (int i = 0; i < 32767; ++i) {
        accents += "à";
    }
    EXPECT_EQ(fittingSheetText(accents), accents.size());
    EXPECT_EQ(fittingSheetText(accents + "à"), accents.size());
    const std::string even(32766, 'x');
    EXPECT_EQ(fittingSheetText(even + "😀"), even.size()); // two units, one free
}

TEST(SheetText, daysAreCountedAsSheetsCount)
{
    EXPECT_EQ(sheetDayOf("1900-03-01"), 61);
    EXPECT_EQ(sheetDayOf("2026-11-22"), 46348);
    EXPECT_EQ(sheetDayOf("9999-12-31"), 2958465);
    EXPECT_EQ(dayOfSheet("46348"), "2026-11-22");
    EXPECT_EQ(dayOfSheet("46348.5"), "");
    EXPECT_EQ(dayOfSheet(""), "");
}

} // namespace
} // namespace observo::exchange
