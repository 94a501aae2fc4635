// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/render/Pictures.h"

#include "support/Builders.h"
#include "support/TestPlaces.h"

#include "observo/core/Fields.h"
#include "observo/geo/Transform.h"

#include <QString>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <random>

namespace observo::test {
namespace {

std::string_view pick(std::span<const CodeInfo> codes, std::mt19937& random)
{
    return codes[random() % codes.size()].code;
}

Camera cameraOf(std::size_t number, const GeoBox& box, std::mt19937& random)
{
    // Not std's distributions: their results differ between libraries.
    const auto between = [&random](double from, double to) {
        return from + (to - from) * static_cast<double>(random() % 100000) / 1e5;
    };
    auto camera = aCamera()
                      .coded("TC-" + std::to_string(number))
                      .at(between(box.west, box.east), between(box.south, box.north))
                      .ofType(pick(codesOf("camera_type"), random))
                      .doing(pick(codesOf("camera_function"), random))
                      .inStatus(pick(codesOf("status"), random))
                      .build();
    camera.direction = random() % 8 == 0 ? std::nullopt : std::optional(Degrees{between(0.0, 359.9)});
    if (random() % 2 == 0) {
        camera.hfov = Degrees{between(30.0, 110.0)};
        camera.range = Metres{between(15.0, 60.0)};
    }
    return camera;
}

bool isVisiblyDifferent(QRgb a, QRgb b)
{
    constexpr int kVisible = 48; // letters and edges differ a little between versions of Qt and FreeType
    return std::abs(qRed(a) - qRed(b)) > kVisible || std::abs(qGreen(a) - qGreen(b)) > kVisible ||
           std::abs(qBlue(a) - qBlue(b)) > kVisible;
}

} // namespace

render::Viewport viewportAt(LonLat place, double metresPerPixel, QSize size)
{
    const auto projection = geo::Projection::of(7791, place);
    expects(projection.has_value());
    render::Viewport viewport;
    viewport.epsg = 7791;
    viewport.centre = projection->project(place);
    viewport.metresPerPixel = metresPerPixel;
    viewport.size = size;
    return viewport;
}

Inventory inventoryOf(std::span<const Camera> cameras)
{
    InventoryBuilder builder;
    for (const Camera& camera : cameras) {
        builder.add(rowOf(camera));
    }
    return builder.finish();
}

Inventory manyCameras(std::size_t count, const GeoBox& box)
{
    std::mt19937 random(static_cast<std::uint32_t>(count));
    InventoryBuilder builder;
    for (std::size_t i = 0; i < count; ++i) {
        builder.add(rowOf(cameraOf(i + 1, box, random)));
    }
    return builder.finish();
}

render::Scene bareScene(Inventory cameras)
{
    render::Scene scene;
    scene.cameras = std::move(cameras);
    scene.showLabels = false;
    scene.showGraticule = false;
    return scene;
}

render::MapPicture painted(const render::Scene& scene, const render::Viewport& viewport)
{
    auto picture = render::paintMap(scene, viewport, Progress());
    expects(picture.has_value());
    return std::move(*picture);
}

std::shared_ptr<const geo::VectorLayer> layerOf(std::string_view features, std::string_view labelAttribute, int epsg)
{
    const TemporaryFolder folder;
    const auto file = folder / "layer.geojson";
    std::ofstream(file) << R"({"type":"FeatureCollection","features":[)" << features << "]}";
    auto layer = geo::VectorLayer::load(
        file, {.layer = {}, .labelAttribute = std::string(labelAttribute), .targetEpsg = epsg}, Progress());
    expects(layer.has_value());
    return *layer;
}

QColor colourAt(const QImage& image, QPointF pixel)
{
    const QPointF device = pixel * image.devicePixelRatio();
    return image.pixelColor(static_cast<int>(std::floor(device.x())), static_cast<int>(std::floor(device.y())));
}

bool isLike(const QColor& a, const QColor& b, int tolerance)
{
    return std::abs(a.red() - b.red()) <= tolerance && std::abs(a.green() - b.green()) <= tolerance &&
           std::abs(a.blue() - b.blue()) <= tolerance;
}

int countLike(const QImage& image, const QColor& colour, int tolerance)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            count += isLike(image.pixelColor(x, y), colour, tolerance) ? 1 : 0;
        }
    }
    return count;
}

double differenceFromGolden(const QImage& image, std::string_view name)
{
    const QString file = QString::fromStdString((testDataFolder() / "render" / (std::string(name) + ".png")).string());
    if (std::getenv("OBSERVO_UPDATE_GOLDEN") != nullptr) {
        return image.save(file) ? 0.0 : 1.0;
    }
    const QImage golden(file);
    if (golden.size() != image.size()) {
        return 1.0;
    }
    int different = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            different += isVisiblyDifferent(image.pixel(x, y), golden.pixel(x, y)) ? 1 : 0;
        }
    }
    return static_cast<double>(different) / (image.width() * image.height());
}

} // namespace observo::test
