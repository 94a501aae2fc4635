// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Graticule.h"

#include "LocalProjection.h"
#include "support/render/Pictures.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace observo::render {
namespace {

using test::kTorino;
using test::viewportAt;

Graticule made(const Viewport& viewport, int inset = 0)
{
    return graticuleOf(viewport, *projectionFor(viewport.epsg), Theme::named(ThemeName::Light), inset);
}

TEST(Graticule, stepsAreThoseThatPeopleCountIn)
{
    EXPECT_EQ(graticuleStep(0.01), 1);          // 0.1 seconds
    EXPECT_EQ(graticuleStep(1.0), 100);         // 10 seconds are 309 m
    EXPECT_EQ(graticuleStep(9.0), 600);         // a minute is 1,853 m
    EXPECT_EQ(graticuleStep(500.0), 36000);     // a degree
    EXPECT_EQ(graticuleStep(20000.0), 1080000); // never more than 30 degrees
}

TEST(Graticule, linesStandApartAtEveryScale)
{
    for (double metresPerPixel = 0.02; metresPerPixel < 3000.0; metresPerPixel *= 1.7) {
        const double pixels = static_cast<double>(graticuleStep(metresPerPixel)) * 3.0889 / metresPerPixel;
        EXPECT_GE(pixels, 199.0) << metresPerPixel;
        EXPECT_LE(pixels, 520.0) << metresPerPixel;
    }
}

TEST(Graticule, figuresHaveThePartsTheStepNeeds)
{
    EXPECT_EQ(meridianText(7 * 36000, 36000), QString::fromUtf8("7° E"));
    EXPECT_EQ(meridianText(7 * 36000 + 41 * 600, 600), QString::fromUtf8("7°41′ E"));
    EXPECT_EQ(parallelText(45 * 36000 + 4 * 600 + 300, 300), QString::fromUtf8("45°04′30″ N"));
    EXPECT_EQ(parallelText(45 * 36000 + 4 * 600 + 305, 5), QString::fromUtf8("45°04′30.5″ N"));
    EXPECT_EQ(meridianText(-36000, 36000), QString::fromUtf8("1° W"));
    EXPECT_EQ(parallelText(-300, 300), QString::fromUtf8("0°00′30″ S"));
}

TEST(Graticule, aMeridianGoesThroughItsPlaces)
{
    const Viewport viewport = viewportAt({7.6833333333, 45.0666666667}, 5.0); // 7°41' E, 45°04' N in the middle
    const Graticule graticule = made(viewport);

    const auto passes = [&](const QPolygonF& line) {
        for (qsizetype i = 1; i < line.size(); ++i) {
            const QPointF way = line[i] - line[i - 1];
            const QPointF to = QPointF(200, 150) - line[i - 1];
            const double across = std::abs(way.x() * to.y() - way.y() * to.x()) / std::hypot(way.x(), way.y());
            const double along = QPointF::dotProduct(way, to) / QPointF::dotProduct(way, way);
            if (across < 0.5 && along >= 0.0 && along <= 1.0) {
                return true;
            }
        }
        return false;
    };
    EXPECT_EQ(std::count_if(graticule.lines.begin(), graticule.lines.end(), passes), 2);
}

TEST(Graticule, everyVisibleLineHasItsFigureInsideTheInset)
{
    const Viewport viewport = viewportAt(kTorino, 5.0, {1000, 800});
    const Graticule graticule = made(viewport, 100);

    ASSERT_FALSE(graticule.labels.empty());
    for (const PlacedLabel& label : graticule.labels) {
        EXPECT_TRUE(label.centre.x() < 200.0 || label.centre.y() < 120.0);
        EXPECT_GE(label.centre.y(), 80.0);
    }
}

TEST(Graticule, coversAnyViewWithAFewLines)
{
    for (double metresPerPixel = 0.01; metresPerPixel <= 20000.0; metresPerPixel *= 10.0) {
        const Graticule graticule = made(viewportAt(kTorino, metresPerPixel, {1280, 800}));
        EXPECT_GE(graticule.lines.size(), 3U) << metresPerPixel;
        EXPECT_LE(graticule.lines.size(), 60U) << metresPerPixel;
    }
}

TEST(Graticule, isDrawnFaintly)
{
    const Viewport viewport = viewportAt(kTorino, 5.0);
    const Theme& theme = Theme::named(ThemeName::Light);
    QImage image(viewport.size, QImage::Format_ARGB32_Premultiplied);
    image.fill(theme.ground);
    QPainter painter(&image);
    drawGraticule(painter, made(viewport), theme);
    painter.end();

    EXPECT_GT(400 * 300 - test::countLike(image, theme.ground, 2), 400);
    EXPECT_EQ(test::countLike(image, theme.graticule, 8), 0);
}

} // namespace
} // namespace observo::render
