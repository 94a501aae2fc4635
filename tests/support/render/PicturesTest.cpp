// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/render/Pictures.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace observo::test {
namespace {

TEST(Pictures, countsPixelsOfAColour)
{
    QImage image(10, 10, QImage::Format_RGB32);
    image.fill(Qt::white);
    image.setPixelColor(3, 4, QColor(200, 0, 0));
    image.setPixelColor(5, 4, QColor(205, 5, 5));

    EXPECT_EQ(countLike(image, QColor(200, 0, 0)), 2);
    EXPECT_EQ(countLike(image, QColor(200, 0, 0), 0), 1);
    EXPECT_EQ(colourAt(image, {3.7, 4.2}), QColor(200, 0, 0));
}

TEST(Pictures, manyCamerasAreTheSameEachTime)
{
    const GeoBox box{7.0, 45.0, 7.5, 45.5};

    const Inventory first = manyCameras(200, box);
    const Inventory second = manyCameras(200, box);

    EXPECT_EQ(first.size(), 200U);
    EXPECT_EQ(first.extent(), second.extent());
    EXPECT_TRUE(box.overlaps(first.extent()));
}

TEST(Pictures, aPictureOfAnotherSizeIsNotTheGoldenOne)
{
    if (std::getenv("OBSERVO_UPDATE_GOLDEN") != nullptr) {
        GTEST_SKIP() << "golden pictures are being written";
    }
    EXPECT_EQ(differenceFromGolden(QImage(3, 3, QImage::Format_RGB32), "no-such-picture"), 1.0);
}

} // namespace
} // namespace observo::test
