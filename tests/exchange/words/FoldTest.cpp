// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/Fold.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace observo::exchange {
namespace {

using Words = std::vector<std::string>;

struct FoldCase {
    std::string text;
    std::string folded;
};

class Folding : public testing::TestWithParam<FoldCase> {};

TEST_P(Folding, comparesWhatPeopleWriteDifferently)
{
    EXPECT_EQ(foldedText(GetParam().text), GetParam().folded);
}

INSTANTIATE_TEST_SUITE_P(Texts, Folding,
                         testing::Values(FoldCase{"Località", "localita"}, FoldCase{"LOCALITA'", "localita"},
                                         FoldCase{"camera:type", "camera type"},
                                         FoldCase{"Dome  fissa\t", "dome fissa"}, FoldCase{"Wi‑Fi", "wi fi"},
                                         FoldCase{"Cafe\xCC\x81", "cafe"}, FoldCase{"Łódź Ø", "lodz o"},
                                         FoldCase{"Straße", "strase"}, FoldCase{"7\xC2\xA0gg", "7 gg"},
                                         FoldCase{"ÀÉÎÕÜ", "aeiou"}, FoldCase{"กล้อง", "กล้อง"}, FoldCase{"---", ""},
                                         FoldCase{"", ""}, FoldCase{"broken \xC3", "broken"},
                                         FoldCase{"\xFF\xFE", ""}));

TEST(Fold, namesLoseTheirSeparators)
{
    EXPECT_EQ(foldedName("camera:type"), foldedName("CameraType"));
    EXPECT_EQ(foldedName("Altezza di installazione"), "altezzadiinstallazione");
}

TEST(Fold, aUnitInBracketsIsTakenOffTheName)
{
    EXPECT_EQ(withoutUnit("Altezza (m)").name, "Altezza");
    EXPECT_EQ(withoutUnit("Altezza (m)").unit, "m");
    EXPECT_EQ(withoutUnit("Direzione [°]").unit, "°");
    EXPECT_EQ(withoutUnit("(note)").name, "(note)");
    EXPECT_EQ(withoutUnit("Nome").unit, "");
}

TEST(Fold, bareTextHasNoBlanksOfAnyKindAtItsSides)
{
    EXPECT_EQ(bare(" \t a b\xC2\xA0\r\n"), "a b");
    EXPECT_EQ(bare("\xEF\xBB\xBFlon"), "lon");
    EXPECT_EQ(bare("  "), "");
}

TEST(Fold, wordsKeepTheirOrder)
{
    EXPECT_EQ(wordsOf("Via d'Azeglio, 12/A"), (Words{"via", "d", "azeglio", "12", "a"}));
}

} // namespace
} // namespace observo::exchange
