// SPDX-License-Identifier: GPL-3.0-or-later
#include "geojson/GeoJsonGeometry.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <string>

namespace observo::reader {
namespace {

using feed::Shape;

feed::Row rowOf(const std::string& text)
{
    feed::Row row{.number = 5};
    takeGeoJsonGeometry(text, row);
    return row;
}

TEST(GeoJsonGeometry, everyKindIsRead)
{
    const auto point = rowOf(R"({"type":"Point","coordinates":[7.5,45,239.5]})").geometry;
    EXPECT_EQ(point.points, (std::vector<MapPoint>{{7.5, 45.0}}));
    EXPECT_EQ(point.height, 239.5);
    EXPECT_EQ(rowOf(R"({"coordinates":[[1,2],[3,4]],"type":"MultiPoint"})").geometry.parts,
              (std::vector<std::uint32_t>{2}));
    EXPECT_EQ(rowOf(R"({"type":"LineString","coordinates":[[1,2,9],[3,4,9]]})").geometry.shape, Shape::Lines);
    EXPECT_EQ(rowOf(R"({"type":"MultiLineString","coordinates":[[[1,2],[3,4]],[[5,6],[7,8],[9,9]]]})").geometry.parts,
              (std::vector<std::uint32_t>{2, 3}));
    const auto polygon = rowOf(R"({"type":"Polygon","coordinates":[[[0,0],[9,0],[9,9],[0,0]],[[1,1],[2,1],[1,1]]]})");
    EXPECT_EQ(polygon.geometry.rings, (std::vector<std::uint32_t>{2}));
    const auto polygons = rowOf(
        R"({"type":"MultiPolygon","coordinates":[[[[0,0],[9,0],[0,0]],[[1,1],[2,1],[1,1]]],[[[5,5],[6,5],[5,5]]]]})");
    EXPECT_EQ(polygons.geometry.rings, (std::vector<std::uint32_t>{2, 1}));
    EXPECT_EQ(polygons.geometry.parts, (std::vector<std::uint32_t>{3, 3, 3}));
    EXPECT_EQ(polygons.geometry.points.size(), 9U);
    EXPECT_TRUE(polygons.problems.empty());
}

TEST(GeoJsonGeometry, ofACollectionTheHighestDimensionStays)
{
    const auto row = rowOf(R"({"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]},
{"type":"LineString","coordinates":[[0,0],[1,1]]},{"type":"LineString","coordinates":[[5,5],[6,6]]}]})");

    EXPECT_EQ(row.geometry.shape, Shape::Lines);
    EXPECT_EQ(row.geometry.parts, (std::vector<std::uint32_t>{2, 2}));
    EXPECT_EQ(row.problems.size(), 1U);
}

TEST(GeoJsonGeometry, nothingIsNoGeometryAndNoProblem)
{
    for (const char* text :
         {"", "null", R"({"type":"Point","coordinates":[]})", R"({"type":"Polygon","coordinates":[]})",
          R"({"type":"GeometryCollection","geometries":[]})"}) {
        EXPECT_EQ(rowOf(text).geometry, feed::Geometry()) << text;
        EXPECT_TRUE(rowOf(text).problems.empty()) << text;
    }
}

class Senseless : public testing::TestWithParam<const char*> {};

TEST_P(Senseless, geometryIsLeftOutAndSaid)
{
    const auto row = rowOf(GetParam());

    EXPECT_EQ(row.geometry.shape, Shape::None);
    ASSERT_EQ(row.problems.size(), 1U);
    EXPECT_EQ(row.problems[0].weight, feed::Problem::Weight::Loss);
}

INSTANTIATE_TEST_SUITE_P(Rows, Senseless,
                         testing::Values(R"({"type":"Point","coordinates":[1e999,45]})",
                                         R"({"type":"Point","coordinates":[7]})",
                                         R"({"type":"Point","coordinates":["7","45"]})",
                                         R"({"type":"Point","coordinates":null})", R"({"type":"Circle"})", "5", "[]",
                                         R"({"type":"Polygon","coordinates":[[7,45]]})",
                                         R"({"type":"LineString","coordinates":[[[7,45]]]})"));

TEST(GeoJsonGeometry, mutatedTextsAreWholeGeometriesOrNone)
{
    std::mt19937 random(6);
    const std::string whole = R"({"type":"Polygon","coordinates":[[[0,0],[9,0],[9,9],[0,0]],[[1,1],[2,1],[1,1]]]})";
    for (int round = 0; round < 50'000; ++round) {
        auto text = whole;
        text[random() % text.size()] = "[]{}\",:1-e"[random() % 10];
        const auto row = rowOf(text);
        std::size_t points = 0;
        for (const auto part : row.geometry.parts) {
            points += part;
        }
        std::size_t parts = 0;
        for (const auto rings : row.geometry.rings) {
            parts += rings;
        }
        ASSERT_EQ(points, row.geometry.points.size()) << text;
        ASSERT_TRUE(row.geometry.shape != Shape::Polygons || parts == row.geometry.parts.size()) << text;
    }
}

TEST(GeoJsonGeometry, typesHaveTheirShape)
{
    EXPECT_EQ(shapeOfGeoJson(R"({"type":"MultiPolygon"})"), Shape::Polygons);
    EXPECT_EQ(shapeOfGeoJson("null"), Shape::None);
}

} // namespace
} // namespace observo::reader
