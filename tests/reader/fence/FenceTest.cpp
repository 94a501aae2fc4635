// SPDX-License-Identifier: GPL-3.0-or-later
#include "fence/Fence.h"

#include "support/reader/Probe.h"

#include <gtest/gtest.h>

#include <chrono>

namespace observo::reader {
namespace {

using namespace std::chrono_literals;

TEST(Fence, whatReadingTakesIsAllowed)
{
    EXPECT_EQ(test::answerOfProbe("own file"), "yes");
#ifndef __SANITIZE_ADDRESS__ // which starts a thread with the help of files that the fence closes
    EXPECT_EQ(test::answerOfProbe("thread"), "a thread ran");
#endif
    EXPECT_EQ(test::answerOfProbe("/usr/share/proj/proj.db"), "yes");
}

TEST(Fence, setsItsLimitsForGood)
{
    EXPECT_EQ(test::answerOfProbe("more limits"), "no");
#ifndef __SANITIZE_ADDRESS__
    EXPECT_EQ(test::answerOfProbe("limits"), "0 64 1073741824");
#endif
}

TEST(Fence, anEndlessLoopEndsByItsLimitOfTime)
{
    const auto begun = std::chrono::steady_clock::now();

    const auto answer = test::answerOfProbe("loop", {.processor = 1s});

    EXPECT_NE(answer.find("too much of the processor's time"), std::string::npos) << answer;
    EXPECT_LT(std::chrono::steady_clock::now() - begun, 20s);
}

TEST(Fence, dataFoldersAreThoseThatAreThere)
{
    const auto folders = dataFolders();

    EXPECT_FALSE(folders.empty());
    for (const auto& folder : folders) {
        EXPECT_TRUE(std::filesystem::is_directory(folder)) << folder;
    }
}

} // namespace
} // namespace observo::reader
