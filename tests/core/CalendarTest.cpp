// SPDX-License-Identifier: GPL-3.0-or-later
#include "Calendar.h"

#include <gtest/gtest.h>

namespace observo {
namespace {

std::string aYearAfter(std::string_view day)
{
    return textOf(monthsLater(dayOf(day).value(), 12));
}

TEST(Calendar, aDayReadsBackAsItWasWritten)
{
    for (const auto* day : {"2026-11-22", "2024-02-29", "0001-01-01", "9999-12-31"}) {
        ASSERT_TRUE(dayOf(day)) << day;
        EXPECT_EQ(textOf(*dayOf(day)), day);
    }
}

TEST(Calendar, whatIsNoDayOfTheCalendarIsRefused)
{
    for (const auto* text : {"2026-02-29", "2026-04-31", "2026-00-10", "2026-13-10", "2026-10-00", "2026-10-32",
                             "2026-1-02", "20261102", "2026/11/02", "2026-11-0a", "+026-11-02", "2026-11-02 ", ""}) {
        EXPECT_FALSE(dayOf(text)) << text;
    }
}

TEST(Calendar, monthsLaterStaysInTheMonth)
{
    EXPECT_EQ(aYearAfter("2026-11-22"), "2027-11-22");
    EXPECT_EQ(aYearAfter("2024-02-29"), "2025-02-28");
    EXPECT_EQ(textOf(monthsLater(dayOf("2026-01-31").value(), 1)), "2026-02-28");
    EXPECT_EQ(textOf(monthsLater(dayOf("2026-12-31").value(), 1)), "2027-01-31");
}

TEST(Calendar, aTimestampIsUtcWithSeconds)
{
    EXPECT_TRUE(isTimestamp("2026-11-22T10:42:07Z"));
    EXPECT_TRUE(isTimestamp("2026-11-22T23:59:59.999Z"));
    for (const auto* text : {"2026-11-22T10:42:07", "2026-11-22T10:42Z", "2026-11-22 10:42:07Z", "2026-11-31T10:42:07Z",
                             "2026-11-22T24:42:07Z", "2026-11-22T10:60:07Z", "2026-11-22T10:42:60Z",
                             "2026-11-22T10:42:07.Z", "2026-11-22T10:42:07+01:00", "2026-11-22T1x:42:07Z", "Z"}) {
        EXPECT_FALSE(isTimestamp(text)) << text;
    }
}

} // namespace
} // namespace observo
