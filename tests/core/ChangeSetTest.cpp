// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/core/ChangeSet.h"

#include "support/Builders.h"

#include <gtest/gtest.h>

namespace observo {
namespace {

using test::aCamera;
using test::aSite;
using test::aSystem;

TEST(ChangeSet, aRecordKnowsItsKindItsIdentityAndItsFields)
{
    const Camera camera = aCamera().named("Ponte Nord");
    const Record record = camera;

    EXPECT_EQ(kindOfRecord(record), RecordKind::Camera);
    EXPECT_EQ(kindOfRecord(aSite()), RecordKind::Site);
    EXPECT_EQ(kindOfRecord(aSystem()), RecordKind::System);
    EXPECT_EQ(kindOfRecord(Census{}), RecordKind::Census);
    EXPECT_EQ(uuidOf(record), camera.id.uuid);
    EXPECT_EQ(valueOf(record, *findField(RecordKind::Camera, "name")), FieldValue{std::string("Ponte Nord")});
}

TEST(ChangeSet, aChangeIsAnAdditionARemovalOrNeither)
{
    const Record camera = aCamera();
    const Change added{.before = {}, .after = camera};
    const Change removed{.before = camera, .after = {}};
    const Change changed{.before = camera, .after = camera};

    EXPECT_TRUE(added.isAdded() && !added.isRemoved());
    EXPECT_TRUE(removed.isRemoved() && !removed.isAdded());
    EXPECT_FALSE(changed.isAdded() || changed.isRemoved());
    EXPECT_EQ(removed.record(), camera);
    EXPECT_EQ(removed.uuid(), uuidOf(camera));
    EXPECT_EQ(removed.kind(), RecordKind::Camera);
}

TEST(ChangeSet, aChangeOfNothingBreaksTheContract)
{
    EXPECT_DEATH((void)Change{}.record(), "broken contract");
}

TEST(ChangeSet, theInverseSwapsAndReverses)
{
    const Record site = aSite();
    const Record camera = aCamera();
    const Record moved = aCamera().at(8, 45);
    const ChangeSet set{.label = "Move camera",
                        .reason = "surveyed",
                        .changes = {{.before = {}, .after = site}, {.before = camera, .after = moved}}};

    const ChangeSet inverse = inverseOf(set);

    EXPECT_EQ(inverse.label, "Undo: Move camera");
    EXPECT_EQ(inverse.reason, "surveyed");
    ASSERT_EQ(inverse.changes.size(), 2U);
    EXPECT_EQ(inverse.changes[0], (Change{.before = moved, .after = camera}));
    EXPECT_EQ(inverse.changes[1], (Change{.before = site, .after = {}}));
    EXPECT_EQ(inverseOf(inverse).changes, set.changes);
}

TEST(ChangeSet, aRebasedChangeKeepsWhatBothHaveChanged)
{
    const Camera shown = aCamera().named("Ponte").facing(10);
    Camera turned = shown;
    turned.direction = Degrees{90};
    turned.position = {7.7, 45.1};
    Camera stored = shown;
    stored.code = "TO-0001";
    stored.name = "Ponte Nord";
    stored.book.rowVersion = 4;

    const Change change = rebased({.before = shown, .after = turned}, stored);

    EXPECT_EQ(change.before, Record(stored));
    Camera both = stored;
    both.direction = Degrees{90};
    both.position = {7.7, 45.1};
    EXPECT_EQ(change.after, Record(both));
}

TEST(ChangeSet, rebasingOntoAnotherRecordIsABrokenContract)
{
    const Change change{.before = aCamera(), .after = aCamera()};
    EXPECT_DEATH((void)rebased(change, Record(aCamera().identified(CameraId::make()))), "broken contract");
}

TEST(ChangeSet, aSetWithoutChangesIsEmpty)
{
    EXPECT_TRUE(ChangeSet{}.isEmpty());
    EXPECT_TRUE(inverseOf(ChangeSet{}).isEmpty());
}

} // namespace
} // namespace observo
