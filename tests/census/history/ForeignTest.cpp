// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/Foreign.h"

#include "sqlite/Connection.h"
#include "support/Builders.h"
#include "support/census/CensusFolder.h"
#include "support/census/SecondOpinion.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace observo::census {
namespace {

using namespace test;

/// A census with one camera, edited by another program from here on.
class Foreign : public testing::Test {
protected:
    Foreign()
    {
        const auto session = m_folder.create();
        m_camera = addCamera(*session, aCamera().named("Ponte Nord").at(7.68, 45.07));
        m_from = logOf(session->reader()).back().sequence;
    }

    void edit(const std::string& sql) const { runSql(m_folder.file(), sql); }
    std::string isIt() const { return " WHERE camera_id = '" + m_camera.id.text() + "'"; }

    Result<std::optional<ChangeSet>> changes(std::size_t limit = 1000) const
    {
        const auto connection = Connection::open(m_folder.file(), Connection::Access::Read);
        EXPECT_TRUE(connection) << messageOf(connection);
        return changesAfter(**connection, m_from, limit);
    }
    std::vector<Change> all() const
    {
        const auto found = changes();
        EXPECT_TRUE(found && *found) << messageOf(found);
        return found && *found ? (*found)->changes : std::vector<Change>{};
    }

    CensusFolder m_folder;
    Camera m_camera;
    std::int64_t m_from = 0;
};

TEST_F(Foreign, nothingDoneIsNoChange)
{
    EXPECT_TRUE(all().empty());
}

TEST_F(Foreign, anEditGivesTheRecordBeforeAndNow)
{
    edit("UPDATE camera SET name = 'QGIS', range_m = 12.5, "
         "geom = x'47500001E6100000010100000000000000000020400000000000804640'" +
         isIt());

    const auto found = all();

    ASSERT_EQ(found.size(), 1U);
    ASSERT_TRUE(found[0].before && found[0].after);
    const auto before = std::get<Camera>(*found[0].before);
    EXPECT_EQ(before, m_camera) << firstDifference(before, m_camera);
    const auto& after = std::get<Camera>(*found[0].after);
    EXPECT_EQ(after.name, "QGIS");
    EXPECT_EQ(after.position, (LonLat{8.0, 45.0}));
    EXPECT_EQ(after.book.updatedBy, "other program");
    EXPECT_EQ(after.book.rowVersion, m_camera.book.rowVersion + 1);
}

TEST_F(Foreign, manyEditsOfOneRecordAreOneChange)
{
    edit("UPDATE camera SET name = 'once'" + isIt());
    edit("UPDATE camera SET notes = 'twice'" + isIt());
    edit("UPDATE camera SET name = 'thrice'" + isIt());

    const auto found = all();

    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(std::get<Camera>(*found[0].before), m_camera);
    EXPECT_EQ(std::get<Camera>(*found[0].after).name, "thrice");
    EXPECT_EQ(std::get<Camera>(*found[0].after).notes, "twice");
}

TEST_F(Foreign, aRemovalGivesTheRecordAsItWas)
{
    edit("UPDATE camera SET name = 'before the end'" + isIt());
    edit("DELETE FROM camera" + isIt());

    const auto found = all();

    ASSERT_EQ(found.size(), 1U);
    EXPECT_TRUE(found[0].isRemoved());
    EXPECT_EQ(std::get<Camera>(*found[0].before), m_camera);
}

TEST_F(Foreign, whatCameAndWentIsNoChange)
{
    edit("INSERT INTO camera (name) VALUES ('brief')");
    edit("DELETE FROM camera WHERE name = 'brief'");

    EXPECT_TRUE(all().empty());
}

TEST_F(Foreign, whatWasRemovedAndPutBackIsAChange)
{
    edit("CREATE TABLE aside AS SELECT * FROM camera; DELETE FROM camera; UPDATE aside SET name = 'back'; "
         "INSERT INTO camera SELECT * FROM aside; DROP TABLE aside");

    const auto found = all();

    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(std::get<Camera>(*found[0].before).name, "Ponte Nord");
    EXPECT_EQ(std::get<Camera>(*found[0].after).name, "back");
    EXPECT_EQ(std::get<Camera>(*found[0].after).position, m_camera.position);
}

TEST_F(Foreign, recordsOfEveryKindAreThere)
{
    edit("INSERT INTO camera (name) VALUES ('new'); UPDATE site SET site_name = 'x'; UPDATE system SET "
         "system_name = 'y'; UPDATE census SET lineage = 'z'");

    const auto found = all();

    ASSERT_EQ(found.size(), 4U);
    const auto hasKind = [&](RecordKind kind) {
        return std::ranges::count_if(found, [&](const Change& change) { return change.kind() == kind; }) == 1;
    };
    EXPECT_TRUE(hasKind(RecordKind::Camera));
    EXPECT_TRUE(hasKind(RecordKind::Site));
    EXPECT_TRUE(hasKind(RecordKind::System));
    EXPECT_TRUE(hasKind(RecordKind::Census));
}

TEST_F(Foreign, moreThanTheLimitIsLeftToReadingAnew)
{
    edit("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10) "
         "INSERT INTO camera (name) SELECT i FROM n");

    const auto enough = changes(10);
    const auto tooMany = changes(9);

    ASSERT_TRUE(enough && *enough);
    EXPECT_EQ((*enough)->changes.size(), 10U);
    ASSERT_TRUE(tooMany) << messageOf(tooMany);
    EXPECT_FALSE(*tooMany);
}

TEST_F(Foreign, anErasedImageIsLeftToReadingAnew)
{
    edit("UPDATE camera SET name = 'QGIS'" + isIt());
    edit("DELETE FROM log_payload WHERE seq = (SELECT max(seq) FROM log_payload)");

    const auto found = changes();

    ASSERT_TRUE(found) << messageOf(found);
    EXPECT_FALSE(*found);
}

} // namespace
} // namespace observo::census
