// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/census/Disk.h"

#include "support/census/CensusFolder.h"

#include <gtest/gtest.h>

#include <unistd.h>

#include <csignal>
#include <fstream>

namespace observo::test {
namespace {

TEST(Disk, aStateTellsEveryByteTimeAndName)
{
    const TemporaryFolder folder;
    std::ofstream(folder / "a") << "one";
    const auto before = FolderState::of(folder.path());
    EXPECT_EQ(FolderState::of(folder.path()), before);
    EXPECT_TRUE(before.has("a"));

    const auto time = std::filesystem::last_write_time(folder / "a");
    std::ofstream(folder / "a") << "two";
    std::filesystem::last_write_time(folder / "a", time);
    EXPECT_NE(FolderState::of(folder.path()), before) << "bytes";
    std::ofstream(folder / "a") << "one";
    std::filesystem::last_write_time(folder / "a", time + std::chrono::nanoseconds(10));
    EXPECT_NE(FolderState::of(folder.path()), before) << "time";
    std::filesystem::last_write_time(folder / "a", time);
    EXPECT_EQ(FolderState::of(folder.path()), before);
    std::filesystem::create_directory(folder / "b");
    EXPECT_NE(FolderState::of(folder.path()), before) << "name";
}

TEST(Disk, anotherProcessTellsHowItEnded)
{
    const auto parent = ::getpid();

    EXPECT_EQ(inAnotherProcess([&] { return ::getpid() != parent ? 7 : 8; }), 7);
    EXPECT_EQ(inAnotherProcess([] { return ::raise(SIGKILL); }), -1);
    EXPECT_EQ(asNobody([] { return ::geteuid() != 0 ? 3 : 4; }), 3);
}

TEST(Disk, whatAKilledWriterLeavesIsHotOrCommitted)
{
    const CensusFolder folder;
    static_cast<void>(folder.create());
    std::filesystem::copy_file(folder.file(), folder.path("wal.gpkg"));

    leaveHotJournal(folder.file());
    leaveWal(folder.path("wal.gpkg"), "UPDATE observo_counter SET value = 77 WHERE name = 'site'");

    EXPECT_NE(bytesOf(folder.path("census.gpkg-journal")), "");
    EXPECT_NE(bytesOf(folder.path("wal.gpkg-wal")), "");
    EXPECT_EQ(query(folder.path("wal.gpkg"), "SELECT value FROM observo_counter WHERE name = 'site'"), "77");
}

} // namespace
} // namespace observo::test
