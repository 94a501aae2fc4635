// SPDX-License-Identifier: GPL-3.0-or-later
#include "geopackage/Database.h"

#include "reader/ReaderFiles.h"
#include "support/TestPlaces.h"

#include <gtest/gtest.h>

namespace observo::reader {
namespace {

class DatabaseOf : public testing::Test {
protected:
    DatabaseOf() { runSql(file(), "CREATE TABLE t(a TEXT); INSERT INTO t VALUES('perché')"); }
    [[nodiscard]] std::filesystem::path file() const { return m_folder / "a.gpkg"; }
    test::TemporaryFolder m_folder;
};

TEST_F(DatabaseOf, readingIsAllowed)
{
    const auto database = Database::open(file());

    ASSERT_TRUE(database) << database.error().message();
    EXPECT_EQ(*database->text("SELECT a FROM t"), "perché");
    EXPECT_EQ(*database->text("SELECT a FROM t WHERE a = ''"), "");
}

class Forbidden : public DatabaseOf, public testing::WithParamInterface<const char*> {};

TEST_P(Forbidden, isEverythingElse)
{
    const auto database = Database::open(file());
    ASSERT_TRUE(database);

    EXPECT_FALSE(database->text(GetParam())) << GetParam();
}

INSTANTIATE_TEST_SUITE_P(Rows, Forbidden,
                         testing::Values("INSERT INTO t VALUES('x')", "DROP TABLE t", "ATTACH '/etc/passwd' AS b",
                                         "SELECT load_extension('x')", "CREATE TEMP TABLE u(a)",
                                         "SELECT * FROM no_such_table", "DELETE FROM t",
                                         "SELECT fts3_tokenizer('simple')"));

TEST_F(DatabaseOf, aViewIsNotRun)
{
    ASSERT_TRUE(runSql(file(), "CREATE VIEW v AS SELECT a FROM t"));
    const auto database = Database::open(file());
    ASSERT_TRUE(database);

    EXPECT_FALSE(database->text("SELECT a FROM v"));
}

TEST_F(DatabaseOf, aDamagedFileIsRefused)
{
    auto bytes = bytesOf(file());
    bytes.replace(4096, 200, std::string(200, '\xEE'));
    writeText(file(), bytes);
    EXPECT_FALSE(Database::open(file()));

    writeText(file(), bytes.substr(0, 1000));
    EXPECT_FALSE(Database::open(file()));
    EXPECT_FALSE(Database::open(m_folder / "none.gpkg"));
}

TEST_F(DatabaseOf, whatStandsInAJournalIsRead)
{
    sqlite3* writer = nullptr;
    ASSERT_EQ(sqlite3_open(file().c_str(), &writer), SQLITE_OK);
    sqlite3_exec(writer, "PRAGMA journal_mode=WAL; UPDATE t SET a='newer'", nullptr, nullptr, nullptr);
    std::filesystem::copy_file(file(), m_folder / "copy.gpkg");
    std::filesystem::copy_file(file().string() + "-wal", m_folder / "copy.gpkg-wal");
    sqlite3_close(writer);

    const auto database = Database::open(m_folder / "copy.gpkg");

    ASSERT_TRUE(database) << database.error().message();
    EXPECT_EQ(*database->text("SELECT a FROM t"), "newer");
}

TEST(Database, namesAreQuoted)
{
    EXPECT_EQ(quotedName("via \"Roma\""), "\"via \"\"Roma\"\"\"");
}

} // namespace
} // namespace observo::reader
