// SPDX-License-Identifier: GPL-3.0-or-later
#include "FakeContext.h"
#include "rules/RuleFamily.h"

#include <gtest/gtest.h>

using namespace observo;
using namespace observo::test;

namespace {

TEST(PlateRule, plateReadingNeedsItsLanes)
{
    Camera camera = aPlainCamera();
    EXPECT_FALSE(finds(rule::kPlateLanes, camera));

    camera.function = "plate_reading";
    ASSERT_TRUE(finds(rule::kPlateLanes, camera));
    EXPECT_EQ(findingsOf(rule::kPlateLanes, camera)[0].rule, "V-PLATE-LANES");
    EXPECT_EQ(findingsOf(rule::kPlateLanes, camera)[0].field, "lane_count");

    camera.laneCount = 2;
    EXPECT_FALSE(finds(rule::kPlateLanes, camera));
}

TEST(PlateRule, aLimitedTrafficZoneNeedsItsDecree)
{
    Camera camera = aPlainCamera();
    camera.purpose = "traffic";
    EXPECT_FALSE(finds(rule::kZtlDecree, camera));

    camera.purpose = "traffic;ztl";
    ASSERT_TRUE(finds(rule::kZtlDecree, camera));
    EXPECT_EQ(findingsOf(rule::kZtlDecree, camera)[0].rule, "V-ZTL-DECREE");
    EXPECT_EQ(findingsOf(rule::kZtlDecree, camera)[0].severity, Severity::Warning);

    camera.approvalDecree = "DD 123/2020";
    EXPECT_FALSE(finds(rule::kZtlDecree, camera));
}

} // namespace
