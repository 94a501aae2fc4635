// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/IsoTimes.h"

#include <gtest/gtest.h>

#include <utility>

namespace observo::reader {
namespace {

class Instant : public testing::TestWithParam<std::pair<const char*, const char*>> {};

TEST_P(Instant, isInUtcWhereItsZoneIsKnown)
{
    EXPECT_EQ(instantOf(GetParam().first), GetParam().second);
}

INSTANTIATE_TEST_SUITE_P(Rows, Instant,
                         testing::Values(std::pair{"2026-11-22T10:42:07Z", "2026-11-22T10:42:07Z"},
                                         std::pair{"2026-11-22 10:42:07", "2026-11-22T10:42:07"},
                                         std::pair{"2026-11-22T10:42:07.000Z", "2026-11-22T10:42:07Z"},
                                         std::pair{"2026-11-22T10:42:07.250Z", "2026-11-22T10:42:07.250Z"},
                                         std::pair{"2026-11-22T00:30:07+01:00", "2026-11-21T23:30:07Z"},
                                         std::pair{"2026-12-31T23:30:07.5-0130", "2027-01-01T01:00:07.5Z"},
                                         std::pair{"2026-11-22T10:42:07+02", "2026-11-22T08:42:07Z"},
                                         std::pair{"2026-11-22T25:00:00Z", ""}, std::pair{"2026-11-22T10:42:07 x", ""},
                                         std::pair{"2026-11-22T10:42:07+1", ""},
                                         std::pair{"2026-11-22T10:42:07+01:0", ""},
                                         std::pair{"2026-02-30T10:42:07Z", ""}, std::pair{"2026-11-22", ""},
                                         std::pair{"", ""}));

TEST(IsoTimes, daysAreThoseOfTheCalendar)
{
    EXPECT_TRUE(isDay("2024-02-29"));
    EXPECT_FALSE(isDay("2026-02-29"));
    EXPECT_FALSE(isDay("2026-00-10"));
    EXPECT_FALSE(isDay("22/11/2026"));
    EXPECT_FALSE(isDay("2026-11-2x"));
}

} // namespace
} // namespace observo::reader
