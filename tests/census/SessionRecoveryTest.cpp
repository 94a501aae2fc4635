// SPDX-License-Identifier: GPL-3.0-or-later
// What a session does when one call of the disk fails under an edit; the campaigns make all of them fail.
#include "StoreOptions.h"
#include "support/census/Campaign.h"
#include "support/census/CensusModel.h"
#include "support/census/FaultVfs.h"

#include "observo/census/Log.h"
#include "observo/core/Edits.h"

#include <gtest/gtest.h>

namespace observo::census {
namespace {

using test::Fault;
using test::IoCall;

/// A session on a disk that can fail, with one camera in its census.
class SessionRecovery : public testing::Test {
protected:
    SessionRecovery() : m_folder(test::inMemory("observo-recovery")), m_file(m_folder / "census.gpkg")
    {
        m_saved = storeOptionsForTests();
        storeOptionsForTests().vfs = test::FaultVfs::kName;
        test::makeCensus(m_file);
        m_session = test::openForEditing(m_file);
        if (auto placed = m_session->perform(placeCamera(CameraId::make(), {7.6869, 45.0703})); !placed) {
            throw std::runtime_error(placed.error().message());
        }
        m_before = test::CensusModel::of(m_session->reader());
    }
    ~SessionRecovery() override
    {
        m_session.reset();
        storeOptionsForTests() = m_saved;
    }

    Result<Committed> rename(const std::string& name)
    {
        return m_session->perform(renameCamera(test::CensusModel::of(m_session->reader()).cameras().front(), name));
    }

    /// Makes the last call of its kind fail while the camera is renamed.
    Result<Committed> renameWithFailing(IoCall call, Fault::Kind kind)
    {
        const auto edit = renameCamera(m_before.cameras().front(), "Ponte Sud");
        m_vfs.arm({});
        for (std::int64_t at = 1; at <= 200; ++at) {
            m_vfs.arm({.at = at, .kind = kind});
            auto committed = m_session->perform(edit);
            const bool met = !m_vfs.failed().empty() && m_vfs.failed().front().call == call;
            m_vfs.heal();
            if (met || committed) {
                return committed;
            }
        }
        return fail(ErrorCode::Internal, "no such call in an edit");
    }

    void expectThatWorkGoesOn()
    {
        const auto read = test::CensusModel::of(m_session->reader());
        EXPECT_EQ(read.cameras().size(), 1U) << "views go on reading";
        const auto again = rename("Ponte Nord");
        EXPECT_TRUE(again) << again.error().message();
        EXPECT_EQ(test::CensusModel::of(m_file).cameras().front().name, "Ponte Nord");
        const auto verdict = verifyLog(m_session->reader(), Progress());
        ASSERT_TRUE(verdict) << verdict.error().message();
        EXPECT_TRUE(verdict->intact);
    }

    test::TemporaryFolder m_folder;
    std::filesystem::path m_file;
    test::FaultVfs m_vfs;
    StoreOptions m_saved;
    std::unique_ptr<Session> m_session;
    test::CensusModel m_before;
};

TEST_F(SessionRecovery, aJournalThatCannotBeDeletedRefusesTheEditAndWorkGoesOn)
{
    const auto committed = renameWithFailing(IoCall::Delete, Fault::Kind::WithoutEffect);

    ASSERT_FALSE(committed);
    EXPECT_EQ(committed.error().code, ErrorCode::CensusIo);
    EXPECT_NE(committed.error().what.find("nothing was changed"), std::string::npos) << committed.error().message();
    EXPECT_EQ(m_before.differenceTo(test::CensusModel::of(m_session->reader())), "");
    expectThatWorkGoesOn();
}

TEST_F(SessionRecovery, undoGoesOnAfterAJournalThatCannotBeDeleted)
{
    const auto committed = renameWithFailing(IoCall::Delete, Fault::Kind::WithoutEffect);
    ASSERT_FALSE(committed);

    const auto undone = m_session->undo();

    ASSERT_TRUE(undone) << undone.error().message();
    EXPECT_TRUE(test::CensusModel::of(m_file).cameras().empty());
}

TEST_F(SessionRecovery, aCommitThatFailsAfterItsEffectIsToldToBeThere)
{
    const auto committed = renameWithFailing(IoCall::Delete, Fault::Kind::AfterEffect);

    ASSERT_FALSE(committed);
    EXPECT_NE(committed.error().what.find("in the file all the same"), std::string::npos)
        << committed.error().message();
    EXPECT_EQ(test::CensusModel::of(m_file).cameras().front().name, "Ponte Sud");
    expectThatWorkGoesOn();
}

TEST_F(SessionRecovery, aWriteThatFailsLeavesTheCensusAsItWas)
{
    const auto committed = renameWithFailing(IoCall::Write, Fault::Kind::AfterEffect);

    ASSERT_FALSE(committed);
    EXPECT_EQ(m_before.differenceTo(test::CensusModel::of(m_session->reader())), "");
    expectThatWorkGoesOn();
}

TEST_F(SessionRecovery, whileTheDiskIsDeadTheViewsStillRead)
{
    m_vfs.arm({.at = 1, .fromThenOn = true, .kind = Fault::Kind::DiskFull});

    const auto committed = m_session->perform(renameCamera(m_before.cameras().front(), std::string(30000, 'x')));

    ASSERT_FALSE(committed);
    EXPECT_EQ(committed.error().code, ErrorCode::OutputNoSpace) << committed.error().message();
    EXPECT_EQ(m_before.differenceTo(test::CensusModel::of(m_session->reader())), "");
    EXPECT_EQ(m_session->inventory().size(), 1U);
    m_vfs.heal();
    expectThatWorkGoesOn();
}

} // namespace
} // namespace observo::census
