// SPDX-License-Identifier: GPL-3.0-or-later
#include "PrivateFolder.h"

#include "support/TestPlaces.h"

#include <gtest/gtest.h>

#include <fstream>
#include <utility>

namespace observo::feed {
namespace {

namespace fs = std::filesystem;

TEST(PrivateFolder, isThereForItsOwnerAloneAndGoesWithAllInIt)
{
    const test::TemporaryFolder parent;
    fs::path path;
    {
        const auto folder = PrivateFolder::make(parent.path());
        ASSERT_TRUE(folder);
        path = folder->path();
        std::ofstream(path / "copy") << "x";

        EXPECT_EQ(fs::status(path).permissions(), fs::perms::owner_all);
    }

    EXPECT_FALSE(fs::exists(path));
}

TEST(PrivateFolder, movesWithoutBeingLost)
{
    const test::TemporaryFolder parent;
    auto first = PrivateFolder::make(parent.path());
    auto second = PrivateFolder::make(parent.path());
    ASSERT_TRUE(first && second);
    const auto kept = first->path();
    const auto gone = second->path();

    *second = std::move(*first);

    EXPECT_TRUE(fs::exists(kept));
    EXPECT_FALSE(fs::exists(gone));
    EXPECT_EQ(second->path(), kept);
}

TEST(PrivateFolder, whereNoneCanBeMadeTheErrorSaysSo)
{
    const auto folder = PrivateFolder::make("/no/such/folder");

    ASSERT_FALSE(folder);
    EXPECT_EQ(folder.error().code, ErrorCode::OutputDenied);
}

} // namespace
} // namespace observo::feed
