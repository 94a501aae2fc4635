// SPDX-License-Identifier: GPL-3.0-or-later
#include "Staging.h"

#include "support/TestPlaces.h"

#include <gtest/gtest.h>

#include <fstream>

namespace observo::exchange {
namespace {

namespace fs = std::filesystem;

void write(const fs::path& file, const std::string& text)
{
    std::ofstream(file, std::ios::binary) << text;
}

std::string read(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::size_t entriesIn(const fs::path& folder)
{
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

class StagingTest : public testing::Test {
protected:
    test::TemporaryFolder m_folder;
    fs::path m_output = m_folder / "out.shp";
};

TEST_F(StagingTest, aSetGetsItsPlaceAndNothingElseRemains)
{
    auto staging = Staging::beside(m_output);
    ASSERT_TRUE(staging);
    write(staging->folder() / "out.shp", "shapes");
    write(staging->folder() / "out.dbf", "table");

    const auto placed =
        staging->publish({staging->folder() / "out.shp", staging->folder() / "out.dbf"}, Overwrite::Refuse);

    ASSERT_TRUE(placed) << placed.error().message();
    EXPECT_EQ(read(m_folder / "out.shp"), "shapes");
    EXPECT_EQ(read(m_folder / "out.dbf"), "table");
    EXPECT_EQ(entriesIn(m_folder.path()), 2U);
}

TEST_F(StagingTest, anUnfinishedSetLeavesNothingBehind)
{
    {
        auto staging = Staging::beside(m_output);
        ASSERT_TRUE(staging);
        write(staging->folder() / "out.shp", "half");
    }
    EXPECT_EQ(entriesIn(m_folder.path()), 0U);
}

TEST_F(StagingTest, whenOneFileCannotBePlacedTheOldSetStays)
{
    write(m_folder / "out.shp", "old shapes");
    write(m_folder / "out.dbf", "old table");
    auto staging = Staging::beside(m_output);
    ASSERT_TRUE(staging);
    write(staging->folder() / "out.shp", "new shapes");

    const auto placed =
        staging->publish({staging->folder() / "out.shp", staging->folder() / "missing.dbf"}, Overwrite::Replace);

    ASSERT_FALSE(placed);
    EXPECT_EQ(read(m_folder / "out.shp"), "old shapes");
    EXPECT_EQ(read(m_folder / "out.dbf"), "old table");
}

TEST_F(StagingTest, anExistingFileIsRefusedUnlessReplacingWasAsked)
{
    write(m_output, "old");
    auto staging = Staging::beside(m_output);
    ASSERT_TRUE(staging);
    write(staging->folder() / "out.shp", "new");

    const auto refused = staging->publish({staging->folder() / "out.shp"}, Overwrite::Refuse);

    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::OutputExists);
    EXPECT_EQ(read(m_output), "old");
    ASSERT_TRUE(staging->publish({staging->folder() / "out.shp"}, Overwrite::Replace));
    EXPECT_EQ(read(m_output), "new");
}

TEST_F(StagingTest, aFolderThatIsNotThereIsNamed)
{
    const auto staging = Staging::beside(m_folder.path() / "no" / "out.shp");

    ASSERT_FALSE(staging);
    EXPECT_NE(staging.error().what.find("no"), std::string::npos);
}

} // namespace
} // namespace observo::exchange
