// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/FileText.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <charconv>
#include <random>

namespace observo::exchange {
namespace {

const std::string kBroken = "\xEF\xBF\xBD";

TEST(FileText, goodTextStaysAsItIs)
{
    for (const std::string text : {"", "Piazza Città", "a\tb\nc\r\n", "日本 😀", "\xEF\xBF\xBD"}) {
        EXPECT_EQ(cleanText(text), text);
    }
}

TEST(FileText, brokenBytesAndControlsAreReplaced)
{
    EXPECT_EQ(cleanText("a\x01z"), "a" + kBroken + "z");
    EXPECT_EQ(cleanText("citt\xE0"), "citt" + kBroken);                              // Latin-1
    EXPECT_EQ(cleanText("\xC0\x80"), kBroken + kBroken);                             // overlong NUL
    EXPECT_EQ(cleanText("\xED\xA0\x80"), kBroken + kBroken + kBroken);               // surrogate
    EXPECT_EQ(cleanText("\xF5\x80\x80\x80"), kBroken + kBroken + kBroken + kBroken); // beyond U+10FFFF
    EXPECT_EQ(cleanText("ab\xE2\x82"), "ab" + kBroken + kBroken);                    // cut in the middle
}

TEST(FileText, jsonIsReadBackEqualByAnIndependentReader)
{
    const std::string text = "\"quoted\" \\ back\b\f\n\r\t \x01 é 😀";
    std::string out;

    appendJson(out, text);

    EXPECT_EQ(nlohmann::json::parse(out).get<std::string>(), text);
}

TEST(FileText, plainNumbersReadBackEqualWithoutExponent)
{
    std::mt19937_64 random(7);
    std::uniform_real_distribution<double> some(-20000, 20000);
    for (int i = 0; i < 10000; ++i) {
        const double number = some(random);
        const std::string text = plainNumber(number);
        double back = 0;
        std::from_chars(text.data(), text.data() + text.size(), back);
        EXPECT_EQ(back, number) << text;
        EXPECT_EQ(text.find('e'), std::string::npos);
    }
    EXPECT_EQ(plainNumber(4.0), "4");
    EXPECT_LE(plainNumber(1e-300).size(), 24U);
}

TEST(FileText, formulasAreGuardedAndNothingElse)
{
    EXPECT_EQ(guardedAgainstFormula("=1+1"), "'=1+1");
    EXPECT_EQ(guardedAgainstFormula("+39 011"), "'+39 011");
    EXPECT_EQ(guardedAgainstFormula("-x"), "'-x");
    EXPECT_EQ(guardedAgainstFormula("@SUM"), "'@SUM");
    EXPECT_EQ(guardedAgainstFormula("\tx"), "'\tx");
    EXPECT_EQ(guardedAgainstFormula("'already"), "''already");
    EXPECT_EQ(guardedAgainstFormula("Via Roma = 1"), "Via Roma = 1");
    EXPECT_EQ(guardedAgainstFormula(""), "");
}

TEST(FileText, csvQuotesAreDoubled)
{
    std::string out;
    appendCsv(out, "il \"ponte\", nord");
    EXPECT_EQ(out, "\"il \"\"ponte\"\", nord\"");
}

TEST(FileText, xmlCharactersAreEscaped)
{
    std::string out;
    appendXml(out, "<a & \"b\">\r");
    EXPECT_EQ(out, "&lt;a &amp; &quot;b&quot;&gt;&#13;");
}

TEST(FileText, theLargestNumberStaysANumber)
{
    const std::string text = plainNumber(1.7976931348623157e308);
    EXPECT_LE(text.size(), 24U);
    EXPECT_NEAR(std::stod(text) / 1.7976931348623157e308, 1.0, 1e-12);
    EXPECT_EQ(plainNumber(-1.7976931348623157e308), "-" + text);
}

} // namespace
} // namespace observo::exchange
