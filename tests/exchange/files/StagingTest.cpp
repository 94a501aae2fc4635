// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/Staging.h"

#include "support/TestPlaces.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <atomic>
#include <fstream>
#include <thread>

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

    const auto placed = staging->publish({"out.shp", "out.dbf"}, Overwrite::Refuse);

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

    const auto placed = staging->publish({"out.shp", "missing.dbf"}, Overwrite::Replace);

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

    const auto refused = staging->publish({"out.shp"}, Overwrite::Refuse);

    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::OutputExists);
    EXPECT_EQ(read(m_output), "old");
    ASSERT_TRUE(staging->publish({"out.shp"}, Overwrite::Replace));
    EXPECT_EQ(read(m_output), "new");
}

TEST_F(StagingTest, aFolderThatIsNotThereIsNamed)
{
    const auto staging = Staging::beside(m_folder.path() / "no" / "out.shp");

    ASSERT_FALSE(staging);
    EXPECT_NE(staging.error().what.find("no"), std::string::npos);
}

TEST_F(StagingTest, replacingKeepsThePermissionsAndNewFilesArePrivate)
{
    write(m_output, "old");
    ::chmod(m_output.c_str(), 0644);
    auto staging = Staging::beside(m_output);
    ASSERT_TRUE(staging);
    write(staging->folder() / "out.shp", "new");
    write(staging->folder() / "out.dbf", "new");
    ::chmod((staging->folder() / "out.dbf").c_str(), 0666);

    ASSERT_TRUE(staging->publish({"out.shp", "out.dbf"}, Overwrite::Replace));

    EXPECT_EQ(fs::status(m_output).permissions(), fs::perms(0644));
    EXPECT_EQ(fs::status(m_folder / "out.dbf").permissions(), fs::perms(0600));
}

TEST_F(StagingTest, outdatedFilesGoWithWhatIsReplacedAndComeBackWhenItFails)
{
    write(m_output, "old");
    write(m_folder / "out.qix", "index");
    auto staging = Staging::beside(m_output);
    write(staging->folder() / "out.shp", "new");

    ASSERT_FALSE(staging->publish({"out.shp", "missing"}, Overwrite::Replace, {"out.qix"}));
    EXPECT_EQ(read(m_folder / "out.qix"), "index");
    EXPECT_EQ(read(m_output), "old");

    write(staging->folder() / "out.shp", "new");
    ASSERT_TRUE(staging->publish({"out.shp"}, Overwrite::Replace, {"out.qix", "out.sbn"}));
    EXPECT_FALSE(fs::exists(m_folder / "out.qix"));
    EXPECT_EQ(read(m_output), "new");
    EXPECT_EQ(entriesIn(m_folder.path()), 1U);
}

TEST_F(StagingTest, anythingButAFileInTheWayStopsTheWholeSet)
{
    write(m_output, "old");
    fs::create_directory(m_folder / "out.dbf");
    auto staging = Staging::beside(m_output);
    write(staging->folder() / "out.shp", "new");
    write(staging->folder() / "out.dbf", "new");

    const auto placed = staging->publish({"out.shp", "out.dbf"}, Overwrite::Replace);

    ASSERT_FALSE(placed);
    EXPECT_EQ(placed.error().code, ErrorCode::OutputDenied);
    EXPECT_EQ(read(m_output), "old");
    EXPECT_TRUE(fs::is_directory(m_folder / "out.dbf"));
}

TEST_F(StagingTest, theOldFileIsThereAtEveryMoment)
{
    write(m_output, "old");
    struct ::stat before {};
    ASSERT_EQ(::stat(m_output.c_str(), &before), 0);
    std::atomic<bool> isOver = false;
    std::atomic<int> missing = 0;
    std::thread watcher([&] {
        while (!isOver) {
            missing += fs::exists(m_output) ? 0 : 1;
        }
    });
    for (int i = 0; i < 200; ++i) {
        auto staging = Staging::beside(m_output);
        write(staging->folder() / "out.shp", "new");
        EXPECT_TRUE(staging->publish({"out.shp"}, Overwrite::Replace));
    }
    isOver = true;
    watcher.join();
    EXPECT_EQ(missing, 0);
}

} // namespace
} // namespace observo::exchange
