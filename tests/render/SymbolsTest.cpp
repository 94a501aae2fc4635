// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/render/Symbols.h"

#include "support/render/Pictures.h"

#include "observo/core/Fields.h"

#include <gtest/gtest.h>

namespace observo::render {
namespace {

using test::colourAt;
using test::countLike;
using test::differenceFromGolden;
using test::isLike;

const Theme& light()
{
    return Theme::named(ThemeName::Light);
}

/// A symbol in the middle of 48 x 48 pixels of grey.
QImage drawn(const SymbolLook& look, const Theme& theme = light())
{
    QImage image(48, 48, QImage::Format_ARGB32_Premultiplied);
    image.fill(QColor("#808080"));
    QPainter painter(&image);
    drawSymbol(painter, {24.0, 24.0}, look, theme);
    return image;
}

TEST(Symbols, theFillSaysTheStatus)
{
    for (const CodeInfo& status : codesOf("status")) {
        const QImage image = drawn({.type = "fixed", .status = status.code, .direction = Degrees{0.0}});
        EXPECT_TRUE(isLike(colourAt(image, {18.5, 24.5}), light().status(status.code))) << status.code;
    }
}

TEST(Symbols, anOutlineAndALightHaloSetItOffFromAnyGround)
{
    const QImage image = drawn({.type = "fixed", .status = "active", .direction = Degrees{0.0}});

    EXPECT_LT(colourAt(image, {24.5, 31.2}).lightness(), 120); // the outline, 7.5 below the middle
    EXPECT_TRUE(isLike(colourAt(image, {24.5, 32.6}), light().symbolHalo, 40));
    EXPECT_TRUE(isLike(colourAt(image, {24.5, 36.0}), QColor("#808080")));
}

TEST(Symbols, theNoseTurnsWithTheDirection)
{
    const QImage north = drawn({.type = "fixed", .status = "active", .direction = Degrees{0.0}});
    const QImage east = drawn({.type = "fixed", .status = "active", .direction = Degrees{90.0}});

    EXPECT_TRUE(isLike(colourAt(north, {24.0, 15.0}), light().status("active"), 40));
    EXPECT_TRUE(isLike(colourAt(east, {33.0, 24.0}), light().status("active"), 40));
    EXPECT_FALSE(isLike(colourAt(east, {24.0, 14.0}), light().status("active"), 40));
}

TEST(Symbols, anUnknownDirectionHasNoNoseButAQuestionMarkBeside)
{
    const QImage unknown = drawn({.type = "fixed", .status = "active"});
    const QImage fisheye = drawn({.type = "fisheye", .status = "active"});
    const QRect beside(31, 8, 10, 12);

    EXPECT_FALSE(isLike(colourAt(unknown, {24.0, 13.0}), light().status("active"), 40));
    EXPECT_GT(countLike(unknown.copy(beside), light().symbolEdge, 60), 4);
    EXPECT_EQ(countLike(fisheye.copy(beside.translated(4, -2)), light().symbolEdge, 60), 0);
}

TEST(Symbols, selectionIsAStrongerRingThanHover)
{
    const int plain = countLike(drawn({.type = "fixed", .status = "active"}), light().selection, 30);
    const int hovered = countLike(drawn({.type = "fixed", .status = "active", .hovered = true}), light().selection, 30);
    const int selected =
        countLike(drawn({.type = "fixed", .status = "active", .selected = true}), light().selection, 30);

    EXPECT_EQ(plain, 0);
    EXPECT_GT(hovered, 20);
    EXPECT_GT(selected, 2 * hovered);
}

TEST(Symbols, theSmallPictureHoldsTheWholeSymbol)
{
    for (const CodeInfo& type : codesOf("camera_type")) {
        const QImage image = symbolImage(
            {.type = type.code, .status = "active", .direction = Degrees{45.0}, .selected = true}, light(), 32, 1.0);
        ASSERT_EQ(image.size(), QSize(32, 32));
        for (int i = 0; i < 32; ++i) { // nothing is cut: the border is empty
            EXPECT_EQ(qAlpha(image.pixel(i, 0)) + qAlpha(image.pixel(0, i)), 0) << type.code;
            EXPECT_EQ(qAlpha(image.pixel(i, 31)) + qAlpha(image.pixel(31, i)), 0) << type.code;
        }
    }
}

TEST(Symbols, theSmallPictureIsSharpOnADenseScreen)
{
    const QImage image = symbolImage({.type = "fixed", .status = "active"}, light(), 24, 2.0);

    EXPECT_EQ(image.size(), QSize(48, 48));
    EXPECT_DOUBLE_EQ(image.devicePixelRatio(), 2.0);
    EXPECT_TRUE(isLike(colourAt(image, {12.0, 12.0}), light().status("active")));
}

/// Every shape in every status, with and without direction.
QImage sheet(const Theme& theme)
{
    const auto types = {"fixed", "dome_fixed", "ptz", "fisheye", "thermal", "trail_camera", "bodycam"};
    QImage image(8 * 44, 7 * 40, QImage::Format_ARGB32_Premultiplied);
    image.fill(theme.ground);
    QPainter painter(&image);
    double y = 20.0;
    for (const CodeInfo& status : codesOf("status")) {
        double x = 22.0;
        for (const char* type : types) {
            const bool isTurned = status.code != "faulty";
            drawSymbol(painter, {x, y},
                       {.type = type,
                        .status = status.code,
                        .direction = isTurned ? std::optional(Degrees{x}) : std::nullopt,
                        .selected = status.code == "active",
                        .hovered = status.code == "planned"},
                       theme);
            x += 44.0;
        }
        drawSymbol(painter, {x, y},
                   {.type = "bullet", .function = "plate_reading", .status = status.code, .direction = Degrees{y}},
                   theme);
        y += 40.0;
    }
    return image;
}

TEST(Symbols, lookAsTheyDid)
{
    EXPECT_LT(differenceFromGolden(sheet(light()), "symbols-light"), 0.01);
    EXPECT_LT(differenceFromGolden(sheet(Theme::named(ThemeName::Dark)), "symbols-dark"), 0.01);
}

} // namespace
} // namespace observo::render
