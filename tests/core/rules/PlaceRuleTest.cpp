// SPDX-License-Identifier: GPL-3.0-or-later
#include "FakeContext.h"
#include "rules/RuleFamily.h"

#include <gtest/gtest.h>

using namespace observo;
using namespace observo::test;

namespace {

TEST(PlaceRule, aPointOutsideItsMunicipalityIsAnError)
{
    FakeContext context;
    EXPECT_FALSE(finds(rule::kOutside, aPlainCamera(), context)); // the boundary is not known

    context.inside = true;
    EXPECT_FALSE(finds(rule::kOutside, aPlainCamera(), context));

    context.inside = false;
    const auto findings = findingsOf(rule::kOutside, aPlainCamera(), context);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].rule, "V-OUTSIDE");
    EXPECT_EQ(findings[0].severity, Severity::Error);
}

TEST(PlaceRule, theSitesMunicipalityCountsBeforeTheBodys)
{
    FakeContext context;
    context.inside = false;
    ASSERT_TRUE(finds(rule::kOutside, aPlainCamera(), context));
    EXPECT_EQ(context.askedIstat, "001272");

    context.onlySite->istatCode = "004078";
    ASSERT_TRUE(finds(rule::kOutside, aPlainCamera(), context));
    EXPECT_EQ(context.askedIstat, "004078");
}

TEST(PlaceRule, aPointOutsideItalyIsNoticed)
{
    Camera camera = aPlainCamera();
    EXPECT_FALSE(finds(rule::kOutsideItaly, camera));

    camera.position = {45.0703, 7.6869};
    const auto findings = findingsOf(rule::kOutsideItaly, camera);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].rule, "V-OUTSIDE-ITALY");
    EXPECT_EQ(findings[0].severity, Severity::Notice);
}

} // namespace
