// SPDX-License-Identifier: GPL-3.0-or-later
// The main job on real input: 7,048 cameras of OpenStreetMap entered through the session, drawn over the boundaries of
// Piemonte, the buildings of Monaco and an orthophoto; one camera placed, aimed, classified, undone, redone and
// exported among them.
#include "Gui.h"
#include "support/TestPlaces.h"

#include "observo/census/Session.h"
#include "observo/core/Edits.h"
#include "observo/exchange/Export.h"
#include "observo/geo/Geodesy.h"
#include "observo/geo/Transform.h"
#include "observo/geo/VectorFile.h"
#include "observo/render/MapPainter.h"

#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <set>

namespace observo {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kOsmCameras = 7048;

/// The OSM extract as a stream of additions.
class OsmCameras : public ChangeSource {
public:
    explicit OsmCameras(std::vector<Camera> cameras) : m_cameras(std::move(cameras)) {}

    [[nodiscard]] std::string label() const override { return "Enter OSM cameras"; }
    [[nodiscard]] std::optional<std::size_t> expected() const override { return m_cameras.size(); }
    [[nodiscard]] Result<std::optional<Change>> next() override
    {
        if (m_next == m_cameras.size()) {
            return std::optional<Change>{};
        }
        return std::optional(Change{.before = std::nullopt, .after = Record(m_cameras[m_next++])});
    }

private:
    std::vector<Camera> m_cameras;
    std::size_t m_next = 0;
};

std::string typeOf(const std::string& kind)
{
    static const std::map<std::string, std::string> kTypes{
        {"Bullet", "bullet"}, {"Fixed dome", "dome_fixed"}, {"PTZ", "ptz"}, {"Traffic / licence plate reader", "box"}};
    const auto found = kTypes.find(kind);
    return found == kTypes.end() ? "unknown" : found->second;
}

std::vector<Camera> readOsm(const fs::path& file)
{
    std::vector<Camera> cameras;
    const auto read = geo::readVectorFile(
        file, {.attributes = {"kind", "direction", "external_id"}},
        [&](const geo::Feature& feature) {
            Camera camera{.id = CameraId::make()};
            const auto& point = std::get<std::vector<MapPoint>>(feature.geometry).front();
            camera.position = {point.x, point.y};
            camera.type = typeOf(textOf(feature.values[0]));
            const std::string direction = textOf(feature.values[1]);
            if (!direction.empty()) {
                camera.direction = Degrees{std::stod(direction)};
            }
            camera.notes = textOf(feature.values[2]);
            camera.status = "active";
            cameras.push_back(std::move(camera));
            return true;
        },
        Progress{});
    EXPECT_TRUE(read) << (read ? "" : read.error().message());
    return cameras;
}

class RealMainJob : public testing::Test {
protected:
    void SetUp() override
    {
        const auto shared = test::sharedFolder();
        if (!shared) {
            GTEST_SKIP() << "OBSERVO_SHARED names no folder of real data";
        }
        m_data = *shared / "data";
        auto made = census::Session::create(m_folder / "italia.gpkg", {.issuingBody = "Regione", .istatCode = "001272"},
                                            {.actor = census::Actor::current("observo")});
        ASSERT_TRUE(made) << made.error().message();
        m_session = std::move(*made);
        OsmCameras source(readOsm(m_data / "cameras" / "italia_osm_sorveglianza.geojson"));
        const auto entered = m_session->perform(source, Progress{});
        ASSERT_TRUE(entered) << entered.error().message();
    }

    [[nodiscard]] Camera stored(CameraId id) { return m_session->reader().camera(id).value_or(Camera{}); }

    [[nodiscard]] static render::SceneLayer vectorLayer(const fs::path& file, const std::string& layer, int epsg,
                                                        render::LayerStyle style)
    {
        auto loaded = geo::VectorLayer::load(file, {.layer = layer, .targetEpsg = epsg}, Progress{});
        EXPECT_TRUE(loaded) << (loaded ? "" : loaded.error().message());
        return {.name = QString::fromStdString(file.stem().string()), .data = loaded.value_or(nullptr), .style = style};
    }

    test::TemporaryFolder m_folder;
    fs::path m_data;
    std::unique_ptr<census::Session> m_session;
    cli::GuiForPictures m_gui;
};

std::size_t coloursIn(const QImage& image)
{
    std::set<QRgb> colours;
    for (int y = 0; y < image.height(); y += 3) {
        for (int x = 0; x < image.width(); x += 3) {
            colours.insert(image.pixel(x, y));
        }
    }
    return colours.size();
}

std::size_t pixelsNear(const QImage& image, QColor colour)
{
    std::size_t count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor there = image.pixelColor(x, y);
            count += std::abs(there.red() - colour.red()) + std::abs(there.green() - colour.green()) +
                                 std::abs(there.blue() - colour.blue()) <
                             12
                         ? 1U
                         : 0U;
        }
    }
    return count;
}

TEST_F(RealMainJob, everyOsmCameraIsInTheCensusAndItsLogIsIntact)
{
    EXPECT_EQ(m_session->inventory().size(), kOsmCameras);
    const auto verdict = census::verifyLog(m_session->reader(), Progress{});
    ASSERT_TRUE(verdict);
    EXPECT_TRUE(verdict->intact) << (verdict->findings.empty() ? "" : verdict->findings.front());
}

TEST_F(RealMainJob, theMapShowsPiemonteAndTheCameras)
{
    render::Scene scene{.cameras = m_session->inventory()};
    scene.layers.push_back(vectorLayer(m_data / "boundaries" / "piemonte_comuni_32632.gpkg", "comuni", 7791,
                                       render::LayerStyle::Boundaries));
    const auto boundaries = std::get<std::shared_ptr<const geo::VectorLayer>>(scene.layers[0].data);
    ASSERT_TRUE(boundaries);
    EXPECT_EQ(boundaries->size(), 1179U);
    const auto viewport = render::Viewport{.epsg = 7791, .size = QSize(1200, 900)}.fitted(boundaries->extent());

    const auto picture = render::paintMap(scene, viewport, Progress{});

    ASSERT_TRUE(picture) << picture.error().message();
    EXPECT_GT(picture->camerasDrawn, 500U); // 716 lie in Piemonte, more around it
    EXPECT_LT(picture->camerasDrawn, kOsmCameras);
    EXPECT_GT(coloursIn(picture->image), 20U);
}

TEST_F(RealMainJob, theMapShowsTheBuildingsOfMonaco)
{
    render::Scene scene{.cameras = m_session->inventory()};
    scene.layers.push_back(vectorLayer(m_data / "buildings_streets" / "monaco_osm.gpkg", "buildings", 7791,
                                       render::LayerStyle::Buildings));
    const auto buildings = std::get<std::shared_ptr<const geo::VectorLayer>>(scene.layers[0].data);
    ASSERT_TRUE(buildings);
    EXPECT_EQ(buildings->size(), 23336U);
    const auto projection = geo::Projection::of(7791, {7.42, 43.735});
    ASSERT_TRUE(projection);
    const render::Viewport viewport{.epsg = 7791,
                                    .centre = projection->project({7.4212, 43.7325}),
                                    .metresPerPixel = 0.8,
                                    .size = QSize(1200, 900)};

    const auto picture = render::paintMap(scene, viewport, Progress{});

    ASSERT_TRUE(picture) << picture.error().message();
    const auto drawn = pixelsNear(picture->image, render::Theme::named(render::ThemeName::Light).building);
    EXPECT_GT(drawn, 1200U * 900U / 10); // a dense town: more than a tenth of the picture is roofs
}

TEST_F(RealMainJob, theMapShowsAnOrthophotoInItsOwnZone)
{
    const LonLat centre{-81.98977, 29.69250};
    const int epsg = geo::mapSystemFor(centre);
    auto photo = geo::RasterLayer::load(m_data / "raster" / "OSBS_029.tif", {.targetEpsg = epsg}, Progress{});
    ASSERT_TRUE(photo) << photo.error().message();
    render::Scene scene;
    scene.showGraticule = false;
    scene.layers.push_back({.name = "orthophoto", .data = *photo});
    const auto viewport = render::Viewport{.epsg = epsg, .size = QSize(600, 600)}.fitted((*photo)->extent(), 0.0);

    const auto picture = render::paintMap(scene, viewport, Progress{});

    ASSERT_TRUE(picture) << picture.error().message();
    EXPECT_GT(coloursIn(picture->image), 2000U); // trees, not a flat ground
    EXPECT_NEAR((*photo)->extent().width(), 40.0, 0.5);
}

TEST_F(RealMainJob, aCameraIsPlacedAimedClassifiedUndoneRedoneAndExportedAmongThem)
{
    const auto id = CameraId::make();
    ASSERT_TRUE(m_session->perform(placeCamera(id, {7.4246, 43.7384})));
    ASSERT_TRUE(m_session->perform(
        aimCamera(stored(id), {.direction = Degrees{127}, .hfov = Degrees{67.8}, .range = Metres{38}})));
    Camera classified = stored(id);
    classified.type = "bullet";
    classified.function = "context";
    classified.purpose = "urban_security;traffic";
    classified.name = "Città alta – «Rocher»";
    ASSERT_TRUE(m_session->perform(editRecord(stored(id), classified, "Classify camera")));
    const Camera before = stored(id);

    ASSERT_TRUE(m_session->undo());
    EXPECT_EQ(stored(id).name, "");
    ASSERT_TRUE(m_session->redo());
    const Camera after = stored(id);
    EXPECT_EQ(after.name, before.name);
    EXPECT_EQ(after.direction, Degrees{127});

    for (const std::string name : {"tutte.geojson", "tutte.shp", "tutte.gpkg", "tutte.csv", "tutte.kml", "tutte.zip"}) {
        auto reader = census::Reader::snapshot(m_session->file(), Progress{});
        ASSERT_TRUE(reader);
        const auto report = exchange::exportCensus(**reader, {.output = m_folder / name}, Progress{});
        ASSERT_TRUE(report) << name << ": " << report.error().message();
        EXPECT_EQ(report->features, static_cast<std::int64_t>(kOsmCameras + 1)) << name;
    }
}

} // namespace
} // namespace observo
