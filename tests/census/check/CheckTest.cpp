// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/census/Check.h"

#include "support/Builders.h"
#include "support/census/Campaign.h"
#include "support/census/CensusModel.h"
#include "support/census/SecondOpinion.h"

#include "observo/census/Session.h"
#include "observo/core/Edits.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <tuple>

namespace observo::census {
namespace {

using test::aCamera;

/// A census with one camera that keeps its images an hour too long, and one that does not.
class CheckOfTwo : public testing::Test {
protected:
    CheckOfTwo() : m_folder(test::inMemory("observo-check")), m_file(m_folder / "census.gpkg")
    {
        test::makeCensus(m_file);
        auto session = test::openForEditing(m_file);
        ChangeSet set{.label = "Import", .reason = {}, .changes = {}};
        for (const std::int64_t hours : {169, 168}) {
            Camera camera = aCamera().at(7.6 + 0.001 * static_cast<double>(hours), 45.0).ofBody("001272");
            camera.siteCode.clear();
            camera.systemCode.clear();
            camera.code = "TC-" + std::to_string(hours);
            camera.purpose = "urban_security";
            camera.retentionHours = hours;
            set.changes.push_back({.before = std::nullopt, .after = camera});
        }
        const auto committed = session->perform(set);
        if (!committed) {
            throw std::runtime_error(committed.error().message());
        }
    }

    CheckReport check(const std::vector<std::string>& only = {}) const
    {
        auto reader = Reader::open(m_file);
        auto report = checkCensus(**reader, m_sources, only, Progress());
        EXPECT_TRUE(report) << report.error().message();
        return report ? *report : CheckReport{};
    }

    /// What another program does; with our triggers in place.
    void alter(const std::string& sql) const { test::runSql(m_file, sql); }

    test::TemporaryFolder m_folder;
    std::filesystem::path m_file;
    CheckSources m_sources{.today = "2026-11-22"};
};

std::vector<Finding> of(const CheckReport& report, std::string_view rule)
{
    std::vector<Finding> found;
    std::copy_if(report.findings.begin(), report.findings.end(), std::back_inserter(found),
                 [rule](const Finding& finding) { return finding.rule == rule; });
    return found;
}

TEST_F(CheckOfTwo, aSoundFileHasNoFindingsAboutItself)
{
    const auto report = check();

    for (const auto& finding : report.findings) {
        EXPECT_FALSE(finding.rule.starts_with("F-")) << finding.messageEn;
    }
}

TEST_F(CheckOfTwo, aBrokenRuleNamesTheCameraInBothLanguages)
{
    const auto found = of(check(), "V-RET-7D");

    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].recordCode, "TC-169");
    EXPECT_EQ(found[0].kind, RecordKind::Camera);
    EXPECT_FALSE(found[0].messageIt.empty());
    EXPECT_FALSE(found[0].messageEn.empty());
    EXPECT_NE(found[0].messageIt, found[0].messageEn);
}

TEST_F(CheckOfTwo, findingsAreCountedAndInOneOrder)
{
    const auto report = check();

    EXPECT_EQ(static_cast<std::size_t>(report.errors + report.warnings + report.notices), report.findings.size());
    EXPECT_TRUE(std::is_sorted(report.findings.begin(), report.findings.end(), [](const Finding& a, const Finding& b) {
        return std::tie(a.severity, a.rule, a.recordCode) < std::tie(b.severity, b.rule, b.recordCode);
    }));
    EXPECT_EQ(check().findings, report.findings);
}

TEST_F(CheckOfTwo, onlyTheRulesNamedAreAsked)
{
    const auto report = check({"V-RET-7D", "F-INTEGRITY"});

    EXPECT_EQ(report.findings.size(), 1U);
    EXPECT_EQ(report.warnings, 1);
    EXPECT_TRUE(check({"F-INTEGRITY"}).findings.empty());
}

TEST_F(CheckOfTwo, anUnknownRuleIsRefusedWithTheKnownOnes)
{
    auto reader = Reader::open(m_file);

    const auto report = checkCensus(**reader, m_sources, {"V-RET-7D", "V-NONE"}, Progress());

    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, ErrorCode::UnknownField);
    EXPECT_NE(report.error().message().find("V-NONE"), std::string::npos);
    EXPECT_NE(report.error().message().find("F-ROWHASH"), std::string::npos);
}

TEST_F(CheckOfTwo, cancelledItGivesNothing)
{
    auto reader = Reader::open(m_file);
    const Progress progress;
    progress.cancel();

    const auto report = checkCensus(**reader, m_sources, {}, progress);

    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, ErrorCode::Cancelled);
}

TEST_F(CheckOfTwo, aSiteThatIsNotThereIsFoundByTheRuleOfSites)
{
    alter("UPDATE camera SET site_code = 'P-GONE' WHERE code = 'TC-168'");

    const auto found = of(check(), "V-SITE");

    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].recordCode, "TC-168");
    EXPECT_EQ(found[0].severity, Severity::Error);
}

TEST_F(CheckOfTwo, oneRecordIsCheckedAsThoughItWereStored)
{
    auto reader = Reader::open(m_file);
    auto camera = *(*reader)->cameraNamed("TC-168");
    const auto before = checkOne(**reader, camera, m_sources);
    ASSERT_TRUE(before) << before.error().message();
    const auto isRetention = [](const Finding& finding) { return finding.rule == "V-RET-7D"; };
    EXPECT_TRUE(std::none_of(before->begin(), before->end(), isRetention));

    camera.retentionHours = 200;
    const auto after = checkOne(**reader, camera, m_sources);

    ASSERT_TRUE(after) << after.error().message();
    EXPECT_TRUE(std::any_of(after->begin(), after->end(), isRetention));
}

} // namespace
} // namespace observo::census
