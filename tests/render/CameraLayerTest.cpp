// SPDX-License-Identifier: GPL-3.0-or-later
#include "CameraLayer.h"

#include "LocalProjection.h"
#include "support/Builders.h"
#include "support/render/Pictures.h"

#include <gtest/gtest.h>

#include <vector>

namespace observo::render {
namespace {

using test::aCamera;
using test::bareScene;
using test::inventoryOf;
using test::kTorino;
using test::manyCameras;
using test::viewportAt;

/// Draws the cameras alone on transparent ground.
struct Drawn {
    explicit Drawn(const Scene& scene, const Viewport& viewport)
        : image(viewport.size, QImage::Format_ARGB32_Premultiplied), layer(scene, viewport, *projectionFor(7791))
    {
        image.fill(Qt::transparent);
        QPainter painter(&image);
        isWhole = layer.gather(Progress());
        LabelBoard board(viewport.size);
        layer.takeSymbols(board);
        layer.placeLabels(board);
        isWhole = isWhole && layer.drawViews(painter, Progress()) && layer.drawSymbols(painter, Progress());
        layer.drawCodes(painter);
    }
    int opaquePixels(QRect part) const
    {
        int count = 0;
        for (int y = part.top(); y <= part.bottom(); ++y) {
            for (int x = part.left(); x <= part.right(); ++x) {
                count += qAlpha(image.pixel(x, y)) > 128 ? 1 : 0;
            }
        }
        return count;
    }

    QImage image;
    CameraLayer layer;
    bool isWhole = false;
};

TEST(CameraLayer, countsTheCamerasInThePicture)
{
    const Scene scene = bareScene(inventoryOf(std::vector<Camera>{aCamera().at(kTorino).facing(0).seeing(60, 30),
                                                                  aCamera().at(kTorino), aCamera().at(7.70, 45.0703)}));

    const Drawn drawn(scene, viewportAt(kTorino, 0.5));

    EXPECT_TRUE(drawn.isWhole);
    EXPECT_EQ(drawn.layer.camerasDrawn(), 2U);
    EXPECT_EQ(drawn.layer.sectorsDrawn(), 1U);
}

TEST(CameraLayer, aSectorReachesIntoThePictureFromOutside)
{
    // 230 m east of the middle, 30 m outside of the picture, looking west.
    const Scene scene =
        bareScene(inventoryOf(std::vector<Camera>{aCamera().at(7.68982, 45.0703).facing(270).seeing(60, 100)}));

    const Drawn drawn(scene, viewportAt(kTorino, 1.0));

    EXPECT_EQ(drawn.layer.camerasDrawn(), 0U);
    EXPECT_EQ(drawn.layer.sectorsDrawn(), 1U);
    EXPECT_GT(qAlpha(drawn.image.pixel(370, 150)), 20);
}

TEST(CameraLayer, tinySectorsHideUnderTheirSymbols)
{
    const Scene scene = bareScene(inventoryOf(std::vector<Camera>{aCamera().at(kTorino).facing(0).seeing(60, 30)}));

    EXPECT_EQ(Drawn(scene, viewportAt(kTorino, 10.0)).layer.sectorsDrawn(), 0U);
}

TEST(CameraLayer, farOutCamerasClusterButTheSelectedOnesStayThemselves)
{
    std::vector<Camera> cameras(5, aCamera().at(kTorino));
    for (Camera& camera : cameras) {
        camera.id = CameraId::make();
    }
    Scene scene = bareScene(inventoryOf(cameras));
    const Theme& theme = Theme::named(scene.theme);
    const Drawn clustered(scene, viewportAt(kTorino, 20.0));
    scene.selected.insert(cameras[2].id);
    const Drawn withSelected(scene, viewportAt(kTorino, 20.0));

    EXPECT_EQ(clustered.layer.camerasDrawn(), 5U);
    EXPECT_EQ(withSelected.layer.camerasDrawn(), 5U);
    EXPECT_EQ(test::countLike(clustered.image, theme.selection, 20), 0);
    EXPECT_GT(test::countLike(withSelected.image, theme.selection, 20), 100);
}

TEST(CameraLayer, codesAreWrittenNearAndNamesNearer)
{
    const Scene scene = bareScene(
        inventoryOf(std::vector<Camera>{aCamera().coded("TC-0001").named("Ponte Nord").at(kTorino).facing(180)}));
    const QRect right(216, 140, 180, 20);

    EXPECT_EQ(Drawn(scene, viewportAt(kTorino, 8.0)).opaquePixels(right), 0);
    const int code = Drawn(scene, viewportAt(kTorino, 0.8)).opaquePixels(right);
    const int codeAndName = Drawn(scene, viewportAt(kTorino, 0.3)).opaquePixels(right);
    EXPECT_GT(code, 100);
    EXPECT_GT(codeAndName, code * 3 / 2);
}

TEST(CameraLayer, camerasOnOnePoleAreAllDrawnNear)
{
    const Scene scene = bareScene(inventoryOf(std::vector<Camera>{
        aCamera().at(kTorino).facing(0), aCamera().at(kTorino).facing(90), aCamera().at(kTorino).facing(180)}));
    const Drawn drawn(scene, viewportAt(kTorino, 0.2));

    // A nose for each direction, none to the west: tips reach 13 pixels, the body's halo 9.5.
    EXPECT_EQ(qAlpha(drawn.image.pixel(200, 139)), 255);
    EXPECT_EQ(qAlpha(drawn.image.pixel(211, 150)), 255);
    EXPECT_EQ(qAlpha(drawn.image.pixel(200, 160)), 255);
    EXPECT_EQ(qAlpha(drawn.image.pixel(188, 150)), 0);
}

TEST(CameraLayer, aCancelledPictureIsGivenUp)
{
    const Scene scene = bareScene(manyCameras(5000, {7.0, 44.5, 8.0, 45.5}));
    const Progress progress;
    progress.cancel();
    CameraLayer layer(scene, viewportAt(kTorino, 100.0), *projectionFor(7791));

    EXPECT_FALSE(layer.gather(progress));
}

} // namespace
} // namespace observo::render
