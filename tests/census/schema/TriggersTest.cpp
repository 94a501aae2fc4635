// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/Triggers.h"

#include "support/Builders.h"
#include "support/census/CensusFolder.h"

#include <gtest/gtest.h>

#include <regex>

namespace observo::census {
namespace {

using namespace test;

/// What another program sees and does, without any function of ours.
class Triggers : public testing::Test {
protected:
    Triggers() { static_cast<void>(m_folder.create()); }

    void edit(const std::string& sql) { ASSERT_EQ(sqlite(m_folder.file(), sql), "") << sql; }
    std::string ask(const std::string& sql) { return query(m_folder.file(), sql); }

    CensusFolder m_folder;
};

TEST_F(Triggers, aRowOfAnotherProgramIsCompletedAndLogged)
{
    edit("INSERT INTO camera (name) VALUES ('Nuova')");
    edit("INSERT INTO site (site_name) VALUES ('Piazza')");

    EXPECT_TRUE(std::regex_match(ask("SELECT camera_id FROM camera"),
                                 std::regex("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")))
        << ask("SELECT camera_id FROM camera");
    EXPECT_EQ(ask("SELECT code, body_istat, row_version, created_by, updated_by FROM camera"),
              "TC-0001|001272|1|other program|other program");
    EXPECT_TRUE(std::regex_match(ask("SELECT created_at FROM camera"),
                                 std::regex(R"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)")));
    EXPECT_EQ(ask("SELECT site_code FROM site"), "P-0001");
    EXPECT_EQ(ask("SELECT action, kind, record = (SELECT camera_id FROM camera), hash IS NULL FROM change_log "
                  "WHERE kind = 'camera'"),
              "add|camera|1|1");
    EXPECT_EQ(ask("SELECT json_extract(after, '$.code'), json_extract(after, '$.row_version'), before IS NULL "
                  "FROM log_payload ORDER BY seq DESC LIMIT 1 OFFSET 1"),
              "TC-0001|1|1");
    EXPECT_EQ(ask("SELECT value FROM observo_counter WHERE name = 'completing'"), "0");
}

TEST_F(Triggers, codesSkipThoseThatAreTaken)
{
    edit("INSERT INTO camera (code) VALUES ('TC-0001'), ('TC-0002')");
    edit("INSERT INTO camera (code) VALUES (NULL), ('')");

    EXPECT_EQ(ask("SELECT code FROM camera ORDER BY fid"), "TC-0001\nTC-0002\nTC-0003\nTC-0004");
}

TEST_F(Triggers, whatIsGivenIsKept)
{
    edit("INSERT INTO camera (camera_id, code, row_version) VALUES ('ABCDEF01-2345-4678-9abc-def012345678', 'X', 5), "
         "('no uuid', 'Y', NULL)");

    EXPECT_EQ(ask("SELECT camera_id, code, row_version FROM camera WHERE code = 'X'"),
              "abcdef01-2345-4678-9abc-def012345678|X|5");
    EXPECT_EQ(ask("SELECT length(camera_id), row_version FROM camera WHERE code = 'Y'"), "36|1");
    EXPECT_EQ(ask("SELECT count(*) FROM change_log WHERE kind = 'camera'"), "2");
}

TEST_F(Triggers, anUpdateLogsOnlyWhatChangedAndCountsTheVersion)
{
    edit("INSERT INTO camera (name, brand, range_m) VALUES ('Prima', 'Marca', 0.1)");
    edit("UPDATE camera SET name = 'Dopo \"x\"', range_m = 0.1 + 0.2");

    EXPECT_EQ(ask("SELECT row_version FROM camera"), "2");
    EXPECT_EQ(ask("SELECT group_concat(key) FROM (SELECT key FROM log_payload, json_each(after) WHERE seq = (SELECT "
                  "max(seq) FROM log_payload) ORDER BY key)"),
              "name,range_m,row_version,updated_at");
    EXPECT_EQ(ask("SELECT json_extract(before, '$.name'), json_extract(after, '$.name') FROM log_payload ORDER BY seq "
                  "DESC LIMIT 1"),
              "Prima|Dopo \"x\"");
    EXPECT_NE(ask("SELECT after FROM log_payload ORDER BY seq DESC LIMIT 1").find("0.30000000000000004"),
              std::string::npos);
}

TEST_F(Triggers, recursiveTriggersChangeNothing)
{
    edit("PRAGMA recursive_triggers=ON; INSERT INTO camera (name) VALUES ('a'); UPDATE camera SET name = 'b'");

    EXPECT_EQ(ask("SELECT action FROM change_log WHERE kind = 'camera' ORDER BY seq"), "add\nchange");
    EXPECT_EQ(ask("SELECT row_version FROM camera"), "2");
}

TEST_F(Triggers, aRemovalLeavesATombstoneWithTheLastState)
{
    edit("INSERT INTO camera (name) VALUES ('Via')");
    edit("DELETE FROM camera");

    EXPECT_EQ(ask("SELECT kind, code, removed_by, json_extract(last_state, '$.name') FROM tombstone"),
              "camera|TC-0001|other program|Via");
    EXPECT_EQ(ask("SELECT action FROM change_log ORDER BY seq DESC LIMIT 1"), "remove");
}

TEST_F(Triggers, identityCannotBeChanged)
{
    edit("INSERT INTO camera (name) VALUES ('a')");

    EXPECT_NE(sqlite(m_folder.file(), "UPDATE camera SET camera_id = '00000000-0000-4000-8000-000000000000'"), "");
    EXPECT_EQ(sqlite(m_folder.file(), "UPDATE camera SET camera_id = camera_id, name = 'b'"), "");
}

TEST_F(Triggers, theLogCannotBeEditedInPassing)
{
    EXPECT_NE(sqlite(m_folder.file(), "DELETE FROM change_log"), "");
    EXPECT_NE(sqlite(m_folder.file(), "UPDATE change_log SET at = 'x'"), "");
    EXPECT_NE(sqlite(m_folder.file(), "UPDATE log_payload SET after = 'x'"), "");
    EXPECT_NE(sqlite(m_folder.file(), "UPDATE change_set SET actor = 'x'"), "");
    EXPECT_NE(sqlite(m_folder.file(), "DELETE FROM change_set"), "");
}

TEST_F(Triggers, valuesOfAnyTypeAreLoggedAsValidJson)
{
    edit("INSERT INTO camera (name, range_m, retention_hours, day_night, installed_on, notes) VALUES "
         "(char(1, 10, 34, 92), 9e999, 1.5, 'maybe', 2019, 'È ''x''')");

    EXPECT_EQ(ask("SELECT json_valid(after) FROM log_payload ORDER BY seq DESC LIMIT 1"), "1");
    EXPECT_EQ(ask("SELECT json_extract(after, '$.retention_hours'), json_extract(after, '$.day_night'), "
                  "json_extract(after, '$.range_m') FROM log_payload ORDER BY seq DESC LIMIT 1"),
              "1.5|maybe|Inf");
}

TEST(TriggerTexts, eachTableHasItsFour)
{
    for (const auto kind : {RecordKind::Camera, RecordKind::Site, RecordKind::System, RecordKind::Census}) {
        const auto triggers = logTriggers(kind);

        ASSERT_EQ(triggers.size(), 4U);
        for (const auto& trigger : triggers) {
            EXPECT_TRUE(trigger.sql.starts_with("CREATE TRIGGER " + trigger.name)) << trigger.sql.substr(0, 80);
        }
    }
    EXPECT_EQ(codePrefix(RecordKind::Camera), "TC");
    EXPECT_EQ(codePrefix(RecordKind::Census), "");
}

} // namespace
} // namespace observo::census
