// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/DayText.h"

#include <gtest/gtest.h>

#include <string>

namespace observo::exchange {
namespace {

struct DayCase {
    std::string text;
    std::string iso; ///< empty: no day
    bool isAmbiguous = false;
};

class DayTexts : public testing::TestWithParam<DayCase> {};

TEST_P(DayTexts, areReadDayFirst)
{
    const auto day = dayIn(GetParam().text, DayOrder::DayFirst);
    EXPECT_EQ(day ? day->iso : "", GetParam().iso);
    EXPECT_EQ(day && day->isAmbiguous, GetParam().isAmbiguous);
}

INSTANTIATE_TEST_SUITE_P(Texts, DayTexts,
                         testing::Values(DayCase{"2019-06-05", "2019-06-05"}, DayCase{"2019/06/05", "2019-06-05"},
                                         DayCase{"2019-06-05T10:20:30Z", "2019-06-05"},
                                         DayCase{"2019-06-05 10:20", "2019-06-05"}, DayCase{"25/06/2019", "2019-06-25"},
                                         DayCase{"5/6/2019", "2019-06-05", true},
                                         DayCase{"05.06.19", "2019-06-05", true}, DayCase{"06-06-2019", "2019-06-06"},
                                         DayCase{"06/25/2019", "2019-06-25"}, DayCase{"05/15/2009", "2009-05-15"},
                                         DayCase{"20190605", "2019-06-05"}, DayCase{"5 giugno 2019", "2019-06-05"},
                                         DayCase{"5 giu 2019", "2019-06-05"}, DayCase{"June 5, 2019", "2019-06-05"},
                                         DayCase{"5-mar-21", "2021-03-05"}, DayCase{"1 di agosto 2020", "2020-08-01"},
                                         DayCase{"29/02/2020", "2020-02-29"}, DayCase{"43831", "2020-01-01"},
                                         DayCase{"31/12/99", "1999-12-31"}));

INSTANTIATE_TEST_SUITE_P(NoDays, DayTexts,
                         testing::Values(DayCase{"", ""}, DayCase{"2015", ""}, DayCase{"30/02/2020", ""},
                                         DayCase{"29/02/2019", ""}, DayCase{"domani", ""}, DayCase{"13/13/2020", ""},
                                         DayCase{"2019-13-01", ""}, DayCase{"10:20", ""}, DayCase{"12345", ""},
                                         DayCase{"1/2", ""}, DayCase{"giugno 2019", ""}));

TEST(DayText, monthFirstIsReadWhenAskedFor)
{
    EXPECT_EQ(dayIn("05/06/2019", DayOrder::MonthFirst)->iso, "2019-05-06");
    EXPECT_EQ(dayIn("25/06/2019", DayOrder::MonthFirst)->iso, "2019-06-25");
    EXPECT_TRUE(dayIn("43831", DayOrder::DayFirst)->isSerial);
}

TEST(DayEvidence, aColumnTellsItsOrderByTheDaysThatFitOneAlone)
{
    DayEvidence american;
    american.look("05/06/2019");
    EXPECT_EQ(american.order(), DayOrder::DayFirst);
    EXPECT_FALSE(american.isSure());
    american.look("05/15/2009");
    EXPECT_EQ(american.order(), DayOrder::MonthFirst);
    EXPECT_TRUE(american.isSure());

    american.look("25/06/2019");
    EXPECT_EQ(american.order(), DayOrder::DayFirst);
    EXPECT_FALSE(american.isSure());
}

} // namespace
} // namespace observo::exchange
