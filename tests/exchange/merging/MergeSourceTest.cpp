// SPDX-License-Identifier: GPL-3.0-or-later
#include "merging/MergeSource.h"

#include "support/Builders.h"
#include "support/exchange/CensusToExport.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace observo::exchange {
namespace {

TEST(MergeSource, placesComeBeforeTheCamerasThatStandOnThem)
{
    const auto mine = test::aCensusWith({test::aCamera().at(7.1, 45.1).build()});
    const auto theirs = test::aCensusWith({test::aSite().coded("PST-77").ofBody("001272").build(),
                                           test::aCamera().at(7.9, 45.9).onSite("PST-77").ofBody("001272").build()});
    Receipt receipt;
    MergeState state{.mine = *MergeSide::read(mine->reader(), Progress()),
                     .theirs = *MergeSide::read(theirs->reader(), Progress()),
                     .receipt = receipt};
    auto source = MergeSource::make(state, nullptr, "test", Progress());
    ASSERT_TRUE(source) << source.error().message();

    std::vector<RecordKind> kinds;
    while (true) {
        const auto change = (*source)->next();
        ASSERT_TRUE(change) << change.error().message();
        if (!*change) {
            break;
        }
        kinds.push_back((*change)->kind());
    }

    ASSERT_FALSE(kinds.empty());
    EXPECT_EQ(kinds.back(), RecordKind::Camera);
    EXPECT_NE(std::find(kinds.begin(), kinds.end(), RecordKind::Site), kinds.end());
    EXPECT_TRUE(receipt.addsUp());
}

TEST(MergeSource, isCancelled)
{
    const auto census = test::aCensusWith({test::aCamera().build()});
    Receipt receipt;
    MergeState state{.mine = *MergeSide::read(census->reader(), Progress()),
                     .theirs = *MergeSide::read(census->reader(), Progress()),
                     .receipt = receipt};
    const Progress progress;
    auto source = MergeSource::make(state, nullptr, "test", progress);
    ASSERT_TRUE(source);
    progress.cancel();
    const auto change = (*source)->next();
    ASSERT_FALSE(change);
    EXPECT_EQ(change.error().code, ErrorCode::Cancelled);
}

} // namespace
} // namespace observo::exchange
