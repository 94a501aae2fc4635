// SPDX-License-Identifier: GPL-3.0-or-later
#include "guard/LockFile.h"
#include "support/Builders.h"
#include "support/census/CensusFolder.h"

#include "observo/core/Edits.h"

#include <gtest/gtest.h>

#include <thread>

namespace observo::census {
namespace {

using namespace test;

TEST(SessionPreparing, takesLockAndBackupAndLeavesTheCensusAsItWas)
{
    const CensusFolder folder;
    static_cast<void>(addCamera(*folder.create(), aCamera()));
    const auto session = folder.open();
    const auto before = session->backups().size();
    const auto digest = query(folder.file(), "SELECT count(*), max(seq) FROM change_log");

    ASSERT_TRUE(session->prepare(Progress()));

    EXPECT_TRUE(readLockNote(folder.file()));
    EXPECT_EQ(session->backups().size(), before + 1);
    EXPECT_EQ(Session::backupsOf(session->file(), session->census().id), session->backups());
    EXPECT_EQ(query(folder.file(), "SELECT count(*), max(seq) FROM change_log"), digest);
    ASSERT_TRUE(session->perform(placeCamera(CameraId::make(), {7, 45})));
    EXPECT_EQ(session->backups().size(), before + 1) << "the edit finds it done";
}

TEST(SessionPreparing, cancelledInTheBackupItLeavesNoCopyAndTheNextTryWorks)
{
    const CensusFolder folder;
    static_cast<void>(addCamera(*folder.create(), aCamera()));
    const auto session = folder.open();
    Progress unwanted;
    unwanted.cancel();

    const auto prepared = session->prepare(unwanted);

    ASSERT_FALSE(prepared);
    EXPECT_EQ(prepared.error().code, ErrorCode::Cancelled);
    EXPECT_TRUE(session->backups().empty());
    EXPECT_TRUE(session->prepare(Progress()));
}

TEST(SessionPreparing, anEditCancelledBeforeItsCommitChangesNothing)
{
    const CensusFolder folder;
    const auto session = folder.create();
    const auto camera = addCamera(*session, aCamera());
    int rung = 0;
    session->onChanged([&](const ChangeSet&) { ++rung; });
    Progress unwanted;
    unwanted.cancel();

    const auto renamed = session->perform(renameCamera(camera, "Ponte"), unwanted);
    const auto undone = session->undo(unwanted);

    ASSERT_FALSE(renamed);
    EXPECT_EQ(renamed.error().code, ErrorCode::Cancelled);
    ASSERT_FALSE(undone);
    EXPECT_EQ(undone.error().code, ErrorCode::Cancelled);
    EXPECT_EQ(rung, 0);
    EXPECT_EQ(stored(*session, camera.id), camera);
    EXPECT_TRUE(session->perform(renameCamera(camera, "Ponte")));
}

TEST(SessionPreparing, refusesWhatAnEditWouldBeRefused)
{
    const CensusFolder folder;
    const auto first = folder.create();
    static_cast<void>(addCamera(*first, aCamera()));
    const auto second = folder.open("berto");

    const auto prepared = second->prepare(Progress());

    ASSERT_FALSE(prepared);
    EXPECT_EQ(prepared.error().code, ErrorCode::CensusLocked);
}

TEST(SessionPreparing, aSessionGoesFromThreadToThread)
{
    const CensusFolder folder;
    const auto session = folder.create();
    std::vector<std::string> rung;
    session->onChanged([&](const ChangeSet& changes) { rung.push_back(changes.label); });

    std::thread([&] {
        session->moveHere();
        static_cast<void>(addCamera(*session, aCamera()));
    }).join();
    std::thread([&] {
        session->moveHere();
        EXPECT_TRUE(session->undo());
    }).join();
    session->moveHere();

    EXPECT_EQ(rung, (std::vector<std::string>{"Place camera", "Undo: Place camera"}));
    EXPECT_EQ(session->inventory().size(), 0U);
}

} // namespace
} // namespace observo::census
