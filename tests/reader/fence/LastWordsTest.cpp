// SPDX-License-Identifier: GPL-3.0-or-later
#include "fence/LastWords.h"

#include "support/reader/Probe.h"

#include <gtest/gtest.h>

namespace observo::reader {
namespace {

/// What a reader tries, and the words that the parent finds for its end.
struct Attempt {
    std::string wish;
    std::string says;
};

class LastWordsOf : public testing::TestWithParam<Attempt> {};

TEST_P(LastWordsOf, anAttemptNameIt)
{
    const auto answer = test::answerOfProbe(GetParam().wish);

    EXPECT_NE(answer.find(GetParam().says), std::string::npos) << answer;
}

INSTANTIATE_TEST_SUITE_P(Rows, LastWordsOf,
                         testing::Values(Attempt{"socket", "try to use the network"},
                                         Attempt{"unix socket", "try to use the network"},
                                         Attempt{"program", "try to start another program"},
                                         Attempt{"shell", "something that readers may not do"},
                                         Attempt{"fork", "try to start another program"},
                                         Attempt{"ptrace", "something that readers may not do"},
                                         Attempt{"kill the parent", "something that readers may not do"},
                                         Attempt{"crash", "crashed (SIGSEGV)"}));

#ifndef __SANITIZE_ADDRESS__
TEST(LastWords, theEndOfMemoryIsSaid)
{
    const auto answer = test::answerOfProbe("memory");

    EXPECT_NE(answer.find("needed more memory than readers may use"), std::string::npos) << answer;
}
#endif

TEST(LastWords, aTrialWithoutAFenceCatchesNothing)
{
    EXPECT_FALSE(isCaught([] {}));
}

} // namespace
} // namespace observo::reader
