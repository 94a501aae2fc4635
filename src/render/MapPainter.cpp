// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/render/MapPainter.h"

#include "CameraLayer.h"
#include "LocalProjection.h"
#include "base/Graticule.h"
#include "base/RasterPainter.h"
#include "base/VectorPainter.h"
#include "text/PlaceNames.h"

#include <QPainter>

#include <string>
#include <utility>

namespace observo::render {
namespace {

using SharedVector = std::shared_ptr<const geo::VectorLayer>;
using SharedRaster = std::shared_ptr<const geo::RasterLayer>;

/// An A0 sheet at 300 dots per inch has 140 million; more is a mistake and would only fill the memory.
constexpr double kMostPixels = 2e8;
constexpr int kEdgeFigures = 6; ///< pixels between the figures of the graticule and the edge

tl::unexpected<Error> cancelled()
{
    return fail(ErrorCode::Cancelled, "the picture was cancelled");
}

Done drawLayer(QPainter& painter, const SceneLayer& layer, const Scene& scene, const Viewport& viewport,
               const Progress& progress)
{
    painter.save();
    painter.setOpacity(layer.opacity);
    Done drawn = done();
    if (const auto* raster = std::get_if<SharedRaster>(&layer.data); raster != nullptr && *raster) {
        drawn = drawRaster(painter, **raster, viewport, progress);
    } else if (const auto* vector = std::get_if<SharedVector>(&layer.data); vector != nullptr && *vector) {
        VectorPainter shapes(painter, viewport, Theme::named(scene.theme));
        if (!shapes.draw(**vector, layer.style, progress)) {
            drawn = cancelled();
        }
    }
    painter.restore();
    return drawn;
}

/// A raster that cannot be read now leaves its place empty: the rest of the map is worth more than no picture.
Done drawLayers(QPainter& painter, const Scene& scene, const Viewport& viewport, const Progress& progress)
{
    for (const SceneLayer& layer : scene.layers) {
        if (!layer.visible) {
            continue;
        }
        const Done drawn = drawLayer(painter, layer, scene, viewport, progress);
        if (!drawn && drawn.error().code == ErrorCode::Cancelled) {
            return drawn;
        }
    }
    return progress.cancelled() ? Done(cancelled()) : done();
}

std::vector<PlacedLabel> layerNames(const Scene& scene, const Viewport& viewport, LabelBoard& board,
                                    const Progress& progress)
{
    std::vector<PlacedLabel> names;
    for (const SceneLayer& layer : scene.layers) {
        const auto* vector = std::get_if<SharedVector>(&layer.data);
        if (layer.visible && layer.labels && vector != nullptr && *vector) {
            auto placed = placeNames(**vector, layer.style, viewport, Theme::named(scene.theme), board, progress);
            names.insert(names.end(), placed.begin(), placed.end());
        }
    }
    return names;
}

/// Figures first, as they have one place only; then codes, then names of the base map.
std::vector<PlacedLabel> placeTexts(const Scene& scene, const Viewport& viewport, const Graticule& graticule,
                                    CameraLayer& cameras, const Progress& progress)
{
    LabelBoard board(viewport.size);
    cameras.takeSymbols(board);
    std::vector<PlacedLabel> texts;
    for (const PlacedLabel& figure : graticule.labels) {
        if (board.tryTake(figure)) {
            texts.push_back(figure);
        }
    }
    if (scene.showLabels) {
        cameras.placeLabels(board);
        auto names = layerNames(scene, viewport, board, progress);
        texts.insert(texts.end(), names.begin(), names.end());
    }
    return texts;
}

Done drawCameras(QPainter& painter, CameraLayer& cameras, const Progress& progress)
{
    if (!cameras.drawViews(painter, progress) || !cameras.drawSymbols(painter, progress)) {
        return cancelled();
    }
    cameras.drawCodes(painter);
    return done();
}

Done drawScene(QPainter& painter, const Scene& scene, MapPicture& picture, const Progress& progress)
{
    const Viewport& viewport = picture.viewport;
    const Theme& theme = Theme::named(scene.theme);
    if (auto drawn = drawLayers(painter, scene, viewport, progress); !drawn) {
        return drawn;
    }
    const geo::Projection* projection = projectionFor(viewport.epsg);
    if (projection == nullptr) {
        return fail(ErrorCode::UnknownCrs, "EPSG:" + std::to_string(viewport.epsg) + " is no map system",
                    "choose a projected system");
    }
    CameraLayer cameras(scene, viewport, *projection);
    if (!cameras.gather(progress)) {
        return cancelled();
    }
    const Graticule graticule =
        scene.showGraticule ? graticuleOf(viewport, *projection, theme, scene.overscan + kEdgeFigures) : Graticule{};
    drawGraticule(painter, graticule, theme);
    drawLabels(painter, placeTexts(scene, viewport, graticule, cameras, progress));
    if (auto drawn = drawCameras(painter, cameras, progress); !drawn) {
        return drawn;
    }
    picture.camerasDrawn = cameras.camerasDrawn();
    picture.sectorsDrawn = cameras.sectorsDrawn();
    return done();
}

} // namespace

Result<MapPicture> paintMap(const Scene& scene, const Viewport& viewport, const Progress& progress)
{
    MapPicture picture;
    picture.viewport = viewport;
    const QSizeF pixels = QSizeF(viewport.size) * viewport.devicePixelRatio;
    if (pixels.width() * pixels.height() <= kMostPixels) {
        picture.image = QImage(pixels.toSize(), QImage::Format_ARGB32_Premultiplied);
    }
    if (picture.image.isNull()) {
        return fail(ErrorCode::InvalidArgument, "a picture of " + std::to_string(viewport.size.width()) + " x " +
                                                    std::to_string(viewport.size.height()) + " pixels cannot be made");
    }
    picture.image.setDevicePixelRatio(viewport.devicePixelRatio);
    picture.image.fill(Theme::named(scene.theme).ground);
    QPainter painter(&picture.image);
    const Done drawn = drawScene(painter, scene, picture, progress);
    painter.end();
    if (!drawn) {
        return fail(drawn.error());
    }
    return picture;
}

} // namespace observo::render
