// SPDX-License-Identifier: GPL-3.0-or-later
#include "Source.h"

#include <gtest/gtest.h>

namespace observo::reader {
namespace {

feed::FileInfo twoLayers()
{
    feed::Layer table{.name = "tabella"};
    feed::Layer points{.name = "punti", .shape = feed::Shape::Points};
    points.columns = {{.name = "a"}, {.name = "b"}, {.name = "c"}};
    return {.layers = {table, points}};
}

TEST(Source, withoutANameTheFirstLayerWithGeometryIsMeant)
{
    const auto plan = planFor(twoLayers(), {});

    ASSERT_TRUE(plan);
    EXPECT_EQ(plan->layer, 1U);
    EXPECT_EQ(plan->columns, (std::vector<std::uint32_t>{0, 1, 2}));
}

TEST(Source, columnsComeInTheOrderOfTheRequest)
{
    EXPECT_EQ(planFor(twoLayers(), {.columns = {"c", "a"}})->columns, (std::vector<std::uint32_t>{2, 0}));
    EXPECT_TRUE(planFor(twoLayers(), {.noColumns = true})->columns.empty());
}

TEST(Source, whatIsNotThereIsNamedWithWhatIs)
{
    const auto layer = planFor(twoLayers(), {.layer = "strade"});
    const auto column = planFor(twoLayers(), {.columns = {"z"}});

    ASSERT_FALSE(layer);
    EXPECT_EQ(layer.error().code, ErrorCode::NotFound);
    EXPECT_NE(layer.error().advice.find("tabella, punti"), std::string::npos);
    ASSERT_FALSE(column);
    EXPECT_EQ(column.error().code, ErrorCode::UnknownField);
    EXPECT_EQ(column.error().field, "z");
}

TEST(Source, aPlanIsFullAfterItsRows)
{
    EXPECT_FALSE(ReadPlan{}.isFull(1'000'000));
    EXPECT_TRUE(ReadPlan{.rows = 5}.isFull(5));
    EXPECT_FALSE(ReadPlan{.rows = 5}.isFull(4));
}

TEST(Source, aPictureIsNoSource)
{
    StagedInput input;
    input.format = InputFormat::Picture;

    const auto source = openSource(input, {});

    ASSERT_TRUE(source);
    EXPECT_TRUE((*source)->info().isPicture);
    EXPECT_TRUE((*source)->info().layers.empty());
}

} // namespace
} // namespace observo::reader
