// SPDX-License-Identifier: GPL-3.0-or-later
// What verifying says of each way to tamper; the campaign draws the ways at random.
#include "history/Verify.h"

#include "support/census/Campaign.h"
#include "support/census/SecondOpinion.h"

#include "observo/census/Session.h"
#include "observo/core/Edits.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace observo::census {
namespace {

/// A census with three cameras, one of them removed again.
class Verification : public testing::Test {
protected:
    Verification() : m_folder(test::inMemory("observo-verify")), m_file(m_folder / "census.gpkg")
    {
        test::makeCensus(m_file);
        auto session = test::openForEditing(m_file);
        for (const double lon : {7.61, 7.62, 7.63}) {
            const auto placed = session->perform(placeCamera(CameraId::make(), {lon, 45.0}));
            if (!placed) {
                throw std::runtime_error(placed.error().message());
            }
        }
        if (auto undone = session->undo(); !undone) {
            throw std::runtime_error(undone.error().message());
        }
    }

    Verdict verify() const
    {
        auto reader = Reader::open(m_file);
        auto verdict = verifyHistory(**reader, Progress());
        EXPECT_TRUE(verdict) << verdict.error().message();
        return verdict ? *verdict : Verdict{};
    }
    std::string value(const std::string& sql) const { return test::sqlValue(m_file, sql); }

    test::TemporaryFolder m_folder;
    std::filesystem::path m_file;
};

bool has(const Verdict& verdict, HistoryFault fault)
{
    return std::any_of(verdict.findings.begin(), verdict.findings.end(),
                       [fault](const HistoryFinding& finding) { return finding.fault == fault; });
}

TEST_F(Verification, aSoundCensusHasNoFindings)
{
    const auto verdict = verify();

    EXPECT_TRUE(verdict.findings.empty()) << verdict.findings.front().sentence(Language::English);
    EXPECT_EQ(std::to_string(verdict.entries), value("SELECT count(*) FROM change_log"));
    EXPECT_FALSE(verdict.firstBad);
}

TEST_F(Verification, theFirstBadEntryIsNamed)
{
    test::runAroundTriggers(m_file, "UPDATE change_log SET at = 'x' WHERE seq = 3");

    const auto verdict = verify();

    ASSERT_EQ(verdict.findings.size(), 1U);
    EXPECT_EQ(verdict.firstBad, 3);
    EXPECT_EQ(verdict.findings[0].sentence(Language::English), "entry 3: it does not fit the chain");
    EXPECT_EQ(verdict.findings[0].sentence(Language::Italian), "voce 3: non si lega alla voce precedente");
}

TEST_F(Verification, aRecordChangedAroundTheLogIsNamed)
{
    test::runAroundTriggers(m_file, "UPDATE camera SET notes = 'x' WHERE fid = 1");

    const auto verdict = verify();

    ASSERT_EQ(verdict.findings.size(), 1U);
    EXPECT_EQ(verdict.findings[0].fault, HistoryFault::ChangedWithoutLog);
    EXPECT_EQ(verdict.findings[0].kind, RecordKind::Camera);
    EXPECT_EQ(verdict.findings[0].record, value("SELECT camera_id FROM camera WHERE fid = 1"));
    EXPECT_FALSE(verdict.firstBad) << "the log itself is whole";
}

/// One way to tamper and what it must be called.
struct Way {
    const char* name;
    const char* sql;
    HistoryFault fault;
};

std::ostream& operator<<(std::ostream& stream, const Way& way)
{
    return stream << way.name;
}

class VerificationOf : public Verification, public testing::WithParamInterface<Way> {};

TEST_P(VerificationOf, isCalledByItsName)
{
    test::runAroundTriggers(m_file, GetParam().sql);

    EXPECT_TRUE(has(verify(), GetParam().fault));
}

INSTANTIATE_TEST_SUITE_P(
    Ways, VerificationOf,
    testing::Values(
        Way{"content", "UPDATE log_payload SET after = '{}' WHERE seq = (SELECT max(seq) FROM log_payload)",
            HistoryFault::ContentChanged},
        Way{"gap", "DELETE FROM change_log WHERE seq = 4", HistoryFault::EntryMissing},
        Way{"tail", "DELETE FROM change_log WHERE seq = (SELECT max(seq) FROM change_log)", HistoryFault::EndMissing},
        Way{"whoDidIt", "UPDATE change_set SET actor = 'x' WHERE id = 3", HistoryFault::EntryDoesNotFit},
        Way{"whenTheSet", "UPDATE change_set SET at = 'x' WHERE id = 3", HistoryFault::EntryDoesNotFit},
        Way{"whatItUndoes", "UPDATE change_set SET undoes = 2 WHERE undoes IS NOT NULL", HistoryFault::EntryDoesNotFit},
        Way{"extent", "UPDATE change_set SET last_seq = first_seq - 1 WHERE id = 3", HistoryFault::SetDoesNotFit},
        Way{"unsealedBetween", "UPDATE change_log SET hash = NULL WHERE seq = 4", HistoryFault::SealedBehindOpen},
        Way{"rowAdded", "INSERT INTO camera (camera_id) VALUES ('00000000-0000-4000-8000-000000000000')",
            HistoryFault::NotInLog},
        Way{"rowWithoutIdentity", "INSERT INTO camera (code) VALUES ('X')", HistoryFault::NoIdentity},
        Way{"rowRemoved", "DELETE FROM camera WHERE fid = 1", HistoryFault::RemovedWithoutLog},
        Way{"rowBroughtBack",
            "INSERT INTO camera (camera_id) SELECT record FROM change_log WHERE action = 'remove' AND kind = 'camera'",
            HistoryFault::RemovedByLog},
        Way{"sealOfAnother",
            "UPDATE camera SET notes = (SELECT notes FROM camera WHERE fid = 2) WHERE fid = 1;"
            "UPDATE row_seal SET hash = randomblob(32) WHERE uuid = (SELECT camera_id FROM camera WHERE fid = 1)",
            HistoryFault::ChangedWithoutLog},
        Way{"structure", "DROP TABLE rtree_camera_geom", HistoryFault::Structure}),
    [](const auto& way) { return std::string(way.param.name); });

TEST_F(Verification, aRowOfAnotherProgramIsFineBeforeAndAfterSealing)
{
    test::runSql(m_file, "UPDATE camera SET notes = 'typed in QGIS' WHERE fid = 1");
    EXPECT_TRUE(verify().findings.empty());

    auto session = test::openForEditing(m_file);
    ASSERT_TRUE(session->perform(placeCamera(CameraId::make(), {7.7, 45.0})));

    EXPECT_TRUE(verify().findings.empty());
}

TEST_F(Verification, theVerdictOfTheLogSaysTheSameInEnglish)
{
    test::runAroundTriggers(m_file, "DELETE FROM camera WHERE fid = 1");
    auto reader = Reader::open(m_file);

    const auto verdict = verifyLog(**reader, Progress());

    ASSERT_TRUE(verdict);
    EXPECT_FALSE(verdict->intact);
    ASSERT_EQ(verdict->findings.size(), verify().findings.size());
    EXPECT_EQ(verdict->findings[0], verify().findings[0].sentence(Language::English));
}

} // namespace
} // namespace observo::census
