// SPDX-License-Identifier: GPL-3.0-or-later
#include "FakeContext.h"
#include "rules/RuleFamily.h"

#include <gtest/gtest.h>

using namespace observo;
using namespace observo::test;

namespace {

TEST(AnalyticsRule, warnsOfFacialRecognitionAmongOthers)
{
    Camera camera = aPlainCamera();
    EXPECT_FALSE(finds(rule::kFacialRecognition, camera));

    camera.analytics = "motion;counting";
    EXPECT_FALSE(finds(rule::kFacialRecognition, camera));

    camera.analytics = "motion; facial_recognition";
    const auto findings = findingsOf(rule::kFacialRecognition, camera);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].rule, "V-FR");
    EXPECT_EQ(findings[0].severity, Severity::Warning);
    EXPECT_EQ(findings[0].field, "analytics");
}

} // namespace
