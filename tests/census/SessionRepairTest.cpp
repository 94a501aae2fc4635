// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/Builders.h"
#include "support/census/CensusFolder.h"
#include "support/census/Disk.h"
#include "support/census/SecondOpinion.h"

#include "observo/census/Check.h"
#include "observo/core/Edits.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace observo::census {
namespace {

using namespace test;

struct Meddling {
    const char* name;
    const char* sql;
    const char* named; ///< what the report of the repair must name
};

class SessionRepair : public testing::TestWithParam<Meddling> {
protected:
    SessionRepair()
    {
        const auto session = m_folder.create();
        m_camera = addCamera(*session, aCamera().named("Ponte Nord").at(7.68, 45.07));
    }

    std::vector<std::string> rulesBroken(Reader& reader) const
    {
        std::vector<std::string> rules;
        const auto report =
            checkCensus(reader, {.today = "2026-11-22"}, {"F-INTEGRITY", "F-LOG", "F-RTREE"}, Progress());
        for (const auto& finding : report->findings) {
            rules.emplace_back(std::string(finding.rule) + " " + finding.messageEn);
        }
        return rules;
    }

    CensusFolder m_folder;
    Camera m_camera;
};

TEST_P(SessionRepair, putsTheStructureRightAfterABackupAndSaysSo)
{
    ASSERT_EQ(sqlite(m_folder.file(), GetParam().sql), "");
    const auto session = m_folder.open();
    ASSERT_FALSE(session->writeState().writable);
    EXPECT_NE(session->writeState().why->advice.find("--repair"), std::string::npos);

    const auto repaired = session->repair();

    ASSERT_TRUE(repaired) << messageOf(repaired);
    ASSERT_FALSE(repaired->repaired.empty());
    EXPECT_TRUE(std::ranges::any_of(repaired->repaired, [](const std::string& what) {
        return what.find(GetParam().named) != std::string::npos;
    })) << repaired->repaired.front();
    EXPECT_EQ(integrityOf(repaired->backup), "ok");
    EXPECT_TRUE(session->writeState().writable);
    const auto edited = session->perform(moveCamera(stored(*session, m_camera.id), {7.7, 45.1}));
    ASSERT_TRUE(edited) << messageOf(edited);
    const auto log = logOf(session->reader());
    const auto entry = std::ranges::find(log, "repair", &LogEntry::action);
    ASSERT_NE(entry, log.end());
    EXPECT_EQ(entry->actor, "anna");
    EXPECT_NE(entry->after.find(GetParam().named), std::string::npos) << entry->after;
    EXPECT_EQ(rulesBroken(session->reader()), std::vector<std::string>{});
}

INSTANTIATE_TEST_SUITE_P(
    Ways, SessionRepair,
    testing::Values(
        Meddling{"foreignTrigger", "CREATE TRIGGER \"it\"\"s mine\" AFTER INSERT ON camera BEGIN SELECT 1; END",
                 "mine"},
        Meddling{"droppedTrigger", "DROP TRIGGER observo_camera_update", "observo_camera_update"},
        Meddling{"alteredTrigger",
                 "DROP TRIGGER observo_site_insert; CREATE TRIGGER observo_site_insert AFTER INSERT ON site BEGIN "
                 "SELECT 1; END",
                 "observo_site_insert"},
        Meddling{"triggerOfAnotherTable",
                 "DROP TRIGGER observo_site_insert; CREATE TRIGGER observo_site_insert AFTER INSERT ON camera BEGIN "
                 "SELECT 1; END",
                 "observo_site_insert"},
        Meddling{"unguardedLog", "DROP TRIGGER observo_log_kept", "observo_log_kept"},
        Meddling{"indexNotKept",
                 "DROP TRIGGER rtree_camera_geom_insert; DROP TRIGGER rtree_camera_geom_delete; "
                 "DELETE FROM rtree_camera_geom",
                 "rtree_camera_geom_insert"},
        Meddling{"silenced", "UPDATE observo_counter SET value = 1 WHERE name = 'completing'", "silences"}),
    [](const auto& one) { return std::string(one.param.name); });

TEST_F(SessionRepair, ofAWholeCensusWritesNothing)
{
    const auto session = m_folder.open();
    const auto before = FolderState::of(m_folder.folder());

    const auto repaired = session->repair();

    ASSERT_TRUE(repaired) << messageOf(repaired);
    EXPECT_TRUE(repaired->repaired.empty());
    EXPECT_EQ(FolderState::of(m_folder.folder()), before);
}

TEST_F(SessionRepair, thatWouldThrowDataAwayIsRefusedAndTouchesNothing)
{
    ASSERT_EQ(sqlite(m_folder.file(), "ALTER TABLE row_seal RENAME TO hidden; CREATE VIEW row_seal AS SELECT * FROM "
                                      "hidden; CREATE TRIGGER evil AFTER INSERT ON camera BEGIN SELECT 1; END"),
              "");
    const auto bytes = bytesOf(m_folder.file());
    const auto session = m_folder.open();

    const auto repaired = session->repair();

    ASSERT_FALSE(repaired);
    EXPECT_EQ(repaired.error().code, ErrorCode::CensusDamaged);
    EXPECT_NE(repaired.error().what.find("row_seal"), std::string::npos);
    EXPECT_EQ(bytesOf(m_folder.file()), bytes);
    EXPECT_FALSE(session->writeState().writable);
}

TEST_F(SessionRepair, ofACensusThatSomebodyEditsWaitsForThem)
{
    const auto other = m_folder.open("bruno");
    static_cast<void>(addCamera(*other, aCamera()));
    ASSERT_EQ(sqlite(m_folder.file(), "DROP TRIGGER observo_camera_update"), "");
    const auto session = m_folder.open();

    const auto repaired = session->repair();

    ASSERT_FALSE(repaired);
    EXPECT_EQ(repaired.error().code, ErrorCode::CensusLocked);
    EXPECT_NE(repaired.error().what.find("bruno"), std::string::npos) << repaired.error().message();
}

TEST_F(SessionRepair, whatWasAlteredMeanwhileStaysAFinding)
{
    ASSERT_EQ(sqlite(m_folder.file(), "DROP TRIGGER observo_camera_update; UPDATE camera SET name = 'Forged'"), "");
    const auto session = m_folder.open();

    ASSERT_TRUE(session->repair());

    const auto verdict = verifyLog(session->reader(), Progress());
    EXPECT_FALSE(verdict->intact) << "a repair must not whitewash a record";
}

} // namespace
} // namespace observo::census
