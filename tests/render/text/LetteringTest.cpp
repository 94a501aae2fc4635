// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/Lettering.h"

#include "support/render/Pictures.h"

#include <QFontMetricsF>
#include <gtest/gtest.h>

namespace observo::render {
namespace {

QImage canvas(double ratio = 1.0)
{
    QImage image(static_cast<int>(200 * ratio), static_cast<int>(100 * ratio), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(QColor("#808080"));
    return image;
}

QImage written(const Lettering& lettering, double degrees = 0.0, double ratio = 1.0)
{
    QImage image = canvas(ratio);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    drawLettering(painter, {100.0, 50.0}, lettering, degrees);
    return image;
}

const Lettering kText{.text = QStringLiteral("Hochhaus"), .colour = Qt::black, .halo = Qt::white};

/// The box of all pixels that are not the canvas.
QRect inkOf(const QImage& image)
{
    QRect box;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y) != QColor("#808080")) {
                box = box.united(QRect(x, y, 1, 1));
            }
        }
    }
    return box;
}

TEST(Lettering, staysInTheSizeItAnnounces)
{
    const QSizeF size = sizeOf(kText);
    const QRectF room(100.0 - size.width() / 2.0 - 1.0, 50.0 - size.height() / 2.0 - 1.0, size.width() + 2.0,
                      size.height() + 2.0);

    EXPECT_TRUE(room.contains(QRectF(inkOf(written(kText)))));
    EXPECT_GT(inkOf(written(kText)).width(), size.width() * 0.8);
}

TEST(Lettering, hasLettersAndAHalo)
{
    const QImage image = written(kText);

    EXPECT_GT(test::countLike(image, Qt::black, 60), 60);
    EXPECT_GT(test::countLike(image, Qt::white, 30), 120);
}

TEST(Lettering, aTurnedTextStandsUpright)
{
    const QRect level = inkOf(written(kText));
    const QRect upright = inkOf(written(kText, 90.0));

    EXPECT_NEAR(upright.height(), level.width(), 4);
    EXPECT_NEAR(upright.width(), level.height(), 4);
}

TEST(Lettering, theCacheGivesTheSamePictureAgain)
{
    const Lettering text{.text = QStringLiteral("Only here"), .colour = Qt::darkRed, .halo = Qt::white};

    EXPECT_EQ(written(text), written(text));
    Lettering other = text;
    other.colour = Qt::darkBlue;
    EXPECT_NE(written(text), written(other));
}

TEST(Lettering, isFinerOnADenseScreen)
{
    const QImage dense = written(kText, 0.0, 2.0);

    EXPECT_NEAR(inkOf(dense).width(), 2 * inkOf(written(kText)).width(), 6);
}

TEST(Lettering, theSmallSizeIsSmaller)
{
    EXPECT_LT(QFontMetricsF(mapFont(TextSize::Small)).height(), QFontMetricsF(mapFont(TextSize::Label)).height());
}

TEST(Lettering, nothingToSayDrawsNothing)
{
    EXPECT_EQ(written({.text = {}, .colour = Qt::black, .halo = Qt::white}), canvas());
}

} // namespace
} // namespace observo::render
