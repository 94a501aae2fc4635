// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/census/BusyNeighbour.h"

#include "support/Builders.h"
#include "support/census/CensusFolder.h"

#include <gtest/gtest.h>

#include <optional>

namespace observo::test {
namespace {

TEST(BusyNeighbour, aReservedFileIsReadAndAnExclusiveOneIsNot)
{
    const CensusFolder folder;
    const Camera camera = addCamera(*folder.create(), aCamera());
    const auto reader = folder.reader();
    reader->setPatience(std::chrono::milliseconds(1));

    std::optional<BusyNeighbour> neighbour(std::in_place, folder.file(), BusyNeighbour::Holds::Reserved);
    ASSERT_TRUE(neighbour->isBusy());
    EXPECT_TRUE(reader->camera(camera.id));
    neighbour.reset();
    neighbour.emplace(folder.file(), BusyNeighbour::Holds::Exclusive);
    ASSERT_TRUE(neighbour->isBusy());
    const auto refused = reader->camera(camera.id);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::CensusLocked);
    neighbour.reset();
    EXPECT_TRUE(reader->camera(camera.id));
}

} // namespace
} // namespace observo::test
