// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/core/Progress.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <thread>
#include <vector>

namespace observo {
namespace {

using testing::DoubleEq;
using testing::ElementsAre;

TEST(Progress, withoutListenerIsSilentAndNeverCancelled)
{
    const Progress progress;

    progress.report(0.5);

    EXPECT_FALSE(progress.cancelled());
}

TEST(Progress, reportsAreHeldBetweenNoneAndAll)
{
    std::vector<double> heard;
    const Progress progress([&heard](double share) { heard.push_back(share); });

    for (const double share : {-1.0, 0.25, 2.0, std::numeric_limits<double>::quiet_NaN()}) {
        progress.report(share);
    }

    EXPECT_THAT(heard, ElementsAre(0.0, 0.25, 1.0, 0.0));
}

TEST(Progress, aPartCountsWithinItsShareOfTheWhole)
{
    std::vector<double> heard;
    const Progress whole([&heard](double share) { heard.push_back(share); });
    const Progress part = whole.part(0.2, 0.8);

    part.report(0.0);
    part.report(0.5);
    part.part(0.5, 1.0).report(1.0);

    EXPECT_THAT(heard, ElementsAre(DoubleEq(0.2), DoubleEq(0.5), DoubleEq(0.8)));
}

TEST(Progress, copiesAndPartsShareTheWishToStop)
{
    const Progress whole;
    const Progress copy = whole;
    const Progress part = whole.part(0, 0.5);
    const Progress other;

    part.cancel();

    EXPECT_TRUE(whole.cancelled());
    EXPECT_TRUE(copy.cancelled());
    EXPECT_FALSE(other.cancelled());
}

TEST(Progress, canBeCancelledFromAnotherThread)
{
    const Progress progress;
    std::thread worker([progress] {
        while (!progress.cancelled()) {
            std::this_thread::yield();
        }
    });

    progress.cancel();
    worker.join();

    EXPECT_TRUE(progress.cancelled());
}

} // namespace
} // namespace observo
