// SPDX-License-Identifier: GPL-3.0-or-later
#include "FakeContext.h"
#include "rules/RuleFamily.h"

#include <gtest/gtest.h>

using namespace observo;
using namespace observo::test;

namespace {

struct SignCase {
    std::string_view status;
    std::string_view sign;
    bool warns;
};

class Sign : public testing::TestWithParam<SignCase> {};

TEST_P(Sign, isAskedOfActiveCameras)
{
    Camera camera = aPlainCamera();
    camera.status = GetParam().status;
    FakeContext context;
    context.onlySite->signPresent = GetParam().sign;

    EXPECT_EQ(finds(rule::kSign, camera, context), GetParam().warns);
}

INSTANTIATE_TEST_SUITE_P(SignRule, Sign,
                         testing::Values(SignCase{"active", "yes", false}, SignCase{"active", "no", true},
                                         SignCase{"active", "unknown", true}, SignCase{"active", "", true},
                                         SignCase{"planned", "no", false}, SignCase{"decommissioned", "no", false}));

TEST(SignRule, saysWhetherTheSignIsMissingOrNotKnown)
{
    Camera camera = aPlainCamera();
    camera.status = "active";
    FakeContext context;
    context.onlySite->signPresent = "no";
    const auto missing = findingsOf(rule::kSign, camera, context);
    context.onlySite->signPresent = "unknown";
    const auto unknown = findingsOf(rule::kSign, camera, context);

    ASSERT_EQ(missing.size(), 1U);
    ASSERT_EQ(unknown.size(), 1U);
    EXPECT_NE(missing[0].messageIt, unknown[0].messageIt);
    EXPECT_EQ(missing[0].rule, "V-SIGN");
    EXPECT_EQ(missing[0].severity, Severity::Warning);
}

TEST(SignRule, aCameraWithoutSiteIsAnotherRulesMatter)
{
    Camera camera = aPlainCamera();
    camera.status = "active";
    FakeContext context;
    context.onlySite.reset();

    EXPECT_FALSE(finds(rule::kSign, camera, context));
}

} // namespace
