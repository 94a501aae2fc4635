// SPDX-License-Identifier: GPL-3.0-or-later
#include "SpriteAtlas.h"

#include "support/render/Pictures.h"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

namespace observo::render {
namespace {

const Theme& light()
{
    return Theme::named(ThemeName::Light);
}

TEST(SpriteAtlas, lookingAlikeMeansOneSprite)
{
    SpriteAtlas atlas(light(), 1.0);

    const QImage first = atlas.sprite({.type = "fixed", .status = "active", .direction = Degrees{41.0}});
    const QImage second = atlas.sprite({.type = "bullet", .status = "active", .direction = Degrees{39.5}});

    EXPECT_EQ(atlas.size(), 1U);
    EXPECT_EQ(first.cacheKey(), second.cacheKey());
}

TEST(SpriteAtlas, shapeStatusAndDirectionMakeADifference)
{
    const auto key = SpriteAtlas::keyOf({.type = "fixed", .status = "active", .direction = Degrees{40.0}});

    EXPECT_NE(SpriteAtlas::keyOf({.type = "dome_fixed", .status = "active", .direction = Degrees{40.0}}), key);
    EXPECT_NE(SpriteAtlas::keyOf({.type = "fixed", .status = "faulty", .direction = Degrees{40.0}}), key);
    EXPECT_NE(SpriteAtlas::keyOf({.type = "fixed", .status = "active", .direction = Degrees{50.0}}), key);
    EXPECT_NE(SpriteAtlas::keyOf({.type = "fixed", .status = "active"}), key);
    EXPECT_EQ(SpriteAtlas::keyOf({.type = "fixed", .status = "active", .direction = Degrees{400.0}}), key);
}

TEST(SpriteAtlas, whatTurnsForNothingHasOneSprite)
{
    EXPECT_EQ(SpriteAtlas::keyOf({.type = "fisheye", .status = "active", .direction = Degrees{10.0}}),
              SpriteAtlas::keyOf({.type = "fisheye", .status = "active", .direction = Degrees{200.0}}));
}

TEST(SpriteAtlas, thePanRangeCountsForAPtzAlone)
{
    const SymbolLook ptz{.type = "ptz", .status = "active", .panFrom = Degrees{0.0}, .panTo = Degrees{90.0}};
    SymbolLook wider = ptz;
    wider.panTo = Degrees{180.0};
    SymbolLook fixed = wider;
    fixed.type = "fixed";
    SymbolLook fixedToo = ptz;
    fixedToo.type = "fixed";

    EXPECT_NE(SpriteAtlas::keyOf(ptz), SpriteAtlas::keyOf(wider));
    EXPECT_EQ(SpriteAtlas::keyOf(fixed), SpriteAtlas::keyOf(fixedToo));
}

TEST(SpriteAtlas, aSpriteIsTheSymbolItself)
{
    SpriteAtlas atlas(light(), 2.0);
    const SymbolLook look{.type = "fixed", .status = "faulty", .direction = Degrees{90.0}};

    const QImage sprite = atlas.sprite(look);

    QImage drawn(sprite.size(), QImage::Format_ARGB32_Premultiplied);
    drawn.setDevicePixelRatio(2.0);
    drawn.fill(Qt::transparent);
    QPainter painter(&drawn);
    const double middle = sprite.width() / 4.0;
    drawSymbol(painter, {middle, middle}, look, light());
    painter.end();
    EXPECT_EQ(sprite, drawn);
}

TEST(SpriteAtlas, thereIsOneForEachThemeAndPixelRatio)
{
    const auto atlas = SpriteAtlas::of(light(), 1.0);

    EXPECT_EQ(SpriteAtlas::of(light(), 1.0), atlas);
    EXPECT_NE(SpriteAtlas::of(light(), 2.0), atlas);
    EXPECT_NE(SpriteAtlas::of(Theme::named(ThemeName::Dark), 1.0), atlas);
}

TEST(SpriteAtlas, servesSeveralThreads)
{
    SpriteAtlas atlas(light(), 1.0);
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&atlas] {
            for (int azimuth = 0; azimuth < 360; azimuth += 5) {
                (void)atlas.sprite({.type = "fixed", .status = "active", .direction = Degrees{double(azimuth)}});
            }
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }

    EXPECT_EQ(atlas.size(), 72U);
}

TEST(SpriteAtlas, spritesAreCentredOnWholePixels)
{
    QImage image(100, 100, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QImage dot(3, 3, QImage::Format_ARGB32_Premultiplied);
    dot.fill(Qt::red);
    QPainter painter(&image);
    drawSprite(painter, {50.4, 50.6}, dot);
    painter.end();

    EXPECT_EQ(test::countLike(image, Qt::red, 0), 9);
    EXPECT_EQ(image.pixelColor(50, 50), QColor(Qt::red));
}

} // namespace
} // namespace observo::render
