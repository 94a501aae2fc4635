// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/Sealing.h"

#include "Store.h"
#include "sqlite/Connection.h"
#include "support/Builders.h"
#include "support/census/CensusFolder.h"
#include "support/census/SecondOpinion.h"

#include <gtest/gtest.h>

namespace observo::census {
namespace {

using namespace test;

const SetInfo kInfo{.at = "2026-11-22T10:42:07.123Z",
                    .actor = "bruno",
                    .host = "town-hall",
                    .program = "observo",
                    .label = "Rename",
                    .reason = "misspelt",
                    .recipient = "prefecture"};

/// A census with one camera, whose log is sealed by hand.
class Sealing : public testing::Test {
protected:
    Sealing()
    {
        const auto session = m_folder.create();
        m_camera = addCamera(*session, aCamera().named("Ponte Nord"));
        m_end = logOf(session->reader()).back().sequence;
    }

    std::unique_ptr<Store> store() const
    {
        auto opened = Store::open(m_folder.file());
        EXPECT_TRUE(opened) << messageOf(opened);
        return std::move(*opened);
    }
    std::string ask(const std::string& sql) const { return query(m_folder.file(), sql); }
    void edit(const std::string& sql) const { runSql(m_folder.file(), sql); }
    void expectIntact() const
    {
        const auto verdict = verifyLog(*m_folder.reader(), Progress());
        ASSERT_TRUE(verdict) << messageOf(verdict);
        EXPECT_TRUE(verdict->intact) << verdict->findings.front();
    }

    CensusFolder m_folder;
    Camera m_camera;
    std::int64_t m_end = 0;
};

TEST_F(Sealing, withNothingToSealThereIsNoSet)
{
    const auto sets = ask("SELECT count(*) FROM change_set");

    EXPECT_EQ(store()->sealer().seal(kInfo), 0);
    EXPECT_EQ(store()->sealer().sealForeign(kInfo.at), 0);

    EXPECT_EQ(ask("SELECT count(*) FROM change_set"), sets);
}

TEST_F(Sealing, openEntriesBecomeOneSetOfTheChain)
{
    edit("UPDATE camera SET name = 'a'; UPDATE site SET site_name = 'b'");
    const auto head = chainHead(store()->connection());

    const auto set = store()->sealer().seal(kInfo);

    ASSERT_TRUE(set) << messageOf(set);
    ASSERT_TRUE(head);
    EXPECT_EQ(head->sequence, m_end);
    const auto log = logOf(*m_folder.reader());
    ASSERT_EQ(log.size(), static_cast<std::size_t>(m_end) + 2);
    for (const auto& entry : {log[log.size() - 2], log.back()}) {
        EXPECT_EQ(entry.setId, *set);
        EXPECT_EQ(entry.actor, "bruno");
        EXPECT_EQ(entry.label, "Rename");
        EXPECT_EQ(entry.reason, "misspelt");
        EXPECT_EQ(entry.recipient, "prefecture");
        EXPECT_EQ(entry.hash.size(), 64U);
    }
    EXPECT_EQ(ask("SELECT at, host, edits, last_seq - first_seq FROM change_set ORDER BY id DESC LIMIT 1"),
              "2026-11-22T10:42:07.123Z|town-hall|2|1");
    EXPECT_EQ(hexOf(chainHead(store()->connection())->hash), log.back().hash);
    EXPECT_EQ(m_folder.reader()->facts()->logHead, log.back().hash);
    expectIntact();
}

TEST_F(Sealing, aRecordTouchedTwiceIsSealedAsItStandsAtTheEnd)
{
    edit("UPDATE camera SET name = 'a'; UPDATE camera SET name = 'b'");
    const auto rowSeal = "SELECT hex(hash) FROM row_seal WHERE uuid = '" + m_camera.id.text() + "'";
    EXPECT_EQ(ask(rowSeal), "") << "an edit of another program breaks the seal";

    ASSERT_TRUE(store()->sealer().seal(kInfo));

    EXPECT_EQ(ask("SELECT row_hash IS NULL FROM change_log ORDER BY seq DESC LIMIT 2"), "0\n1");
    EXPECT_NE(ask(rowSeal), "");
    EXPECT_EQ(ask(rowSeal), ask("SELECT hex(row_hash) FROM change_log ORDER BY seq DESC LIMIT 1"));
    expectIntact();
}

TEST_F(Sealing, aRemovalIsSealedWithoutARow)
{
    edit("DELETE FROM camera");

    ASSERT_TRUE(store()->sealer().seal(kInfo));

    EXPECT_EQ(ask("SELECT action, row_hash IS NULL, payload_hash IS NULL, hash IS NULL FROM change_log ORDER BY seq "
                  "DESC LIMIT 1"),
              "remove|1|0|0");
    expectIntact();
}

TEST_F(Sealing, whatOtherProgramsLeftIsTheirsAndCannotBeUndone)
{
    edit("UPDATE camera SET name = 'QGIS'");

    const auto set = store()->sealer().sealForeign(kInfo.at);

    ASSERT_TRUE(set) << messageOf(set);
    EXPECT_EQ(ask("SELECT actor, program, label, edits, coalesce(host, '-') FROM change_set ORDER BY id DESC LIMIT 1"),
              "other program|other program|Edited elsewhere|0|-");
    EXPECT_FALSE(m_folder.open()->redoLabel());
    EXPECT_EQ(m_folder.open()->undoLabel(), "Place camera");
    expectIntact();
}

TEST_F(Sealing, aNoteIsAnEntryWithoutRecord)
{
    const auto writer = store();
    ASSERT_TRUE(writer->sealer().append({.at = kInfo.at, .action = "export", .content = R"({"what":"a.csv"})"}));
    const auto set = writer->sealer().seal(kInfo);

    const auto entry = logOf(*m_folder.reader()).back();
    EXPECT_EQ(entry.setId, *set);
    EXPECT_EQ(entry.action, "export");
    EXPECT_EQ(entry.kind, "");
    EXPECT_EQ(entry.record, "");
    EXPECT_EQ(entry.after, R"({"what":"a.csv"})");
    EXPECT_EQ(ask("SELECT edits FROM change_set ORDER BY id DESC LIMIT 1"), "0") << "nothing to undo";
    EXPECT_EQ(ask("SELECT length(salt) FROM log_payload ORDER BY seq DESC LIMIT 1"), "16");
    expectIntact();
}

TEST_F(Sealing, setsRememberWhatTheyTakeBack)
{
    edit("UPDATE camera SET name = 'a'");
    auto info = kInfo;
    info.undoes = 2;

    ASSERT_TRUE(store()->sealer().seal(info));

    EXPECT_EQ(ask("SELECT undoes, redoes IS NULL FROM change_set ORDER BY id DESC LIMIT 1"), "2|1");
    expectIntact();
}

TEST_F(Sealing, rolledBackTheEntriesAreAsOpenAsBefore)
{
    edit("UPDATE camera SET name = 'a'");
    {
        const auto writer = store();
        auto transaction = Transaction::begin(writer->connection());
        ASSERT_TRUE(transaction) << messageOf(transaction);
        ASSERT_TRUE(writer->sealer().seal(kInfo));
        transaction->rollBack();
    }

    EXPECT_EQ(ask("SELECT count(*) FROM change_log WHERE hash IS NULL"), "1");
    ASSERT_TRUE(store()->sealer().seal(kInfo));
    EXPECT_EQ(ask("SELECT count(*) FROM change_log WHERE hash IS NULL"), "0");
    expectIntact();
}

TEST_F(Sealing, theSameEditsOfTwoCensusesHaveDifferentChains)
{
    const CensusFolder other;
    static_cast<void>(addCamera(*other.create(), m_camera));

    EXPECT_NE(m_folder.reader()->facts()->logHead, other.reader()->facts()->logHead);
    EXPECT_EQ(m_folder.reader()->facts()->logHead.size(), 64U);
}

} // namespace
} // namespace observo::census
