// SPDX-License-Identifier: GPL-3.0-or-later
// Undo and redo are exact: after taking everything back the content is that of the start, after making it all again
// that of the end, whatever the edits were; and every backup made on the way can be opened.
#include "support/census/Campaign.h"
#include "support/census/CensusModel.h"
#include "support/census/RandomEdits.h"
#include "support/census/SecondOpinion.h"

#include "observo/census/Log.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace observo::test {
namespace {

namespace fs = std::filesystem;
using census::Committed;
using census::Session;

class UndoCampaign : public testing::Test {
protected:
    UndoCampaign() : m_folder(inMemory("observo-undo")), m_file(m_folder / "census.gpkg") {}

    void openWith(std::size_t cameras)
    {
        m_session.reset();
        fs::remove(m_file);
        makeCensusOf(m_file, cameras);
        m_session = openForEditing(m_file);
        m_model = CensusModel::of(m_session->reader());
    }

    void take(const Result<Committed>& committed)
    {
        ASSERT_TRUE(committed) << committed.error().message();
        m_model.apply(committed->changes);
    }

    std::uint64_t contentOnDisk() const { return CensusModel::of(m_session->reader()).contentDigest(); }

    TemporaryFolder m_folder;
    fs::path m_file;
    std::unique_ptr<Session> m_session;
    CensusModel m_model;
};

TEST_F(UndoCampaign, anySequenceComesBackAndForthExactly)
{
    const auto sequences = campaignRounds(25);
    const auto seed = campaignSeed();
    std::mt19937_64 random(seed);
    std::size_t edits = 0;

    for (std::size_t sequence = 0; sequence < sequences; ++sequence) {
        ASSERT_NO_FATAL_FAILURE(openWith(6));
        RandomEdits draw(random());
        const auto count = std::uniform_int_distribution<int>(1, sequence == 0 ? 200 : 60)(random);
        const auto start = contentOnDisk();
        for (int i = 0; i < count; ++i) {
            ASSERT_NO_FATAL_FAILURE(take(m_session->perform(draw.next(m_model))));
        }
        const auto end = contentOnDisk();
        for (int i = 0; i < count; ++i) {
            ASSERT_NO_FATAL_FAILURE(take(m_session->undo())) << "undo " << i << " of " << count;
        }
        ASSERT_EQ(contentOnDisk(), start) << "after undoing " << count << " edits, sequence " << sequence;
        for (int i = 0; i < count; ++i) {
            ASSERT_NO_FATAL_FAILURE(take(m_session->redo())) << "redo " << i << " of " << count;
        }
        ASSERT_EQ(contentOnDisk(), end) << "after redoing " << count << " edits, sequence " << sequence;
        EXPECT_EQ(m_model.differenceTo(CensusModel::of(m_session->reader())), "");
        edits += static_cast<std::size_t>(count);
    }

    std::printf("%zu sequences of %zu edits in all, undone and redone exactly\n", sequences, edits);
}

TEST_F(UndoCampaign, undoAndRedoMixedWithEditsKeepLogAndFileWhole)
{
    ASSERT_NO_FATAL_FAILURE(openWith(6));
    const auto rounds = campaignRounds(2);
    std::mt19937_64 random(campaignSeed());
    RandomEdits draw(random());

    for (std::size_t round = 0; round < rounds; ++round) {
        const auto kind = random() % 10;
        if (kind < 3 && m_session->undoLabel()) {
            ASSERT_NO_FATAL_FAILURE(take(m_session->undo()));
        } else if (kind < 5 && m_session->redoLabel()) {
            ASSERT_NO_FATAL_FAILURE(take(m_session->redo()));
        } else {
            ASSERT_NO_FATAL_FAILURE(take(m_session->perform(draw.next(m_model))));
        }
    }

    EXPECT_EQ(m_model.differenceTo(CensusModel::of(m_session->reader())), "");
    const auto verdict = census::verifyLog(m_session->reader(), Progress());
    ASSERT_TRUE(verdict) << verdict.error().message();
    EXPECT_TRUE(verdict->intact) << (verdict->findings.empty() ? "?" : verdict->findings.front());
    EXPECT_EQ(integrityOf(m_file), "ok");
    const auto said = validatorSays(m_file);
    EXPECT_TRUE(said == "ok" || said == "absent") << said;
}

TEST_F(UndoCampaign, everyBackupMadeOnTheWayOpensWhole)
{
    ASSERT_NO_FATAL_FAILURE(openWith(10));
    RandomEdits draw(campaignSeed());
    for (int opening = 0; opening < 5; ++opening) {
        ASSERT_NO_FATAL_FAILURE(take(m_session->perform(draw.next(m_model))));
        m_session.reset();
        m_session = openForEditing(m_file);
    }
    const auto backups = m_session->backups();
    ASSERT_FALSE(backups.empty());

    for (const auto& backup : backups) {
        EXPECT_EQ(integrityOf(backup), "ok") << backup;
        const auto restored = m_folder / "restored.gpkg";
        fs::copy_file(backup, restored, fs::copy_options::overwrite_existing);
        const auto session = openForEditing(restored);
        const auto verdict = census::verifyLog(session->reader(), Progress());
        ASSERT_TRUE(verdict) << verdict.error().message();
        EXPECT_TRUE(verdict->intact) << backup;
        auto model = CensusModel::of(session->reader());
        EXPECT_TRUE(session->perform(draw.next(model))) << "a restored census is edited like any other";
    }
}

} // namespace
} // namespace observo::test
