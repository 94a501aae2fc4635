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

TEST(ZipFile, whatWasPackedComparesEqualAndNothingElseDoes)
{
    const test::TemporaryFolder folder;
    write(folder / "one", "città\n");
    write(folder / "two", std::string((3U << 20U) + 5, 'x'));
    const std::vector<ZipEntry> entries{{"uno.txt", folder / "one"}, {"due.bin", folder / "two"}};
    ASSERT_TRUE(writeZip(folder / "out.zip", entries, {}));
    EXPECT_TRUE(compareZip(folder / "out.zip", entries, {}));

    EXPECT_FALSE(compareZip(folder / "out.zip", {entries[0]}, {}));
    EXPECT_FALSE(compareZip(folder / "gone.zip", entries, {}));
    for (const char* other : {"citta\n", "città", "città\n\n", ""}) {
        write(folder / "one", other);
        EXPECT_FALSE(compareZip(folder / "out.zip", entries, {})) << other;
    }
    write(folder / "one", "città\n");
    const std::string good = read(folder / "out.zip");
    // Headers before and the directory behind hold times and attributes, which may change; what is packed may not.
    for (std::size_t at = 200; at < good.size() - 250; at += 11) {
        std::string bad = good;
        bad[at] = static_cast<char>(bad[at] ^ 0x40);
        write(folder / "bad.zip", bad);
        EXPECT_FALSE(compareZip(folder / "bad.zip", entries, {})) << at;
    }
}

} // namespace
} // namespace observo::geo
