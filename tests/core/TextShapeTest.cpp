// SPDX-License-Identifier: GPL-3.0-or-later
#include "TextShape.h"

#include <gtest/gtest.h>

#include <string>

namespace observo {
namespace {

using namespace std::string_view_literals;

TEST(TextShape, blanksAreTakenFromBothSidesOnly)
{
    EXPECT_EQ(trimmed(" \t a b \r\n"), "a b");
    EXPECT_EQ(trimmed("a"), "a");
    EXPECT_EQ(trimmed(" \n"), "");
    EXPECT_EQ(trimmed(""), "");
}

TEST(TextShape, utf8IsToldFromOtherEncodings)
{
    for (const auto text : {""sv, "abc"sv, "città"sv, "Süd"sv, "日本"sv, "\U0001F4F7"sv, "\xF4\x8F\xBF\xBF"sv}) {
        EXPECT_TRUE(isPlainUtf8(text)) << text;
    }
}

TEST(TextShape, malformedUtf8IsRefused)
{
    const std::string_view bad[] = {
        "citt\xE0"sv,         // Latin-1
        "\xC3"sv,             // cut short
        "\x80"sv,             // continuation without a lead
        "\xC0\xAF"sv,         // overlong
        "\xE0\x80\x80"sv,     // overlong
        "\xF0\x80\x80\x80"sv, // overlong
        "\xED\xA0\x80"sv,     // surrogate
        "\xF4\x90\x80\x80"sv, // beyond U+10FFFF
        "\xFF"sv,             //
        "a\0b"sv,             // a C string would end here
    };
    for (const auto text : bad) {
        EXPECT_FALSE(isPlainUtf8(text)) << testing::PrintToString(text);
    }
}

TEST(TextShape, wholeJsonStructuresAreAccepted)
{
    for (const auto* text : {"{}", "[]", " {\"a\":1} ", "[1,-2.5e+3,0,0.5,true,false,null,\"\"]",
                             R"({"è":["\n\"\\\u00e8"]})", R"([{"a":{"b":[]}},[[]]])"}) {
        EXPECT_TRUE(isJsonStructure(text)) << text;
    }
}

TEST(TextShape, whatIsNotOneWholeJsonStructureIsRefused)
{
    for (const auto* text :
         {"",         "1",          "\"a\"",   "null",     "{",     "{}x",        "{} {}",
          "[1,]",     "[,1]",       "{\"a\"}", "{\"a\":}", "{a:1}", "{\"a\":1,}", "[01]",
          "[1.]",     "[.5]",       "[1e]",    "[+1]",     "[nul]", "[\"\\x\"]",  "[\"\\u00g0\"]",
          "[\"\\u00", "[\"a\nb\"]", "['a']",   "[\"a\\",   "[1 2]", "[--1]",      "{\"a\":1 \"b\":2}"}) {
        EXPECT_FALSE(isJsonStructure(text)) << text;
    }
}

TEST(TextShape, jsonNestedTooDeepIsRefusedInsteadOfEndingTheProgram)
{
    EXPECT_TRUE(isJsonStructure(std::string(60, '[') + std::string(60, ']')));
    EXPECT_FALSE(isJsonStructure(std::string(1'000'000, '[')));
}

TEST(TextShape, emailHasOneAtAndADomain)
{
    for (const auto* text : {"a@b.it", "ufficio.rpd+test@comune.torino.it"}) {
        EXPECT_TRUE(isEmail(text)) << text;
    }
    for (const auto* text : {"", "a", "a@", "@b.it", "a@b", "a@@b.it", "a@b@c.it", "a b@c.it", "a@.it", "a@b..it",
                             "a@b.it.", "a@b.it;c@d.it", "<a@b.it>"}) {
        EXPECT_FALSE(isEmail(text)) << text;
    }
}

TEST(TextShape, italianCodesHaveTheirForm)
{
    EXPECT_TRUE(isIstatCode("001272"));
    EXPECT_FALSE(isIstatCode("1272"));
    EXPECT_FALSE(isIstatCode("0012720"));
    EXPECT_FALSE(isIstatCode("00127x"));
    EXPECT_TRUE(isCadastralCode("L219"));
    EXPECT_FALSE(isCadastralCode("l219"));
    EXPECT_FALSE(isCadastralCode("L21"));
    EXPECT_FALSE(isCadastralCode("1L19"));
    EXPECT_TRUE(isCup("C11B21000000001"));
    EXPECT_FALSE(isCup("C11B2100000000"));
    EXPECT_FALSE(isCup("111B21000000001"));
    EXPECT_FALSE(isCup("c11b21000000001"));
}

} // namespace
} // namespace observo
