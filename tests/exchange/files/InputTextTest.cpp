// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/InputText.h"

#include "support/exchange/CensusToExport.h"

#include <gtest/gtest.h>

namespace observo::exchange {
namespace {

TEST(InputText, readsForwardAndKnowsWhereItStands)
{
    const test::TemporaryFolder folder;
    test::putBytes(folder / "a", "  x\"tail\xE8");
    auto in = InputText::open(folder / "a");
    ASSERT_TRUE(in);

    in->skipBlanks();
    EXPECT_EQ(in->position(), 2U);
    EXPECT_FALSE(in->skip('y'));
    EXPECT_TRUE(in->skip('x'));
    EXPECT_EQ(in->peek(), '"');
    EXPECT_EQ(in->next(), '"');
    std::string rest;
    EXPECT_TRUE(in->take(rest, 4));
    EXPECT_EQ(rest, "tail");
    EXPECT_EQ(in->next(), 0xE8); // not negative, and not the end
    EXPECT_EQ(in->next(), InputText::kEnd);
    EXPECT_EQ(in->peek(), InputText::kEnd);
    EXPECT_EQ(in->position(), 9U);
}

TEST(InputText, marksAreFoundAcrossBuffers)
{
    const test::TemporaryFolder folder;
    const std::string large(600000, 'a');
    test::putBytes(folder / "a", large + "<b>&");
    auto in = InputText::open(folder / "a");
    ASSERT_TRUE(in);

    std::string text;
    in->appendUntil(text, '<', '&');
    EXPECT_EQ(text, large);
    EXPECT_EQ(in->position(), large.size());
    in->appendUntil(text, '&', '!');
    EXPECT_EQ(text.size(), large.size() + 3);
    std::string all;
    EXPECT_FALSE(in->take(all, 5));
    EXPECT_EQ(all, "&");
}

TEST(InputText, aFileThatIsGoneIsAFailedOutput)
{
    const test::TemporaryFolder folder;
    const auto in = InputText::open(folder / "gone");
    ASSERT_FALSE(in);
    EXPECT_EQ(in.error().code, ErrorCode::OutputFailed);
}

TEST(InputText, aMisreadingSaysWhere)
{
    const test::TemporaryFolder folder;
    test::putBytes(folder / "a.csv", "abc");
    auto in = InputText::open(folder / "a.csv");
    in->next();
    const Done outcome = in->misread("nothing");
    EXPECT_EQ(outcome.error().file, "a.csv");
    EXPECT_NE(outcome.error().what.find("byte 1"), std::string::npos);
}

} // namespace
} // namespace observo::exchange
