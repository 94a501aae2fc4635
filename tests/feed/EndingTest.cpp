// SPDX-License-Identifier: GPL-3.0-or-later
#include "ReaderProcess.h"

#include "observo/feed/FrameOutput.h"

#include <gtest/gtest.h>

#include <signal.h>

#include <set>
#include <string>

namespace observo::feed {
namespace {

TEST(Ending, eachHasItsOwnSentenceAndAdvice)
{
    std::set<std::string> told;
    for (const int signal : {SIGXCPU, SIGXFSZ, SIGSYS, SIGKILL, SIGSEGV, SIGABRT}) {
        const auto error = errorOf({.signal = signal});
        EXPECT_TRUE(told.insert(error.what).second) << error.what;
        EXPECT_FALSE(error.advice.empty());
    }
    for (const auto word :
         {LastWord::OutOfMemory, LastWord::Network, LastWord::OtherProgram, LastWord::NoFence, LastWord::Lost}) {
        const auto error = errorOf({.exitCode = static_cast<int>(word)});
        EXPECT_TRUE(told.insert(error.what).second) << error.what;
        EXPECT_FALSE(error.advice.empty());
    }
}

TEST(Ending, aCrashNamesItsSignal)
{
    EXPECT_NE(errorOf({.signal = SIGBUS}).what.find("SIGBUS"), std::string::npos);
}

} // namespace
} // namespace observo::feed
