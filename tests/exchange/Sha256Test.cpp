// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/exchange/Sha256.h"

#include "support/TestPlaces.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

namespace observo::exchange {
namespace {

TEST(Sha256, agreesWithThePublishedValues) // FIPS 180-4 examples
{
    const test::TemporaryFolder folder;
    std::ofstream(folder / "empty");
    std::ofstream(folder / "abc") << "abc";

    EXPECT_EQ(sha256OfFile(folder / "empty").value_or(""),
              "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(sha256OfFile(folder / "abc").value_or(""),
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Sha256, aMissingFileIsAnError)
{
    const auto hash = sha256OfFile("no/such/file");
    ASSERT_FALSE(hash);
    EXPECT_EQ(hash.error().code, ErrorCode::InputUnreadable);
}

TEST(Sha256, aPipeOrAFolderIsRefusedAtOnce)
{
    const test::TemporaryFolder folder;
    ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), 0600), 0);

    for (const auto& file : {folder / "pipe", folder.path()}) {
        const auto hash = sha256OfFile(file);
        ASSERT_FALSE(hash);
        EXPECT_EQ(hash.error().code, ErrorCode::InputUnreadable);
        EXPECT_EQ(hash.error().what, "this is not a file");
    }
}

} // namespace
} // namespace observo::exchange
