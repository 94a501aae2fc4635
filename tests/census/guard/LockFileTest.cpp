// SPDX-License-Identifier: GPL-3.0-or-later
#include "guard/LockFile.h"

#include "support/Builders.h"
#include "support/census/CensusFolder.h"
#include "support/census/Disk.h"

#include "observo/core/Edits.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sys/wait.h>

#include <unistd.h>

#include <array>
#include <csignal>
#include <fstream>
#include <thread>

namespace observo::census {
namespace {

using namespace test;
using namespace std::chrono_literals;

LockWish wishOf(std::string_view user)
{
    LockWish wish;
    wish.actor = {.user = std::string(user), .host = "town-hall", .program = "observo"};
    return wish;
}

LockWish briefWishOf(std::string_view user)
{
    auto wish = wishOf(user);
    wish.holding = LockHolding::PerEdit;
    return wish;
}

/// Another process that tries for the lock and holds it until it is told to leave, or is killed.
class OtherProcess {
public:
    explicit OtherProcess(const std::filesystem::path& census, std::string_view user = "bruno")
    {
        if (::pipe(m_toUs.data()) != 0 || ::pipe(m_toIt.data()) != 0) {
            throw std::runtime_error("no pipe");
        }
        m_child = ::fork();
        if (m_child == 0) {
            hold(census, user);
            ::_exit(0);
        }
    }
    ~OtherProcess()
    {
        leave();
        for (const int end : {m_toUs[0], m_toUs[1], m_toIt[0], m_toIt[1]}) {
            ::close(end);
        }
    }
    OtherProcess(const OtherProcess&) = delete;
    OtherProcess& operator=(const OtherProcess&) = delete;

    bool holds() const
    {
        char said = 0;
        return ::read(m_toUs[0], &said, 1) == 1 && said == 'y';
    }
    void leave()
    {
        static_cast<void>(!::write(m_toIt[1], "x", 1));
        reap();
    }
    void kill()
    {
        ::kill(m_child, SIGKILL);
        reap();
    }

private:
    void hold(const std::filesystem::path& census, std::string_view user) const
    {
        auto lock = LockFile::acquire(census, wishOf(user));
        char told = 0;
        static_cast<void>(!::write(m_toUs[1], lock ? "y" : "n", 1));
        static_cast<void>(!::read(m_toIt[0], &told, 1));
    }
    void reap()
    {
        if (m_child > 0) {
            ::waitpid(std::exchange(m_child, 0), nullptr, 0);
        }
    }

    std::array<int, 2> m_toUs{};
    std::array<int, 2> m_toIt{};
    pid_t m_child = 0;
};

/// A census with a lock file, neither of which needs to be more than a name here.
class Lock : public testing::Test {
protected:
    Lock() { std::ofstream(census()) << "census"; }

    std::filesystem::path census() const { return m_folder / "census.gpkg"; }
    std::filesystem::path lockFile() const { return lockFileOf(census()); }

    std::unique_ptr<LockFile> acquired(const LockWish& wish) const
    {
        auto lock = LockFile::acquire(census(), wish);
        EXPECT_TRUE(lock) << messageOf(lock);
        return lock ? std::move(*lock) : nullptr;
    }

    /// The note of a holder on another machine, whom nobody here can ask whether it lives.
    void writeDistantNote(std::uint64_t beat) const
    {
        const nlohmann::json note = {{"user", "carla"}, {"host", "police"},   {"program", "observo"},
                                     {"machine", "x"},  {"boot", "y"},        {"process", 42},
                                     {"started", "1"},  {"id", "distant"},    {"since", "2026-11-22T10:42:07.123Z"},
                                     {"beat", beat},    {"until_close", true}};
        std::ofstream(lockFile()) << note.dump();
    }

    TemporaryFolder m_folder;
};

TEST_F(Lock, theFileSaysWhoHoldsItAndGoesWithTheHolder)
{
    std::filesystem::permissions(census(), std::filesystem::perms(0640));
    auto lock = acquired(wishOf("anna"));

    const auto note = readLockNote(census());
    ASSERT_TRUE(note);
    EXPECT_EQ(note->holder(), "anna on town-hall (observo)");
    EXPECT_EQ(note->process, ::getpid());
    EXPECT_TRUE(note->since.starts_with("20")) << note->since;
    EXPECT_TRUE(note->untilClose);
    EXPECT_FALSE(isHolderGone(*note));
    EXPECT_FALSE(lock->takenFrom());
    EXPECT_TRUE(lock->isHeld());
    EXPECT_EQ(std::filesystem::status(lockFile()).permissions(), std::filesystem::perms(0640))
        << "who may read the census may read who holds it";
    lock.reset();
    EXPECT_FALSE(std::filesystem::exists(lockFile()));
    EXPECT_FALSE(readLockNote(census()));
}

TEST_F(Lock, aSecondProcessIsRefusedAtOnceWithHolderAndTime)
{
    OtherProcess other(census());
    ASSERT_TRUE(other.holds());
    const auto since = readLockNote(census())->since;
    const auto bytes = bytesOf(lockFile());
    const auto start = std::chrono::steady_clock::now();

    const auto refused = LockFile::acquire(census(), wishOf("anna"));

    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::CensusLocked);
    EXPECT_NE(refused.error().message().find("bruno on town-hall (observo) since " + since), std::string::npos)
        << refused.error().message();
    EXPECT_LT(std::chrono::steady_clock::now() - start, 2s);
    EXPECT_EQ(bytesOf(lockFile()), bytes);
    other.leave();
    EXPECT_TRUE(acquired(wishOf("anna")));
}

TEST_F(Lock, aKilledHolderIsSucceededAtOnce)
{
    OtherProcess other(census());
    ASSERT_TRUE(other.holds());
    other.kill();
    ASSERT_TRUE(std::filesystem::exists(lockFile()));

    const auto lock = acquired(wishOf("anna"));

    ASSERT_TRUE(lock && lock->takenFrom());
    EXPECT_EQ(lock->takenFrom()->user, "bruno");
    EXPECT_EQ(readLockNote(census())->user, "anna");
    EXPECT_EQ(FolderState::of(m_folder.path()).entries.size(), 2U) << FolderState::of(m_folder.path());
}

TEST_F(Lock, ofTwoWhoFindADeadHolderOneSucceeds)
{
    for (int round = 0; round < 10; ++round) {
        OtherProcess dead(census());
        ASSERT_TRUE(dead.holds());
        dead.kill();

        OtherProcess first(census(), "carla");
        OtherProcess second(census(), "dario");

        EXPECT_EQ(static_cast<int>(first.holds()) + static_cast<int>(second.holds()), 1) << "round " << round;
    }
}

TEST_F(Lock, whoIsGoneIsToldByProcessStartAndBoot)
{
    const auto lock = acquired(wishOf("anna"));
    const auto alive = *readLockNote(census());
    const auto isGone = [&](auto change) {
        auto note = alive;
        change(note);
        return isHolderGone(note);
    };

    EXPECT_FALSE(isGone([](LockNote&) {}));
    EXPECT_TRUE(isGone([](LockNote& note) { note.processStart = "1"; })) << "its number was given out again";
    EXPECT_TRUE(isGone([](LockNote& note) { note.boot = "before"; })) << "the machine was started anew";
    EXPECT_TRUE(isGone([](LockNote& note) { note.process = 0x3fffffff; })) << "no such process";
    EXPECT_FALSE(isGone([](LockNote& note) { note.machine = "another"; })) << "nobody here can know";
    EXPECT_FALSE(isGone([](LockNote& note) { note.machine.clear(); }));
}

TEST_F(Lock, aSilentHolderElsewhereIsSucceededOnlyWhenWanted)
{
    writeDistantNote(3);
    auto wish = wishOf("anna");
    wish.staleAfter = 40ms;
    auto bold = wish;
    bold.takeOverStale = true;

    EXPECT_FALSE(LockFile::acquire(census(), bold)) << "seen for the first time just now, whatever its clock says";
    std::this_thread::sleep_for(50ms);
    EXPECT_FALSE(LockFile::acquire(census(), wish)) << "nobody was asked";
    const auto lock = acquired(bold);

    ASSERT_TRUE(lock && lock->takenFrom());
    EXPECT_EQ(lock->takenFrom()->holder(), "carla on police (observo)");
}

TEST_F(Lock, aHolderElsewhereWhoseHeartBeatsKeepsIt)
{
    auto wish = wishOf("anna");
    wish.staleAfter = 40ms;
    wish.takeOverStale = true;
    for (std::uint64_t beat = 0; beat < 4; ++beat) {
        writeDistantNote(beat);
        EXPECT_FALSE(LockFile::acquire(census(), wish)) << beat;
        std::this_thread::sleep_for(30ms);
    }

    EXPECT_LT(silenceOf(census(), *readLockNote(census())), 10s);
    EXPECT_EQ(readLockNote(census())->user, "carla");
}

TEST_F(Lock, theHeartBeatsAndTheNoteIsWholeAtEveryMoment)
{
    auto wish = wishOf("anna");
    wish.beatEvery = 1ms;
    const auto lock = acquired(wish);
    const auto until = std::chrono::steady_clock::now() + 5s;

    std::uint64_t beat = 0;
    while (beat < 20 && std::chrono::steady_clock::now() < until) {
        const auto note = readLockNote(census());
        ASSERT_TRUE(note);
        ASSERT_GE(note->beat, beat);
        beat = note->beat;
    }

    EXPECT_GE(beat, 20U);
    EXPECT_TRUE(lock->isHeld());
}

TEST_F(Lock, aLockTakenAwayIsNoticedAndLeftToItsNewHolder)
{
    auto wish = wishOf("anna");
    wish.beatEvery = 1ms;
    auto lock = acquired(wish);
    std::filesystem::remove(lockFile());
    writeDistantNote(0);

    for (int i = 0; i < 500 && lock->isHeld(); ++i) {
        std::this_thread::sleep_for(2ms);
    }
    EXPECT_FALSE(lock->isHeld());
    lock.reset();

    EXPECT_EQ(readLockNote(census())->user, "carla");
}

TEST_F(Lock, aHolderForOneEditIsWaitedFor)
{
    auto brief = acquired(briefWishOf("bruno"));
    std::thread leaving([&] {
        std::this_thread::sleep_for(60ms);
        brief.reset();
    });

    const auto lock = LockFile::acquire(census(), wishOf("anna"));
    leaving.join();

    ASSERT_TRUE(lock) << messageOf(lock);
    EXPECT_FALSE((*lock)->takenFrom());
}

TEST_F(Lock, patienceEnds)
{
    const auto brief = acquired(briefWishOf("bruno"));
    auto wish = wishOf("anna");
    wish.patience = 50ms;

    const auto refused = LockFile::acquire(census(), wish);

    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().message().find("bruno"), std::string::npos) << refused.error().message();
}

TEST_F(Lock, processesThatWriteInTurnLoseNothing)
{
    constexpr int kProcesses = 3;
    constexpr int kRounds = 15;
    std::ofstream(m_folder / "count") << 0;
    const auto countUp = [&] {
        auto wish = briefWishOf("anna");
        wish.patience = 60s;
        for (int round = 0; round < kRounds; ++round) {
            const auto lock = LockFile::acquire(census(), wish);
            if (!lock) {
                return 1;
            }
            const int count = std::stoi(bytesOf(m_folder / "count"));
            std::this_thread::sleep_for(1ms);
            std::ofstream(m_folder / "count") << count + 1;
        }
        return 0;
    };

    std::array<pid_t, kProcesses> children{};
    for (auto& child : children) {
        child = ::fork();
        if (child == 0) {
            ::_exit(countUp());
        }
    }
    for (const auto child : children) {
        int status = 0;
        ::waitpid(child, &status, 0);
        EXPECT_EQ(status, 0);
    }

    EXPECT_EQ(bytesOf(m_folder / "count"), std::to_string(kProcesses * kRounds));
}

TEST_F(Lock, aFileWithoutNoteIsRespectedUntilItIsOld)
{
    std::ofstream(lockFile()) << "{\"user\": 3";
    auto wish = wishOf("anna");
    wish.patience = 30ms;
    EXPECT_FALSE(readLockNote(census()));

    const auto refused = LockFile::acquire(census(), wish);
    std::filesystem::last_write_time(lockFile(), std::filesystem::file_time_type::clock::now() - 10min);
    const auto lock = LockFile::acquire(census(), wish);

    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::CensusLocked);
    EXPECT_TRUE(lock) << messageOf(lock);
}

TEST_F(Lock, aFolderThatMayNotBeWrittenIsSaid)
{
    std::filesystem::permissions(m_folder.path(), std::filesystem::perms(0555));

    const int right = asNobody([&] {
        const auto refused = LockFile::acquire(census(), wishOf("anna"));
        const bool isSaid = !refused && refused.error().code == ErrorCode::CensusReadOnly &&
                            refused.error().file == lockFile() && !refused.error().advice.empty();
        return isSaid ? 0 : 1;
    });
    std::filesystem::permissions(m_folder.path(), std::filesystem::perms(0755));

    EXPECT_EQ(right, 0);
}

TEST(LockOfASession, takenOverFromADeadProcessIsLoggedOnce)
{
    const CensusFolder folder;
    static_cast<void>(folder.create());
    OtherProcess dead(folder.file());
    ASSERT_TRUE(dead.holds());
    dead.kill();
    const auto session = folder.open();
    EXPECT_TRUE(session->writeState().writable);

    static_cast<void>(addCamera(*session, aCamera()));
    static_cast<void>(addCamera(*session, aCamera()));
    ASSERT_TRUE(session->record({.action = "print", .what = "map", .reason = {}, .recipient = {}}));

    std::vector<LogEntry> locks;
    for (const auto& entry : logOf(session->reader())) {
        if (entry.action == "lock") {
            locks.push_back(entry);
        }
    }
    ASSERT_EQ(locks.size(), 1U);
    EXPECT_EQ(locks[0].actor, "anna");
    EXPECT_EQ(locks[0].label, "Take over lock");
    EXPECT_NE(locks[0].after.find("bruno on town-hall (observo)"), std::string::npos) << locks[0].after;
    EXPECT_EQ(session->undoLabel(), "Place camera");
    EXPECT_TRUE(verifyLog(session->reader(), Progress())->intact);
}

} // namespace
} // namespace observo::census
