// SPDX-License-Identifier: GPL-3.0-or-later
#include "FakeContext.h"
#include "rules/RuleFamily.h"

#include <gtest/gtest.h>

using namespace observo;
using namespace observo::test;

namespace {

struct DeclarationCase {
    std::string_view ownership;
    std::string_view installed;
    std::string_view declared;
    bool notes;
};

class Declaration : public testing::TestWithParam<DeclarationCase> {};

TEST_P(Declaration, ofAPrivateCameraIsDueWithinSixtyDays)
{
    Camera camera = aPlainCamera();
    camera.installedOn = GetParam().installed;
    camera.declaredOn = GetParam().declared;
    FakeContext context;
    context.onlySystem->ownershipType = GetParam().ownership;

    EXPECT_EQ(finds(rule::kDeclaration, camera, context), GetParam().notes);
}

INSTANTIATE_TEST_SUITE_P(DeclarationRule, Declaration,
                         testing::Values(DeclarationCase{"private", "2026-01-01", "2026-03-02", false},
                                         DeclarationCase{"private", "2026-01-01", "2026-03-03", true},
                                         DeclarationCase{"private", "2024-01-01", "2024-03-01", false},
                                         DeclarationCase{"condominium", "2026-01-01", "2026-03-03", true},
                                         DeclarationCase{"commercial", "2026-01-01", "2026-03-03", true},
                                         DeclarationCase{"municipal", "2026-01-01", "2026-12-31", false},
                                         DeclarationCase{"private", "", "2026-03-03", false},
                                         DeclarationCase{"private", "2026-01-01", "in March", false},
                                         DeclarationCase{"private", "2026-09-23", "", false},
                                         DeclarationCase{"private", "2026-09-22", "", true}));

TEST(DeclarationRule, theMunicipalityMaySetTheTerm)
{
    Camera camera = aPlainCamera();
    camera.installedOn = "2026-01-01";
    camera.declaredOn = "2026-02-01";
    FakeContext context;
    context.onlySystem->ownershipType = "private";
    EXPECT_FALSE(finds(rule::kDeclaration, camera, context));

    context.days = 30;
    const auto findings = findingsOf(rule::kDeclaration, camera, context);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].severity, Severity::Notice);
    EXPECT_EQ(findings[0].messageEn, "Declared after 31 days (term 30): check the dates.");
}

} // namespace
