// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/InventoryBody.h"

#include <gtest/gtest.h>

#include <memory>
#include <vector>

using namespace observo;

namespace {

// The body itself is private to the inventory, whose tests ask it; here is what it shares and copies.
TEST(InventoryBody, aPartHeldByOthersIsCopiedBeforeItChanges)
{
    auto mine = std::make_shared<std::vector<int>>(1, 7);
    const auto theirs = mine;

    ownPart(mine).push_back(8);

    EXPECT_EQ(*theirs, std::vector<int>{7});
    EXPECT_EQ(*mine, (std::vector<int>{7, 8}));
}

TEST(InventoryBody, aPartHeldAloneChangesInPlace)
{
    auto mine = std::make_shared<std::vector<int>>(1, 7);
    const auto* const before = mine.get();

    ownPart(mine).push_back(8);

    EXPECT_EQ(mine.get(), before);
}

TEST(InventoryBody, aMissingPartIsMade)
{
    std::shared_ptr<std::vector<int>> none;

    EXPECT_TRUE(ownPart(none).empty());
    EXPECT_NE(none, nullptr);
}

} // namespace
