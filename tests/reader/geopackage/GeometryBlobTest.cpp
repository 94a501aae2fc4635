// SPDX-License-Identifier: GPL-3.0-or-later
#include "geopackage/GeometryBlob.h"

#include <gtest/gtest.h>
#include <ogr_api.h>

#include <cmath>
#include <random>
#include <string>

namespace observo::reader {
namespace {

using feed::Shape;

/// The geometry as a GeoPackage has it, in either byte order.
std::string blobOf(const std::string& wkt, OGRwkbByteOrder order = wkbNDR)
{
    OGRGeometryH geometry = nullptr;
    std::string copy = wkt;
    char* text = copy.data();
    EXPECT_EQ(OGR_G_CreateFromWkt(&text, nullptr, &geometry), OGRERR_NONE) << wkt;
    std::string wkb(static_cast<std::size_t>(OGR_G_WkbSize(geometry)), '\0');
    OGR_G_ExportToIsoWkb(geometry, order, reinterpret_cast<unsigned char*>(wkb.data()));
    OGR_G_DestroyGeometry(geometry);
    return std::string(order == wkbNDR ? "GP\0\x01\0\0\0\0" : "GP\0\0\0\0\0\0", 8) + wkb;
}

feed::Row rowOf(const std::string& blob)
{
    feed::Row row{.number = 9};
    takeGeometryBlob(blob, row);
    return row;
}

TEST(GeometryBlob, bothByteOrdersAndAllKindsAreRead)
{
    for (const auto order : {wkbNDR, wkbXDR}) {
        EXPECT_EQ(rowOf(blobOf("POINT (7.5 45)", order)).geometry.points, (std::vector<MapPoint>{{7.5, 45.0}}));
        EXPECT_EQ(rowOf(blobOf("POINT Z (7.5 45 239)", order)).geometry.height, 239.0);
        EXPECT_EQ(rowOf(blobOf("POINT ZM (7.5 45 239 1)", order)).geometry.height, 239.0);
        EXPECT_EQ(rowOf(blobOf("LINESTRING M (0 0 5,1 1 6)", order)).geometry.parts, (std::vector<std::uint32_t>{2}));
        const auto polygons =
            rowOf(blobOf("MULTIPOLYGON (((0 0,9 0,9 9,0 0),(1 1,2 1,2 2,1 1)),((20 0,21 0,21 1,20 0)))", order));
        EXPECT_EQ(polygons.geometry.rings, (std::vector<std::uint32_t>{2, 1}));
        EXPECT_EQ(polygons.geometry.shape, Shape::Polygons);
        EXPECT_TRUE(polygons.problems.empty());
    }
}

TEST(GeometryBlob, ofAMixedCollectionOneKindStays)
{
    const auto row = rowOf(blobOf("GEOMETRYCOLLECTION (POINT (1 2),LINESTRING (0 0,1 1))"));

    EXPECT_EQ(row.geometry.shape, Shape::Lines);
    EXPECT_EQ(row.problems.size(), 1U);
}

TEST(GeometryBlob, emptyOnesAreNoGeometryAndNoProblem)
{
    for (const char* wkt : {"POINT EMPTY", "LINESTRING EMPTY", "MULTIPOLYGON EMPTY"}) {
        const auto row = rowOf(blobOf(wkt));
        EXPECT_EQ(row.geometry.shape, Shape::None) << wkt;
        EXPECT_TRUE(row.problems.empty()) << wkt;
    }
}

TEST(GeometryBlob, curvesAndForeignBytesAreLeftOutAndSaid)
{
    for (const auto& blob : {blobOf("CIRCULARSTRING (0 0,1 1,2 0)"), std::string("XX\0\x01\0\0\0\0\1\1\0\0\0", 13),
                             std::string("GP\0\x21\0\0\0\0\1\1\0\0\0", 13), std::string()}) {
        const auto row = rowOf(blob);
        EXPECT_EQ(row.geometry.shape, Shape::None);
        ASSERT_EQ(row.problems.size(), 1U);
        EXPECT_EQ(row.problems[0].weight, feed::Problem::Weight::Loss);
    }
}

TEST(GeometryBlob, deepCollectionsEnd)
{
    std::string blob("GP\0\x01\0\0\0\0", 8);
    for (int i = 0; i < 100'000; ++i) {
        blob += std::string("\1\7\0\0\0\1\0\0\0", 9);
    }

    EXPECT_EQ(rowOf(blob).problems.size(), 1U);
}

TEST(GeometryBlob, mutatedBytesAreWholeGeometriesOrNone)
{
    std::mt19937 random(5);
    const auto whole = blobOf("MULTIPOLYGON (((0 0,9 0,9 9,0 0),(1 1,2 1,2 2,1 1)),((20 0,21 0,21 1,20 0)))");
    for (int round = 0; round < 50'000; ++round) {
        auto blob = whole;
        blob[random() % blob.size()] = static_cast<char>(random());
        const auto row = rowOf(blob);
        std::size_t points = 0;
        for (const auto part : row.geometry.parts) {
            points += part;
        }
        ASSERT_EQ(points, row.geometry.points.size());
        for (const auto point : row.geometry.points) {
            ASSERT_TRUE(std::isfinite(point.x) && std::isfinite(point.y));
        }
    }
}

} // namespace
} // namespace observo::reader
