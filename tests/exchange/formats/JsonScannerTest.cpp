// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/JsonScanner.h"

#include "support/exchange/CensusToExport.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace observo::exchange {
namespace {

class JsonScannerTest : public testing::Test {
protected:
    JsonScanner of(std::string_view text)
    {
        test::putBytes(m_folder / "a.json", text);
        return JsonScanner(*InputText::open(m_folder / "a.json"));
    }
    test::TemporaryFolder m_folder;
};

TEST_F(JsonScannerTest, stringsAreReadAsAnotherReaderReadsThem)
{
    for (const std::string json : {R"("")", R"("città 😀")", R"("\"\\\/\b\f\n\r\t\u0001\u00e8\u20ac")", R"(" a ")"}) {
        std::string text;
        ASSERT_TRUE(of(json).string(text)) << json;
        EXPECT_EQ(text, nlohmann::json::parse(json).get<std::string>());
    }
}

TEST_F(JsonScannerTest, brokenStringsAreErrors)
{
    for (const char* json : {"", "abc", "\"abc", "\"\\x\"", "\"\\u12\"", "\"\\u12zz\"", "\"\\ud83d\"", "\"\\"}) {
        std::string text;
        EXPECT_FALSE(of(json).string(text)) << json;
    }
}

TEST_F(JsonScannerTest, scalarsAreTakenAsTheyStandAndNullIsNothing)
{
    auto json = of(R"( 12.50 , true,"x" ,null,-1e5)");
    std::string text;
    for (const char* expected : {"12.50", "true", "x", "", "-1e5"}) {
        ASSERT_TRUE(json.scalar(text));
        EXPECT_EQ(text, expected);
        json.skip(',');
    }
    EXPECT_TRUE(json.isAtEnd());
    EXPECT_FALSE(of("{").scalar(text));
}

TEST_F(JsonScannerTest, anyValueCanBePassedOver)
{
    auto json = of(R"({"a":[1,{"b":"]}"},[],{}],"c":null} , 7)");
    ASSERT_TRUE(json.pass());
    ASSERT_TRUE(json.expect(','));
    double number = 0;
    ASSERT_TRUE(json.number(number));
    EXPECT_EQ(number, 7);
    EXPECT_TRUE(json.isAtEnd());
    for (const char* broken : {"[1,2", "{\"a\" 1}", "[1 2]", "{1:2}", ""}) {
        EXPECT_FALSE(of(broken).pass()) << broken;
    }
}

TEST_F(JsonScannerTest, keysHaveTheirColon)
{
    std::string key;
    EXPECT_TRUE(of(R"("a" : 1)").key(key));
    EXPECT_EQ(key, "a");
    EXPECT_FALSE(of(R"("a" 1)").key(key));
}

TEST_F(JsonScannerTest, aNumberIsWholeOrNone)
{
    double number = 0;
    EXPECT_FALSE(of("1.2.3").number(number));
    EXPECT_FALSE(of("null").number(number));
    EXPECT_TRUE(of("-7.5").number(number));
    EXPECT_EQ(number, -7.5);
}

} // namespace
} // namespace observo::exchange
