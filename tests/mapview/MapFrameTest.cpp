// SPDX-License-Identifier: GPL-3.0-or-later
#include "MapFrame.h"

#include <gtest/gtest.h>

namespace observo::mapview {
namespace {

render::Viewport sample()
{
    render::Viewport view;
    view.centre = {395000.0, 4990000.0};
    view.metresPerPixel = 2.0;
    view.size = {400, 300};
    return view;
}

TEST(MapFrame, theOversizedPictureHasTheSameMiddle)
{
    const render::Viewport large = oversized(sample(), 100);

    EXPECT_EQ(large.size, QSize(600, 500));
    EXPECT_EQ(large.centre, sample().centre);
    EXPECT_EQ(placeOf(large, sample()), QRectF(-100, -100, 600, 500));
    EXPECT_EQ(marginFor(sample()), 100);
}

TEST(MapFrame, anOldPictureFollowsThePan)
{
    EXPECT_EQ(placeOf(oversized(sample(), 100), sample().panned({30, -20})), QRectF(-70, -120, 600, 500));
}

TEST(MapFrame, anOldPictureFollowsTheZoom)
{
    const QRectF place = placeOf(oversized(sample(), 100), sample().zoomedAt({200, 150}, 2.0));

    EXPECT_EQ(place, QRectF(-400, -350, 1200, 1000));
}

TEST(MapFrame, aPictureCoversTheViewUntilItsMarginIsUsed)
{
    const render::Viewport picture = oversized(sample(), 100);

    EXPECT_TRUE(covers(picture, sample()));
    EXPECT_TRUE(covers(picture, sample().panned({100, -100})));
    EXPECT_FALSE(covers(picture, sample().panned({101, 0})));
    EXPECT_FALSE(covers(picture, sample().zoomedAt({200, 150}, 1.25)));
    render::Viewport other = sample();
    other.epsg = 7792;
    EXPECT_FALSE(covers(picture, other));
    render::Viewport dense = sample();
    dense.devicePixelRatio = 2.0;
    EXPECT_FALSE(covers(picture, dense));
}

} // namespace
} // namespace observo::mapview
