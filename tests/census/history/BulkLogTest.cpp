// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/BulkLog.h"

#include "Store.h"
#include "schema/Schema.h"
#include "sqlite/Connection.h"
#include "support/Builders.h"
#include "support/census/CensusFolder.h"

#include "observo/core/Edits.h"

#include <gtest/gtest.h>

#include <functional>

namespace observo::census {
namespace {

using namespace test;

const SetInfo kInfo{.at = "2026-11-22T10:42:07.123Z",
                    .actor = "bruno",
                    .host = "town-hall",
                    .program = "observo",
                    .label = "Import",
                    .reason = "yearly"};

/// Two censuses that are the same byte for byte: one is written with a bulk log, the other as ever.
class Bulk : public testing::Test {
protected:
    Bulk()
    {
        const auto session = m_folder.create();
        m_camera = addCamera(*session, randomCamera(7));
        m_changed = m_camera;
        m_changed.name = "Ponte \"Est\", àèì";
        m_changed.range = Metres{0.1 + 0.2};
        m_changed.position = {8.1, 45.3};
        m_changed.brand.clear();
        // As every edit of ours does, so that the triggers have nothing to complete.
        m_changed.book.rowVersion += 1;
        m_changed.book.updatedAt = kInfo.at;
        m_changed.book.updatedBy = kInfo.actor;
    }

    const RecordTable& table() const { return schemaTable(RecordKind::Camera); }

    /// Runs `work` in one transaction that has a bulk log; the set's number.
    std::int64_t write(const std::function<void(Store&, BulkLog&)>& work) const
    {
        auto store = Store::open(m_folder.file());
        EXPECT_TRUE(store) << messageOf(store);
        auto transaction = Transaction::begin((*store)->connection());
        EXPECT_TRUE(transaction) << messageOf(transaction);
        auto log = BulkLog::begin((*store)->connection(), (*store)->rows(), kInfo);
        EXPECT_TRUE(log) << messageOf(log);
        work(**store, **log);
        const auto set = (*log)->finish();
        EXPECT_TRUE(set) << messageOf(set);
        EXPECT_TRUE(transaction->commit());
        return set.value_or(-1);
    }

    void expectIntact() const
    {
        const auto verdict = verifyLog(*m_folder.reader(), Progress());
        ASSERT_TRUE(verdict) << messageOf(verdict);
        EXPECT_TRUE(verdict->intact) << verdict->findings.front();
    }

    CensusFolder m_folder;
    Camera m_camera;
    Camera m_changed;
};

TEST_F(Bulk, addedRecordsAreSealedEntriesOfOneSetWithoutImages)
{
    const auto cameras = {Camera(aCamera().coded("A")), Camera(aCamera().coded("B"))};

    const auto set = write([&](Store& store, BulkLog& log) {
        for (const auto& camera : cameras) {
            const auto values = table().valuesOf(camera);
            ASSERT_TRUE(store.rows().insert(RecordKind::Camera, values));
            ASSERT_TRUE(log.added(RecordKind::Camera, camera.id.uuid, values));
        }
    });

    const auto log = logOf(*m_folder.reader());
    ASSERT_GE(log.size(), 2U);
    const auto& last = log.back();
    EXPECT_EQ(last.setId, set);
    EXPECT_EQ(log[log.size() - 2].setId, set);
    EXPECT_EQ(last.action, "add");
    EXPECT_EQ(last.kind, "camera");
    EXPECT_EQ(last.record, std::data(cameras)[1].id.text());
    EXPECT_EQ(last.actor, "bruno");
    EXPECT_EQ(last.label, "Import");
    EXPECT_EQ(last.reason, "yearly");
    EXPECT_EQ(last.at, kInfo.at);
    EXPECT_EQ(last.after, "");
    EXPECT_EQ(query(m_folder.file(), "SELECT edits, last_seq - first_seq + 1 FROM change_set ORDER BY id DESC LIMIT 1"),
              "2|2");
    expectIntact();
}

TEST_F(Bulk, changesAndRemovalsLeaveWhatTheTriggersWouldLeave)
{
    const auto oneByOne = m_folder.path("triggers.gpkg");
    std::filesystem::copy_file(m_folder.file(), oneByOne);
    const auto was = table().valuesOf(m_camera);
    const auto now = table().valuesOf(m_changed);
    const auto difference = table().difference(m_camera, m_changed);
    {
        auto store = Store::open(oneByOne);
        ASSERT_TRUE(store) << messageOf(store);
        ASSERT_TRUE((*store)->rows().update(RecordKind::Camera, m_camera.id.uuid, difference));
        ASSERT_TRUE((*store)->rows().remove(RecordKind::Camera, m_camera.id.uuid));
    }

    write([&](Store& store, BulkLog& log) {
        ASSERT_TRUE(store.rows().update(RecordKind::Camera, m_camera.id.uuid, difference));
        ASSERT_TRUE(log.changed(RecordKind::Camera, m_camera.id.uuid, was, now));
        ASSERT_TRUE(store.rows().remove(RecordKind::Camera, m_camera.id.uuid));
        ASSERT_TRUE(log.removed(RecordKind::Camera, m_camera.id.uuid, now));
    });

    const std::string images = "SELECT action, kind, record, (SELECT json_group_array(key || '=' || coalesce(atom, "
                               "'')) FROM (SELECT * FROM json_each(before) ORDER BY key)), (SELECT "
                               "json_group_array(key || '=' || coalesce(atom, '')) FROM (SELECT * FROM "
                               "json_each(after) ORDER BY key)) FROM change_log JOIN log_payload USING (seq) "
                               "WHERE record = '" +
                               m_camera.id.text() + "' AND action = 'change' ORDER BY seq DESC LIMIT 1";
    const std::string stone = "SELECT uuid, kind, body_istat, code FROM tombstone";
    EXPECT_EQ(query(m_folder.file(), images), query(oneByOne, images));
    EXPECT_EQ(query(m_folder.file(), stone), query(oneByOne, stone));
    EXPECT_EQ(query(m_folder.file(), "SELECT removed_at, removed_by FROM tombstone"), "2026-11-22T10:42:07.123Z|bruno");
    EXPECT_EQ(query(m_folder.file(), "SELECT count(*) FROM row_seal WHERE uuid = '" + m_camera.id.text() + "'"), "0");
    expectIntact();
}

TEST_F(Bulk, theTriggersWorkAgainAfterwards)
{
    write([&](Store& store, BulkLog& log) {
        const Camera camera = aCamera().coded("A");
        const auto values = table().valuesOf(camera);
        ASSERT_TRUE(store.rows().insert(RecordKind::Camera, values));
        ASSERT_TRUE(log.added(RecordKind::Camera, camera.id.uuid, values));
    });
    const auto entries = logOf(*m_folder.reader()).size();

    ASSERT_EQ(sqlite(m_folder.file(), "UPDATE site SET site_name = 'x'"), "");

    EXPECT_GT(logOf(*m_folder.reader()).size(), entries);
    expectIntact();
}

TEST_F(Bulk, whatTheFileStoresOtherwiseIsSealedAsStored)
{
    std::vector<Camera> cameras(5, aCamera());
    const char* const kDays[] = {"2019", "20190517", "19", "1e3", "2019-05-17"};
    for (std::size_t i = 0; i < cameras.size(); ++i) {
        cameras[i].id = CameraId::make();
        cameras[i].code = "C-" + std::to_string(i);
        cameras[i].installedOn = kDays[i];
        cameras[i].roll = Degrees{-0.0};
        cameras[i].position = {-0.0, 0.0};
    }

    write([&](Store& store, BulkLog& log) {
        for (const auto& camera : cameras) {
            const auto values = table().valuesOf(camera);
            ASSERT_TRUE(store.rows().insert(RecordKind::Camera, values));
            ASSERT_TRUE(log.added(RecordKind::Camera, camera.id.uuid, values));
        }
    });

    expectIntact();
}

TEST_F(Bulk, anEmptyOneIsNoSet)
{
    const auto sets = query(m_folder.file(), "SELECT count(*) FROM change_set");

    EXPECT_EQ(write([](Store&, BulkLog&) {}), 0);

    EXPECT_EQ(query(m_folder.file(), "SELECT count(*) FROM change_set"), sets);
    expectIntact();
}

TEST_F(Bulk, rolledBackItWasNeverThere)
{
    const auto schema = query(m_folder.file(), "SELECT sql FROM sqlite_schema ORDER BY name");
    const auto entries = logOf(*m_folder.reader()).size();
    {
        auto store = Store::open(m_folder.file());
        ASSERT_TRUE(store) << messageOf(store);
        auto transaction = Transaction::begin((*store)->connection());
        auto log = BulkLog::begin((*store)->connection(), (*store)->rows(), kInfo);
        ASSERT_TRUE(log) << messageOf(log);
        const Camera camera = aCamera();
        const auto values = table().valuesOf(camera);
        ASSERT_TRUE((*store)->rows().insert(RecordKind::Camera, values));
        ASSERT_TRUE((*log)->added(RecordKind::Camera, camera.id.uuid, values));
        log->reset();
        transaction->rollBack();
    }

    EXPECT_EQ(query(m_folder.file(), "SELECT sql FROM sqlite_schema ORDER BY name"), schema);
    EXPECT_EQ(logOf(*m_folder.reader()).size(), entries);
    expectIntact();
}

} // namespace
} // namespace observo::census
