// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/TestPlaces.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace observo::test {
namespace {

TEST(TestPlaces, theSourceFolderHoldsTheHouse)
{
    EXPECT_TRUE(std::filesystem::exists(sourceFolder() / "src" / "CMakeLists.txt"));
}

TEST(TestPlaces, aTemporaryFolderIsOnesOwnAndGoesAwayWithItsFiles)
{
    std::filesystem::path gone;
    {
        const TemporaryFolder one;
        const TemporaryFolder other;
        std::ofstream(one / "file.txt") << "text";
        gone = one.path();

        EXPECT_NE(one.path(), other.path());
        EXPECT_TRUE(std::filesystem::exists(one / "file.txt"));
    }

    EXPECT_FALSE(std::filesystem::exists(gone));
}

} // namespace
} // namespace observo::test
