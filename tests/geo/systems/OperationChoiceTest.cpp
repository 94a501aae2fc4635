// SPDX-License-Identifier: GPL-3.0-or-later
#include "systems/OperationChoice.h"

#include <gtest/gtest.h>

#include <string>

namespace observo::geo {
namespace {

Crs crs(int epsg)
{
    return *Crs::fromEpsg(epsg);
}

TEST(OperationChoice, dependsOnWhereTheDataLies)
{
    const auto torino = chooseOperation(crs(4326), crs(23032), {7.6, 45.0, 7.8, 45.2});
    const auto firenze = chooseOperation(crs(4326), crs(23032), {11.2, 43.7, 11.3, 43.8});
    const auto catania = chooseOperation(crs(4326), crs(23033), {15.0, 37.4, 15.1, 37.6});

    ASSERT_TRUE(torino && firenze && catania);
    EXPECT_DOUBLE_EQ(torino->operation.accuracy.value().value, 2.0);
    EXPECT_DOUBLE_EQ(firenze->operation.accuracy.value().value, 6.0);
    EXPECT_DOUBLE_EQ(catania->operation.accuracy.value().value, 10.0);
}

TEST(OperationChoice, takesTheOneThatCoversMostWhenNoneCoversAll)
{
    // Europe and more: partly outside of every operation of ED50.
    const auto wide = chooseOperation(crs(4230), crs(4326), {-20.0, 30.0, 40.0, 75.0});

    ASSERT_TRUE(wide) << wide.error().message();
    EXPECT_NE(wide->operation.name.find("ED50 to WGS 84 (1)"), std::string::npos) << wide->operation.name;
}

TEST(OperationChoice, isAPipelineInDegreesAndEastFirst)
{
    const auto chosen = chooseOperation(crs(6706), crs(6707), {7.6, 45.0, 7.8, 45.2});

    ASSERT_TRUE(chosen);
    EXPECT_NE(chosen->pipeline.find("xy_in=deg"), std::string::npos) << chosen->pipeline;
    EXPECT_EQ(chosen->pipeline.find("axisswap"), std::string::npos) << chosen->pipeline;
}

TEST(OperationChoice, joinsTwoWaysIntoOnePipeline)
{
    const auto chosen = chooseOperation(crs(4806), crs(7791), {7.6, 45.0, 7.8, 45.2});

    ASSERT_TRUE(chosen) << chosen.error().message();
    EXPECT_EQ(chosen->pipeline.rfind("+proj=pipeline"), 0U) << "one head only: " << chosen->pipeline;
    EXPECT_TRUE(chosen->pipeline.starts_with("+proj=pipeline +step"));
    EXPECT_DOUBLE_EQ(chosen->operation.accuracy.value().value, 5.0);
}

TEST(OperationChoice, isTheSameWhenAskedAgain)
{
    const GeoBox area{7.6, 45.0, 7.8, 45.2};
    const auto first = chooseOperation(crs(3003), crs(7791), area);
    const auto second = chooseOperation(crs(3003), crs(7791), area);

    ASSERT_TRUE(first && second);
    EXPECT_EQ(first->pipeline, second->pipeline);
    EXPECT_EQ(first->operation.name, second->operation.name);
}

TEST(OperationChoice, knowsTheGeographicSystemUnderAProjectedOne)
{
    EXPECT_EQ(geographicBaseOf(crs(7791))->epsg(), 6706);
    EXPECT_EQ(geographicBaseOf(crs(3003))->epsg(), 4265);
    EXPECT_EQ(geographicBaseOf(crs(32632))->epsg(), 4326);
    EXPECT_EQ(geographicBaseOf(crs(4806))->epsg(), 4806);
}

} // namespace
} // namespace observo::geo
