// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/census/FaultVfs.h"

#include "support/TestPlaces.h"
#include "support/census/Campaign.h"
#include "support/census/SecondOpinion.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <algorithm>
#include <string>
#include <vector>

namespace observo::test {
namespace {

/// A plain database with one table, reached through the failing VFS.
class FaultVfsOnADatabase : public testing::Test {
protected:
    FaultVfsOnADatabase() : m_folder(inMemory("observo-vfs")), m_file(m_folder / "plain.db")
    {
        open();
        EXPECT_EQ(run("CREATE TABLE t (a); INSERT INTO t VALUES (1)"), SQLITE_OK);
        reopen();
    }
    ~FaultVfsOnADatabase() override { sqlite3_close_v2(m_database); }

    void open()
    {
        sqlite3_open_v2(m_file.c_str(), &m_database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_EXRESCODE,
                        FaultVfs::kName);
    }
    void reopen()
    {
        sqlite3_close_v2(m_database);
        open();
    }
    int run(const std::string& sql) { return sqlite3_exec(m_database, sql.c_str(), nullptr, nullptr, nullptr); }

    TemporaryFolder m_folder;
    std::filesystem::path m_file;
    FaultVfs m_vfs;
    sqlite3* m_database = nullptr;
};

TEST_F(FaultVfsOnADatabase, withoutAFaultEverythingIsAsUsualAndCounted)
{
    m_vfs.arm({});

    EXPECT_EQ(run("INSERT INTO t VALUES (2)"), SQLITE_OK);

    EXPECT_GT(m_vfs.calls(), 10);
    EXPECT_TRUE(m_vfs.failed().empty());
    EXPECT_EQ(sqlValue(m_file, "SELECT count(*) FROM t"), "2");
}

TEST_F(FaultVfsOnADatabase, theChosenCallFailsOnceAndIsNamed)
{
    m_vfs.arm({});
    ASSERT_EQ(run("INSERT INTO t VALUES (2)"), SQLITE_OK);
    const auto calls = m_vfs.calls();
    std::size_t told = 0;

    for (std::int64_t at = 1; at <= calls; ++at) {
        reopen();
        m_vfs.arm({.at = at});
        told += run("INSERT INTO t VALUES (3)") != SQLITE_OK ? 1U : 0U;
        ASSERT_EQ(m_vfs.failed().size(), 1U);
        EXPECT_EQ(m_vfs.failed().front().number, at);
        EXPECT_TRUE(m_vfs.failed().front().file.starts_with(m_file.string()));
        m_vfs.heal();
        ASSERT_EQ(integrityOf(m_file), "ok") << nameOf(m_vfs.failed().front().call);
    }

    EXPECT_GT(told, static_cast<std::size_t>(calls) / 2);
}

TEST_F(FaultVfsOnADatabase, fromThenOnEveryCallFails)
{
    m_vfs.arm({.at = 3, .fromThenOn = true});

    EXPECT_NE(run("INSERT INTO t VALUES (2)"), SQLITE_OK);
    EXPECT_NE(run("SELECT * FROM t"), SQLITE_OK);
    EXPECT_GT(m_vfs.failed().size(), 1U);

    m_vfs.heal();
    reopen();
    EXPECT_EQ(run("SELECT * FROM t"), SQLITE_OK);
}

TEST_F(FaultVfsOnADatabase, aFullDiskRefusesOnlyToGrow)
{
    m_vfs.arm({.at = 1, .fromThenOn = true, .kind = Fault::Kind::DiskFull});

    EXPECT_EQ(run("INSERT INTO t VALUES (zeroblob(100000))"), SQLITE_FULL);
    EXPECT_EQ(run("SELECT * FROM t"), SQLITE_OK);
    ASSERT_FALSE(m_vfs.failed().empty());
    EXPECT_TRUE(std::all_of(m_vfs.failed().begin(), m_vfs.failed().end(),
                            [](const FailedCall& failed) { return failed.call == IoCall::Write; }));
}

TEST_F(FaultVfsOnADatabase, aWriteThatFailsAfterItsEffectLeavesHalf)
{
    std::vector<IoEvent> events;
    m_vfs.listen([&](const IoEvent& event) { events.push_back(event); });
    m_vfs.arm({});
    ASSERT_EQ(run("UPDATE t SET a = 2"), SQLITE_OK);
    const auto whole = events;
    const auto firstWrite = std::find_if(whole.begin(), whole.end(),
                                         [](const IoEvent& event) { return event.kind == IoEvent::Kind::Write; });
    ASSERT_NE(firstWrite, whole.end());

    for (std::int64_t at = 1; m_vfs.failed().empty() || m_vfs.failed().front().call != IoCall::Write; ++at) {
        events.clear();
        reopen();
        m_vfs.arm({.at = at, .kind = Fault::Kind::AfterEffect});
        run("UPDATE t SET a = a + 1");
    }

    const auto half = std::find_if(events.begin(), events.end(),
                                   [](const IoEvent& event) { return event.kind == IoEvent::Kind::Write; });
    ASSERT_NE(half, events.end());
    EXPECT_EQ(half->bytes.size(), firstWrite->bytes.size() / 2);
}

TEST_F(FaultVfsOnADatabase, theListenerHearsAWholeTransaction)
{
    std::vector<IoEvent> events;
    m_vfs.listen([&](const IoEvent& event) { events.push_back(event); });
    ASSERT_EQ(run("PRAGMA synchronous=EXTRA; UPDATE t SET a = 2"), SQLITE_OK);

    const auto journal = m_file.string() + "-journal";
    ASSERT_GE(events.size(), 6U);
    EXPECT_EQ(events.front().kind, IoEvent::Kind::Create);
    EXPECT_EQ(events.front().file, journal);
    EXPECT_EQ(events.back().kind, IoEvent::Kind::Delete);
    EXPECT_EQ(events.back().file, journal);
    EXPECT_TRUE(events.back().directorySynced);
    const auto isSyncOf = [](const std::string& file) {
        return [file](const IoEvent& event) { return event.kind == IoEvent::Kind::Sync && event.file == file; };
    };
    EXPECT_TRUE(std::any_of(events.begin(), events.end(), isSyncOf(journal)));
    EXPECT_TRUE(std::any_of(events.begin(), events.end(), isSyncOf(m_file.string())));
}

TEST(FaultVfs, thereIsOneAtATime)
{
    const FaultVfs first;

    EXPECT_THROW(FaultVfs(), std::runtime_error);
    EXPECT_NE(sqlite3_vfs_find(FaultVfs::kName), nullptr);
}

} // namespace
} // namespace observo::test
