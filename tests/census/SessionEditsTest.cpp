// SPDX-License-Identifier: GPL-3.0-or-later
#include "guard/LockFile.h"
#include "support/Builders.h"
#include "support/census/CensusFolder.h"

#include "observo/core/Edits.h"

#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/wait.h>

#include <unistd.h>

#include <chrono>

namespace observo::census {
namespace {

using namespace test;

TEST(SessionEdits, theWindowHoldsTheLockFromTheFirstEditToTheClose)
{
    const CensusFolder folder;
    auto session = folder.create();
    EXPECT_FALSE(readLockNote(folder.file())) << "opening takes no lock";
    static_cast<void>(addCamera(*session, aCamera()));
    EXPECT_TRUE(readLockNote(folder.file()));

    const auto other = folder.open("ugo");
    ASSERT_FALSE(other->writeState().writable);
    EXPECT_EQ(other->writeState().why->code, ErrorCode::CensusLocked);
    EXPECT_NE(other->writeState().why->what.find("anna on here (observo) since 2"), std::string::npos);
    ASSERT_TRUE(other->writeState().why->holder.has_value());
    EXPECT_EQ(other->writeState().why->holder->user, "anna");
    EXPECT_EQ(other->writeState().why->holder->host, "here");
    EXPECT_EQ(other->writeState().why->holder->program, "observo");
    EXPECT_TRUE(other->writeState().why->holder->since.starts_with("2"));
    const auto refused = other->perform(placeCamera(CameraId::make(), {7, 45}));
    EXPECT_EQ(refused.error().code, ErrorCode::CensusLocked);
    EXPECT_EQ(refused.error().holder, other->writeState().why->holder);
    EXPECT_EQ(other->inventory().size(), 1U) << "reading is never refused";
    session.reset();

    EXPECT_FALSE(readLockNote(folder.file()));
    EXPECT_TRUE(other->writeState().writable);
    EXPECT_TRUE(other->perform(placeCamera(CameraId::make(), {7, 45})));
}

TEST(SessionEdits, aCommandHoldsItForItsEditOnly)
{
    const CensusFolder folder;
    static_cast<void>(folder.create());
    auto options = optionsOf("anna");
    options.lock = LockHolding::PerEdit;
    const auto one = Session::open(folder.file(), options);
    const auto two = Session::open(folder.file(), options);

    for (int i = 0; i < 5; ++i) {
        ASSERT_TRUE((*one)->perform(placeCamera(CameraId::make(), {7, 45})));
        ASSERT_TRUE((*two)->perform(placeCamera(CameraId::make(), {8, 45})));
    }

    EXPECT_FALSE(readLockNote(folder.file()));
    EXPECT_EQ((*one)->perform(placeCamera(CameraId::make(), {7, 45}))->setId, 12);
    EXPECT_EQ((*one)->inventory().size(), 11U) << "it follows what the other one did";
    EXPECT_TRUE(verifyLog((*one)->reader(), Progress())->intact);
}

TEST(SessionEdits, aLockTakenOverIsLogged)
{
    const CensusFolder folder;
    static_cast<void>(folder.create());
    const auto child = ::fork();
    if (child == 0) {
        auto session = folder.open("ugo");
        static_cast<void>(addCamera(*session, aCamera()));
        ::_exit(0); // as if killed: the lock stays
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    ASSERT_TRUE(readLockNote(folder.file()));

    const auto session = folder.open();
    ASSERT_TRUE(session->writeState().writable);
    static_cast<void>(addCamera(*session, aCamera()));

    bool isLogged = false;
    for (const auto& entry : logOf(session->reader())) {
        isLogged = isLogged || (entry.action == "lock" && entry.label == "Take over lock" &&
                                entry.after.find("ugo on here") != std::string::npos);
    }
    EXPECT_TRUE(isLogged);
}

TEST(SessionEdits, theBellRingsAfterTheCommitWithWhatWasWritten)
{
    const CensusFolder folder;
    const auto session = folder.create();
    std::vector<ChangeSet> rung;
    std::size_t seenInFile = 0;
    const int number = session->onChanged([&](const ChangeSet& changes) {
        rung.push_back(changes);
        seenInFile = folder.reader()->facts()->cameras;
    });

    const auto committed = session->perform(placeCamera(CameraId::make(), {7, 45}));
    ASSERT_TRUE(committed);
    session->removeListener(number);
    ASSERT_TRUE(session->perform(placeCamera(CameraId::make(), {7, 45})));

    ASSERT_EQ(rung.size(), 1U);
    EXPECT_EQ(rung.front(), committed->changes);
    EXPECT_EQ(seenInFile, 1U);
}

TEST(SessionEdits, aListenerMayEditAndLeave)
{
    const CensusFolder folder;
    const auto session = folder.create();
    int number = 0;
    int rung = 0;
    number = session->onChanged([&](const ChangeSet&) {
        session->removeListener(number);
        ++rung;
        EXPECT_TRUE(session->writeState().writable);
        EXPECT_TRUE(session->perform(placeCamera(CameraId::make(), {8, 45})));
    });

    ASSERT_TRUE(session->perform(placeCamera(CameraId::make(), {7, 45})));

    EXPECT_EQ(rung, 1);
    EXPECT_EQ(session->inventory().size(), 2U);
}

TEST(SessionEdits, anotherProgramsTransactionIsNamedAndLeavesTheCensusUsable)
{
    const CensusFolder folder;
    const auto session = folder.create();
    const auto camera = addCamera(*session, aCamera());
    sqlite3* other = nullptr;
    ASSERT_EQ(sqlite3_open(folder.file().c_str(), &other), SQLITE_OK);
    ASSERT_EQ(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);

    const auto start = std::chrono::steady_clock::now();
    const auto refused = session->perform(renameCamera(camera, "x"));
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(7));
    sqlite3_close(other);

    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::CensusLocked);
    EXPECT_TRUE(session->perform(renameCamera(camera, "x")));
}

} // namespace
} // namespace observo::census
