// SPDX-License-Identifier: GPL-3.0-or-later
#include "FakeContext.h"
#include "rules/RuleFamily.h"

#include <gtest/gtest.h>

using namespace observo;
using namespace observo::test;

namespace {

struct VerificationCase {
    std::string_view verified;
    std::string_view today;
    bool due;
};

class Verification : public testing::TestWithParam<VerificationCase> {};

TEST_P(Verification, isDueAfterTwelveMonthsOfTheCalendar)
{
    Camera camera = aPlainCamera();
    camera.lastVerifiedOn = GetParam().verified;
    FakeContext context;
    context.day = GetParam().today;

    EXPECT_EQ(finds(rule::kVerification, camera, context), GetParam().due);
}

INSTANTIATE_TEST_SUITE_P(VerificationRule, Verification,
                         testing::Values(VerificationCase{"2025-11-22", "2026-11-22", false},
                                         VerificationCase{"2025-11-22", "2026-11-23", true},
                                         VerificationCase{"2024-02-29", "2025-02-28", false},
                                         VerificationCase{"2024-02-29", "2025-03-01", true},
                                         VerificationCase{"2026-11-22", "2026-11-22", false},
                                         VerificationCase{"2027-01-01", "2026-11-22", false},
                                         VerificationCase{"", "2026-11-22", false},
                                         VerificationCase{"last year", "2026-11-22", false},
                                         VerificationCase{"2025-11-22", "", false}));

TEST(VerificationRule, namesTheDayInBothLanguages)
{
    Camera camera = aPlainCamera();
    camera.lastVerifiedOn = "2025-03-07";

    const auto findings = findingsOf(rule::kVerification, camera);

    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].rule, "V-VERIFY");
    EXPECT_EQ(findings[0].messageIt, "Ultima verifica il 07/03/2025, oltre 12 mesi fa: da verificare.");
    EXPECT_EQ(findings[0].messageEn, "Last verified on 2025-03-07, more than 12 months ago: to be verified.");
}

TEST(VerificationRule, aDecommissionedCameraNeedsNoRound)
{
    Camera camera = aPlainCamera();
    camera.lastVerifiedOn = "2020-01-01";
    camera.status = "decommissioned";

    EXPECT_FALSE(finds(rule::kVerification, camera));
}

} // namespace
