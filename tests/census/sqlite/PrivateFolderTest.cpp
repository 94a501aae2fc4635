// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite/PrivateFolder.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

namespace observo::census {
namespace {

mode_t modeOf(const std::filesystem::path& path)
{
    struct stat status {};
    EXPECT_EQ(::stat(path.c_str(), &status), 0);
    return status.st_mode & 0777U;
}

TEST(PrivateFolder, nobodyElseMayLookInAndNothingStays)
{
    auto folder = PrivateFolder::create();
    ASSERT_TRUE(folder);
    const auto path = (*folder)->path();
    ASSERT_TRUE(createPrivateFile(path / "a.gpkg"));

    EXPECT_EQ(modeOf(path), 0700U);
    EXPECT_EQ(modeOf(path / "a.gpkg"), 0600U);
    folder->reset();

    EXPECT_FALSE(std::filesystem::exists(path));
}

TEST(PrivateFolder, anExistingFileIsNotTakenForOurs)
{
    const auto folder = PrivateFolder::create();
    std::ofstream((*folder)->path() / "a") << "mine";

    const auto made = createPrivateFile((*folder)->path() / "a");

    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, ErrorCode::OutputExists);
}

} // namespace
} // namespace observo::census
