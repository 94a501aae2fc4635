// SPDX-License-Identifier: GPL-3.0-or-later
#include "raster/WarpMesh.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace observo::geo {
namespace {

constexpr std::array<double, 6> kPosition = {396000, 0.5, 0, 4992000, 0, -0.5};

Transform between(int from, int to)
{
    return std::move(*Transform::between(*Crs::fromEpsg(from), *Crs::fromEpsg(to), {7.6, 45.0, 7.8, 45.2}));
}

TEST(WarpMesh, ofTheSameSystemIsPlainScaling)
{
    const auto same = between(7791, 7791);
    const WarpMesh mesh({{396000, 4991900, 396200, 4992000}, 100, 50}, same, kPosition);
    std::vector<MapPoint> row;

    mesh.sourceRow(0, row);

    ASSERT_EQ(row.size(), 100U);
    EXPECT_NEAR(row[0].x, 2.0, 1e-6); // the centre of a pixel two metres wide
    EXPECT_NEAR(row[0].y, 2.0, 1e-6);
    EXPECT_NEAR(row[99].x, 398.0, 1e-6);
    EXPECT_NEAR(mesh.reduction(), 4.0, 1e-9);
    const auto window = mesh.sourceWindow(1000, 1000);
    EXPECT_EQ(window.x, 0);
    EXPECT_GE(window.width, 400);
    EXPECT_LE(window.width, 452); // up to the next node of the mesh
}

TEST(WarpMesh, isWithinAHundredthOfAPixelOfTheExactPlace)
{
    const auto toMap = between(3003, 7791);
    const std::array<double, 6> position = {1396000, 0.2, 0, 4992000, 0, -0.2};
    const DrawnWindow window{{396200, 4991000, 396960, 4991500}, 1900, 1250};
    const WarpMesh mesh(window, toMap, position);
    std::vector<MapPoint> row;
    for (const int y : {0, 7, 600, 1249}) {
        mesh.sourceRow(y, row);
        for (const int x : {0, 9, 1000, 1899}) {
            const MapPoint centre{window.box.minX + (x + 0.5) * 0.4, window.box.maxY - (y + 0.5) * 0.4};
            const auto exact = toMap.backward(centre);
            ASSERT_TRUE(exact);
            EXPECT_NEAR(row[static_cast<std::size_t>(x)].x, (exact->x - 1396000) / 0.2, 0.01);
            EXPECT_NEAR(row[static_cast<std::size_t>(x)].y, (4992000 - exact->y) / 0.2, 0.01);
        }
    }
}

TEST(WarpMesh, undoesATurnedPicture)
{
    const double c = std::cos(0.5);
    const double s = std::sin(0.5);
    const auto same = between(7791, 7791);
    const WarpMesh mesh({{395990, 4991990, 396010, 4992010}, 20, 20}, same, {396000, c, s, 4992000, s, -c});
    std::vector<MapPoint> row;

    mesh.sourceRow(9, row);

    // Half a metre east and north of the corner.
    EXPECT_NEAR(row[10].x, 0.5 * c + 0.5 * s, 1e-6);
    EXPECT_NEAR(row[10].y, 0.5 * s - 0.5 * c, 1e-6);
}

TEST(WarpMesh, needsNothingOfAPictureElsewhere)
{
    const auto same = between(7791, 7791);
    const WarpMesh mesh({{500000, 4991900, 500200, 4992000}, 100, 50}, same, kPosition);

    EXPECT_EQ(mesh.sourceWindow(1000, 1000).width, 0);
}

} // namespace
} // namespace observo::geo
