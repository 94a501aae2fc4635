// SPDX-License-Identifier: GPL-3.0-or-later
#include "rows/Rows.h"

#include "sqlite/Connection.h"
#include "support/Builders.h"
#include "support/census/CensusFolder.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace observo::census {
namespace {

using namespace test;

class RowsOfACensus : public testing::Test {
protected:
    RowsOfACensus()
    {
        static_cast<void>(m_folder.create());
        m_connection = std::move(*Connection::open(m_folder.file(), Connection::Access::Write));
        EXPECT_TRUE(m_connection->trustSchema());
        m_rows = std::make_unique<Rows>(*m_connection);
    }
    Done insert(const Record& record)
    {
        const auto kind = kindOfRecord(record);
        return m_rows->insert(kind, schemaTable(kind).valuesOf(record));
    }

    CensusFolder m_folder;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<Rows> m_rows;
};

TEST_F(RowsOfACensus, aRowIsFoundByIdentityAndByCode)
{
    const Camera camera = randomCamera(1);
    ASSERT_TRUE(insert(camera));

    EXPECT_EQ(m_rows->find(RecordKind::Camera, camera.id.uuid)->value(), Record(camera));
    EXPECT_EQ(m_rows->withCode(RecordKind::Camera, camera.bodyIstat, camera.code)->value(), Record(camera));
    EXPECT_EQ(m_rows->withCode(RecordKind::Camera, "", camera.code)->value(), Record(camera));
    EXPECT_FALSE(m_rows->withCode(RecordKind::Camera, "999999", camera.code)->has_value());
    EXPECT_TRUE(*m_rows->isLiving(RecordKind::Camera, camera.id.uuid));
    EXPECT_TRUE(*m_rows->isCodeTaken(RecordKind::Camera, camera.code));
    EXPECT_FALSE(*m_rows->isCodeTaken(RecordKind::Camera, "nobody"));
    EXPECT_FALSE(*m_rows->isLiving(RecordKind::Camera, Uuid::random()));
    EXPECT_EQ(std::get<System>(m_rows->first(RecordKind::System, "001272")->value()).code, "I-0001");
}

TEST_F(RowsOfACensus, columnsInAnyOrderComeToTheirPlace)
{
    const Camera camera = randomCamera(2);
    auto values = schemaTable(RecordKind::Camera).valuesOf(camera);
    std::ranges::reverse(values);

    ASSERT_TRUE(m_rows->insert(RecordKind::Camera, values));

    EXPECT_EQ(m_rows->find(RecordKind::Camera, camera.id.uuid)->value(), Record(camera));
}

TEST_F(RowsOfACensus, onlyWhatIsGivenIsUpdated)
{
    const Camera camera = randomCamera(3);
    ASSERT_TRUE(insert(camera));
    Camera renamed = camera;
    renamed.name = "Nuovo nome";
    renamed.book.rowVersion += 1;

    ASSERT_TRUE(m_rows->update(RecordKind::Camera, camera.id.uuid,
                               schemaTable(RecordKind::Camera).difference(camera, renamed)));

    EXPECT_EQ(m_rows->find(RecordKind::Camera, camera.id.uuid)->value(), Record(renamed));
}

TEST_F(RowsOfACensus, aRowThatIsNotThereIsNotFound)
{
    const auto uuid = Uuid::random();

    EXPECT_EQ(m_rows->update(RecordKind::Site, uuid, {{1, std::string("x")}}).error().code, ErrorCode::NotFound);
    EXPECT_EQ(m_rows->remove(RecordKind::Site, uuid).error().code, ErrorCode::NotFound);
    EXPECT_FALSE(m_rows->hashOf(RecordKind::Site, uuid)->has_value());
}

TEST_F(RowsOfACensus, theHashFollowsTheContent)
{
    const Camera camera = randomCamera(4);
    ASSERT_TRUE(insert(camera));
    const auto before = m_rows->hashOf(RecordKind::Camera, camera.id.uuid);
    ASSERT_TRUE(before && *before);
    EXPECT_EQ(**before,
              RowHasher(schemaTable(RecordKind::Camera)).hashOf(schemaTable(RecordKind::Camera).valuesOf(camera)));

    ASSERT_TRUE(m_connection->execute("UPDATE camera SET notes = notes || ' '", "editing"));

    EXPECT_NE(m_rows->hashOf(RecordKind::Camera, camera.id.uuid), before);
    ASSERT_TRUE(m_rows->remove(RecordKind::Camera, camera.id.uuid));
    EXPECT_FALSE(m_rows->find(RecordKind::Camera, camera.id.uuid)->has_value());
}

TEST_F(RowsOfACensus, manyFormsOfUpdatesDoNotFillMemoryWithStatements)
{
    const Camera camera = randomCamera(5);
    ASSERT_TRUE(insert(camera));
    const auto& table = schemaTable(RecordKind::Camera);
    const auto name = *table.columnNamed("name");
    for (std::size_t column = 0; column < table.columns().size(); ++column) {
        for (std::size_t other = 0; other < 3; ++other) {
            if (column != name && table.columns()[column] != "camera_id") {
                const ColumnValues values = {{name, std::string("x")}, {column, table.valueOf(camera, column)}};
                ASSERT_TRUE(m_rows->update(RecordKind::Camera, camera.id.uuid, values));
            }
        }
    }
    EXPECT_EQ(std::get<Camera>(**m_rows->find(RecordKind::Camera, camera.id.uuid)).name, "x");
}

} // namespace
} // namespace observo::census
