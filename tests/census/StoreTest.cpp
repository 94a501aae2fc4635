// SPDX-License-Identifier: GPL-3.0-or-later
#include "Store.h"

#include "support/Builders.h"
#include "support/census/CensusFolder.h"

#include <gtest/gtest.h>

namespace observo::census {
namespace {

using namespace test;

TEST(Store, aForeignTriggerIsNeverRun)
{
    const CensusFolder folder;
    static_cast<void>(folder.create());
    ASSERT_EQ(sqlite(folder.file(), "CREATE TRIGGER evil AFTER UPDATE ON system BEGIN DELETE FROM census; END"), "");

    const auto store = Store::open(folder.file());

    ASSERT_FALSE(store);
    EXPECT_EQ(store.error().code, ErrorCode::CensusDamaged);
    EXPECT_NE(store.error().what.find("evil"), std::string::npos);
}

TEST(Store, theContentsTellOtherProgramsWhatChangedAndWhere)
{
    const CensusFolder folder;
    const auto session = folder.create();
    static_cast<void>(addCamera(*session, aCamera().at(7, 45)));
    static_cast<void>(addCamera(*session, aCamera().at(9, 44)));

    EXPECT_EQ(query(folder.file(), "SELECT min_x, min_y, max_x, max_y FROM gpkg_contents WHERE table_name = 'camera'"),
              "7.0|44.0|9.0|45.0");
    EXPECT_EQ(query(folder.file(), "SELECT last_change FROM gpkg_contents WHERE table_name = 'camera'"),
              query(folder.file(), "SELECT at FROM change_set ORDER BY id DESC LIMIT 1"));
}

TEST(Store, aMigrationBringsTheTriggersUpToDate)
{
    const CensusFolder folder;
    static_cast<void>(folder.create());
    ASSERT_EQ(sqlite(folder.file(), "UPDATE observo_schema SET version = 0; DROP TRIGGER observo_site_update"), "");
    auto store = Store::open(folder.file());
    ASSERT_TRUE(store) << messageOf(store);
    EXPECT_EQ((*store)->schemaVersion(), 0);

    // The only step there is makes the tables, which are there already: the migration fails and leaves no trace.
    EXPECT_FALSE((*store)->migrate("test"));
    store->reset();

    EXPECT_EQ(query(folder.file(), "SELECT version FROM observo_schema"), "0");
    EXPECT_EQ(query(folder.file(), "SELECT count(*) FROM sqlite_master WHERE name LIKE 'observo_site_%' AND type = "
                                   "'trigger'"),
              "3");
}

TEST(Store, allDifferencesAreToldInOneError)
{
    const auto error =
        structureError({{"trigger \"a\" is missing", "CREATE"}, {"table \"b\" is something else", ""}}, "/x.gpkg");

    EXPECT_EQ(error.code, ErrorCode::CensusDamaged);
    EXPECT_NE(error.what.find("trigger \"a\" is missing; table \"b\""), std::string::npos);
    EXPECT_FALSE(error.advice.empty());
}

} // namespace
} // namespace observo::census
