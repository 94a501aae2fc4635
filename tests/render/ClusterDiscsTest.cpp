// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClusterDiscs.h"

#include "support/render/Pictures.h"

#include <QLocale>
#include <gtest/gtest.h>

namespace observo::render {
namespace {

using test::colourAt;
using test::isLike;

Cluster clusterOf(std::uint32_t active, std::uint32_t faulty)
{
    Cluster cluster;
    cluster.count = active + faulty;
    cluster.byStatus[codeIndex("status", "active")] = active;
    cluster.byStatus[codeIndex("status", "faulty")] = faulty;
    return cluster;
}

QImage drawn(const Cluster& cluster, double ratio = 1.0)
{
    QImage image(static_cast<int>(60 * ratio), static_cast<int>(60 * ratio), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(QColor("#808080"));
    QPainter painter(&image);
    ClusterDiscs discs(Theme::named(ThemeName::Light), ratio);
    discs.draw(painter, {30.0, 30.0}, cluster);
    return image;
}

TEST(ClusterDiscs, theRingIsDividedByStatusClockwiseFromTheTop)
{
    const Theme& theme = Theme::named(ThemeName::Light);

    for (const double ratio : {1.0, 2.0}) {
        const QImage image = drawn(clusterOf(3, 1), ratio); // in the list active comes before faulty
        const double r = clusterRadius(4) - 3.0;
        EXPECT_TRUE(isLike(colourAt(image, {30.0 + r, 30.0}), theme.status("active")));
        EXPECT_TRUE(isLike(colourAt(image, {30.0 + r * 0.7, 30.0 + r * 0.7}), theme.status("active"), 40));
        EXPECT_TRUE(isLike(colourAt(image, {30.0 - r * 0.7, 30.0 - r * 0.7}), theme.status("faulty"), 40));
    }
}

TEST(ClusterDiscs, theMiddleHoldsTheCountOnTheGroundColour)
{
    const Theme& theme = Theme::named(ThemeName::Light);
    const QImage image = drawn(clusterOf(8, 0));

    const QImage inner = image.copy(25, 25, 10, 10);
    EXPECT_GT(test::countLike(inner, theme.text, 90), 8);
    EXPECT_GT(test::countLike(inner, theme.ground, 12), 20);
}

TEST(ClusterDiscs, oneSizeAfterTheOther)
{
    EXPECT_LT(clusterRadius(9), clusterRadius(10));
    EXPECT_LT(clusterRadius(99), clusterRadius(100));
    EXPECT_LT(clusterRadius(999), clusterRadius(1000));
    EXPECT_EQ(clusterRadius(1000), clusterRadius(1000000));
}

TEST(ClusterDiscs, countsStayShort)
{
    QLocale::setDefault(QLocale(QLocale::Italian));
    EXPECT_EQ(clusterText(7), "7");
    EXPECT_EQ(clusterText(999), "999");
    EXPECT_EQ(clusterText(1299), "1,2k");
    EXPECT_EQ(clusterText(45678), "45k");
    EXPECT_EQ(clusterText(2000000), "2M");
    QLocale::setDefault(QLocale::c());
}

} // namespace
} // namespace observo::render
