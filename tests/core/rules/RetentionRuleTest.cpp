// SPDX-License-Identifier: GPL-3.0-or-later
#include "FakeContext.h"
#include "rules/RuleFamily.h"

#include <gtest/gtest.h>

using namespace observo;
using namespace observo::test;

namespace {

struct RetentionCase {
    std::int64_t hours;
    std::string_view purpose;
    bool urban;
    bool plain;
};

class Retention : public testing::TestWithParam<RetentionCase> {};

TEST_P(Retention, hasALimitForUrbanSecurityAndAsksForReasonsElsewhere)
{
    Camera camera = aPlainCamera();
    camera.retentionHours = GetParam().hours;
    camera.purpose = GetParam().purpose;

    EXPECT_EQ(finds(rule::kUrbanRetention, camera), GetParam().urban);
    EXPECT_EQ(finds(rule::kLongRetention, camera), GetParam().plain);
}

INSTANTIATE_TEST_SUITE_P(
    RetentionRule, Retention,
    testing::Values(RetentionCase{168, "urban_security", false, false},
                    RetentionCase{169, "urban_security", true, false},
                    RetentionCase{169, "traffic; urban_security", true, false},
                    RetentionCase{169, "crime_investigation", false, false}, RetentionCase{169, "traffic", false, true},
                    RetentionCase{72, "traffic", false, false}, RetentionCase{73, "traffic", false, true},
                    RetentionCase{73, "traffic;public_assets", false, true},
                    RetentionCase{73, "traffic;public_order", false, false},
                    RetentionCase{73, "urban_security", false, false}, RetentionCase{8760, "", false, false}));

TEST(RetentionRule, aReasonGivenIsEnoughOutsideUrbanSecurity)
{
    Camera camera = aPlainCamera();
    camera.retentionHours = 200;
    camera.purpose = "traffic";
    camera.retentionReason = "indagini in corso";
    EXPECT_FALSE(finds(rule::kLongRetention, camera));

    camera.purpose = "urban_security";
    EXPECT_TRUE(finds(rule::kUrbanRetention, camera));
}

TEST(RetentionRule, unknownRetentionBreaksNothing)
{
    Camera camera = aPlainCamera();
    camera.purpose = "urban_security";

    EXPECT_FALSE(finds(rule::kUrbanRetention, camera));
    EXPECT_FALSE(finds(rule::kLongRetention, camera));
}

TEST(RetentionRule, saysTheHoursAndWhatToDo)
{
    Camera camera = aPlainCamera();
    camera.retentionHours = 169;
    camera.purpose = "urban_security";

    const auto findings = findingsOf(rule::kUrbanRetention, camera);

    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].rule, "V-RET-7D");
    EXPECT_EQ(findings[0].severity, Severity::Warning);
    EXPECT_EQ(findings[0].field, "retention_hours");
    EXPECT_EQ(findings[0].recordCode, "TC-0001");
    EXPECT_EQ(findings[0].record, camera.id.uuid);
    EXPECT_EQ(findings[0].messageIt,
              "Conservazione di 169 ore: per la sicurezza urbana il limite è 168 (7 giorni). Ridurla.");
    EXPECT_EQ(findings[0].messageEn,
              "Retention of 169 hours: for urban security the limit is 168 (7 days). Reduce it.");
    EXPECT_EQ(rule::kLongRetention.severity, Severity::Notice);
}

} // namespace
