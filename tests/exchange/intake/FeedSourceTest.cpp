// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/FeedSource.h"

#include <gtest/gtest.h>

#include <string>

namespace observo::exchange {
namespace {

TEST(FeedSource, aLayerIsDescribedForTheReceipt)
{
    const feed::Layer layer{.name = "telecamere",
                            .shape = feed::Shape::Points,
                            .columns = {{.name = "TIPO"}, {.name = "H", .type = FieldType::Real}},
                            .system = {.evidence = feed::Evidence::SideFile, .id = "EPSG:3003", .name = "Monte Mario"},
                            .encoding = {.evidence = feed::Evidence::SideFile, .name = "ISO-8859-1"}};
    const SourceTable table = tableOf({.format = "shapefile", .problems = {{.what = "no .shx"}}}, layer);

    EXPECT_EQ(table.layer, "telecamere");
    EXPECT_EQ(table.encoding, "ISO-8859-1 (from .cpg)");
    EXPECT_EQ(table.system, "EPSG:3003");
    EXPECT_EQ(table.systemHow, ".prj");
    EXPECT_TRUE(table.hasGeometry);
    EXPECT_FALSE(table.guardsFormulas);
    ASSERT_EQ(table.columns.size(), 2U);
    EXPECT_EQ(table.columns[1].type, FieldType::Real);
    ASSERT_EQ(table.remarks.size(), 1U);
    EXPECT_EQ(table.remarks[0].en, "no .shx");
}

TEST(FeedSource, ourOwnCsvIsKnownByItsHead)
{
    feed::Layer layer{.name = "out", .columns = {{.name = "lon"}, {.name = "lat"}, {.name = "camera_id"}}};
    EXPECT_FALSE(tableOf({}, layer).guardsFormulas);
    layer.table = feed::TextTable{};
    EXPECT_TRUE(tableOf({}, layer).guardsFormulas);
    layer.columns[2].name = "id";
    EXPECT_FALSE(tableOf({}, layer).guardsFormulas);
}

TEST(FeedSource, aDetectedEncodingIsShownWithASample)
{
    const feed::Layer layer{
        .encoding = {.evidence = feed::Evidence::Detected, .name = "windows-1252", .sample = "perché"}};
    const SourceTable table = tableOf({}, layer);
    EXPECT_EQ(table.encoding, "windows-1252 (detected)");
    ASSERT_EQ(table.remarks.size(), 1U);
    EXPECT_NE(table.remarks[0].en.find("perché"), std::string::npos);
    EXPECT_EQ(table.remarks[0].severity, Severity::Notice);
}

TEST(FeedSource, aSystemWithoutACodeComesAsText)
{
    const feed::Layer layer{.shape = feed::Shape::Points,
                            .system = {.evidence = feed::Evidence::Declared, .wkt = "PROJCRS[\"mine\"]"}};
    EXPECT_EQ(tableOf({}, layer).system, "PROJCRS[\"mine\"]");
    EXPECT_EQ(tableOf({}, layer).systemHow, "declared");
    EXPECT_EQ(tableOf({}, feed::Layer{.shape = feed::Shape::Points}).system, "");
}

TEST(FeedSource, linesAndPolygonsHaveAMiddle)
{
    EXPECT_FALSE(pointOf({}));
    EXPECT_EQ(pointOf({.shape = feed::Shape::Points, .points = {{1, 2}}}), (MapPoint{1, 2}));
    EXPECT_EQ(pointOf({.shape = feed::Shape::Lines, .points = {{0, 0}, {4, 2}, {1, 1}}}), (MapPoint{2, 1}));
}

TEST(FeedSource, aFileThatIsNotThereIsUnreadable)
{
    const auto source = FeedSource::open({.file = "/nonexistent/cameras.shp"}, Progress());
    ASSERT_FALSE(source);
    EXPECT_EQ(source.error().code, ErrorCode::InputUnreadable);
}

} // namespace
} // namespace observo::exchange
