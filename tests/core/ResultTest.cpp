// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/core/Result.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace observo {
namespace {

TEST(Result, holdsAValueOrTheReasonWhyNot)
{
    const auto half = [](int number) -> Result<int> {
        if (number % 2 != 0) {
            return fail(ErrorCode::InvalidArgument, "odd", "give an even number");
        }
        return number / 2;
    };

    EXPECT_EQ(half(8), 4);
    ASSERT_FALSE(half(7));
    EXPECT_EQ(half(7).error(),
              (Error{.code = ErrorCode::InvalidArgument, .what = "odd", .advice = "give an even number"}));
}

TEST(Result, doneIsSuccess)
{
    EXPECT_TRUE(done());
    EXPECT_FALSE(Done(fail(ErrorCode::Cancelled, "cancelled")));
}

TEST(Result, everyCodeHasAStableNameOfItsOwnInSnakeCase)
{
    std::set<std::string> names;
    for (int i = 0; i <= static_cast<int>(ErrorCode::Internal); ++i) {
        const std::string name = nameOf(static_cast<ErrorCode>(i));
        EXPECT_TRUE(names.insert(name).second) << name;
        EXPECT_EQ(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_"), std::string::npos) << name;
    }
    EXPECT_TRUE(names.contains("census_locked"));
    EXPECT_TRUE(names.contains("input_not_understood"));
    EXPECT_TRUE(names.contains("internal"));
}

TEST(Result, aMessageSaysWhatWhereAndWhatToDoOnOneLine)
{
    const Error whole{.code = ErrorCode::InvalidArgument,
                      .what = "\"400\" is out of range",
                      .file = "cameras.csv",
                      .row = 17,
                      .field = "tilt_deg",
                      .advice = "give a number from -30 to 90 °"};

    EXPECT_EQ(whole.message(),
              "\"400\" is out of range, file cameras.csv, row 17, field tilt_deg, give a number from -30 to 90 °");
}

TEST(Result, aMessageLeavesOutWhatIsNotKnown)
{
    EXPECT_EQ((Error{.code = ErrorCode::Cancelled, .what = "cancelled"}).message(), "cancelled");
    EXPECT_EQ((Error{.code = ErrorCode::Internal, .what = "a", .row = 0}).message(), "a, row 0");
}

TEST(Result, lineEndsFromOutsideDoNotBreakTheLine)
{
    const Error error{.code = ErrorCode::InputUnreadable, .what = "bad\nvalue\x1B[31m", .file = "a\r\nb.csv"};

    EXPECT_EQ(error.message(), "bad value [31m, file a  b.csv");
}

TEST(Expects, aKeptContractGoesOn)
{
    int reached = 0;

    expects(++reached == 1);
    ++reached;

    EXPECT_EQ(reached, 2);
}

TEST(Expects, aBrokenContractStopsTheProgramWithFileAndLine)
{
    EXPECT_DEATH(expects(false), "ResultTest\\.cpp:[0-9]+: broken contract");
}

} // namespace
} // namespace observo
