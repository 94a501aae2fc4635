// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/NumberText.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>

namespace observo::exchange {
namespace {

struct NumberCase {
    std::string text;
    std::optional<double> number;
};

class NumberTexts : public testing::TestWithParam<NumberCase> {};

TEST_P(NumberTexts, readAsItalianAndEnglishWriteThem)
{
    EXPECT_EQ(numberIn(GetParam().text), GetParam().number);
}

INSTANTIATE_TEST_SUITE_P(Good, NumberTexts,
                         testing::Values(NumberCase{"4.5", 4.5}, NumberCase{"4,5", 4.5},
                                         NumberCase{"1.391.298,32", 1391298.32}, NumberCase{"1,391,298.32", 1391298.32},
                                         NumberCase{"1391298,32", 1391298.32}, NumberCase{"1 391 298,3", 1391298.3},
                                         NumberCase{"1'391'298.3", 1391298.3}, NumberCase{"4.991.618", 4991618.0},
                                         NumberCase{"-3", -3.0},
                                         NumberCase{"\xE2\x88\x92"
                                                    "3,5",
                                                    -3.5},
                                         NumberCase{"+7", 7.0}, NumberCase{"1.2E6", 1.2e6},
                                         NumberCase{"1,39E+06", 1.39e6}, NumberCase{" 12\xC2\xA0", 12.0},
                                         NumberCase{"7,6192315", 7.6192315}, NumberCase{".5", 0.5},
                                         NumberCase{"1\xC2\xA0"
                                                    "234",
                                                    1234.0},
                                         NumberCase{"0", 0.0}));

INSTANTIATE_TEST_SUITE_P(Bad, NumberTexts,
                         testing::Values(NumberCase{"", {}}, NumberCase{"sette", {}}, NumberCase{"4 m", {}},
                                         NumberCase{"1.2.3", {}}, NumberCase{"12.34.567", {}}, NumberCase{"nan", {}},
                                         NumberCase{"inf", {}}, NumberCase{"--4", {}}, NumberCase{"1,2,3", {}},
                                         NumberCase{"1 2", {}}, NumberCase{".", {}}, NumberCase{"0x10", {}},
                                         NumberCase{"1e999", {}}));

struct QuantityCase {
    std::string text;
    double value;
    std::string unit;
};

class Quantities : public testing::TestWithParam<QuantityCase> {};

TEST_P(Quantities, takeTheirUnitFromEitherSide)
{
    const auto quantity = quantityIn(GetParam().text);
    ASSERT_TRUE(quantity);
    EXPECT_DOUBLE_EQ(quantity->value, GetParam().value);
    EXPECT_EQ(quantity->unit, GetParam().unit);
}

INSTANTIATE_TEST_SUITE_P(Texts, Quantities,
                         testing::Values(QuantityCase{"4,5 m", 4.5, "m"}, QuantityCase{"m 4,5", 4.5, "m"},
                                         QuantityCase{"7 gg", 7, "gg"}, QuantityCase{"7gg.", 7, "gg"},
                                         QuantityCase{"ca. 4 m", 4, "m"}, QuantityCase{"h 4,5", 4.5, ""},
                                         QuantityCase{"72 h", 72, "h"}, QuantityCase{"72h", 72, "h"},
                                         QuantityCase{"180°", 180, ""}, QuantityCase{"-90 gradi", -90, "gradi"},
                                         QuantityCase{"2.8mm", 2.8, "mm"}, QuantityCase{"95 %", 95, ""},
                                         QuantityCase{"max 168 ore", 168, "ore"}));

TEST(NumberText, whatHoldsMoreThanANumberAndAUnitIsNoQuantity)
{
    EXPECT_FALSE(quantityIn("sette giorni"));
    EXPECT_FALSE(quantityIn("4 m 20 cm"));
    EXPECT_FALSE(quantityIn("da 4 a 6 m"));
    EXPECT_FALSE(quantityIn("2 telecamere su palo"));
    EXPECT_FALSE(quantityIn(""));
}

TEST(NumberText, pairsAreFoundWhateverStandsBetween)
{
    for (const std::string text : {"90-270", "90 - 270", "90÷270", "da 90 a 270", "90/270", "90..270", "90°–270°"}) {
        const auto pair = pairIn(text);
        ASSERT_TRUE(pair) << text;
        EXPECT_DOUBLE_EQ(pair->first, 90) << text;
        EXPECT_DOUBLE_EQ(pair->second, 270) << text;
    }
    ASSERT_TRUE(pairIn("2.8-12 mm"));
    EXPECT_EQ(pairIn("2.8-12 mm")->unit, "mm");
    ASSERT_TRUE(pairIn("1920×1080"));
    EXPECT_DOUBLE_EQ(pairIn("1920X1080")->second, 1080);
    EXPECT_FALSE(pairIn("-90"));
    EXPECT_FALSE(pairIn("abc"));
}

TEST(NumberText, unitsOfOneKindAreConverted)
{
    EXPECT_DOUBLE_EQ(unitFactor("h", "gg").value(), 24.0);
    EXPECT_DOUBLE_EQ(unitFactor("m", "cm").value(), 0.01);
    EXPECT_DOUBLE_EQ(unitFactor("m", "").value(), 1.0);
    EXPECT_FALSE(unitFactor("m", "gg"));
    EXPECT_FALSE(unitFactor("", "m"));
}

TEST(NumberText, wholeNumbersThatADoubleCannotHoldAreKeptToTheDigit)
{
    EXPECT_EQ(longWholeIn("9223372036854775807"), 9223372036854775807);
    EXPECT_EQ(longWholeIn("-9007199254740993"), -9007199254740993);
    EXPECT_EQ(longWholeIn("9007199254740992"), std::nullopt);
    EXPECT_EQ(longWholeIn("9223372036854775808"), std::nullopt);
    EXPECT_EQ(longWholeIn("12 m"), std::nullopt);
    EXPECT_EQ(longWholeIn(""), std::nullopt);
}

} // namespace
} // namespace observo::exchange
