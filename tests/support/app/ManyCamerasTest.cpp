// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/app/ManyCameras.h"

#include <gtest/gtest.h>

#include <set>

namespace observo::test {
namespace {

TEST(ManyCameras, areAsManyAsAskedForAndAllDifferent)
{
    ManyCameras cameras(50);
    std::set<Uuid> ids;
    std::set<std::string> names;

    while (const auto change = cameras.next().value()) {
        ASSERT_TRUE(change->isAdded());
        ids.insert(change->uuid());
        names.insert(std::get<Camera>(*change->after).name);
    }

    EXPECT_EQ(ids.size(), 50U);
    EXPECT_EQ(names.size(), 50U);
    EXPECT_EQ(cameras.expected(), 50U);
}

} // namespace
} // namespace observo::test
