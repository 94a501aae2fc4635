// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/RuleText.h"

#include "FakeContext.h"

#include <gtest/gtest.h>

#include <chrono>

using namespace observo;
using namespace observo::test;

namespace {

TEST(RuleText, aFindingNamesItsRecord)
{
    const Rule rule{.name = "V-TEST", .title = {"", ""}, .kind = RecordKind::Site, .severity = Severity::Notice};
    Site site;
    site.id = SiteId::make();
    site.code = "P-01";

    const Finding usual = rule::found(rule, site, "site_name", {"così", "so"});
    const Finding graver = rule::found(rule, Severity::Error, site, "site_name", {"così", "so"});

    EXPECT_EQ(usual.rule, "V-TEST");
    EXPECT_EQ(usual.severity, Severity::Notice);
    EXPECT_EQ(usual.kind, RecordKind::Site);
    EXPECT_EQ(usual.record, site.id.uuid);
    EXPECT_EQ(usual.recordCode, "P-01");
    EXPECT_EQ(usual.message(Language::Italian), "così");
    EXPECT_EQ(usual.message(Language::English), "so");
    EXPECT_EQ(graver.severity, Severity::Error);
}

TEST(RuleText, writesNumbersAndDaysAsEachLanguageDoes)
{
    EXPECT_EQ(rule::number(0.3).it, "0,3");
    EXPECT_EQ(rule::number(0.3).en, "0.3");
    EXPECT_EQ(rule::number(60).it, "60");
    const auto day = rule::day(std::chrono::year{2026} / 3 / 7);
    EXPECT_EQ(day.it, "07/03/2026");
    EXPECT_EQ(day.en, "2026-03-07");
}

TEST(RuleText, findsACodeAmongSeveral)
{
    EXPECT_TRUE(rule::hasCode("traffic; ztl", "ztl"));
    EXPECT_FALSE(rule::hasCode("traffic_violations", "traffic"));
    EXPECT_FALSE(rule::hasCode("", "ztl"));
}

TEST(RuleText, aCamerasSystemMayComeFromItsSite)
{
    Camera camera = aPlainCamera();
    FakeContext context;
    EXPECT_EQ(rule::systemOf(camera, context), &*context.onlySystem);

    camera.systemCode.clear();
    EXPECT_EQ(rule::systemOf(camera, context), nullptr);

    context.onlySite->systemCode = "IMP-01";
    EXPECT_EQ(rule::systemOf(camera, context), &*context.onlySystem);
}

} // namespace
