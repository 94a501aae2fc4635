// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/OutputText.h"

#include "support/exchange/CensusToExport.h"

#include <gtest/gtest.h>

namespace observo::exchange {
namespace {

TEST(OutputText, whatWasAppendedStandsInTheFile)
{
    const test::TemporaryFolder folder;
    std::string expected;
    auto out = OutputText::create(folder / "a");
    ASSERT_TRUE(out);
    for (int i = 0; i < 300000; ++i) {
        out->text += std::to_string(i) + '\n';
        expected += std::to_string(i) + '\n';
        ASSERT_TRUE(out->flushIfLarge());
    }
    EXPECT_FALSE(std::filesystem::exists(folder / "a"));

    const auto print = out->finish();

    ASSERT_TRUE(print);
    EXPECT_TRUE(test::bytesOf(folder / "a") == expected);
    EXPECT_GT(print->pieces.size(), 1U);
    EXPECT_TRUE(sameBytes(*print));
}

TEST(OutputText, anyOtherByteMissingOrAddedIsSeen)
{
    const test::TemporaryFolder folder;
    auto out = OutputText::create(folder / "a");
    out->text = "whole";
    const auto print = out->finish();
    ASSERT_TRUE(print);
    for (const char* other : {"Whole", "whol", "whole ", "", "eloh"}) {
        test::putBytes(folder / "a", other);
        const auto same = sameBytes(*print);
        ASSERT_FALSE(same) << other;
        EXPECT_EQ(same.error().code, ErrorCode::OutputFailed);
    }
    std::filesystem::remove(folder / "a");
    EXPECT_FALSE(sameBytes(*print));
}

TEST(OutputText, anEmptyFileIsAFile)
{
    const test::TemporaryFolder folder;
    auto out = OutputText::create(folder / "a");
    const auto print = out->finish();
    ASSERT_TRUE(print);
    EXPECT_TRUE(sameBytes(*print));
    test::putBytes(folder / "a", "x");
    EXPECT_FALSE(sameBytes(*print));
}

TEST(OutputText, anExistingFileIsNotTouched)
{
    const test::TemporaryFolder folder;
    test::putBytes(folder / "a", "old");
    EXPECT_FALSE(OutputText::create(folder / "a"));
}

} // namespace
} // namespace observo::exchange
