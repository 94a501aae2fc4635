// SPDX-License-Identifier: GPL-3.0-or-later
#include "ogr/OgrShapes.h"

#include <gtest/gtest.h>

#include <string>

namespace observo::reader {
namespace {

using feed::Shape;

feed::Row rowOf(const std::string& wkt)
{
    OGRGeometryH geometry = nullptr;
    std::string copy = wkt;
    char* text = copy.data();
    EXPECT_EQ(OGR_G_CreateFromWkt(&text, nullptr, &geometry), OGRERR_NONE) << wkt;
    feed::Row row{.number = 5};
    takeShape(geometry, row);
    OGR_G_DestroyGeometry(geometry);
    return row;
}

TEST(OgrShapes, aPointKeepsItsHeight)
{
    const auto row = rowOf("POINT Z (7.5 45 239.5)");

    EXPECT_EQ(row.geometry.shape, Shape::Points);
    EXPECT_EQ(row.geometry.points, (std::vector<MapPoint>{{7.5, 45.0}}));
    EXPECT_EQ(row.geometry.height, 239.5);
}

TEST(OgrShapes, partsAndRingsAddUp)
{
    const auto polygons = rowOf("MULTIPOLYGON (((0 0,9 0,9 9,0 0),(1 1,2 1,2 2,1 1)),((20 0,21 0,21 1,20 0)))");
    EXPECT_EQ(polygons.geometry.shape, Shape::Polygons);
    EXPECT_EQ(polygons.geometry.parts, (std::vector<std::uint32_t>{4, 4, 4}));
    EXPECT_EQ(polygons.geometry.rings, (std::vector<std::uint32_t>{2, 1}));
    EXPECT_EQ(polygons.geometry.points.size(), 12U);

    const auto lines = rowOf("MULTILINESTRING ((0 0,1 1,2 2),(5 5,6 6))");
    EXPECT_EQ(lines.geometry.parts, (std::vector<std::uint32_t>{3, 2}));

    const auto points = rowOf("MULTIPOINT (1 2,3 4)");
    EXPECT_EQ(points.geometry.parts, (std::vector<std::uint32_t>{2}));
}

TEST(OgrShapes, ofAMixedCollectionTheHighestDimensionStaysAndThatIsSaid)
{
    const auto row = rowOf("GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (0 0, 1 1), POINT (3 4))");

    EXPECT_EQ(row.geometry.shape, Shape::Lines);
    ASSERT_EQ(row.problems.size(), 1U);
    EXPECT_EQ(row.problems[0].weight, feed::Problem::Weight::Loss);
    EXPECT_EQ(row.problems[0].row, 5);
}

TEST(OgrShapes, noNumberMeansNoGeometry)
{
    OGRGeometryH point = OGR_G_CreateGeometry(wkbPoint);
    OGR_G_SetPoint_2D(point, 0, 1.0 / 0.0, 45.0);
    feed::Row row;
    takeShape(point, row);
    OGR_G_DestroyGeometry(point);

    EXPECT_EQ(row.geometry.shape, Shape::None);
    EXPECT_EQ(row.problems.size(), 1U);
}

TEST(OgrShapes, nothingIsNoGeometryAndNoProblem)
{
    feed::Row row;
    takeShape(nullptr, row);
    EXPECT_EQ(row.geometry.shape, Shape::None);
    EXPECT_TRUE(rowOf("POINT EMPTY").problems.empty());
}

TEST(OgrShapes, typesOfLayersHaveTheirShape)
{
    EXPECT_EQ(shapeOf(wkbPoint25D), Shape::Points);
    EXPECT_EQ(shapeOf(wkbMultiCurve), Shape::Lines);
    EXPECT_EQ(shapeOf(wkbPolygonZM), Shape::Polygons);
    EXPECT_EQ(shapeOf(wkbNone), Shape::None);
    EXPECT_EQ(shapeOf(wkbUnknown), Shape::Mixed);
}

} // namespace
} // namespace observo::reader
