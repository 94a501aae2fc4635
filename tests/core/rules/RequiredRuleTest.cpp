// SPDX-License-Identifier: GPL-3.0-or-later
#include "FakeContext.h"
#include "rules/RuleFamily.h"

#include <gtest/gtest.h>

#include <algorithm>

using namespace observo;
using namespace observo::test;

namespace {

std::optional<Severity> severityFor(const Record& record, std::string_view field)
{
    for (const Finding& finding : findingsOf(rule::kRequired, record)) {
        if (finding.field == field) {
            return finding.severity;
        }
    }
    return std::nullopt;
}

TEST(RequiredRule, aValueNeededToSaveIsAnErrorAndOneToPublishANotice)
{
    Camera camera = aPlainCamera();
    EXPECT_EQ(severityFor(camera, "purpose"), Severity::Error);
    EXPECT_EQ(severityFor(camera, "retention_hours"), Severity::Notice);
    EXPECT_EQ(severityFor(camera, "brand"), std::nullopt);

    camera.purpose = "traffic";
    camera.retentionHours = 0;
    EXPECT_EQ(severityFor(camera, "purpose"), std::nullopt);
    EXPECT_EQ(severityFor(camera, "retention_hours"), std::nullopt);
}

TEST(RequiredRule, everyRequiredFieldOfEveryKindIsAsked)
{
    for (const Record& record : {Record{Camera{}}, Record{Site{}}, Record{System{}}, Record{Census{}}}) {
        std::size_t asked = 0;
        for (const FieldInfo& field : fieldsOf(kindOfRecord(record))) {
            const bool isRequired = field.required == Required::ToSave || field.required == Required::ToPublish;
            const bool isEmpty = textOf(valueOf(record, field)).empty();
            if (isRequired && isEmpty && !field.byProgram && field.name != "crs_epsg") {
                EXPECT_TRUE(severityFor(record, field.name)) << field.name;
                ++asked;
            }
        }
        EXPECT_GT(asked, 1U);
    }
}

TEST(RequiredRule, aCodeThatSaysUnknownIsNoticed)
{
    Camera camera = aPlainCamera();
    EXPECT_EQ(severityFor(camera, "camera_type"), Severity::Notice);

    camera.type = "ptz";
    EXPECT_EQ(severityFor(camera, "camera_type"), std::nullopt);
}

TEST(RequiredRule, theLensStandsForTheAngle)
{
    Camera camera = aPlainCamera();
    EXPECT_EQ(severityFor(camera, "hfov_deg"), Severity::Notice);

    camera.focal = Millimetres{4};
    camera.sensorWidth = Millimetres{5.4};
    EXPECT_EQ(severityFor(camera, "hfov_deg"), std::nullopt);
}

TEST(RequiredRule, namesTheFieldByItsLabel)
{
    const auto findings = findingsOf(rule::kRequired, aPlainCamera());
    const auto purpose = std::find_if(findings.begin(), findings.end(),
                                      [](const Finding& finding) { return finding.field == "purpose"; });

    ASSERT_NE(purpose, findings.end());
    EXPECT_EQ(purpose->messageIt, "Manca «Finalità»: indicare il valore.");
    EXPECT_EQ(purpose->messageEn, "“Purpose” is missing: enter the value.");
}

} // namespace
