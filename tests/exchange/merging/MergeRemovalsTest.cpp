// SPDX-License-Identifier: GPL-3.0-or-later
#include "merging/MergeSource.h"
#include "support/Builders.h"
#include "support/exchange/CensusToExport.h"

#include "observo/core/Edits.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <vector>

namespace observo::exchange {
namespace {

TEST(MergeRemovals, aCameraThatTheyRemovedLeavesAndItsPlaceStays)
{
    const auto mine = test::aCensusWith({test::aCamera().at(7.1, 45.1).named("Ponte").build()});
    const Camera camera = mine->cameras().front();
    const auto copy = mine->out("theirs.gpkg");
    std::filesystem::copy_file(mine->file(), copy);
    {
        auto session = census::Session::open(copy, test::optionsOf("bruno"));
        ASSERT_TRUE(session);
        ASSERT_TRUE((*session)->perform(removeCamera((*session)->reader().camera(camera.id).value(), "smontata")));
    }
    const auto theirs = census::Reader::open(copy);
    Receipt receipt;
    MergeState state{.mine = *MergeSide::read(mine->reader(), Progress()),
                     .theirs = *MergeSide::read(**theirs, Progress()),
                     .common = *census::commonLogHead(mine->reader(), **theirs),
                     .receipt = receipt};
    auto source = MergeSource::make(state, nullptr, "test", Progress());
    ASSERT_TRUE(source) << source.error().message();

    const auto change = (*source)->next();

    ASSERT_TRUE(change && *change);
    EXPECT_TRUE((*change)->isRemoved());
    EXPECT_EQ((*change)->uuid(), camera.id.uuid);
    EXPECT_FALSE(*(*source)->next());
    EXPECT_EQ(receipt.updated, 1);
    EXPECT_TRUE(receipt.addsUp());
}

} // namespace
} // namespace observo::exchange
