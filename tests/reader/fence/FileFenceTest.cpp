// SPDX-License-Identifier: GPL-3.0-or-later
#include "fence/FileFence.h"

#include "support/TestPlaces.h"
#include "support/reader/Probe.h"

#include <gtest/gtest.h>

#include <fstream>

namespace observo::reader {
namespace {

/// Whether this kernel has what the tests are about.
bool hasLandlock()
{
    return test::answerOfProbe("/etc/passwd") != "yes";
}

TEST(FileFence, otherFilesCannotBeOpened)
{
    if (!hasLandlock()) {
        GTEST_SKIP() << "this kernel has no Landlock";
    }
    const test::TemporaryFolder folder;
    std::ofstream(folder / "secret.txt") << "secret";

    EXPECT_EQ(test::answerOfProbe((folder / "secret.txt").string()), "Permission denied");
    EXPECT_EQ(test::answerOfProbe("/etc/passwd"), "Permission denied");
    EXPECT_EQ(test::answerOfProbe("/proc/self/environ"), "Permission denied");
    EXPECT_EQ(test::answerOfProbe("/"), "Permission denied");
}

TEST(FileFence, theInputCanBeReadAndNotWritten)
{
    if (!hasLandlock()) {
        GTEST_SKIP() << "this kernel has no Landlock";
    }
    EXPECT_EQ(test::answerOfProbe("the input"), "yes");
    EXPECT_EQ(test::answerOfProbe("write the input"), "Permission denied");
}

TEST(FileFence, aFolderThatIsNotThereIsAnError)
{
    const auto limited = limitFiles({.privateFolder = "/no/such/folder"});

    EXPECT_TRUE(!limited || !*limited); // false where there is no Landlock
}

} // namespace
} // namespace observo::reader
