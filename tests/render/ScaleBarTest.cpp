// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/render/Pictures.h"

#include "observo/geo/Geodesy.h"
#include "observo/geo/Transform.h"
#include "observo/render/Symbols.h"

#include <gtest/gtest.h>

#include <cmath>
#include <utility>

namespace observo::render {
namespace {

using test::kTorino;
using test::viewportAt;

TEST(ScaleBar, lengthsAreOneTwoOrFiveTimesAPowerOfTen)
{
    for (const auto& [metresPerPixel, length] :
         {std::pair{0.01, 1.0}, {0.05, 5.0}, {0.3, 20.0}, {1.0, 100.0}, {3.0, 200.0}, {900.0, 100000.0}}) {
        EXPECT_DOUBLE_EQ(scaleBarLength(viewportAt(kTorino, metresPerPixel), 120.0), length) << metresPerPixel;
    }
}

TEST(ScaleBar, neverTakesMoreThanItsRoomAndNeverLessThanTwoFifths)
{
    for (double metresPerPixel = 0.013; metresPerPixel < 10000.0; metresPerPixel *= 1.37) {
        const double pixels = scaleBarLength(viewportAt(kTorino, metresPerPixel), 100.0) / metresPerPixel;
        EXPECT_LE(pixels, 100.5);
        EXPECT_GE(pixels, 39.5);
    }
}

TEST(ScaleBar, countsGroundMetresAndNotTheGrids)
{
    // Far west of its meridian the grid is 1.8 per mille long: 100 pixels hold less ground than 100 grid metres.
    const LonLat farAway{4.2, 45.0};
    const Viewport viewport = viewportAt(farAway, 1.0);

    EXPECT_DOUBLE_EQ(scaleBarLength(viewport, 100.05), 50.0);
    EXPECT_DOUBLE_EQ(scaleBarLength(viewport, 100.30), 100.0);
}

TEST(ScaleBar, liesInTheLowerRightOfItsArea)
{
    QImage image(400, 300, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::red);
    QPainter painter(&image);
    drawScaleBar(painter, viewportAt(kTorino, 1.0), {10, 10, 380, 280}, Theme::named(ThemeName::Light));
    painter.end();

    const auto touched = [&image](QRect part) {
        const QImage piece = image.copy(part);
        return part.width() * part.height() - test::countLike(piece, Qt::red, 2);
    };
    EXPECT_GT(touched({200, 230, 190, 60}), 200);
    EXPECT_EQ(touched({0, 0, 400, 200}), 0);
    EXPECT_EQ(touched({0, 290, 400, 10}), 0);
    EXPECT_EQ(touched({390, 0, 10, 300}), 0);
}

TEST(ScaleBar, theArrowPointsToTrueNorth)
{
    // In Torino the grid of UTM 32 lies 0.93 degrees anticlockwise of the meridian; 400 km west it is 3.4.
    const auto arrowTip = [](LonLat place) {
        QImage image(400, 300, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::white);
        QPainter painter(&image);
        drawScaleBar(painter, viewportAt(place, 1.0), {0, 0, 400, 300}, Theme::named(ThemeName::Light));
        painter.end();
        double sum = 0.0;
        double weight = 0.0;
        for (int x = 350; x < 400; ++x) { // centre of gravity of the letter N, 20 pixels above the arrow's middle
            for (int y = 255; y < 271; ++y) {
                const int dark = 255 - qGray(image.pixel(x, y));
                sum += dark * x;
                weight += dark;
            }
        }
        return sum / weight;
    };

    const double straight = arrowTip({9.0, 45.0});
    const double turned = arrowTip({4.2, 45.0});

    EXPECT_NEAR(turned - straight, 20.0 * std::tan(3.4 * kPi / 180.0), 0.6);
}

} // namespace
} // namespace observo::render
