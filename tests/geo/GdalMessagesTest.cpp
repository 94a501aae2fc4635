// SPDX-License-Identifier: GPL-3.0-or-later
#include "GdalMessages.h"

#include <cpl_error.h>
#include <gtest/gtest.h>

#include <string>
#include <thread>

namespace observo::geo {
namespace {

TEST(GdalMessages, keepsWarningsOnceAndTheFirstFailure)
{
    GdalMessages messages;
    CPLError(CE_Warning, CPLE_AppDefined, "odd row");
    CPLError(CE_Warning, CPLE_AppDefined, "odd row");
    CPLError(CE_Failure, CPLE_FileIO, "disk %d failed", 7);
    CPLError(CE_Failure, CPLE_FileIO, "and again");

    EXPECT_EQ(messages.warnings(), (std::vector<std::string>{"odd row"}));
    EXPECT_EQ(messages.failure().value_or(""), "disk 7 failed");

    messages.forget();
    EXPECT_TRUE(messages.warnings().empty());
    EXPECT_FALSE(messages.failure());
}

TEST(GdalMessages, hearsOnlyItsOwnThread)
{
    GdalMessages mine;
    std::thread([] {
        GdalMessages other;
        CPLError(CE_Failure, CPLE_AppDefined, "elsewhere");
        EXPECT_TRUE(other.failure());
    }).join();

    EXPECT_FALSE(mine.failure());
}

TEST(GdalMessages, handBackTheFormerListenerWhenTheyEnd)
{
    GdalMessages outer;
    {
        GdalMessages inner;
        CPLError(CE_Warning, CPLE_AppDefined, "inner");
        EXPECT_EQ(inner.warnings().size(), 1U);
    }
    CPLError(CE_Warning, CPLE_AppDefined, "outer");

    EXPECT_EQ(outer.warnings(), (std::vector<std::string>{"outer"}));
}

TEST(GdalMessages, keepNoMoreThanAHundred)
{
    GdalMessages messages;
    for (int i = 0; i < 1000; ++i) {
        CPLError(CE_Warning, CPLE_AppDefined, "row %d", i);
    }

    EXPECT_EQ(messages.warnings().size(), 100U);
}

} // namespace
} // namespace observo::geo
