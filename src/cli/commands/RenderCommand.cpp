// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/RenderCommand.h"

#include "Arguments.h"
#include "Gui.h"

#include "observo/census/Reader.h"
#include "observo/core/CheckedFile.h"
#include "observo/exchange/ForeignLayer.h"
#include "observo/geo/RasterLayer.h"
#include "observo/geo/Transform.h"
#include "observo/render/MapPainter.h"

#include <CLI/Validators.hpp>
#include <QBuffer>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <filesystem>

namespace observo::cli {
namespace {

constexpr int kLargestSide = 20000;
constexpr std::array<std::string_view, 3> kLayers{"cameras", "views", "labels"};

Result<QSize> sizeFrom(const std::string& text)
{
    const auto cross = text.find('x');
    std::array<int, 2> sides{};
    const std::array<std::string_view, 2> parts{std::string_view(text).substr(0, cross),
                                                cross == std::string::npos ? std::string_view{}
                                                                           : std::string_view(text).substr(cross + 1)};
    for (std::size_t i = 0; i < 2; ++i) {
        const auto [end, error] = std::from_chars(parts[i].data(), parts[i].data() + parts[i].size(), sides[i]);
        if (error != std::errc{} || end != parts[i].data() + parts[i].size() || sides[i] < 1 ||
            sides[i] > kLargestSide) {
            return fail(ErrorCode::InvalidArgument, "--size " + text + " is no picture size",
                        "write WIDTHxHEIGHT in pixels, each from 1 to " + std::to_string(kLargestSide));
        }
    }
    return QSize(sides[0], sides[1]);
}

/// The box of the command line in metres of the picture's system: its four sides are followed, not only its corners.
Result<geo::MapBox> mapBoxFrom(const std::array<double, 4>& box, const geo::Projection& projection, bool isProjected)
{
    if (isProjected) {
        return geo::MapBox{.minX = box[0], .minY = box[1], .maxX = box[2], .maxY = box[3]};
    }
    constexpr int kSteps = 16;
    geo::MapBox map;
    for (int i = 0; i <= kSteps; ++i) {
        const double lon = box[0] + (box[2] - box[0]) * i / kSteps;
        const double lat = box[1] + (box[3] - box[1]) * i / kSteps;
        for (const LonLat place :
             {LonLat{lon, box[1]}, LonLat{lon, box[3]}, LonLat{box[0], lat}, LonLat{box[2], lat}}) {
            map.include(projection.project(place));
        }
    }
    return map;
}

Result<std::string> pngOf(const QImage& image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, "PNG")) {
        return fail(ErrorCode::Internal, "the picture could not be encoded");
    }
    return bytes.toStdString();
}

Done writeFile(const std::filesystem::path& file, const std::string& bytes, Overwrite overwrite)
{
    auto out = CheckedFile::create(file, overwrite);
    if (!out) {
        return fail(out.error());
    }
    if (auto written = out->write(std::string_view(bytes)); !written) {
        return written;
    }
    return out->publish();
}

class RenderCommand : public CensusCommand {
public:
    [[nodiscard]] std::string_view name() const override { return "render"; }
    [[nodiscard]] Label summary() const override
    {
        return {.it = "Disegna la mappa in un'immagine", .en = "Draw the map into a picture"};
    }
    void declareMore(CLI::App& app) override
    {
        app.add_option("-o,--output", m_output, "The picture, PNG")->required()->type_name("OUT.png");
        app.add_option("--bbox", m_bbox, "What it shows, in degrees or in metres of --crs")
            ->required()
            ->type_name("W,S,E,N");
        app.add_option("--size", m_size, "Pixels")->required()->type_name("WxH");
        app.add_option("--crs", m_crs, "Projected system of the picture; default the local one")->type_name("EPSG:n");
        app.add_option("--basemap", m_basemaps, "A raster or vector file below the cameras")
            ->allow_extra_args(false)
            ->take_all()
            ->type_name("FILE");
        app.add_option("--layers", m_layers, "Any of cameras,views,labels")->type_name("A,B");
        app.add_flag("--overwrite", m_overwrite, "Replace an existing file");
    }
    [[nodiscard]] Result<ExitCode> run(Console& console) override
    {
        const auto viewport = makeViewport();
        auto scene = makeScene();
        if (!viewport || !scene) {
            return fail(!viewport ? viewport.error() : scene.error());
        }
        const Progress progress = console.progress();
        if (auto loaded = load(*scene, viewport->epsg, progress.part(0.0, 0.6)); !loaded) {
            return fail(loaded.error());
        }
        const GuiForPictures gui;
        const auto start = std::chrono::steady_clock::now();
        const auto picture = render::paintMap(*scene, *viewport, progress.part(0.6, 1.0));
        const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
        if (!picture) {
            return fail(picture.error());
        }
        const auto png = pngOf(picture->image);
        if (!png) {
            return fail(png.error());
        }
        const auto overwrite = m_overwrite ? Overwrite::Replace : Overwrite::Refuse;
        if (auto written = writeFile(std::filesystem::absolute(m_output), *png, overwrite); !written) {
            return fail(written.error());
        }
        if (console.json) {
            console.print({{"milliseconds", took.count()}, {"cameras_drawn", picture->camerasDrawn}});
        } else {
            console.out() << m_output << '\n';
        }
        return ExitCode::Done;
    }

private:
    [[nodiscard]] Result<render::Viewport> makeViewport() const
    {
        const auto box = boxFrom(m_bbox);
        const auto size = sizeFrom(m_size);
        if (!box || !size) {
            return fail(!box ? box.error() : size.error());
        }
        const auto crs =
            m_crs.empty() ? geo::Crs::fromEpsg(geo::mapSystemFor(centreOf(*box))) : geo::Crs::fromText(m_crs);
        if (!crs) {
            return fail(crs.error());
        }
        if (!crs->isProjected() || crs->epsg() == 0) {
            return fail(ErrorCode::UnknownCrs, "a picture needs a projected system with an EPSG code, not " + crs->id(),
                        "leave --crs out, or name a projected one such as EPSG:7791");
        }
        const auto projection = geo::Projection::of(crs->epsg(), m_crs.empty() ? centreOf(*box) : LonLat{});
        if (!projection) {
            return fail(projection.error());
        }
        const auto map = mapBoxFrom(*box, *projection, !m_crs.empty());
        if (!map) {
            return fail(map.error());
        }
        return render::Viewport{.epsg = crs->epsg(), .size = *size}.fitted(*map, 0.0);
    }

    [[nodiscard]] static LonLat centreOf(const std::array<double, 4>& box)
    {
        return {(box[0] + box[2]) / 2, (box[1] + box[3]) / 2};
    }

    [[nodiscard]] Result<render::Scene> makeScene() const
    {
        render::Scene scene;
        if (m_layers.empty()) {
            return scene;
        }
        const auto wanted = splitList(m_layers);
        for (const std::string& layer : wanted) {
            if (std::find(kLayers.begin(), kLayers.end(), layer) == kLayers.end()) {
                return fail(ErrorCode::InvalidArgument, "--layers names " + layer + ", which there is not",
                            "use any of cameras, views, labels");
            }
        }
        const auto has = [&](std::string_view name) {
            return std::find(wanted.begin(), wanted.end(), name) != wanted.end();
        };
        scene.showCameras = has("cameras");
        scene.showViews = has("views");
        scene.showLabels = has("labels");
        return scene;
    }

    [[nodiscard]] Done load(render::Scene& scene, int epsg, const Progress& progress) const
    {
        const auto reader = census::Reader::open(census());
        if (!reader) {
            return fail(reader.error());
        }
        auto inventory = (*reader)->inventory(progress.part(0.0, 0.3));
        if (!inventory) {
            return fail(inventory.error());
        }
        scene.cameras = std::move(*inventory);
        for (const std::string& file : m_basemaps) {
            auto layer = loadLayer(file, epsg, progress.part(0.3, 1.0));
            if (!layer) {
                return fail(layer.error());
            }
            scene.layers.push_back(std::move(*layer));
        }
        return done();
    }

    [[nodiscard]] static Result<render::SceneLayer> loadLayer(const std::string& file, int epsg,
                                                              const Progress& progress)
    {
        constexpr int kWgs84 = 4326;
        render::SceneLayer layer{.name = QString::fromStdString(std::filesystem::path(file).stem().string())};
        auto vector = exchange::loadForeignLayer(file, {.targetEpsg = epsg, .assumedEpsg = kWgs84}, progress);
        if (!vector) {
            return fail(vector.error());
        }
        if (vector->isPicture) {
            auto raster = geo::RasterLayer::load(file, {.targetEpsg = epsg}, progress);
            if (!raster) {
                return fail(raster.error());
            }
            layer.data = *raster;
            return layer;
        }
        const auto shape = vector->data->mainShape();
        layer.style = shape == geo::VectorLayer::Shape::Lines      ? render::LayerStyle::Streets
                      : shape == geo::VectorLayer::Shape::Polygons ? render::LayerStyle::Buildings
                                                                   : render::LayerStyle::Plain;
        layer.data = vector->data;
        return layer;
    }

    std::string m_output;
    std::string m_bbox;
    std::string m_size;
    std::string m_crs;
    std::vector<std::string> m_basemaps;
    std::string m_layers;
    bool m_overwrite = false;
};

} // namespace

std::unique_ptr<Command> renderCommand()
{
    return std::make_unique<RenderCommand>();
}

} // namespace observo::cli
