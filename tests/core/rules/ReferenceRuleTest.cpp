// SPDX-License-Identifier: GPL-3.0-or-later
#include "FakeContext.h"
#include "rules/RuleFamily.h"

#include <gtest/gtest.h>

using namespace observo;
using namespace observo::test;

namespace {

TEST(ReferenceRule, theSiteOfACameraMustBeThere)
{
    FakeContext context;
    EXPECT_FALSE(finds(rule::kSite, aPlainCamera(), context));

    context.onlySite.reset();
    const auto findings = findingsOf(rule::kSite, aPlainCamera(), context);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].rule, "V-SITE");
    EXPECT_EQ(findings[0].severity, Severity::Error);
    EXPECT_EQ(findings[0].messageIt, "Postazione «P-01» inesistente: crearla o sceglierne un'altra.");
}

TEST(ReferenceRule, theSystemOfACameraOrSiteMustBeThere)
{
    Site site;
    site.systemCode = "IMP-02";
    FakeContext context;
    EXPECT_FALSE(finds(rule::kCameraSystem, aPlainCamera(), context));
    EXPECT_FALSE(finds(rule::kSiteSystem, site, context));

    context.onlySystem.reset();
    EXPECT_TRUE(finds(rule::kCameraSystem, aPlainCamera(), context));
    const auto findings = findingsOf(rule::kSiteSystem, site, context);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].rule, "V-SYSTEM");
    EXPECT_EQ(findings[0].kind, RecordKind::Site);
}

TEST(ReferenceRule, noCodeIsARequiredValuesMatter)
{
    Camera camera = aPlainCamera();
    camera.siteCode.clear();
    camera.systemCode.clear();

    EXPECT_FALSE(finds(rule::kSite, camera));
    EXPECT_FALSE(finds(rule::kCameraSystem, camera));
}

} // namespace
