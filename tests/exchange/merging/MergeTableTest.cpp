// SPDX-License-Identifier: GPL-3.0-or-later
#include "merging/MergeState.h"
#include "support/Builders.h"
#include "support/exchange/CensusToExport.h"

#include <gtest/gtest.h>

namespace observo::exchange {
namespace {

TEST(MergeTable, systemsOfOneNameAreOneAndOthersComeWithTheirOwnCode)
{
    const auto mine = test::aCensusWith({test::aSystem().coded("IMP-7").named("Centro").ofBody("001272").build()});
    const auto theirs = test::aCensusWith(
        {test::aSystem().coded("IMP-7").named("CENTRO").ofBody("001272").with("vms_name", "X").build(),
         test::aSystem().coded("IMP-8").named("Nord").ofBody("001272").build()});
    Receipt receipt;
    MergeState state{.mine = *MergeSide::read(mine->reader(), Progress()),
                     .theirs = *MergeSide::read(theirs->reader(), Progress()),
                     .receipt = receipt};

    ASSERT_TRUE(mergeTable(state, RecordKind::System));

    EXPECT_TRUE(state.systems.byCode.contains({"001272", "IMP-8"}));
    EXPECT_FALSE(state.systems.byCode.contains({"001272", "IMP-7-2"}));
    EXPECT_GE(receipt.updated, 1); // the name of the software was not known here
    EXPECT_TRUE(receipt.addsUp());
}

TEST(MergeTable, aPlaceOfAStrangerWaitsForACameraOfItsOwn)
{
    const auto mine = test::aCensusWith({test::aCamera().build()});
    const auto theirs = test::aCensusWith({test::aSite().coded("PST-77").named("Ponte").ofBody("001272").build(),
                                           test::aCamera().onSite("PST-77").ofBody("001272").build()});
    Receipt receipt;
    MergeState state{.mine = *MergeSide::read(mine->reader(), Progress()),
                     .theirs = *MergeSide::read(theirs->reader(), Progress()),
                     .receipt = receipt};

    ASSERT_TRUE(mergeTable(state, RecordKind::System));
    ASSERT_TRUE(mergeTable(state, RecordKind::Site));

    EXPECT_EQ(state.sites.waiting.size(), 1U);
    EXPECT_FALSE(state.sites.byCode.contains({"001272", "PST-77"}));
    EXPECT_TRUE(receipt.addsUp());
}

} // namespace
} // namespace observo::exchange
