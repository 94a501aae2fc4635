// SPDX-License-Identifier: GPL-3.0-or-later
#include "FakeContext.h"
#include "rules/RuleFamily.h"

#include <gtest/gtest.h>

using namespace observo;
using namespace observo::test;

namespace {

struct DpiaCase {
    std::string_view ownership;
    std::string_view dpia;
    std::string_view status;
    bool warns;
};

class Dpia : public testing::TestWithParam<DpiaCase> {};

TEST_P(Dpia, isAskedOfActivePublicCameras)
{
    Camera camera = aPlainCamera();
    camera.status = GetParam().status;
    FakeContext context;
    context.onlySystem->ownershipType = GetParam().ownership;
    context.onlySystem->dpiaStatus = GetParam().dpia;

    EXPECT_EQ(finds(rule::kDpia, camera, context), GetParam().warns);
}

INSTANTIATE_TEST_SUITE_P(
    DpiaRule, Dpia,
    testing::Values(
        DpiaCase{"municipal", "none", "active", true}, DpiaCase{"municipal", "in_progress", "active", true},
        DpiaCase{"municipal", "done", "active", false}, DpiaCase{"municipal", "prior_consultation", "active", false},
        DpiaCase{"municipal", "not_required", "active", false}, DpiaCase{"municipal", "", "active", false},
        DpiaCase{"municipal", "none", "faulty", false}, DpiaCase{"union_of_municipalities", "none", "active", true},
        DpiaCase{"other_public", "none", "active", true}, DpiaCase{"municipal_company", "none", "active", true},
        DpiaCase{"police_force", "none", "active", true}, DpiaCase{"private", "none", "active", false},
        DpiaCase{"condominium", "none", "active", false}, DpiaCase{"commercial", "none", "active", false},
        DpiaCase{"unknown", "none", "active", false}));

TEST(DpiaRule, asksTheSystemOfTheSiteWhenTheCameraNamesNone)
{
    Camera camera = aPlainCamera();
    camera.status = "active";
    camera.systemCode.clear();
    FakeContext context;
    context.onlySystem->ownershipType = "municipal";
    context.onlySystem->dpiaStatus = "none";
    EXPECT_FALSE(finds(rule::kDpia, camera, context));

    context.onlySite->systemCode = "IMP-01";
    EXPECT_TRUE(finds(rule::kDpia, camera, context));
    EXPECT_EQ(findingsOf(rule::kDpia, camera, context)[0].rule, "V-DPIA");
}

} // namespace
