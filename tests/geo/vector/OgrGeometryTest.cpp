// SPDX-License-Identifier: GPL-3.0-or-later
#include "vector/OgrGeometry.h"

#include <gtest/gtest.h>

#include <cmath>
#include <memory>
#include <string>

namespace observo::geo {
namespace {

struct GeometryEnds {
    void operator()(OGRGeometryH geometry) const { OGR_G_DestroyGeometry(geometry); }
};

ReadGeometry read(std::string wkt)
{
    OGRGeometryH made = nullptr;
    char* text = wkt.data();
    EXPECT_EQ(OGR_G_CreateFromWkt(&text, nullptr, &made), OGRERR_NONE) << wkt;
    const std::unique_ptr<void, GeometryEnds> kept(made);
    return readGeometry(made);
}

TEST(OgrGeometry, readsEveryKind)
{
    EXPECT_EQ(read("POINT Z (1 2 3)").geometry, Geometry(std::vector<MapPoint>{{1, 2}}));
    EXPECT_EQ(read("MULTIPOINT ((1 2),(3 4))").geometry, Geometry(std::vector<MapPoint>{{1, 2}, {3, 4}}));
    EXPECT_EQ(read("LINESTRING (1 2,3 4)").geometry, Geometry(std::vector<Line>{{{1, 2}, {3, 4}}}));
    EXPECT_EQ(read("MULTILINESTRING ((1 2,3 4),(5 6,7 8))").geometry,
              Geometry(std::vector<Line>{{{1, 2}, {3, 4}}, {{5, 6}, {7, 8}}}));
    const Ring outer = {{0, 0}, {9, 0}, {9, 9}, {0, 0}};
    const Ring hole = {{5, 1}, {6, 1}, {6, 2}, {5, 1}};
    EXPECT_EQ(read("POLYGON ((0 0,9 0,9 9,0 0),(5 1,6 1,6 2,5 1))").geometry,
              Geometry(std::vector<Polygon>{{outer, {hole}}}));
    EXPECT_EQ(read("MULTIPOLYGON (((0 0,9 0,9 9,0 0)),((5 1,6 1,6 2,5 1)))").geometry,
              Geometry(std::vector<Polygon>{{outer, {}}, {hole, {}}}));
    EXPECT_EQ(read("TRIANGLE ((0 0,9 0,9 9,0 0))").geometry, Geometry(std::vector<Polygon>{{outer, {}}}));
}

TEST(OgrGeometry, ofNothingIsNothing)
{
    EXPECT_EQ(readGeometry(nullptr).geometry, Geometry());
    EXPECT_EQ(read("POINT EMPTY").geometry, Geometry());
    EXPECT_EQ(read("GEOMETRYCOLLECTION EMPTY").geometry, Geometry());
}

TEST(OgrGeometry, ofAMixedCollectionKeepsTheHighestKindAndSaysSo)
{
    const auto mixed = read("GEOMETRYCOLLECTION (POINT (1 2),LINESTRING (1 2,3 4))");

    EXPECT_TRUE(mixed.mixed);
    EXPECT_EQ(mixed.geometry, Geometry(std::vector<Line>{{{1, 2}, {3, 4}}}));
    EXPECT_FALSE(read("GEOMETRYCOLLECTION (POINT (1 2),POINT (3 4))").mixed);
}

TEST(OgrGeometry, withACoordinateThatIsNoNumberIsDropped)
{
    const std::unique_ptr<void, GeometryEnds> line(OGR_G_CreateGeometry(wkbLineString));
    OGR_G_AddPoint_2D(line.get(), 1, 2);
    OGR_G_AddPoint_2D(line.get(), INFINITY, 4);

    const auto broken = readGeometry(line.get());

    EXPECT_TRUE(broken.notFinite);
    EXPECT_EQ(broken.geometry, Geometry());
}

} // namespace
} // namespace observo::geo
