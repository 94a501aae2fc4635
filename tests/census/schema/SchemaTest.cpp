// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/Schema.h"

#include "rows/RecordSql.h"
#include "sqlite/Connection.h"
#include "support/Builders.h"
#include "support/census/CensusFolder.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace observo::census {
namespace {

using namespace test;

std::string sqlTypeOf(FieldType type)
{
    switch (type) {
    case FieldType::Integer:
        return "INTEGER";
    case FieldType::Real:
        return "REAL";
    case FieldType::Boolean:
        return "BOOLEAN";
    case FieldType::Date:
        return "DATE";
    case FieldType::Timestamp:
        return "DATETIME";
    default:
        return "TEXT";
    }
}

std::vector<std::string> differencesOf(const CensusFolder& folder)
{
    const auto connection = Connection::open(folder.file(), Connection::Access::Read);
    const auto differences = schemaDifferences(**connection).value();
    std::vector<std::string> sentences;
    for (const auto& difference : differences) {
        sentences.push_back(difference.what);
    }
    return sentences;
}

TEST(Schema, everyFieldOfTheDictionaryIsAColumnOfItsType)
{
    const CensusFolder folder;
    static_cast<void>(folder.create());
    for (const auto kind : kRecordKinds) {
        std::string expected = "fid|INTEGER";
        expected += kind == RecordKind::Camera ? "\ngeom|POINT" : "";
        for (const auto& field : fieldsOf(kind)) {
            expected += "\n" + std::string(field.name) + "|" + sqlTypeOf(field.type);
        }

        EXPECT_EQ(query(folder.file(),
                        "SELECT name, type FROM pragma_table_info('" + std::string(nameOf(kind)) + "') ORDER BY cid"),
                  expected);
    }
}

TEST(Schema, noColumnOfARecordHasADefaultOrMustBeFilled)
{
    const CensusFolder folder;
    static_cast<void>(folder.create());
    for (const auto kind : kRecordKinds) {
        EXPECT_EQ(query(folder.file(), "SELECT name FROM pragma_table_info('" + std::string(nameOf(kind)) +
                                           "') WHERE name <> 'fid' AND (\"notnull\" OR dflt_value IS NOT NULL)"),
                  "");
    }
}

TEST(Schema, stepsAreNumberedWithoutGaps)
{
    const auto steps = schemaSteps();

    ASSERT_FALSE(steps.empty());
    for (std::size_t i = 0; i < steps.size(); ++i) {
        EXPECT_EQ(steps[i].version, static_cast<int>(i) + 1) << steps[i].name;
    }
    EXPECT_EQ(currentSchemaVersion(), steps.back().version);
}

TEST(Schema, aNewCensusIsAsThisProgramMakesIt)
{
    const CensusFolder folder;
    static_cast<void>(folder.create());

    EXPECT_TRUE(differencesOf(folder).empty());
    EXPECT_EQ(
        query(folder.file(), "SELECT application_id, user_version FROM pragma_application_id, pragma_user_version"),
        "1196444487|10300");
    EXPECT_EQ(folder.reader()->census()->schemaVersion, "1.0.0");
}

struct Tampering {
    const char* name;
    const char* sql;
    const char* finding;
};

class SchemaTampering : public testing::TestWithParam<Tampering> {};

TEST_P(SchemaTampering, isNamedAndLeavesTheCensusReadOnly)
{
    const CensusFolder folder;
    static_cast<void>(folder.create());
    ASSERT_EQ(sqlite(folder.file(), GetParam().sql), "");

    const auto differences = differencesOf(folder);
    const auto session = folder.open();

    ASSERT_FALSE(differences.empty());
    EXPECT_TRUE(std::ranges::any_of(differences, [](const auto& difference) {
        return difference.find(GetParam().finding) != std::string::npos;
    })) << differences.front();
    ASSERT_FALSE(session->writeState().writable);
    EXPECT_EQ(session->writeState().why->code, ErrorCode::CensusDamaged);
    ChangeSet addition{.label = "Add"};
    addition.changes.push_back({.before = std::nullopt, .after = Record(aCamera())});
    EXPECT_FALSE(session->perform(std::move(addition)));
    // What stands in place of a table of the log cannot even be read.
    const auto verdict = verifyLog(session->reader(), Progress());
    EXPECT_TRUE(!verdict || !verdict->intact);
}

INSTANTIATE_TEST_SUITE_P(
    Schema, SchemaTampering,
    testing::Values(
        Tampering{"droppedTrigger", "DROP TRIGGER observo_camera_update", "observo_camera_update"},
        Tampering{"emptiedTrigger",
                  "DROP TRIGGER observo_site_insert; CREATE TRIGGER observo_site_insert AFTER INSERT ON "
                  "site BEGIN SELECT 1; END",
                  "observo_site_insert"},
        Tampering{"foreignTrigger", "CREATE TRIGGER evil AFTER INSERT ON camera BEGIN DELETE FROM system; END", "evil"},
        Tampering{"logUnguarded", "DROP TRIGGER observo_log_kept", "observo_log_kept"},
        Tampering{"tableIsAView", "ALTER TABLE row_seal RENAME TO hidden; CREATE VIEW row_seal AS SELECT * FROM hidden",
                  "row_seal"},
        Tampering{"silenced", "UPDATE observo_counter SET value = 1 WHERE name = 'completing'", "silences"}),
    [](const auto& one) { return std::string(one.param.name); });

TEST(Schema, whatOtherProgramsMayAddIsLeftToThem)
{
    const CensusFolder folder;
    static_cast<void>(folder.create());
    ASSERT_EQ(sqlite(folder.file(),
                     "CREATE TABLE layer_styles (id INTEGER PRIMARY KEY, styleQML TEXT); "
                     "ALTER TABLE camera ADD COLUMN my_note TEXT; CREATE INDEX my_index ON camera (name); "
                     "CREATE TABLE gpkg_ogr_contents (table_name TEXT NOT NULL PRIMARY KEY, feature_count INTEGER); "
                     "CREATE TRIGGER \"trigger_insert_feature_count_camera\" AFTER INSERT ON \"camera\" BEGIN UPDATE "
                     "gpkg_ogr_contents SET feature_count = feature_count + 1 WHERE lower(table_name) = "
                     "lower('camera'); END"),
              "");

    EXPECT_TRUE(differencesOf(folder).empty());
    const auto session = folder.open();
    static_cast<void>(addCamera(*session, aCamera()));
    EXPECT_TRUE(verifyLog(session->reader(), Progress())->intact);
}

TEST(Schema, aColumnThatAnotherProgramDroppedReadsAsNotKnown)
{
    const CensusFolder folder;
    auto session = folder.create();
    const auto camera = addCamera(*session, aCamera().named("Ponte"));
    session.reset();
    ASSERT_EQ(sqlite(folder.file(), "DROP TRIGGER observo_camera_insert; DROP TRIGGER observo_camera_update; "
                                    "DROP TRIGGER observo_camera_delete; ALTER TABLE camera DROP COLUMN brand"),
              "");

    const auto read = folder.reader()->camera(camera.id);

    ASSERT_TRUE(read) << messageOf(read);
    EXPECT_EQ(read->name, "Ponte");
    EXPECT_EQ(read->brand, "");
    EXPECT_EQ(folder.reader()->inventory(Progress())->size(), 1U);
}

TEST(Schema, stepsAreAppliedOnceAndInOrder)
{
    const CensusFolder folder;
    auto session = folder.create();
    static_cast<void>(addCamera(*session, aCamera()));
    session.reset();
    const auto connection = Connection::open(folder.file(), Connection::Access::Write);
    auto steps = schemaSteps();
    steps.push_back({2, "0002-test.sql", "CREATE TABLE later (x);"});

    auto transaction = Transaction::begin(**connection);
    ASSERT_TRUE(applySchema(**connection, 1, steps, "test"));
    ASSERT_TRUE(transaction->commit());

    EXPECT_EQ(query(folder.file(), "SELECT version, program FROM observo_schema ORDER BY version"),
              "1|observo\n2|test");
    EXPECT_EQ(
        query(folder.file(), "SELECT count(*) FROM sqlite_master WHERE name LIKE 'observo%' AND type = 'trigger'"),
        "21");
}

} // namespace
} // namespace observo::census
