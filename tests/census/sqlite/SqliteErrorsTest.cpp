// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite/SqliteErrors.h"

#include "guard/LockFile.h"
#include "support/census/CensusFolder.h"
#include "support/census/Disk.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

namespace observo::census {
namespace {

struct Case {
    int code;
    ErrorCode expected;
};

class SqliteErrorsTable : public testing::TestWithParam<Case> {};

TEST_P(SqliteErrorsTable, becomesAnErrorThatAPersonCanActOn)
{
    const auto error = sqliteError(GetParam().code, "saving", "detail", "/a/census.gpkg");

    EXPECT_EQ(error.code, GetParam().expected);
    EXPECT_EQ(error.file, "/a/census.gpkg");
    EXPECT_NE(error.what.find("saving"), std::string::npos);
    EXPECT_NE(error.what.find("detail"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(
    SqliteErrors, SqliteErrorsTable,
    testing::Values(Case{SQLITE_BUSY, ErrorCode::CensusLocked}, Case{SQLITE_BUSY_RECOVERY, ErrorCode::CensusLocked},
                    Case{SQLITE_FULL, ErrorCode::OutputNoSpace}, Case{SQLITE_READONLY, ErrorCode::CensusReadOnly},
                    Case{SQLITE_READONLY_DBMOVED, ErrorCode::CensusMoved},
                    Case{SQLITE_CORRUPT_VTAB, ErrorCode::CensusDamaged}, Case{SQLITE_NOTADB, ErrorCode::CensusDamaged},
                    Case{SQLITE_IOERR_FSYNC, ErrorCode::CensusIo}, Case{SQLITE_CANTOPEN, ErrorCode::CensusIo},
                    Case{SQLITE_TOOBIG, ErrorCode::InvalidArgument}, Case{SQLITE_MISUSE, ErrorCode::Internal}));

TEST(SqliteErrors, aLockNamesItsHolderAndTime)
{
    const test::CensusFolder folder;
    // Another program that was killed in the middle: its lock is still there.
    ASSERT_EQ(test::inAnotherProcess([&] {
                  auto lock = LockFile::acquire(folder.file(), {.actor = {"rita", "ufficio", "observo"}});
                  return lock && lock->release() != nullptr ? 0 : 1;
              }),
              0);

    const auto error = sqliteError(SQLITE_BUSY, "saving", "detail", folder.file());

    EXPECT_NE(error.what.find("rita on ufficio (observo) since 2"), std::string::npos) << error.what;
}

TEST(SqliteErrors, onesOwnLockIsNotWhatStandsInTheWay)
{
    const test::CensusFolder folder;
    const auto lock = LockFile::acquire(folder.file(), {.actor = {"rita", "ufficio", "observo"}});
    ASSERT_TRUE(lock);
    EXPECT_TRUE(isOwn(*readLockNote(folder.file())));

    const auto error = sqliteError(SQLITE_BUSY, "saving", "detail", folder.file());

    EXPECT_EQ(error.what.find("rita"), std::string::npos) << error.what;
    EXPECT_NE(error.what.find("another program"), std::string::npos) << error.what;
}

} // namespace
} // namespace observo::census
