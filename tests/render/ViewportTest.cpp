// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/render/Viewport.h"

#include <gtest/gtest.h>

namespace observo::render {
namespace {

Viewport sample()
{
    Viewport viewport;
    viewport.centre = {395000.0, 4990000.0};
    viewport.metresPerPixel = 2.0;
    viewport.size = {400, 300};
    return viewport;
}

TEST(Viewport, theCentreIsInTheMiddleAndNorthIsUp)
{
    const Viewport view = sample();

    EXPECT_EQ(view.toPixel({395000.0, 4990000.0}), QPointF(200.0, 150.0));
    EXPECT_EQ(view.toPixel({395020.0, 4990010.0}), QPointF(210.0, 145.0));
    EXPECT_EQ(view.toMap({210.0, 145.0}), (MapPoint{395020.0, 4990010.0}));
}

TEST(Viewport, theBoxIsWhatTheCornersShow)
{
    EXPECT_EQ(sample().box(), (geo::MapBox{394600.0, 4989700.0, 395400.0, 4990300.0}));
}

TEST(Viewport, panningMovesTheContentWithTheHand)
{
    const Viewport view = sample();
    const MapPoint grabbed = view.toMap({50.0, 60.0});

    const Viewport panned = view.panned({30.0, -20.0});

    EXPECT_EQ(panned.toPixel(grabbed), QPointF(80.0, 40.0));
}

TEST(Viewport, zoomingKeepsThePlaceUnderTheCursor)
{
    const Viewport view = sample();
    const QPointF cursor(37.0, 251.0);
    const MapPoint under = view.toMap(cursor);

    for (const double factor : {0.3, 0.8, 1.25, 7.0}) {
        const Viewport zoomed = view.zoomedAt(cursor, factor);
        const QPointF after = zoomed.toPixel(under);
        EXPECT_NEAR(after.x(), cursor.x(), 1e-6);
        EXPECT_NEAR(after.y(), cursor.y(), 1e-6);
        EXPECT_DOUBLE_EQ(zoomed.metresPerPixel, 2.0 / factor);
    }
}

TEST(Viewport, zoomStopsAtItsLimits)
{
    const Viewport near = sample().zoomedAt({10.0, 10.0}, 1e9);
    const Viewport far = sample().zoomedAt({10.0, 10.0}, 1e-9);

    EXPECT_DOUBLE_EQ(near.metresPerPixel, Viewport::kNearest);
    EXPECT_DOUBLE_EQ(far.metresPerPixel, Viewport::kFarthest);
    EXPECT_NEAR(near.toMap({10.0, 10.0}).x, sample().toMap({10.0, 10.0}).x, 1e-6);
}

TEST(Viewport, fittingShowsTheWholeBoxWithItsMargin)
{
    const geo::MapBox wide{390000.0, 4980000.0, 400000.0, 4981000.0};

    const Viewport fitted = sample().fitted(wide, 0.1);

    EXPECT_EQ(fitted.centre, wide.centre());
    EXPECT_DOUBLE_EQ(fitted.metresPerPixel, 10000.0 / (400.0 * 0.8));
    EXPECT_NEAR(fitted.toPixel({390000.0, 4980500.0}).x(), 40.0, 1e-6);
    EXPECT_EQ(sample().fitted({}), sample());
}

TEST(Viewport, theScaleIsThatOfAScreenOf96DotsPerInch)
{
    const Viewport view = sample().withScale(2000.0);

    EXPECT_NEAR(view.metresPerPixel, 2000.0 * 0.0254 / 96.0, 1e-12);
    EXPECT_NEAR(view.scaleDenominator(), 2000.0, 1e-9);
    EXPECT_NEAR(view.scaleDenominator(192.0), 4000.0, 1e-9);
}

TEST(Viewport, resizingKeepsCentreAndScale)
{
    const Viewport larger = sample().resized({800, 600});

    EXPECT_EQ(larger.centre, sample().centre);
    EXPECT_EQ(larger.toPixel(sample().centre), QPointF(400.0, 300.0));
    EXPECT_DOUBLE_EQ(larger.metresPerPixel, 2.0);
}

} // namespace
} // namespace observo::render
