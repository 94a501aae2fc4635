// SPDX-License-Identifier: GPL-3.0-or-later
#include "Run.h"

#include "support/TestPlaces.h"
#include "support/reader/Probe.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fcntl.h>
#include <unistd.h>

#include <fstream>

namespace observo::reader {
namespace {

TEST(Run, withoutATaskNothingIsRead)
{
    const int empty = ::open("/dev/null", O_RDONLY);

    EXPECT_NE(run(empty, -1), 0);

    ::close(empty);
}

TEST(Run, aPictureIsDescribedButHasNoRows)
{
    const test::TemporaryFolder folder;
    std::ofstream(folder / "photo.png", std::ios::binary) << "\x89PNG\r\n\x1A\n";

    const auto info = feed::describe(folder / "photo.png", Progress());
    const auto read = test::readFile(folder / "photo.png");

    ASSERT_TRUE(info) << info.error().message();
    EXPECT_TRUE(info->isPicture);
    EXPECT_TRUE(info->layers.empty());
    EXPECT_FALSE(read.error);
    EXPECT_TRUE(read.file.isPicture);
    EXPECT_TRUE(read.rows.empty());
}

TEST(Run, anEmptyFileAndOneWithoutRightsAreRefusedWithTheReason)
{
    const test::TemporaryFolder folder;
    std::ofstream(folder / "empty.geojson").flush();
    const auto empty = test::readFile(folder / "empty.geojson");
    ASSERT_TRUE(empty.error);
    EXPECT_NE(empty.error->message().find("empty"), std::string::npos);

    std::ofstream(folder / "strange.xyz") << "\x01\x02\x03";
    const auto strange = test::readFile(folder / "strange.xyz");
    ASSERT_TRUE(strange.error);
    EXPECT_EQ(strange.error->code, ErrorCode::InputUnreadable);
    EXPECT_NE(strange.error->what.find("format"), std::string::npos);
}

TEST(Run, aPipeThatLooksLikeAFileIsRefused)
{
    const test::TemporaryFolder folder;
    ASSERT_EQ(::mkfifo((folder / "pipe.csv").c_str(), 0600), 0);

    EXPECT_TRUE(test::readFile(folder / "pipe.csv").error);
}

} // namespace
} // namespace observo::reader
