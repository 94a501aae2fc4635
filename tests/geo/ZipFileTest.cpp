// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/geo/ZipFile.h"

#include "support/TestPlaces.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

namespace observo::geo {
namespace {

void write(const std::filesystem::path& file, const std::string& text)
{
    std::ofstream(file, std::ios::binary) << text;
}

std::string read(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

TEST(ZipFile, anotherProgramUnpacksWhatWasPacked)
{
    const test::TemporaryFolder folder;
    const std::string large(3U << 20U, 'x');
    write(folder / "one", "città\n");
    write(folder / "two", large);

    const auto written = writeZip(folder / "out.zip", {{"uno.txt", folder / "one"}, {"due.bin", folder / "two"}}, {});

    ASSERT_TRUE(written) << written.error().message();
    const std::string command = "cd '" + folder.path().string() + "' && unzip -q out.zip";
    ASSERT_EQ(std::system(command.c_str()), 0);
    EXPECT_EQ(read(folder / "uno.txt"), "città\n");
    EXPECT_EQ(read(folder / "due.bin"), large);
}

TEST(ZipFile, aMissingEntryIsNamed)
{
    const test::TemporaryFolder folder;

    const auto written = writeZip(folder / "out.zip", {{"a", folder / "nowhere"}}, {});

    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, ErrorCode::InputUnreadable);
    EXPECT_NE(written.error().file.find("nowhere"), std::string::npos);
}

TEST(ZipFile, aFolderThatIsNotThereIsRefused)
{
    const test::TemporaryFolder folder;
    write(folder / "one", "1");

    const auto written = writeZip(folder.path() / "no" / "out.zip", {{"a", folder / "one"}}, {});

    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, ErrorCode::OutputFailed);
}

TEST(ZipFile, cancellingStopsIt)
{
    const test::TemporaryFolder folder;
    write(folder / "one", "1");
    const Progress progress;
    progress.cancel();

    const auto written = writeZip(folder / "out.zip", {{"a", folder / "one"}}, progress);

    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, ErrorCode::Cancelled);
}

} // namespace
} // namespace observo::geo
