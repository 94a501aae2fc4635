// SPDX-License-Identifier: GPL-3.0-or-later
#include "rows/ChangeWriter.h"

#include "support/Builders.h"
#include "support/census/CensusFolder.h"

#include "observo/core/Edits.h"

#include <gtest/gtest.h>

#include <cmath>

namespace observo::census {
namespace {

using namespace test;

class ChangeWriting : public testing::Test {
protected:
    ChangeWriting() : m_session(m_folder.create()) {}

    Error refusal(ChangeSet changes)
    {
        const auto before = contentOf(m_session->reader());
        const auto entries = logOf(m_session->reader()).size();
        const auto inventory = m_session->inventory();
        const auto committed = m_session->perform(std::move(changes));
        EXPECT_FALSE(committed);
        EXPECT_EQ(contentOf(m_session->reader()), before) << "a refused set leaves nothing behind";
        EXPECT_EQ(logOf(m_session->reader()).size(), entries);
        EXPECT_EQ(m_session->inventory(), inventory);
        return committed ? Error{} : committed.error();
    }
    Error refusal(const Record& before, const Record& after)
    {
        return refusal({.label = "Edit", .reason = {}, .changes = {{before, after}}});
    }

    CensusFolder m_folder;
    std::unique_ptr<Session> m_session;
};

TEST_F(ChangeWriting, onlyChangedFieldsAreWrittenAndTheVersionCounts)
{
    const auto camera = addCamera(*m_session, randomCamera(1));
    auto changed = camera;
    changed.brand = "Altra";
    changed.range.reset();

    const auto committed = m_session->perform(editRecord(camera, changed));

    ASSERT_TRUE(committed) << messageOf(committed);
    const auto read = stored(*m_session, camera.id);
    EXPECT_EQ(read.book.rowVersion, camera.book.rowVersion + 1);
    EXPECT_EQ(read.book.createdAt, camera.book.createdAt);
    changed.book = read.book;
    EXPECT_EQ(read, changed);
    EXPECT_EQ(std::get<Camera>(*committed->changes.changes.front().after), read);
    EXPECT_EQ(std::get<Camera>(*committed->changes.changes.front().before), camera);
}

TEST_F(ChangeWriting, anEditThatChangesNothingWritesNothing)
{
    const auto camera = addCamera(*m_session, randomCamera(1));
    const auto entries = logOf(m_session->reader()).size();

    const auto committed = m_session->perform(editRecord(camera, camera));

    ASSERT_TRUE(committed) << messageOf(committed);
    EXPECT_EQ(committed->setId, 0);
    EXPECT_TRUE(committed->changes.isEmpty());
    EXPECT_EQ(logOf(m_session->reader()).size(), entries);
    EXPECT_EQ(m_session->undoLabel(), "Place camera");
}

TEST_F(ChangeWriting, anEditOfAnOldVersionIsRefusedWithWhoAndWhen)
{
    const auto old = addCamera(*m_session, randomCamera(1));
    ASSERT_TRUE(m_session->perform(renameCamera(old, "Nuovo")));

    const auto error = refusal(renameCamera(old, "Altro"));

    EXPECT_EQ(error.code, ErrorCode::RuleBroken);
    EXPECT_NE(error.what.find(old.code), std::string::npos) << error.what;
    EXPECT_NE(error.what.find("changed by anna at 2"), std::string::npos) << error.what;
}

TEST_F(ChangeWriting, anEditOfARemovedRecordIsRefusedWithWhoAndWhen)
{
    const auto camera = addCamera(*m_session, randomCamera(1));
    ASSERT_TRUE(m_session->perform(removeCamera(camera, "doppia")));

    const auto error = refusal(renameCamera(camera, "Altro"));

    EXPECT_EQ(error.code, ErrorCode::RuleBroken);
    EXPECT_NE(error.what.find("removed by anna at 2"), std::string::npos) << error.what;
}

TEST_F(ChangeWriting, aBeforeThatNeverWasIsRefused)
{
    const auto camera = addCamera(*m_session, randomCamera(1));
    auto invented = camera;
    invented.notes = "never stored";
    auto after = invented;
    after.name = "x";

    EXPECT_EQ(refusal(invented, after).code, ErrorCode::RuleBroken);
}

TEST_F(ChangeWriting, aLivingRecordCannotBeAddedAgain)
{
    const auto camera = addCamera(*m_session, randomCamera(1));

    EXPECT_EQ(refusal({.label = "Add", .reason = {}, .changes = {{std::nullopt, camera}}}).code, ErrorCode::RuleBroken);
}

TEST_F(ChangeWriting, aRecordCannotBecomeAnother)
{
    const auto camera = addCamera(*m_session, randomCamera(1));
    auto other = camera;
    other.id = CameraId::make();

    EXPECT_EQ(refusal(camera, other).code, ErrorCode::InvalidArgument);
    EXPECT_EQ(refusal(camera, Record(Site())).code, ErrorCode::InvalidArgument);
}

TEST_F(ChangeWriting, aSetIsWrittenWholeOrNotAtAll)
{
    const auto camera = addCamera(*m_session, randomCamera(1));
    auto bad = randomCamera(3);
    bad.mountHeight = Metres{1000};

    const auto error =
        refusal({.label = "Two", .reason = {}, .changes = {{std::nullopt, randomCamera(2)}, {std::nullopt, bad}}});

    EXPECT_EQ(error.code, ErrorCode::InvalidArgument);
    EXPECT_EQ(error.field, "mount_height_m");
    EXPECT_EQ(stored(*m_session, camera.id), camera);
}

TEST_F(ChangeWriting, theSameRecordMayChangeTwiceInOneSet)
{
    Camera camera = aCamera();
    camera.code.clear();
    auto renamed = camera;
    renamed.name = "Due";

    const auto committed =
        m_session->perform({.label = "Place", .reason = {}, .changes = {{std::nullopt, camera}, {camera, renamed}}});

    ASSERT_TRUE(committed) << messageOf(committed);
    const auto read = stored(*m_session, camera.id);
    EXPECT_EQ(read.name, "Due");
    EXPECT_EQ(read.code, "TC-0001");
    EXPECT_EQ(read.book.rowVersion, 2);
    ASSERT_TRUE(m_session->undo());
    EXPECT_EQ(m_session->reader().camera(camera.id).error().code, ErrorCode::NotFound);
    EXPECT_TRUE(verifyLog(m_session->reader(), Progress())->intact);
}

TEST_F(ChangeWriting, aRemovedCameraLeavesATombstoneAndItsSite)
{
    const auto camera = addCamera(*m_session, randomCamera(1));

    ASSERT_TRUE(m_session->perform(removeCamera(camera, "Palo abbattuto")));

    EXPECT_EQ(query(m_folder.file(), "SELECT uuid, kind, code, removed_by, reason FROM tombstone"),
              camera.id.text() + "|camera|" + camera.code + "|anna|Palo abbattuto");
    EXPECT_TRUE(m_session->reader().siteWithCode(camera.bodyIstat, camera.siteCode)->has_value());
    ASSERT_TRUE(m_session->undo());
    EXPECT_EQ(query(m_folder.file(), "SELECT count(*) FROM tombstone"), "0");
    EXPECT_EQ(stored(*m_session, camera.id).book.createdAt, camera.book.createdAt);
    EXPECT_EQ(stored(*m_session, camera.id).book.rowVersion, camera.book.rowVersion + 1);
}

TEST_F(ChangeWriting, whatIsInUseCannotBeRemoved)
{
    const auto camera = addCamera(*m_session, aCamera());
    const auto site = m_session->reader().siteWithCode(camera.bodyIstat, camera.siteCode)->value();
    const auto system = m_session->reader().systemWithCode(camera.bodyIstat, camera.systemCode)->value();

    for (const Record& record : {Record(site), Record(system), Record(m_session->census())}) {
        EXPECT_EQ(refusal({.label = "Remove", .reason = {}, .changes = {{record, std::nullopt}}}).code,
                  ErrorCode::RuleBroken);
    }
    ASSERT_TRUE(m_session->perform(
        {.label = "Remove", .reason = "x", .changes = {{Record(camera), std::nullopt}, {Record(site), std::nullopt}}}));
    ASSERT_TRUE(m_session->undo());
    EXPECT_EQ(m_session->reader().facts()->sites, 1U);
}

struct BadValue {
    const char* field;
    FieldValue value;
};

class StructureTable : public testing::TestWithParam<BadValue> {};

TEST_P(StructureTable, isRefusedAndNamed)
{
    Camera camera = randomCamera(1);
    const auto* field = findField(RecordKind::Camera, GetParam().field);
    ASSERT_NE(field, nullptr);
    setValue(camera, *field, GetParam().value);

    const auto checked = checkStructure(camera, schemaTable(RecordKind::Camera).valuesOf(camera));

    ASSERT_FALSE(checked);
    EXPECT_EQ(checked.error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(checked.error().field, GetParam().field);
}

INSTANTIATE_TEST_SUITE_P(ChangeWriter, StructureTable,
                         testing::Values(BadValue{"direction_deg", FieldValue{360.0}},
                                         BadValue{"direction_deg", FieldValue{std::nan("")}},
                                         BadValue{"range_m", FieldValue{HUGE_VAL}},
                                         BadValue{"retention_hours", FieldValue{std::int64_t{-1}}},
                                         BadValue{"name", FieldValue{std::string("a\0b", 3)}},
                                         BadValue{"notes", FieldValue{std::string("\xC3")}},
                                         BadValue{"notes", FieldValue{std::string("\xED\xA0\x80")}},
                                         BadValue{"notes", FieldValue{std::string("\xC0\xAF")}}));

TEST(Structure, oddCodesAndDatesPassBecauseTheyAreKeptVerbatim)
{
    Camera camera = randomCamera(1);
    camera.status = "exploded";
    camera.installedOn = "spring 2019";
    camera.notes = "È 📷 \t\n";

    EXPECT_TRUE(checkStructure(camera, schemaTable(RecordKind::Camera).valuesOf(camera)));
    camera.position = {181, 45};
    EXPECT_FALSE(checkStructure(camera, schemaTable(RecordKind::Camera).valuesOf(camera)));
    EXPECT_TRUE(checkStructure(camera, {})) << "what an edit does not touch does not stop it";
}

} // namespace
} // namespace observo::census
