// SPDX-License-Identifier: GPL-3.0-or-later
#include "merging/FieldMerge.h"

#include "support/Builders.h"

#include <gtest/gtest.h>

#include <string>

namespace observo::exchange {
namespace {

using test::aCamera;

Camera edited(Camera camera, std::string updatedAt)
{
    camera.book.updatedAt = std::move(updatedAt);
    return camera;
}

class FieldMerge : public testing::Test {
protected:
    FieldMerge() { base.name = "Ponte"; }

    Camera merge(const Camera& mine, const Camera& theirs, MergePolicy policy, bool hasBase = true)
    {
        const Record left = mine;
        const Record right = theirs;
        const std::optional<Record> root = hasBase ? std::optional<Record>(base) : std::nullopt;
        const MergedRecord merged = mergedRecord({left, right, root}, policy);
        conflicts = merged.conflicts;
        return std::get<Camera>(merged.record);
    }

    Camera base = aCamera().at(7.68, 45.07);
    std::vector<std::string> conflicts;
};

TEST_F(FieldMerge, eachSidesChangeIsTaken)
{
    Camera mine = base;
    mine.name = "Ponte Nord";
    Camera theirs = base;
    theirs.brand = "Axis";
    const Camera merged = merge(mine, theirs, MergePolicy::Mine);
    EXPECT_EQ(merged.name, "Ponte Nord");
    EXPECT_EQ(merged.brand, "Axis");
    EXPECT_TRUE(conflicts.empty());
}

TEST_F(FieldMerge, aChangeOnBothSidesIsAConflictUnlessItIsTheSame)
{
    Camera mine = edited(base, "2026-01-01T00:00:00Z");
    Camera theirs = edited(base, "2026-01-02T00:00:00Z");
    mine.name = "a";
    theirs.name = "b";
    EXPECT_EQ(merge(mine, theirs, MergePolicy::Newest).name, "b");
    EXPECT_EQ(merge(theirs, mine, MergePolicy::Newest).name, "b");
    EXPECT_EQ(merge(mine, theirs, MergePolicy::Mine).name, "a");
    EXPECT_EQ(merge(mine, theirs, MergePolicy::Theirs).name, "b");
    EXPECT_EQ(conflicts, std::vector<std::string>{"name"});
    mine.name = "b";
    (void)merge(mine, theirs, MergePolicy::Newest);
    EXPECT_TRUE(conflicts.empty());
}

TEST_F(FieldMerge, clearingAFieldIsAChangeToo)
{
    Camera theirs = base;
    theirs.name.clear();
    EXPECT_EQ(merge(base, theirs, MergePolicy::Mine).name, "");
}

TEST_F(FieldMerge, withoutABaseNothingFilledIsLost)
{
    Camera mine = edited(base, "2026-01-02T00:00:00Z");
    mine.brand.clear();
    mine.type = "unknown";
    Camera theirs = edited(base, "2026-01-01T00:00:00Z");
    theirs.brand = "Axis";
    theirs.type = "ptz";
    theirs.name = "Altro";
    const Camera merged = merge(mine, theirs, MergePolicy::Newest, false);
    EXPECT_EQ(merged.brand, "Axis");
    EXPECT_EQ(merged.type, "ptz");
    EXPECT_EQ(merged.name, "Ponte");
    EXPECT_EQ(merge(theirs, mine, MergePolicy::Newest, false).name, "Ponte");
}

TEST_F(FieldMerge, aPositionGoesWithHowItWasFound)
{
    Camera theirs = base;
    theirs.position = {7.69, 45.08};
    theirs.positionMethod = "survey";
    theirs.positionAccuracy = Metres{0.1};
    const Camera merged = merge(base, theirs, MergePolicy::Mine);
    EXPECT_EQ(merged.position, theirs.position);
    EXPECT_EQ(merged.positionMethod, "survey");
    EXPECT_EQ(merged.positionAccuracy, Metres{0.1});
}

TEST_F(FieldMerge, identityBodyAndBookkeepingAreMine)
{
    Camera theirs = base;
    theirs.bodyIstat = "999999";
    theirs.book.rowVersion = 9;
    EXPECT_EQ(merge(base, theirs, MergePolicy::Theirs), base);
}

TEST_F(FieldMerge, aCodeThatIsTakenIsLeft)
{
    Camera theirs = base;
    theirs.code = "X-1";
    const Record mine = base;
    const Record other = theirs;
    const std::optional<Record> root = base;
    EXPECT_EQ(codeOf(mergedRecord({mine, other, root, true}, MergePolicy::Theirs).record), base.code);
    EXPECT_EQ(codeOf(mergedRecord({mine, other, root, false}, MergePolicy::Theirs).record), "X-1");
}

TEST_F(FieldMerge, aTieIsDecidedTheSameWayFromBothSides)
{
    Camera other = base;
    other.name = "Zeta";
    EXPECT_NE(isNewer(base, other), isNewer(other, base));
    other.lastVerifiedOn = "2026-02-01";
    EXPECT_TRUE(isNewer(other, base));
}

} // namespace
} // namespace observo::exchange
