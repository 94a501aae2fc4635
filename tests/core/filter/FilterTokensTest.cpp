// SPDX-License-Identifier: GPL-3.0-or-later
#include "filter/FilterTokens.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

using namespace observo;
using testing::HasSubstr;

namespace {

using Kind = FilterToken::Kind;

std::vector<std::string> textsOf(std::string_view expression)
{
    const auto tokens = filterTokens(expression);
    std::vector<std::string> texts;
    for (const FilterToken& token : tokens.value()) {
        texts.push_back(token.text);
    }
    return texts;
}

TEST(FilterTokens, cutsWordsSignsAndQuotes)
{
    EXPECT_EQ(textsOf("status=active and(name like 'P*')"),
              (std::vector<std::string>{"status", "=", "active", "and", "(", "name", "like", "P*", ")", ""}));
    EXPECT_EQ(textsOf("a<=-1.5e3,b!=2026-11-22"),
              (std::vector<std::string>{"a", "<=", "-1.5e3", ",", "b", "!=", "2026-11-22", ""}));
}

TEST(FilterTokens, aQuoteWrittenTwiceStandsForItself)
{
    EXPECT_EQ(textsOf(R"("say ""hi""" 'dell''Orso' "it's")"),
              (std::vector<std::string>{"say \"hi\"", "dell'Orso", "it's", ""}));
    EXPECT_EQ(textsOf("''"), (std::vector<std::string>{"", ""}));
}

TEST(FilterTokens, tellsWordsFromQuotedTexts)
{
    const auto tokens = filterTokens("null 'null'").value();

    EXPECT_EQ(tokens[0].kind, Kind::Word);
    EXPECT_TRUE(tokens[0].is("null"));
    EXPECT_EQ(tokens[1].kind, Kind::Quoted);
    EXPECT_FALSE(tokens[1].is("null"));
    EXPECT_TRUE(filterTokens("NULL").value()[0].is("null"));
}

TEST(FilterTokens, countsCharactersAndNotBytes)
{
    const auto tokens = filterTokens("città = 'è'  x").value();

    EXPECT_EQ(tokens[0].at, 1U);
    EXPECT_EQ(tokens[1].at, 7U);
    EXPECT_EQ(tokens[2].at, 9U);
    EXPECT_EQ(tokens[3].at, 14U);
    EXPECT_EQ(tokens[4].at, 15U);
    EXPECT_EQ(tokens[4].kind, Kind::End);
}

struct BadText {
    std::string_view text;
    std::string_view what;
    std::string_view advice;
};

class BadTexts : public testing::TestWithParam<BadText> {};

TEST_P(BadTexts, areRefusedWithAdvice)
{
    const auto tokens = filterTokens(GetParam().text);

    ASSERT_FALSE(tokens);
    EXPECT_EQ(tokens.error().code, ErrorCode::InvalidArgument);
    EXPECT_THAT(tokens.error().what, HasSubstr(std::string(GetParam().what)));
    EXPECT_THAT(tokens.error().advice, HasSubstr(std::string(GetParam().advice)));
}

INSTANTIATE_TEST_SUITE_P(FilterTokens, BadTexts,
                         testing::Values(BadText{"a == b", "at character 3", "write ="},
                                         BadText{"a <> b", "at character 3", "!="}, //
                                         BadText{"!a", "at character 1", "not"},
                                         BadText{"a => b", "at character 3", "operators"},
                                         BadText{"a = 'b", "at character 5 does not end", "close it with '"},
                                         BadText{"a = \"b\"\"", "at character 5 does not end", "close it with \""},
                                         BadText{"a = “b”", "typographic quote", "straight quotes"},
                                         BadText{"a = b\x01", "control character", "take it out"},
                                         BadText{"a = \xC3", "not UTF-8", "type it again"},
                                         BadText{std::string_view("a\0b", 3), "not UTF-8", "type it again"}));

TEST(FilterTokens, refusesMoreThan64KiB)
{
    EXPECT_TRUE(filterTokens(std::string(64 * 1024, ' ')));
    EXPECT_FALSE(filterTokens(std::string(64 * 1024 + 1, ' ')));
}

} // namespace
