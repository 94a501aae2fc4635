// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite/ReadAccess.h"

#include "support/Builders.h"
#include "support/census/CensusFolder.h"

#include <gtest/gtest.h>
#include <sys/wait.h>

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

namespace observo::census {
namespace {

using namespace test;

std::string bytesOf(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::set<std::string> namesIn(const std::filesystem::path& folder)
{
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        names.insert(entry.path().filename().string());
    }
    return names;
}

/// A census with one committed camera.
void makeCensus(const CensusFolder& folder)
{
    const auto session = folder.create();
    static_cast<void>(addCamera(*session, aCamera().named("Ponte Nord")));
}

/// Leaves what a killed writer leaves: a transaction half written, with its journal or WAL.
void leaveUnfinished(const CensusFolder& folder, const std::string& mode)
{
    const auto child = ::fork();
    if (child == 0) {
        sqlite3* handle = nullptr;
        sqlite3_open(folder.file().c_str(), &handle);
        const std::string sql =
            mode == "wal"
                ? "PRAGMA journal_mode=WAL; PRAGMA wal_autocheckpoint=0; UPDATE site SET site_name = 'in the log';"
                : "PRAGMA cache_size=1; PRAGMA cache_spill=1; BEGIN; UPDATE site SET site_name = 'half written'; "
                  "CREATE TABLE filler AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "
                  "5000) "
                  "SELECT i, hex(randomblob(100)) AS x FROM n;";
        sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, nullptr);
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
}

TEST(ReadAccess, readingLeavesEveryByteTimeAndName)
{
    const CensusFolder folder;
    makeCensus(folder);
    const auto bytes = bytesOf(folder.file());
    const auto mark = FileMark::of(folder.file());
    const auto names = namesIn(folder.folder());
    {
        const auto reader = folder.reader();
        EXPECT_EQ(reader->facts()->cameras, 1U);
        EXPECT_EQ(contentOf(*reader), contentOf(*folder.reader()));
        EXPECT_TRUE(verifyLog(*reader, Progress())->intact);
        EXPECT_EQ(namesIn(folder.folder()), names) << "while open";
    }

    EXPECT_EQ(bytesOf(folder.file()), bytes);
    EXPECT_EQ(FileMark::of(folder.file()), mark);
    EXPECT_EQ(namesIn(folder.folder()), names);
}

TEST(ReadAccess, aReadOnlyFolderIsNoObstacle)
{
    const CensusFolder folder;
    makeCensus(folder);
    std::filesystem::permissions(folder.file(), std::filesystem::perms(0444));
    std::filesystem::permissions(folder.folder(), std::filesystem::perms(0555));
    const auto child = ::fork();
    if (child == 0) {
        // Root may write anywhere, so somebody else has to look.
        if (::geteuid() == 0 && (::setgid(65534) != 0 || ::setuid(65534) != 0)) {
            ::_exit(2);
        }
        const auto session = Session::open(folder.file(), optionsOf("anna"));
        const bool isRead = session && (*session)->inventory().size() == 1;
        const bool isRefused = session && !(*session)->writeState().writable &&
                               (*session)->writeState().why->code == ErrorCode::CensusReadOnly;
        ::_exit(isRead && isRefused ? 0 : 1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    std::filesystem::permissions(folder.folder(), std::filesystem::perms(0755));

    EXPECT_EQ(WEXITSTATUS(status), 0);
}

TEST(ReadAccess, aHotJournalIsRolledBackInACopyOnly)
{
    const CensusFolder folder;
    makeCensus(folder);
    const auto before = contentOf(*folder.reader());
    leaveUnfinished(folder, "journal");
    const auto bytes = bytesOf(folder.file());
    const auto names = namesIn(folder.folder());
    ASSERT_TRUE(names.contains("census.gpkg-journal"));

    const auto access = ReadAccess::open(folder.file());

    ASSERT_TRUE(access) << messageOf(access);
    EXPECT_TRUE(access->isCopy());
    EXPECT_EQ(access->journal, "hot");
    EXPECT_EQ(contentOf(*folder.reader()), before);
    EXPECT_EQ(bytesOf(folder.file()), bytes);
    EXPECT_EQ(namesIn(folder.folder()), names);
}

TEST(ReadAccess, aWalIsReadInACopyAndSettledByTheFirstEdit)
{
    const CensusFolder folder;
    makeCensus(folder);
    leaveUnfinished(folder, "wal");
    const auto names = namesIn(folder.folder());
    ASSERT_TRUE(names.contains("census.gpkg-wal"));

    const auto session = folder.open();
    EXPECT_EQ(session->reader().facts()->journal, "wal");
    EXPECT_EQ(session->reader().siteWithCode("001272", "P-0001")->value().name, "in the log");
    EXPECT_EQ(namesIn(folder.folder()), names);
    static_cast<void>(addCamera(*session, aCamera()));

    EXPECT_FALSE(namesIn(folder.folder()).contains("census.gpkg-wal"));
    EXPECT_EQ(folder.reader()->facts()->journal, "delete");
    EXPECT_EQ(session->reader().facts()->cameras, 2U);
    EXPECT_EQ(session->reader().facts()->journal, "delete");
}

TEST(ReadAccess, whatIsNoCensusIsRefusedWithItsReason)
{
    const CensusFolder folder;
    std::ofstream(folder.path("text.gpkg")) << "hello, this is a text file and no database at all";
    std::ofstream(folder.path("empty.gpkg"));
    ASSERT_EQ(sqlite(folder.path("other.gpkg"), "CREATE TABLE t (x)"), "");

    const auto codeOf = [&](const char* name) { return ReadAccess::open(folder.path(name)).error().code; };

    EXPECT_EQ(codeOf("missing.gpkg"), ErrorCode::CensusMissing);
    EXPECT_EQ(codeOf("text.gpkg"), ErrorCode::CensusDamaged);
    EXPECT_EQ(codeOf("empty.gpkg"), ErrorCode::CensusDamaged);
    EXPECT_EQ(codeOf("other.gpkg"), ErrorCode::CensusDamaged);
    EXPECT_EQ(codeOf("."), ErrorCode::CensusDamaged);
}

TEST(ReadAccess, aNewerCensusIsLeftToItsProgram)
{
    const CensusFolder folder;
    makeCensus(folder);
    ASSERT_EQ(sqlite(folder.file(), "INSERT INTO observo_schema VALUES (999, 'later', 'observo')"), "");

    const auto access = ReadAccess::open(folder.file());

    ASSERT_FALSE(access);
    EXPECT_EQ(access.error().code, ErrorCode::CensusNewer);
    EXPECT_EQ(access.error().file, folder.file());
}

TEST(ReadAccess, aSnapshotStaysAsItWas)
{
    const CensusFolder folder;
    const auto session = folder.create();
    static_cast<void>(addCamera(*session, aCamera()));

    const auto snapshot = Reader::snapshot(folder.file(), Progress());
    ASSERT_TRUE(snapshot) << messageOf(snapshot);
    static_cast<void>(addCamera(*session, aCamera()));

    EXPECT_EQ((*snapshot)->facts()->cameras, 1U);
    EXPECT_EQ((*snapshot)->file(), folder.file());
    EXPECT_EQ(session->reader().facts()->cameras, 2U);
}

} // namespace
} // namespace observo::census
