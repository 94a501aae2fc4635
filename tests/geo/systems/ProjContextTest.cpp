// SPDX-License-Identifier: GPL-3.0-or-later
#include "systems/ProjContext.h"

#include <gtest/gtest.h>

#include <thread>

namespace observo::geo {
namespace {

TEST(ProjContext, hasNoNetwork)
{
    const auto context = makeProjContext();

    ASSERT_NE(context, nullptr);
    EXPECT_EQ(proj_context_is_network_enabled(context.get()), 0);
}

TEST(ProjContext, isKeptForAThreadAndAnotherForTheNext)
{
    PJ_CONTEXT* mine = threadProjContext();
    PJ_CONTEXT* other = nullptr;
    std::thread([&other] { other = threadProjContext(); }).join();

    EXPECT_EQ(threadProjContext(), mine);
    EXPECT_NE(other, mine);
}

TEST(ProjContext, keepsTheSystemsThatAThreadAskedFor)
{
    PJ* utm = threadProjFactors(7791);

    ASSERT_NE(utm, nullptr);
    EXPECT_EQ(threadProjFactors(7791), utm);
    EXPECT_EQ(threadProjFactors(999999), nullptr);
}

} // namespace
} // namespace observo::geo
