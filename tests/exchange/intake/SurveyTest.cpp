// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/Survey.h"

#include "support/exchange/TableSource.h"

#include <gtest/gtest.h>

#include <limits>
#include <string>
#include <vector>

namespace observo::exchange {
namespace {

TEST(PointSample, neverHoldsMoreThanAThousandAndSpreadsOverAll)
{
    PointSample sample;
    for (int i = 1; i <= 10'000; ++i) {
        sample.take({static_cast<double>(i), 1.0});
    }
    ASSERT_LE(sample.points().size(), 1000U);
    EXPECT_GT(sample.points().size(), 300U);
    EXPECT_LT(sample.points().front().x, 100.0);
    EXPECT_GT(sample.points().back().x, 9000.0);
}

TEST(PointSample, nothingAndTheOriginAreNoPoints)
{
    PointSample sample;
    sample.take({0, 0});
    sample.take({std::numeric_limits<double>::quiet_NaN(), 1});
    EXPECT_TRUE(sample.points().empty());
}

TEST(Survey, countsAllRowsAndLooksAtAllDays)
{
    std::vector<std::vector<std::string>> rows;
    for (int i = 0; i < 1200; ++i) {
        rows.push_back({"7.6", "45.0", i == 1100 ? "05/15/2009" : "05/06/2009"});
    }
    TableSource source({"lon", "lat", "install date"}, rows);

    const auto found = survey(source, {}, false, Progress());

    ASSERT_TRUE(found) << found.error().message();
    EXPECT_EQ(found->rows, 1200);
    EXPECT_EQ(found->places.kind(), PlaceKind::LonLat);
    EXPECT_EQ(found->columns[2].use.dayOrder, DayOrder::MonthFirst);
    EXPECT_TRUE(found->columns[2].use.isDayOrderSure);
    EXPECT_FALSE(found->sample.empty());
}

TEST(Survey, aMappingFileDecidesTheOrderOfDays)
{
    TableSource source({"lon", "lat", "install date"}, {{"7.6", "45.0", "05/06/2009"}});
    const auto found = survey(source, {.dates = "month first"}, false, Progress());
    ASSERT_TRUE(found);
    EXPECT_EQ(found->columns[2].use.dayOrder, DayOrder::MonthFirst);
    EXPECT_TRUE(found->columns[2].use.isDayOrderSure);
}

TEST(Survey, anEmptyTableHasNoRows)
{
    TableSource source({"lon", "lat"}, {});
    const auto found = survey(source, {}, false, Progress());
    ASSERT_TRUE(found);
    EXPECT_EQ(found->rows, 0);
}

TEST(Survey, isCancelled)
{
    TableSource source({"lon", "lat"}, std::vector<std::vector<std::string>>(1000, {"7.6", "45.0"}));
    const Progress progress;
    progress.cancel();
    const auto found = survey(source, {}, false, progress);
    ASSERT_FALSE(found);
    EXPECT_EQ(found.error().code, ErrorCode::Cancelled);
}

} // namespace
} // namespace observo::exchange
