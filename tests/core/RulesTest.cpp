// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/core/Rules.h"

#include "rules/FakeContext.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

using namespace observo;
using namespace observo::test;

namespace {

TEST(Rules, theListHoldsWhatTheDictionaryAsks)
{
    std::set<std::string_view> names;
    for (const Rule& rule : rules()) {
        names.insert(rule.name);
    }

    EXPECT_EQ(names, (std::set<std::string_view>{
                         "V-RET-7D",     "V-RET-72H", "V-FR",       "V-SIGN",      "V-DPIA",          "V-PLATE-LANES",
                         "V-ZTL-DECREE", "V-DECLARE", "V-VERIFY",   "V-OUTSIDE",   "V-OUTSIDE-ITALY", "V-DIRECTION",
                         "V-VIEW",       "V-DATES",   "V-DUP-CODE", "V-DUP-PLACE", "V-WASTE",         "V-REQUIRED",
                         "V-RANGE",      "V-CODE",    "V-FORMAT",   "V-SITE",      "V-SYSTEM"}));
}

TEST(Rules, eachRuleHasATitleInBothLanguagesAndStandsOnceForAKind)
{
    std::set<std::pair<std::string_view, RecordKind>> seen;
    for (const Rule& rule : rules()) {
        EXPECT_FALSE(rule.title.it.empty()) << rule.name;
        EXPECT_FALSE(rule.title.en.empty()) << rule.name;
        EXPECT_NE(rule.check, nullptr) << rule.name;
        EXPECT_TRUE(seen.insert({rule.name, rule.kind}).second) << rule.name;
    }
}

TEST(Rules, areFoundByName)
{
    ASSERT_NE(findRule("V-SIGN"), nullptr);
    EXPECT_EQ(findRule("V-SIGN")->name, "V-SIGN");
    EXPECT_EQ(findRule("v-sign"), nullptr);
    EXPECT_EQ(findRule(""), nullptr);
}

TEST(Rules, onlyTheOnesNamedAreAsked)
{
    Camera camera = aPlainCamera();
    camera.retentionHours = 169;
    camera.purpose = "urban_security; waste_dumping";
    const FakeContext context;
    const std::vector<std::string> one{"V-WASTE"};
    const std::vector<std::string> two{"V-WASTE", "V-RET-7D"};

    EXPECT_EQ(checkRecord(camera, context, one).size(), 1U);
    EXPECT_EQ(checkRecord(camera, context, two).size(), 2U);
    EXPECT_GT(checkRecord(camera, context).size(), 2U);
}

TEST(Rules, aSiteIsAskedOnlyWhatConcernsSites)
{
    Site site;
    site.systemCode = "IMP-01";
    FakeContext context;
    context.onlySystem.reset();

    const auto findings = checkRecord(site, context);

    EXPECT_TRUE(std::all_of(findings.begin(), findings.end(),
                            [](const Finding& finding) { return finding.kind == RecordKind::Site; }));
    EXPECT_TRUE(std::any_of(findings.begin(), findings.end(),
                            [](const Finding& finding) { return finding.rule == "V-SYSTEM"; }));
}

TEST(Rules, everyFindingIsAboutAFieldOfItsRecord)
{
    Camera camera = aPlainCamera();
    camera.status = "active";
    camera.installedOn = "?";
    camera.analytics = "facial_recognition; mind_reading";
    camera.mountHeight = Metres{1000};
    FakeContext context;
    context.onlySystem->ownershipType = "municipal";
    context.onlySystem->dpiaStatus = "none";
    context.sameCode = 2;
    context.inside = false;

    for (const Record& record : {Record{camera}, Record{Site{}}, Record{System{}}, Record{Census{}}}) {
        for (const Finding& finding : checkRecord(record, context)) {
            EXPECT_TRUE(finding.field.empty() || findField(finding.kind, finding.field) != nullptr)
                << finding.rule << ' ' << finding.field;
            EXPECT_FALSE(finding.messageIt.empty());
            EXPECT_FALSE(finding.messageEn.empty());
        }
    }
}

TEST(Rules, severitiesHaveStableNames)
{
    EXPECT_EQ(nameOf(Severity::Error), "error");
    EXPECT_EQ(nameOf(Severity::Warning), "warning");
    EXPECT_EQ(nameOf(Severity::Notice), "notice");
}

} // namespace
