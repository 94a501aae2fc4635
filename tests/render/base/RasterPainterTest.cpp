// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/RasterPainter.h"

#include "support/TestPlaces.h"
#include "support/render/Pictures.h"

#include <QString>
#include <gtest/gtest.h>

#include <fstream>

namespace observo::render {
namespace {

using test::colourAt;
using test::isLike;
using test::kTorino;
using test::viewportAt;

/// A picture of 20 x 10 pixels, 10 m each, left half red and right half blue, its upper left corner at `topLeft`.
std::shared_ptr<const geo::RasterLayer> twoColours(MapPoint topLeft)
{
    const test::TemporaryFolder folder;
    QImage image(20, 10, QImage::Format_RGB32);
    image.fill(Qt::red);
    QPainter painter(&image);
    painter.fillRect(10, 0, 10, 10, Qt::blue);
    painter.end();
    image.save(QString::fromStdString((folder / "photo.png").string()));
    std::ofstream(folder / "photo.pgw") << std::fixed << "10\n0\n0\n-10\n"
                                        << topLeft.x + 5.0 << "\n"
                                        << topLeft.y - 5.0 << "\n";
    auto layer = geo::RasterLayer::load(folder / "photo.png", {.layer = {}, .targetEpsg = 7791, .assumedEpsg = 7791},
                                        Progress());
    expects(layer.has_value());
    return *layer; // the file may go: what is open stays readable
}

TEST(RasterPainter, theTouchedPixelsAreWhole)
{
    const Viewport viewport = viewportAt(kTorino, 1.0, {400, 300});
    const MapPoint c = viewport.centre;

    EXPECT_EQ(devicePixelsOf({c.x - 10.5, c.y - 10, c.x + 10.2, c.y + 10}, viewport), QRect(189, 140, 22, 20));
    EXPECT_EQ(devicePixelsOf({c.x - 1e6, c.y - 1e6, c.x + 1e6, c.y + 1e6}, viewport), QRect(0, 0, 400, 300));
    EXPECT_TRUE(devicePixelsOf({c.x + 300, c.y, c.x + 400, c.y + 50}, viewport).isEmpty());
}

TEST(RasterPainter, aDenseScreenHasMorePixels)
{
    Viewport viewport = viewportAt(kTorino, 1.0, {400, 300});
    viewport.devicePixelRatio = 2.0;
    const MapPoint c = viewport.centre;

    EXPECT_EQ(devicePixelsOf({c.x - 10, c.y - 10, c.x + 10, c.y + 10}, viewport), QRect(380, 280, 40, 40));
}

TEST(RasterPainter, drawsEachPartInItsPlace)
{
    const Viewport viewport = viewportAt(kTorino, 1.0, {400, 300});
    const auto layer = twoColours({viewport.centre.x - 100.0, viewport.centre.y + 50.0});
    QImage image(viewport.size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);

    ASSERT_TRUE(drawRaster(painter, *layer, viewport, Progress()));
    painter.end();

    EXPECT_TRUE(isLike(colourAt(image, {150, 150}), Qt::red));
    EXPECT_TRUE(isLike(colourAt(image, {250, 150}), Qt::blue));
    EXPECT_TRUE(isLike(colourAt(image, {195, 150}), Qt::red, 60));
    EXPECT_TRUE(isLike(colourAt(image, {205, 150}), Qt::blue, 60));
    EXPECT_EQ(colourAt(image, {90, 150}), QColor(Qt::white));
    EXPECT_EQ(colourAt(image, {200, 210}), QColor(Qt::white));
}

TEST(RasterPainter, aLayerElsewhereDrawsNothing)
{
    const Viewport viewport = viewportAt(kTorino, 1.0, {400, 300});
    const auto layer = twoColours({viewport.centre.x + 5000.0, viewport.centre.y});
    QImage image(viewport.size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);

    EXPECT_TRUE(drawRaster(painter, *layer, viewport, Progress()));
    painter.end();
    EXPECT_EQ(test::countLike(image, Qt::white, 0), 400 * 300);
}

} // namespace
} // namespace observo::render
