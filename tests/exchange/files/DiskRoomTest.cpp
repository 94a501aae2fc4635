// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/DiskRoom.h"

#include "exchange/SmallDisk.h"
#include "support/TestPlaces.h"

#include <gtest/gtest.h>

#include <filesystem>

namespace observo::exchange {
namespace {

Error vague()
{
    return {.code = ErrorCode::OutputFailed, .what = "something failed"};
}

TEST(DiskRoom, withRoomAnErrorStaysWhatItWas)
{
    const test::TemporaryFolder folder;
    EXPECT_EQ(withRoomLeft(folder.path(), vague()), vague());
    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST(DiskRoom, aFullDiskIsTheReason)
{
    const SmallDisk disk(2U << 20U);
    if (!disk.isMounted()) {
        GTEST_SKIP() << "mounting needs root";
    }
    disk.fillAllBut(4096);

    const Error error = withRoomLeft(disk.path(), vague());

    EXPECT_EQ(error.code, ErrorCode::OutputNoSpace);
    EXPECT_NE(error.what.find("something failed"), std::string::npos);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(disk.path()), {}), 1);
}

TEST(DiskRoom, anErrorThatSaysWhyIsNotAskedAgain)
{
    const SmallDisk disk(2U << 20U);
    if (!disk.isMounted()) {
        GTEST_SKIP() << "mounting needs root";
    }
    disk.fillAllBut(4096);
    for (const ErrorCode code : {ErrorCode::Cancelled, ErrorCode::CensusIo, ErrorCode::OutputDenied}) {
        EXPECT_EQ(withRoomLeft(disk.path(), {.code = code, .what = "x"}).code, code);
    }
}

} // namespace
} // namespace observo::exchange
