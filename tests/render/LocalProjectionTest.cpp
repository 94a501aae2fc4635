// SPDX-License-Identifier: GPL-3.0-or-later
#include "LocalProjection.h"

#include "support/render/Pictures.h"

#include <gtest/gtest.h>

#include <thread>

namespace observo::render {
namespace {

using test::kTorino;
using test::viewportAt;

TEST(LocalProjection, isMadeOnceForAThread)
{
    const geo::Projection* mine = projectionFor(7791);
    const geo::Projection* others = nullptr;
    std::thread([&others] { others = projectionFor(7791); }).join();

    ASSERT_NE(mine, nullptr);
    EXPECT_EQ(projectionFor(7791), mine);
    EXPECT_NE(others, mine);
}

TEST(LocalProjection, degreesAndUnknownCodesAreNoMapSystems)
{
    EXPECT_EQ(projectionFor(6706), nullptr);
    EXPECT_EQ(projectionFor(999999), nullptr);
}

TEST(LocalProjection, factorsFallBackWhereThereAreNone)
{
    const geo::GridFactors factors = factorsAt(*projectionFor(7791), {500.0, 45.0});

    EXPECT_DOUBLE_EQ(factors.scale, 1.0);
    EXPECT_DOUBLE_EQ(factors.convergence.value, 0.0);
    EXPECT_NEAR(factorsAt(*projectionFor(7791), {7.6869, 45.0703}).convergence.value, -0.9297, 0.0001); // F23
}

TEST(LocalProjection, theDegreesOfAWindowHoldAllOfIt)
{
    const Viewport viewport = viewportAt(kTorino, 100.0, {1000, 800});
    const geo::Projection& projection = *projectionFor(7791);

    const GeoBox box = geoBoxOf(projection, viewport.box());

    for (int x = 0; x <= 1000; x += 50) {
        for (const int y : {0, 400, 800}) {
            EXPECT_TRUE(box.contains(projection.unproject(viewport.toMap(QPointF(x, y)))));
        }
    }
    EXPECT_LT(box.east - box.west, 1.4); // 100 km are 1.27 degrees here
}

TEST(LocalProjection, aWindowBeyondTheSystemIsTheWholeEarth)
{
    const GeoBox box = geoBoxOf(*projectionFor(7791), {-3e7, -3e7, 3e7, 3e7});

    EXPECT_DOUBLE_EQ(box.west, -180.0);
    EXPECT_DOUBLE_EQ(box.north, 90.0);
}

TEST(LocalProjection, aBorderIsCountedInPixels)
{
    const Viewport viewport = viewportAt(kTorino, 2.0, {400, 300});

    const geo::MapBox box = boxWithBorder(viewport, 10.0);

    EXPECT_DOUBLE_EQ(box.width(), 840.0);
    EXPECT_DOUBLE_EQ(box.height(), 640.0);
}

} // namespace
} // namespace observo::render
