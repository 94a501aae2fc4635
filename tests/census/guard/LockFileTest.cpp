// SPDX-License-Identifier: GPL-3.0-or-later
#include "guard/LockFile.h"

#include "support/census/CensusFolder.h"

#include <gtest/gtest.h>
#include <sys/wait.h>

#include <unistd.h>

#include <chrono>
#include <fstream>
#include <thread>

namespace observo::census {
namespace {

using namespace test;
using namespace std::chrono_literals;

const Actor kRita{.user = "rita", .host = "ufficio", .program = "observo"};

LockWish impatient()
{
    return {.actor = kRita, .patience = 0ms};
}

/// A lock file as another machine would have left it.
void writeForeignLock(const CensusFolder& folder, const std::string& beat = "1")
{
    std::ofstream(lockFileOf(folder.file()))
        << R"({"user":"ugo","host":"elsewhere","program":"observo","machine":"another","boot":"b","process":1,)"
        << R"("started":"1","id":"11111111-1111-4111-8111-111111111111","since":"2026-01-01T00:00:00Z",)"
        << R"("until_close":true,"beat":)" << beat << "}";
}

TEST(LockFile, itNamesWhoHoldsTheCensusAndIsGoneAfterwards)
{
    const CensusFolder folder;
    {
        const auto lock = LockFile::acquire(folder.file(), impatient());
        ASSERT_TRUE(lock) << messageOf(lock);

        const auto note = readLockNote(folder.file());
        ASSERT_TRUE(note);
        EXPECT_EQ(note->holder(), "rita on ufficio (observo)");
        EXPECT_EQ(note->process, ::getpid());
        EXPECT_FALSE(isHolderGone(*note));
        EXPECT_TRUE((*lock)->isHeld());
    }
    EXPECT_FALSE(std::filesystem::exists(lockFileOf(folder.file())));
}

TEST(LockFile, aSecondIsRefusedAtOnceWithHolderAndTime)
{
    const CensusFolder folder;
    const auto first = LockFile::acquire(folder.file(), impatient());
    const auto start = std::chrono::steady_clock::now();

    const auto second = LockFile::acquire(folder.file(), {.actor = {.user = "ugo", .host = "x", .program = "observo"}});

    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, ErrorCode::CensusLocked);
    EXPECT_NE(second.error().what.find("rita on ufficio (observo) since 2"), std::string::npos);
    EXPECT_LT(std::chrono::steady_clock::now() - start, 1s);
}

TEST(LockFile, thatOfOneEditIsWaitedFor)
{
    const CensusFolder folder;
    auto first = LockFile::acquire(folder.file(), {.actor = kRita, .holding = LockHolding::PerEdit});
    std::thread edit([&] {
        std::this_thread::sleep_for(100ms);
        first->reset();
    });

    const auto second = LockFile::acquire(folder.file(), {.actor = kRita});
    edit.join();

    EXPECT_TRUE(second) << messageOf(second);
}

TEST(LockFile, theLockOfADeadProcessIsTakenOverAtOnce)
{
    const CensusFolder folder;
    const auto child = ::fork();
    if (child == 0) {
        auto lock = LockFile::acquire(folder.file(), {.actor = kRita});
        ::_exit(lock ? 0 : 1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    ASSERT_EQ(WEXITSTATUS(status), 0);
    const auto left = readLockNote(folder.file());
    ASSERT_TRUE(left && isHolderGone(*left));

    const auto lock = LockFile::acquire(folder.file(), impatient());

    ASSERT_TRUE(lock) << messageOf(lock);
    ASSERT_TRUE((*lock)->takenFrom());
    EXPECT_EQ((*lock)->takenFrom()->process, child);
}

TEST(LockFile, aNumberGivenToAnotherProcessIsNotTheHolder)
{
    const CensusFolder folder;
    const auto lock = LockFile::acquire(folder.file(), impatient());
    auto note = readLockNote(folder.file()).value();

    note.processStart = "1";
    EXPECT_TRUE(isHolderGone(note));
    note = readLockNote(folder.file()).value();
    note.boot = "an earlier run";
    EXPECT_TRUE(isHolderGone(note));
    note.machine = "another";
    EXPECT_FALSE(isHolderGone(note));
}

TEST(LockFile, aSilentHolderElsewhereIsReplacedOnlyWhenAskedAndLongSilent)
{
    const CensusFolder folder;
    writeForeignLock(folder);
    auto wish = impatient();
    EXPECT_FALSE(LockFile::acquire(folder.file(), wish));
    wish.takeOverStale = true;
    wish.staleAfter = 150ms;
    EXPECT_FALSE(LockFile::acquire(folder.file(), wish)) << "silent for too short a time";

    std::this_thread::sleep_for(100ms);
    writeForeignLock(folder, "2");
    EXPECT_FALSE(LockFile::acquire(folder.file(), wish)) << "it has beaten";
    std::this_thread::sleep_for(200ms);

    const auto lock = LockFile::acquire(folder.file(), wish);
    ASSERT_TRUE(lock) << messageOf(lock);
    EXPECT_EQ((*lock)->takenFrom()->user, "ugo");
}

TEST(LockFile, itsHeartBeats)
{
    const CensusFolder folder;
    auto wish = impatient();
    wish.beatEvery = 10ms;
    const auto lock = LockFile::acquire(folder.file(), wish);
    const auto deadline = std::chrono::steady_clock::now() + 5s;

    auto note = readLockNote(folder.file());
    while ((!note || note->beat < 3) && std::chrono::steady_clock::now() < deadline) {
        std::this_thread::sleep_for(5ms);
        note = readLockNote(folder.file());
    }

    ASSERT_TRUE(note);
    EXPECT_GE(note->beat, 3U);
    EXPECT_TRUE((*lock)->isHeld());
}

TEST(LockFile, aLockThatSomebodyTookIsNoticedAndLeftToThem)
{
    const CensusFolder folder;
    auto wish = impatient();
    wish.beatEvery = 10ms;
    auto lock = LockFile::acquire(folder.file(), wish);
    writeForeignLock(folder);
    const auto deadline = std::chrono::steady_clock::now() + 5s;

    while ((*lock)->isHeld() && std::chrono::steady_clock::now() < deadline) {
        std::this_thread::sleep_for(5ms);
    }
    EXPECT_FALSE((*lock)->isHeld());
    lock->reset();

    EXPECT_EQ(readLockNote(folder.file())->user, "ugo");
}

TEST(LockFile, aFileThatIsNoNoteCountsAsSomebodys)
{
    const CensusFolder folder;
    std::ofstream(lockFileOf(folder.file())) << "garbage";

    const auto lock = LockFile::acquire(folder.file(), impatient());

    ASSERT_FALSE(lock);
    EXPECT_EQ(lock.error().code, ErrorCode::CensusLocked);
    auto later = impatient();
    later.staleAfter = -2s;
    EXPECT_TRUE(LockFile::acquire(folder.file(), later)) << "left over from a crash";
}

} // namespace
} // namespace observo::census
