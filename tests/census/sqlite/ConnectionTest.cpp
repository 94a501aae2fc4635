// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite/Connection.h"

#include "sqlite/PrivateFolder.h"
#include "support/census/CensusFolder.h"

#include <gtest/gtest.h>

#include <filesystem>

namespace observo::census {
namespace {

using test::CensusFolder;
using test::messageOf;

std::unique_ptr<Connection> writerOf(const CensusFolder& folder)
{
    auto opened = Connection::open(folder.file(), Connection::Access::Write);
    EXPECT_TRUE(opened) << messageOf(opened);
    return std::move(*opened);
}

TEST(Connection, aWriterHasTheSettingsThatKeepEdits)
{
    const CensusFolder folder;
    static_cast<void>(folder.create());
    const auto writer = writerOf(folder);
    sqlite3_set_authorizer(writer->handle(), nullptr, nullptr);

    EXPECT_EQ(writer->text("PRAGMA journal_mode"), "delete");
    EXPECT_EQ(writer->number("PRAGMA synchronous"), 3);
    EXPECT_EQ(writer->number("PRAGMA foreign_keys"), 1);
    EXPECT_EQ(writer->number("PRAGMA recursive_triggers"), 0);
    EXPECT_EQ(writer->number("PRAGMA cell_size_check"), 1);
    EXPECT_EQ(writer->number("PRAGMA secure_delete"), 1);
    EXPECT_EQ(writer->number("PRAGMA temp_store"), 2);
    for (const auto& [option, value] : {std::pair{SQLITE_DBCONFIG_DEFENSIVE, 1},
                                        {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
                                        {SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0},
                                        {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0}}) {
        int now = -1;
        sqlite3_db_config(writer->handle(), option, -1, &now);
        EXPECT_EQ(now, value) << option;
    }
    EXPECT_EQ(sqlite3_limit(writer->handle(), SQLITE_LIMIT_ATTACHED, -1), 0);
    EXPECT_EQ(sqlite3_limit(writer->handle(), SQLITE_LIMIT_EXPR_DEPTH, -1), 100);
}

class ConnectionGuard : public testing::TestWithParam<const char*> {};

TEST_P(ConnectionGuard, refuses)
{
    const CensusFolder folder;
    static_cast<void>(folder.create());
    const auto writer = writerOf(folder);

    EXPECT_FALSE(writer->execute(GetParam(), "trying")) << GetParam();
}

INSTANTIATE_TEST_SUITE_P(Connection, ConnectionGuard,
                         testing::Values("ATTACH ':memory:' AS other", "PRAGMA journal_mode=OFF",
                                         "PRAGMA writable_schema=ON", "SELECT load_extension('x')",
                                         "UPDATE sqlite_master SET sql = 'x'", "DELETE FROM rtree_camera_geom_node",
                                         "SELECT fts3_tokenizer('simple')", "SELECT \"no such column\" FROM camera"));

TEST(Connection, aReaderCannotWrite)
{
    const CensusFolder folder;
    static_cast<void>(folder.create());
    const auto reader = Connection::open(folder.file(), Connection::Access::Read);
    ASSERT_TRUE(reader);

    const auto written = (*reader)->execute("DELETE FROM system", "trying");

    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, ErrorCode::CensusReadOnly);
}

TEST(Connection, aLinkInThePathIsNotFollowed)
{
    const CensusFolder folder;
    static_cast<void>(folder.create());
    std::filesystem::create_symlink(folder.file(), folder.path("link.gpkg"));

    EXPECT_FALSE(Connection::open(folder.path("link.gpkg"), Connection::Access::Read));
}

TEST(Connection, itSeesThatItsFileHasMoved)
{
    const CensusFolder folder;
    static_cast<void>(folder.create());
    const auto writer = writerOf(folder);
    EXPECT_FALSE(writer->hasMoved());

    std::filesystem::rename(folder.file(), folder.path("elsewhere.gpkg"));

    EXPECT_TRUE(writer->hasMoved());
}

TEST(Connection, theDataVersionChangesWithTheCommitsOfOthersOnly)
{
    const CensusFolder folder;
    static_cast<void>(folder.create());
    const auto writer = writerOf(folder);
    const auto watcher = writerOf(folder);
    const auto before = watcher->dataVersion();

    ASSERT_TRUE(watcher->execute("UPDATE observo_counter SET value = 7 WHERE name = 'site'", "editing"));
    EXPECT_EQ(watcher->dataVersion(), before);
    ASSERT_TRUE(writer->execute("UPDATE observo_counter SET value = 8 WHERE name = 'site'", "editing"));

    EXPECT_NE(watcher->dataVersion(), before);
}

TEST(Connection, aTransactionThatIsLeftIsRolledBack)
{
    const CensusFolder folder;
    static_cast<void>(folder.create());
    const auto writer = writerOf(folder);
    {
        const auto transaction = Transaction::begin(*writer);
        ASSERT_TRUE(transaction);
        ASSERT_TRUE(writer->execute("DELETE FROM observo_counter", "editing"));
    }
    EXPECT_FALSE(writer->inTransaction());
    EXPECT_EQ(writer->number("SELECT count(*) FROM observo_counter"), 4);

    auto kept = Transaction::begin(*writer);
    ASSERT_TRUE(writer->execute("UPDATE observo_counter SET value = 9 WHERE name = 'site'", "editing"));
    ASSERT_TRUE(kept->commit());
    EXPECT_EQ(writer->number("SELECT value FROM observo_counter WHERE name = 'site'"), 9);
}

TEST(Connection, bytesAndBackupAreTheSameCensus)
{
    const CensusFolder folder;
    const auto session = folder.create();
    const auto reader = Connection::open(folder.file(), Connection::Access::Read);
    ASSERT_TRUE((*reader)->copyBytesTo(folder.path("bytes.gpkg")));
    ASSERT_TRUE(createPrivateFile(folder.path("backup.gpkg")));
    const auto target = Connection::open(folder.path("backup.gpkg"), Connection::Access::Create);
    ASSERT_TRUE(target) << messageOf(target);

    ASSERT_TRUE((*reader)->backupTo(**target, Progress()));

    const auto header = (*reader)->header();
    ASSERT_TRUE(header);
    EXPECT_EQ(std::string(header->begin(), header->begin() + 15), "SQLite format 3");
    for (const auto* name : {"bytes.gpkg", "backup.gpkg"}) {
        const auto copy = Reader::open(folder.path(name));
        ASSERT_TRUE(copy) << messageOf(copy);
        EXPECT_EQ(test::contentOf(**copy), test::contentOf(session->reader()));
    }
}

TEST(Connection, aCancelledBackupSaysSo)
{
    const CensusFolder folder;
    static_cast<void>(folder.create());
    const auto reader = Connection::open(folder.file(), Connection::Access::Read);
    ASSERT_TRUE(createPrivateFile(folder.path("backup.gpkg")));
    const auto target = Connection::open(folder.path("backup.gpkg"), Connection::Access::Create);
    const Progress progress;
    progress.cancel();

    const auto copied = (*reader)->backupTo(**target, progress);

    ASSERT_FALSE(copied);
    EXPECT_EQ(copied.error().code, ErrorCode::Cancelled);
}

} // namespace
} // namespace observo::census
