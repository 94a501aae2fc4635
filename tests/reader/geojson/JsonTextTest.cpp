// SPDX-License-Identifier: GPL-3.0-or-later
#include "geojson/JsonText.h"

#include "reader/ReaderFiles.h"
#include "support/TestPlaces.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <utility>
#include <vector>

namespace observo::reader {
namespace {

TEST(JsonText, membersAndItemsAreWalkedThrough)
{
    JsonCursor cursor(R"( { "a" : [1, 2.5e3 ,-3], "b\u0041":{"x":[]},"c":"}\"]" } )");
    std::string key;
    std::vector<double> numbers;

    ASSERT_TRUE(cursor.take('{'));
    ASSERT_TRUE(cursor.nextKey(key));
    ASSERT_TRUE(cursor.take('['));
    while (cursor.nextItem()) {
        numbers.push_back(cursor.number());
    }
    ASSERT_TRUE(cursor.nextKey(key));
    EXPECT_EQ(key, "bA");
    EXPECT_EQ(cursor.value(), R"({"x":[]})");
    ASSERT_TRUE(cursor.nextKey(key));
    EXPECT_EQ(cursor.value(), R"("}\"]")");

    EXPECT_EQ(numbers, (std::vector<double>{1, 2500, -3}));
    EXPECT_FALSE(cursor.nextKey(key));
    EXPECT_TRUE(cursor.isGood());
}

TEST(JsonText, numbersTooLargeAreNotFinite)
{
    JsonCursor cursor("[1e999]");
    ASSERT_TRUE(cursor.take('['));
    ASSERT_TRUE(cursor.nextItem());

    EXPECT_FALSE(std::isfinite(cursor.number()));
    EXPECT_TRUE(cursor.isGood());
}

class Escaped : public testing::TestWithParam<std::pair<const char*, const char*>> {};

TEST_P(Escaped, textIsResolved)
{
    std::string text;

    EXPECT_TRUE(unescape(GetParam().first, text));

    EXPECT_EQ(text, GetParam().second);
}

INSTANTIATE_TEST_SUITE_P(Rows, Escaped,
                         testing::Values(std::pair{"plain", "plain"}, std::pair{R"(a\/b\n\"\\)", "a/b\n\"\\"},
                                         std::pair{R"(perch\u00e9)", "perché"},
                                         std::pair{R"(\ud83d\udcf7)", "\U0001F4F7"}, std::pair{R"(\ud83d!)", "?!"},
                                         std::pair{R"(\udcf7)", "?"}, std::pair{R"(\u0000)", "?"}, std::pair{"", ""}));

TEST(JsonText, brokenEscapesAreRefused)
{
    std::string text;
    for (const char* broken : {R"(\)", R"(\x)", R"(\u12)", R"(\u12g4)", R"(abc\u)"}) {
        EXPECT_FALSE(unescape(broken, text)) << broken;
    }
}

TEST(JsonText, aFileIsTakenValueByValueWhateverItsSize)
{
    const test::TemporaryFolder folder;
    std::string text = "[";
    for (int i = 0; i < 300'000; ++i) {
        text += (i == 0 ? "" : ",") + std::string("{\"n\":\"]}") + std::to_string(i) + "\"}\n";
    }
    writeText(folder / "a.json", text + "]");
    JsonFile file(folder / "a.json", text.size());
    int count = 0;

    ASSERT_TRUE(file.take('['));
    while (!file.take(']')) {
        ASSERT_TRUE(count == 0 || file.take(','));
        ASSERT_EQ(file.value(), "{\"n\":\"]}" + std::to_string(count) + "\"}");
        ++count;
    }

    EXPECT_EQ(count, 300'000);
    EXPECT_EQ(file.peek(), '\0');
    EXPECT_GT(file.share(), 0.99);
}

TEST(JsonText, whatIsTooDeepOrCutHasNoValue)
{
    const test::TemporaryFolder folder;
    writeText(folder / "deep.json", std::string(1000, '['));
    writeText(folder / "cut.json", "{\"a\":\"b");

    EXPECT_EQ(JsonFile(folder / "deep.json", 1000).value(), "");
    EXPECT_EQ(JsonFile(folder / "cut.json", 8).value(), "");
}

TEST(JsonText, randomTextDoesNoHarm)
{
    std::mt19937 random(11);
    int good = 0;
    for (int round = 0; round < 100'000; ++round) {
        std::string text(random() % 30, ' ');
        for (auto& c : text) {
            c = "{}[]\",:1-e\\u a"[random() % 14];
        }
        JsonCursor cursor(text);
        std::string key;
        cursor.take('{');
        while (cursor.nextKey(key)) {
            static_cast<void>(cursor.value());
        }
        good += cursor.isGood() ? 1 : 0;
    }
    EXPECT_LT(good, 100'000);
}

} // namespace
} // namespace observo::reader
