// SPDX-License-Identifier: GPL-3.0-or-later
#include "ogr/OgrMessages.h"

#include "observo/feed/FrameOutput.h"

#include <gtest/gtest.h>

namespace observo::reader {
namespace {

TEST(OgrMessages, eachTextIsAProblemOnce)
{
    OgrMessages messages;
    CPLError(CE_Warning, CPLE_AppDefined, "%s", "odd");
    CPLError(CE_Warning, CPLE_AppDefined, "%s", "odd");
    CPLError(CE_Failure, CPLE_AppDefined, "%s", "broken");
    CPLDebug("x", "%s", "nobody needs this");

    const auto problems = messages.takeProblems();

    ASSERT_EQ(problems.size(), 2U);
    EXPECT_EQ(problems[0].what, "odd");
    EXPECT_EQ(problems[0].weight, feed::Problem::Weight::Warning);
    EXPECT_EQ(problems[1].weight, feed::Problem::Weight::Loss);
    EXPECT_EQ(messages.failure(), "broken");
    EXPECT_TRUE(messages.takeProblems().empty());
    messages.forgive();
    EXPECT_FALSE(messages.failure());
}

TEST(OgrMessages, theEndOfMemoryEndsTheProcess)
{
    const auto say = [] {
        const OgrMessages messages;
        CPLError(CE_Failure, CPLE_OutOfMemory, "%s", "no more");
    };

    EXPECT_EXIT(say(), testing::ExitedWithCode(static_cast<int>(feed::LastWord::OutOfMemory)), "");
}

} // namespace
} // namespace observo::reader
