// SPDX-License-Identifier: GPL-3.0-or-later
#include "GridField.h"

#include "LocalProjection.h"
#include "support/render/Pictures.h"

#include <gtest/gtest.h>

namespace observo::render {
namespace {

class GridFieldOfSize : public ::testing::TestWithParam<double> {};

TEST_P(GridFieldOfSize, agreesWithProjEverywhere)
{
    const geo::Projection& projection = *projectionFor(7791);
    const Viewport viewport = test::viewportAt({7.2, 45.0}, GetParam(), {1920, 1080});
    const GridField field(projection, viewport.box());

    for (int x = 0; x <= 1920; x += 96) {
        for (int y = 0; y <= 1080; y += 90) {
            const MapPoint point = viewport.toMap(QPointF(x, y));
            const geo::GridFactors exact = factorsAt(projection, projection.unproject(point));
            EXPECT_NEAR(field.at(point).convergence.value, exact.convergence.value, 0.002);
            EXPECT_NEAR(field.at(point).scale, exact.scale, 2e-6);
        }
    }
}

// Metres per pixel: a street, a city, a region. Beyond that no sector is drawn.
INSTANTIATE_TEST_SUITE_P(GridField, GridFieldOfSize, ::testing::Values(0.3, 10.0, 60.0));

TEST(GridField, pointsOutsideGetTheNearestValue)
{
    const geo::Projection& projection = *projectionFor(7791);
    const Viewport viewport = test::viewportAt({7.2, 45.0}, 1.0);
    const GridField field(projection, viewport.box());
    const geo::MapBox box = viewport.box();

    EXPECT_NEAR(field.at({box.minX - 1e6, box.minY}).scale, field.at({box.minX, box.minY}).scale, 1e-12);
}

} // namespace
} // namespace observo::render
