// SPDX-License-Identifier: GPL-3.0-or-later
#include "FakeContext.h"
#include "rules/RuleFamily.h"

#include <gtest/gtest.h>

using namespace observo;
using namespace observo::test;

namespace {

TEST(DatesRule, aDecommissionedCameraNeedsItsDay)
{
    Camera camera = aPlainCamera();
    camera.status = "decommissioned";
    ASSERT_EQ(findingsOf(rule::kDates, camera).size(), 1U);
    EXPECT_EQ(findingsOf(rule::kDates, camera)[0].field, "decommissioned_on");
    EXPECT_EQ(findingsOf(rule::kDates, camera)[0].rule, "V-DATES");

    camera.decommissionedOn = "2026-05-01";
    EXPECT_FALSE(finds(rule::kDates, camera));

    camera.status = "active";
    camera.decommissionedOn.clear();
    EXPECT_FALSE(finds(rule::kDates, camera));
}

TEST(DatesRule, aPositionEndsOnItsFirstDayOrLater)
{
    Camera camera = aPlainCamera();
    camera.validFrom = "2026-05-02";
    camera.validTo = "2026-05-02";
    EXPECT_FALSE(finds(rule::kDates, camera));

    camera.validTo = "2026-05-01";
    ASSERT_EQ(findingsOf(rule::kDates, camera).size(), 1U);
    EXPECT_EQ(findingsOf(rule::kDates, camera)[0].field, "valid_to");

    camera.validTo.clear();
    EXPECT_FALSE(finds(rule::kDates, camera));

    camera.validTo = "yesterday";
    EXPECT_FALSE(finds(rule::kDates, camera));
}

} // namespace
