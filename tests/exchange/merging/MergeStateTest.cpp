// SPDX-License-Identifier: GPL-3.0-or-later
#include "merging/MergeState.h"

#include "support/Builders.h"
#include "support/exchange/CensusToExport.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace observo::exchange {
namespace {

class MergeStates : public testing::Test {
protected:
    MergeStates() { camera.book.updatedAt = "2026-01-02T00:00:00Z"; }

    bool stays(std::string removedAt, MergePolicy policy, bool isMineLiving)
    {
        state.policy = policy;
        const auto removal =
            state.removalOf({.uuid = camera.id.uuid, .removedAt = std::move(removedAt)}, camera, isMineLiving);
        EXPECT_TRUE(removal);
        return removal && removal->stays;
    }

    Camera camera = test::aCamera().onSite("PST-1").inSystem("IMP-1").ofBody("001272");
    Receipt receipt;
    MergeState state{.receipt = receipt};
};

TEST_F(MergeStates, aRemovalAgainstAChangeGoesByThePolicy)
{
    for (const bool isMineLiving : {true, false}) {
        EXPECT_TRUE(stays("2026-01-03T00:00:00Z", MergePolicy::Newest, isMineLiving));
        EXPECT_FALSE(stays("2026-01-01T00:00:00Z", MergePolicy::Newest, isMineLiving));
        EXPECT_EQ(stays("2026-01-03T00:00:00Z", MergePolicy::Mine, isMineLiving), !isMineLiving);
        EXPECT_EQ(stays("2026-01-03T00:00:00Z", MergePolicy::Theirs, isMineLiving), isMineLiving);
    }
}

TEST_F(MergeStates, referencesFollowTheCodesOfTheirSide)
{
    state.sites.theirsRenamed[{"001272", "PST-1"}] = "PST-1-2";
    state.systems.mineRenamed[{"001272", "IMP-1"}] = "IMP-9";
    Record theirs = camera;
    state.renameReferences(theirs, false);
    EXPECT_EQ(std::get<Camera>(theirs).siteCode, "PST-1-2");
    EXPECT_EQ(std::get<Camera>(theirs).systemCode, "IMP-1");
    Record mine = camera;
    state.renameReferences(mine, true);
    EXPECT_EQ(std::get<Camera>(mine).siteCode, "PST-1");
    EXPECT_EQ(std::get<Camera>(mine).systemCode, "IMP-9");
}

TEST_F(MergeStates, aRecordIsCountedOnceWhateverBecomesOfIt)
{
    Camera changed = camera;
    changed.name = "Ponte";
    state.settle(camera, camera, {});
    state.settle(camera, changed, {});
    state.policy = MergePolicy::Review;
    state.settle(camera, changed, {"name"});
    EXPECT_EQ(receipt.unchanged, 1);
    EXPECT_EQ(receipt.updated, 1);
    EXPECT_EQ(receipt.review, 1);
    EXPECT_EQ(state.changes.size(), 2U);
    EXPECT_EQ(receipt.problems.size(), 1U);
    EXPECT_EQ(receipt.problems[0].field, "name");
}

} // namespace
} // namespace observo::exchange
