// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/VectorPainter.h"

#include "support/render/Pictures.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

namespace observo::render {
namespace {

using test::colourAt;
using test::countLike;
using test::isLike;
using test::kTorino;
using test::layerOf;
using test::viewportAt;

const Theme& light()
{
    return Theme::named(ThemeName::Light);
}

struct Drawn {
    QImage image;
    std::size_t shapes = 0;
    bool isWhole = false;
};

Drawn drawn(const std::string& features, LayerStyle style, const Viewport& viewport)
{
    Drawn result{.image = QImage(viewport.size, QImage::Format_ARGB32_Premultiplied)};
    result.image.fill(light().ground);
    QPainter painter(&result.image);
    VectorPainter shapes(painter, viewport, light());
    result.isWhole = shapes.draw(*layerOf(features), style, Progress());
    result.shapes = shapes.drawn();
    return result;
}

/// A feature of GeoJSON; coordinates as text.
std::string feature(const std::string& type, const std::string& coordinates)
{
    return R"({"type":"Feature","properties":{},"geometry":{"type":")" + type + R"(","coordinates":)" + coordinates +
           "}}";
}

/// A square of so many degrees around Torino, as a ring.
std::string ring(double half)
{
    const auto corner = [&](double dx, double dy) {
        return "[" + std::to_string(kTorino.lon + dx * half * 1.41) + "," + std::to_string(kTorino.lat + dy * half) +
               "]";
    };
    return "[" + corner(-1, -1) + "," + corner(1, -1) + "," + corner(1, 1) + "," + corner(-1, 1) + "," +
           corner(-1, -1) + "]";
}

TEST(VectorPainter, aBuildingIsFilledAndOutlined)
{
    const auto picture =
        drawn(feature("Polygon", "[" + ring(0.0005) + "]"), LayerStyle::Buildings, viewportAt(kTorino, 1.0));

    EXPECT_TRUE(picture.isWhole);
    EXPECT_EQ(picture.shapes, 1U);
    EXPECT_EQ(colourAt(picture.image, {200, 150}), light().building);
    EXPECT_EQ(colourAt(picture.image, {20, 20}), light().ground);
    EXPECT_GT(countLike(picture.image, light().buildingEdge, 8), 100);
}

TEST(VectorPainter, aCourtyardStaysOpen)
{
    const auto picture = drawn(feature("Polygon", "[" + ring(0.001) + "," + ring(0.0004) + "]"), LayerStyle::Buildings,
                               viewportAt(kTorino, 1.0));

    EXPECT_EQ(colourAt(picture.image, {200, 150}), light().ground);
    EXPECT_EQ(colourAt(picture.image, {200, 80}), light().building);
}

TEST(VectorPainter, buildingsSmallerThanAPixelBecomeOnePixel)
{
    std::string features;
    for (int i = 0; i < 50; ++i) {
        features += (i > 0 ? "," : "") + feature("Polygon", "[" + ring(0.00005 + i * 1e-7) + "]");
    }

    const auto picture = drawn(features, LayerStyle::Buildings, viewportAt(kTorino, 50.0).panned({0.5, 0.5}));

    EXPECT_EQ(picture.shapes, 1U);
    EXPECT_EQ(countLike(picture.image, light().building, 0), 1);
}

TEST(VectorPainter, aStreetHasACasingNearAndIsALineFar)
{
    const std::string street = feature("LineString", "[[7.68,45.0703],[7.695,45.0703]]");

    const auto near = drawn(street, LayerStyle::Streets, viewportAt(kTorino, 0.5));
    EXPECT_EQ(colourAt(near.image, {200, 150}), light().street);
    EXPECT_GT(countLike(near.image, light().streetCasing, 24), 300);

    const auto far = drawn(street, LayerStyle::Streets, viewportAt(kTorino, 10.0));
    EXPECT_EQ(countLike(far.image, light().street, 2), 0);
    EXPECT_GT(countLike(far.image, light().streetCasing, 30), 60);
}

TEST(VectorPainter, crossingsStayOpen)
{
    const std::string cross = feature("LineString", "[[7.68,45.0703],[7.695,45.0703]]") + "," +
                              feature("LineString", "[[7.6869,45.065],[7.6869,45.075]]");

    const auto picture = drawn(cross, LayerStyle::Streets, viewportAt(kTorino, 0.5));

    for (int i = -12; i <= 12; ++i) {
        EXPECT_EQ(colourAt(picture.image, {200.0 + i, 150.0}), light().street);
        EXPECT_EQ(colourAt(picture.image, {200.0, 150.0 + i}), light().street);
    }
}

TEST(VectorPainter, aBoundaryIsDashDotNearAndSolidFar)
{
    const std::string town = feature("Polygon", "[" + ring(0.01) + "]");

    const auto near = drawn(town, LayerStyle::Boundaries, viewportAt(kTorino, 10.0));
    const auto far = drawn(town, LayerStyle::Boundaries, viewportAt(kTorino, 160.0));

    EXPECT_EQ(colourAt(near.image, {200, 150}), light().ground); // areas are not filled
    const double length = 4 * 0.02 * 111200.0;
    EXPECT_LT(countLike(near.image, light().boundary, 40), length / 10.0 * 0.95);
    EXPECT_GT(countLike(near.image, light().boundary, 40), length / 10.0 * 0.3);
    EXPECT_GT(countLike(far.image, light().boundary, 70), length / 160.0 * 0.6);
}

TEST(VectorPainter, neighboursShareOneDashedLine)
{
    const std::string left =
        feature("Polygon", "[[[7.68,45.065],[7.6869,45.065],[7.6869,45.075],[7.68,45.075],[7.68,45.065]]]");
    const std::string right =
        feature("Polygon", "[[[7.6869,45.065],[7.694,45.065],[7.694,45.075],[7.6869,45.075],[7.6869,45.065]]]");
    const Viewport viewport = viewportAt(kTorino, 2.0);
    const QRect shared(190, 20, 20, 260);

    const int alone = countLike(drawn(left, LayerStyle::Boundaries, viewport).image.copy(shared), light().boundary, 40);
    const int both =
        countLike(drawn(left + "," + right, LayerStyle::Boundaries, viewport).image.copy(shared), light().boundary, 40);

    EXPECT_GT(alone, 100);
    EXPECT_EQ(both, alone);
}

TEST(VectorPainter, waterPointsAndPlainAreasHaveTheirColours)
{
    const std::string area = feature("Polygon", "[" + ring(0.0005) + "]");
    const Viewport viewport = viewportAt(kTorino, 1.0);

    EXPECT_EQ(colourAt(drawn(area, LayerStyle::Water, viewport).image, {200, 150}), light().water);
    EXPECT_FALSE(isLike(colourAt(drawn(area, LayerStyle::Plain, viewport).image, {200, 150}), light().ground, 3));
    const auto point = drawn(feature("Point", "[7.6869,45.0703]"), LayerStyle::Plain, viewport);
    EXPECT_EQ(colourAt(point.image, {200, 150}), light().point);
    EXPECT_EQ(point.shapes, 1U);
}

TEST(VectorPainter, stopsWhenCancelled)
{
    const Viewport viewport = viewportAt(kTorino, 1.0);
    QImage image(viewport.size, QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&image);
    VectorPainter shapes(painter, viewport, light());
    const Progress progress;
    progress.cancel();

    EXPECT_FALSE(shapes.draw(*layerOf(feature("Polygon", "[" + ring(0.0005) + "]")), LayerStyle::Buildings, progress));
}

} // namespace
} // namespace observo::render
