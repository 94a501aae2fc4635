// SPDX-License-Identifier: GPL-3.0-or-later
#include "sealing/Counters.h"

#include "support/exchange/CensusToExport.h"

#include <gtest/gtest.h>

namespace observo::exchange {
namespace {

TEST(Counters, theHighestIsKeptOnDisk)
{
    const test::TemporaryFolder folder;
    const auto file = folder / "state/observo/packages.json";
    auto counters = Counters::read(file);
    ASSERT_TRUE(counters);
    EXPECT_EQ(counters->last("a"), 0);
    ASSERT_TRUE(counters->keep("a", 7));
    ASSERT_TRUE(counters->keep("b", 9));
    ASSERT_TRUE(counters->keep("a", 5)); // less: stays
    const auto again = Counters::read(file);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->last("a"), 7);
    EXPECT_EQ(again->last("b"), 9);
}

TEST(Counters, aFileThatCannotBeReadIsNoEmptyOne)
{
    const test::TemporaryFolder folder;
    test::putBytes(folder / "packages.json", "{\"a\": 7");
    EXPECT_FALSE(Counters::read(folder / "packages.json"));
}

} // namespace
} // namespace observo::exchange
