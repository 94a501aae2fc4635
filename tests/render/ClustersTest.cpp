// SPDX-License-Identifier: GPL-3.0-or-later
#include "Clusters.h"

#include "LocalProjection.h"
#include "support/Builders.h"
#include "support/render/Pictures.h"

#include <gtest/gtest.h>

#include <vector>

namespace observo::render {
namespace {

using test::aCamera;
using test::kTorino;
using test::viewportAt;

std::vector<Cluster> clustersOf(const ClusterGrid& grid)
{
    std::vector<Cluster> clusters;
    grid.forEach([&](const Cluster& cluster) { clusters.push_back(cluster); });
    return clusters;
}

TEST(Clusters, beginWhereSymbolsWouldTouch)
{
    EXPECT_FALSE(isClustered(viewportAt(kTorino, 0.5)));
    EXPECT_TRUE(isClustered(viewportAt(kTorino, 5.0)));
}

TEST(Clusters, cellsHangOnTheMapAndNotOnTheScreen)
{
    const Viewport viewport = viewportAt(kTorino, 5.0);
    const Viewport panned = viewport.panned({13.0, -7.0});
    const MapPoint point{viewport.centre.x + 77.0, viewport.centre.y - 31.0};

    EXPECT_EQ(clusterCellOf(point, viewport), clusterCellOf(point, panned));
    EXPECT_FALSE(clusterCellOf(point, viewport) == clusterCellOf({point.x + 200.0, point.y}, viewport));
}

TEST(Clusters, theAreaOfACellHoldsItsPoints)
{
    const Viewport viewport = viewportAt(kTorino, 5.0);
    const ClusterCell cell = clusterCellOf(viewport.centre, viewport);

    const geo::MapBox area = clusterArea(cell, cell, viewport);

    EXPECT_TRUE(area.contains(viewport.centre));
    EXPECT_DOUBLE_EQ(area.width(), 200.0);
}

TEST(Clusters, gatherTheCamerasOfACell)
{
    const Viewport viewport = viewportAt(kTorino, 5.0);
    ClusterGrid grid(viewport);
    const geo::MapBox cell =
        clusterArea(clusterCellOf(viewport.centre, viewport), clusterCellOf(viewport.centre, viewport), viewport);
    const Camera active = aCamera().inStatus("active");
    const Camera faulty = aCamera().inStatus("faulty");

    grid.add(rowOf(active), {cell.minX + 10.0, cell.minY + 10.0});
    grid.add(rowOf(faulty), {cell.minX + 30.0, cell.minY + 50.0});
    grid.add(rowOf(faulty), {cell.minX + 310.0, cell.minY + 50.0});

    const auto clusters = clustersOf(grid);
    ASSERT_EQ(clusters.size(), 2U);
    EXPECT_EQ(clusters[0].count, 2U);
    EXPECT_DOUBLE_EQ(clusters[0].middle().x, cell.minX + 20.0);
    EXPECT_DOUBLE_EQ(clusters[0].middle().y, cell.minY + 30.0);
    EXPECT_EQ(clusters[0].byStatus[codeIndex("status", "active")], 1U);
    EXPECT_EQ(clusters[0].byStatus[codeIndex("status", "faulty")], 1U);
    EXPECT_EQ(clusters[1].count, 1U);
    EXPECT_EQ(clusters[1].first.id, faulty.id);
}

TEST(Clusters, aStatusOfAnotherProgramIsCountedToo)
{
    const Viewport viewport = viewportAt(kTorino, 5.0);
    ClusterGrid grid(viewport);
    Camera camera = aCamera();
    camera.status = "exploded";

    grid.add(rowOf(camera), viewport.centre);

    EXPECT_EQ(clustersOf(grid).front().byStatus.back(), 1U);
}

TEST(Clusters, whatLiesOutsideIsLeftOut)
{
    const Viewport viewport = viewportAt(kTorino, 5.0);
    ClusterGrid grid(viewport);
    const Camera camera = aCamera();

    grid.add(rowOf(camera), {grid.area().minX - 1.0, viewport.centre.y});
    grid.add(rowOf(camera), {viewport.centre.x, grid.area().maxY + 1.0});

    EXPECT_TRUE(clustersOf(grid).empty());
    EXPECT_LE(grid.area().minX, viewport.box().minX);
    EXPECT_GE(grid.area().maxY, viewport.box().maxY);
}

} // namespace
} // namespace observo::render
