// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/Verify.h"
#include "support/Builders.h"
#include "support/census/CensusFolder.h"
#include "support/census/SecondOpinion.h"

#include "observo/core/Edits.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>
#include <utility>

namespace observo::census {
namespace {

using namespace test;

/// A census with a history: two cameras placed, the first renamed, a third placed and removed.
class Forgeries : public testing::Test {
protected:
    Forgeries()
    {
        const auto session = m_folder.create();
        m_first = addCamera(*session, aCamera().named("Ponte Nord"));
        m_second = addCamera(*session, aCamera().named("Ponte Sud"));
        EXPECT_TRUE(session->backupTo(m_folder.path("old.gpkg"), Progress()));
        EXPECT_TRUE(session->perform(renameCamera(m_first, "Ponte Est")));
        m_removed = addCamera(*session, aCamera().named("Ponte Ovest"));
        EXPECT_TRUE(session->perform(removeCamera(m_removed, "demolished")));
    }

    /// What a program does that goes round our triggers and puts them back afterwards.
    void forge(const std::string& sql) const
    {
        const auto file = m_folder.file();
        const std::string triggers = "FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'observo%'";
        const auto drop = sqlValue(file, "SELECT group_concat('DROP TRIGGER \"' || name || '\";', '') " + triggers);
        const auto restore = sqlValue(file, "SELECT group_concat(sql || ';', char(10)) " + triggers);
        runSql(file, drop + filled(sql) + ";" + restore);
    }

    /// Names in the SQL of a table of forgeries.
    std::string filled(std::string sql) const
    {
        const std::pair<std::string, std::string> values[] = {{"$first", "'" + m_first.id.text() + "'"},
                                                              {"$second", "'" + m_second.id.text() + "'"},
                                                              {"$removed", "'" + m_removed.id.text() + "'"},
                                                              {"$old", "'" + m_folder.path("old.gpkg").string() + "'"}};
        for (const auto& [name, value] : values) {
            for (auto at = sql.find(name); at != std::string::npos; at = sql.find(name)) {
                sql.replace(at, name.size(), value);
            }
        }
        return sql;
    }

    Verdict verdict() const
    {
        const auto verified = verifyHistory(*m_folder.reader(), Progress());
        EXPECT_TRUE(verified) << messageOf(verified);
        return verified.value_or(Verdict{});
    }

    CensusFolder m_folder;
    Camera m_first;
    Camera m_second;
    Camera m_removed;
};

TEST_F(Forgeries, aCensusThatOnlyWeEditedIsInOrder)
{
    const auto found = verdict();

    EXPECT_TRUE(found.findings.empty()) << found.findings.front().sentence(Language::English);
    EXPECT_FALSE(found.firstBad);
    EXPECT_EQ(std::to_string(found.entries), query(m_folder.file(), "SELECT count(*) FROM change_log"));
}

TEST_F(Forgeries, loggedEditsOfOtherProgramsAreInOrder)
{
    runSql(m_folder.file(), "UPDATE camera SET name = 'QGIS'; DELETE FROM camera WHERE fid = 2; "
                            "INSERT INTO camera (name) VALUES ('new')");

    const auto found = verdict();

    EXPECT_TRUE(found.findings.empty()) << found.findings.front().sentence(Language::English);
}

TEST_F(Forgeries, whatTheLogSaysOfPeopleCanBeErased)
{
    runSql(m_folder.file(), "DELETE FROM log_payload");

    const auto found = verdict();

    EXPECT_TRUE(found.findings.empty()) << found.findings.front().sentence(Language::English);
}

/// A forgery, and what must be found; `where` is the entry or record, as SQL.
struct Forgery {
    const char* name;
    const char* sql;
    HistoryFault fault;
    const char* where;
};

std::ostream& operator<<(std::ostream& stream, const Forgery& forgery)
{
    return stream << forgery.name;
}

class ForgeryOf : public Forgeries, public testing::WithParamInterface<Forgery> {};

TEST_P(ForgeryOf, isFoundWhereItIs)
{
    const auto& forgery = GetParam();
    forge(forgery.sql);

    const auto found = verdict();

    const auto where = query(m_folder.file(), filled(std::string("SELECT ") + forgery.where));
    const bool isEntry = !where.empty() && where.size() < 10;
    const auto isIt = [&](const HistoryFinding& finding) {
        const auto there = finding.entry ? std::to_string(*finding.entry) : finding.record;
        return finding.fault == forgery.fault && there == where;
    };
    std::string said;
    for (const auto& finding : found.findings) {
        said += finding.sentence(Language::English) + '\n';
    }
    EXPECT_TRUE(std::ranges::any_of(found.findings, isIt)) << "expected at " << where << ", found:\n" << said;
    if (isEntry) {
        ASSERT_TRUE(found.firstBad);
        EXPECT_EQ(std::to_string(*found.firstBad), where) << said;
    }
    const auto verified = verifyLog(*m_folder.reader(), Progress());
    ASSERT_TRUE(verified) << messageOf(verified);
    EXPECT_FALSE(verified->intact);
    EXPECT_EQ(verified->findings.size(), found.findings.size());
}

const Forgery kForgeries[] = {
    {"anEntryTakenOut", "DELETE FROM change_log WHERE seq = 3", HistoryFault::EntryMissing, "3"},
    {"anEntryRedated", "UPDATE change_log SET at = '2020-01-01T00:00:00.000Z' WHERE seq = 3",
     HistoryFault::EntryDoesNotFit, "3"},
    {"anEntryOfAnotherRecord",
     "UPDATE change_log SET record = $second WHERE seq = (SELECT min(seq) FROM change_log "
     "WHERE record = $first)",
     HistoryFault::EntryDoesNotFit, "(SELECT min(seq) FROM change_log WHERE record = $second)"},
    {"anotherActor", "UPDATE change_set SET actor = 'eve' WHERE id = 2", HistoryFault::EntryDoesNotFit,
     "(SELECT first_seq FROM change_set WHERE id = 2)"},
    {"anotherReason", "UPDATE change_set SET reason = 'because' WHERE id = 3", HistoryFault::EntryDoesNotFit,
     "(SELECT first_seq FROM change_set WHERE id = 3)"},
    {"anotherTimeOfTheSet", "UPDATE change_set SET at = '2020-01-01T00:00:00.000Z' WHERE id = 2",
     HistoryFault::EntryDoesNotFit, "(SELECT first_seq FROM change_set WHERE id = 2)"},
    {"aSetThatUndoes", "UPDATE change_set SET undoes = 2 WHERE id = 3", HistoryFault::EntryDoesNotFit,
     "(SELECT first_seq FROM change_set WHERE id = 3)"},
    {"aLinkReplaced", "UPDATE change_log SET hash = zeroblob(32) WHERE seq = 4", HistoryFault::EntryDoesNotFit, "4"},
    {"aSetCutShort", "UPDATE change_set SET last_seq = last_seq - 1 WHERE id = 2", HistoryFault::SetDoesNotFit,
     "(SELECT first_seq FROM change_set WHERE id = 2)"},
    {"aSetWithTooManyEdits", "UPDATE change_set SET edits = edits + 1000 WHERE id = 2", HistoryFault::SetDoesNotFit,
     "(SELECT first_seq FROM change_set WHERE id = 2)"},
    {"anotherContent",
     "UPDATE log_payload SET after = replace(after, 'Ponte Est', 'Ponte Vero') WHERE after LIKE "
     "'%Ponte Est%'",
     HistoryFault::ContentChanged, "(SELECT seq FROM log_payload WHERE after LIKE '%Ponte Vero%')"},
    {"anotherSalt", "UPDATE log_payload SET salt = zeroblob(16) WHERE seq = 4", HistoryFault::ContentChanged, "4"},
    {"anEntryUnsealed", "UPDATE change_log SET hash = NULL, set_id = NULL WHERE seq = 4",
     HistoryFault::SealedBehindOpen, "5"},
    {"theEndCutOff", "DELETE FROM change_log WHERE seq > (SELECT max(seq) - 2 FROM change_log)",
     HistoryFault::EndMissing, "(SELECT max(seq) + 1 FROM change_log)"},
    {"aRecordChanged", "UPDATE camera SET notes = 'forged' WHERE camera_id = $first", HistoryFault::ChangedWithoutLog,
     "$first"},
    {"aRecordMoved",
     "UPDATE camera SET geom = x'47500001E6100000010100000000000000000020400000000000804640' WHERE "
     "camera_id = $second",
     HistoryFault::ChangedWithoutLog, "$second"},
    {"aSealTakenAway", "DELETE FROM row_seal WHERE uuid = $first", HistoryFault::ChangedWithoutLog, "$first"},
    {"theRecordOfYesterday",
     "ATTACH $old AS old; DELETE FROM camera WHERE camera_id = $first; "
     "INSERT INTO camera SELECT * FROM old.camera WHERE camera_id = $first; "
     "UPDATE row_seal SET hash = (SELECT hash FROM old.row_seal WHERE uuid = $first) WHERE uuid = $first",
     HistoryFault::SealNotOfLog, "$first"},
    {"aRecordSlippedIn", "INSERT INTO camera (camera_id, name) VALUES ('00000000-0000-4000-8000-000000000001', 'x')",
     HistoryFault::NotInLog, "'00000000-0000-4000-8000-000000000001'"},
    {"aRecordRevived", "INSERT INTO camera (camera_id, name) VALUES ($removed, 'x')", HistoryFault::RemovedByLog,
     "$removed"},
    {"aRecordTakenAway", "DELETE FROM camera WHERE camera_id = $second", HistoryFault::RemovedWithoutLog, "$second"},
    {"aSiteTakenAway", "DELETE FROM site WHERE fid = 1", HistoryFault::RemovedWithoutLog,
     "record FROM change_log WHERE kind = 'site' ORDER BY seq LIMIT 1"},
    {"aRecordWithoutIdentity", "UPDATE camera SET camera_id = NULL WHERE camera_id = $first", HistoryFault::NoIdentity,
     "''"},
};

INSTANTIATE_TEST_SUITE_P(Forgeries, ForgeryOf, testing::ValuesIn(kForgeries),
                         [](const auto& test) { return std::string(test.param.name); });

TEST_F(Forgeries, aSealOnARecordWhoseLastChangeHasNoneIsFound)
{
    runSql(m_folder.file(), filled("UPDATE camera SET name = 'QGIS' WHERE camera_id = $first"));
    forge("INSERT OR REPLACE INTO row_seal (uuid, kind, hash) VALUES ($first, 'camera', zeroblob(32))");

    const auto found = verdict();

    ASSERT_EQ(found.findings.size(), 1U);
    EXPECT_EQ(found.findings[0].fault, HistoryFault::SealedTooEarly);
    EXPECT_EQ(found.findings[0].record, m_first.id.text());
}

TEST_F(Forgeries, triggersTakenAwayOrAddedAreFound)
{
    runSql(m_folder.file(), "DROP TRIGGER observo_log_kept; "
                            "CREATE TRIGGER evil AFTER UPDATE ON camera BEGIN DELETE FROM site; END");

    const auto found = verdict();

    ASSERT_EQ(found.findings.size(), 2U);
    std::string said;
    for (const auto& finding : found.findings) {
        EXPECT_EQ(finding.fault, HistoryFault::Structure);
        said += finding.sentence(Language::English);
    }
    EXPECT_NE(said.find("observo_log_kept"), std::string::npos) << said;
    EXPECT_NE(said.find("evil"), std::string::npos) << said;
}

TEST_F(Forgeries, aLogOnlyCutAtItsEndIsFoundByTheRecords)
{
    // Whoever also turns SQLite's counter back is betrayed by what the cut entries had sealed.
    forge("DELETE FROM change_log WHERE seq >= (SELECT min(seq) FROM change_log WHERE record = $second); "
          "UPDATE sqlite_sequence SET seq = (SELECT max(seq) FROM change_log) WHERE name = 'change_log'");

    const auto found = verdict();

    EXPECT_TRUE(std::ranges::any_of(found.findings, [&](const HistoryFinding& finding) {
        return finding.fault == HistoryFault::NotInLog && finding.record == m_second.id.text();
    }));
}

TEST_F(Forgeries, whatIsFoundIsSaidInBothLanguages)
{
    const HistoryFinding entry{.fault = HistoryFault::EntryDoesNotFit, .entry = 17};
    const HistoryFinding record{
        .fault = HistoryFault::ChangedWithoutLog, .kind = RecordKind::Camera, .record = m_first.id.text()};
    const HistoryFinding end{.fault = HistoryFault::EndMissing, .entry = 18, .detail = "20"};

    EXPECT_EQ(entry.sentence(Language::English), "entry 17: it does not fit the chain");
    EXPECT_EQ(entry.sentence(Language::Italian), "voce 17: non si lega alla voce precedente");
    EXPECT_EQ(record.sentence(Language::English), "camera " + m_first.id.text() + ": it was changed without the log");
    EXPECT_EQ(end.sentence(Language::English), "entry 18: the end of the log is missing (20 were written)");
    EXPECT_NE(record.sentence(Language::Italian), record.sentence(Language::English));
}

TEST_F(Forgeries, itCanBeCancelled)
{
    const Progress progress;
    progress.cancel();

    const auto verified = verifyHistory(*m_folder.reader(), progress);

    ASSERT_FALSE(verified);
    EXPECT_EQ(verified.error().code, ErrorCode::Cancelled);
}

} // namespace
} // namespace observo::census
