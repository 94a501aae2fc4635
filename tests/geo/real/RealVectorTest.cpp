// SPDX-License-Identifier: GPL-3.0-or-later
// Real vector files, read and drawn from: boundaries, buildings, streets, camera lists.

#include "support/TestPlaces.h"

#include "observo/geo/Geodesy.h"
#include "observo/geo/Transform.h"
#include "observo/geo/VectorFile.h"
#include "observo/geo/VectorLayer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace observo::geo {
namespace {

class RealVector : public testing::Test {
protected:
    void SetUp() override
    {
        const auto shared = test::sharedFolder();
        if (!shared) {
            GTEST_SKIP() << "OBSERVO_SHARED names no folder of real data";
        }
        m_data = *shared / "data";
    }

    std::shared_ptr<const VectorLayer> load(const std::string& file, const VectorLayer::Options& options)
    {
        const auto start = std::chrono::steady_clock::now();
        auto layer = VectorLayer::load(m_data / file, options, Progress());
        const auto end = std::chrono::steady_clock::now();
        EXPECT_TRUE(layer) << (layer ? "" : layer.error().message());
        const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(end - start).count();
        RecordProperty("load_ms", std::to_string(took));
        if (layer) {
            RecordProperty("points", std::to_string((*layer)->points()));
        }
        return layer ? *layer : nullptr;
    }

    std::filesystem::path m_data;
};

TEST_F(RealVector, theBoundariesOfPiemonteAreDrawnAndLabelled)
{
    const auto layer = load("boundaries/piemonte_comuni_32632.gpkg", {.labelAttribute = "name", .targetEpsg = 7791});

    ASSERT_NE(layer, nullptr);
    EXPECT_EQ(layer->size(), 1179U);
    EXPECT_EQ(layer->skipped(), 0U);
    EXPECT_EQ(layer->mainShape(), VectorLayer::Shape::Polygons);
    const auto projection = Projection::of(7791, {7.6869, 45.0703});
    const auto torino = projection->project({7.6869, 45.0703});
    std::set<std::string> names;
    layer->forEach({torino.x, torino.y, torino.x, torino.y}, [&](const VectorLayer::Item& item) {
        names.emplace(item.label);
        return true;
    });
    EXPECT_TRUE(names.contains("Torino"));
    EXPECT_LE(names.size(), 3U);
}

TEST_F(RealVector, theEightBoundaryFilesOfTheProvincesHaveAllMunicipalities)
{
    std::size_t count = 0;
    for (const char* province : {"1", "2", "3", "4", "5", "6", "96", "103"}) {
        const auto layer = load("boundaries/limits_P_" + std::string(province) + "_municipalities.geojson",
                                {.labelAttribute = "name", .targetEpsg = 7791});
        ASSERT_NE(layer, nullptr);
        count += layer->size();
    }
    EXPECT_EQ(count, 1179U);
}

TEST_F(RealVector, theBuildingsOfMonacoAreAllThere)
{
    const auto layer = load("buildings_streets/monaco_osm.gpkg", {.layer = "buildings", .targetEpsg = 7791});

    ASSERT_NE(layer, nullptr);
    EXPECT_EQ(layer->size(), 23336U);
    EXPECT_EQ(layer->skipped(), 0U);
    const auto start = std::chrono::steady_clock::now();
    const auto centre = layer->extent().centre();
    std::size_t near = 0;
    layer->forEach({centre.x - 200, centre.y - 200, centre.x + 200, centre.y + 200}, [&near](const auto&) {
        ++near;
        return true;
    });
    const std::chrono::duration<double, std::micro> took = std::chrono::steady_clock::now() - start;
    RecordProperty("window_us", std::to_string(took.count()));
    EXPECT_GT(near, 10U);
    EXPECT_LT(near, 3000U);
}

TEST_F(RealVector, theStreetsOfMonacoAreLines)
{
    const auto layer = load("buildings_streets/monaco_osm.gpkg", {.layer = "streets", .targetEpsg = 7791});

    ASSERT_NE(layer, nullptr);
    EXPECT_EQ(layer->size(), 2903U);
    EXPECT_EQ(layer->mainShape(), VectorLayer::Shape::Lines);
}

TEST_F(RealVector, anOsmExtractHasItsBuildingsAmongThePolygons)
{
    std::size_t buildings = 0;
    const auto report = readVectorFile(
        m_data / "buildings_streets/monaco.osm.pbf", {.layer = "multipolygons", .attributes = {"building"}},
        [&buildings](const Feature& feature) {
            if (feature.values[0] != FieldValue() && feature.geometry != Geometry()) {
                ++buildings;
            }
            return true;
        },
        Progress());

    ASSERT_TRUE(report) << report.error().message();
    // Two of the 23,336 that a query for buildings finds are outlines of relations, and those are schools here.
    EXPECT_EQ(buildings, 23334U);
    RecordProperty("warnings", std::to_string(report->warnings.size()));
}

TEST_F(RealVector, anOsmExtractIsALayer)
{
    const auto layer = load("buildings_streets/monaco.osm.pbf",
                            {.layer = "multipolygons", .labelAttribute = "name", .targetEpsg = 7791});

    ASSERT_NE(layer, nullptr);
    EXPECT_EQ(layer->size(), 24084U);
    const auto lines = load("buildings_streets/monaco.osm.pbf", {.layer = "lines", .targetEpsg = 7791});
    ASSERT_NE(lines, nullptr);
    EXPECT_GT(lines->size(), 2903U);
    const auto unsorted = load("buildings_streets/rome.osm.pbf", {.layer = "multipolygons", .targetEpsg = 7792});
    ASSERT_NE(unsorted, nullptr);
    EXPECT_EQ(unsorted->size(), 30U); // cut at its box: the rest is incomplete
}

TEST_F(RealVector, anOsmExtractIsCancelledAtOnce)
{
    const Progress progress;
    progress.cancel();
    const auto start = std::chrono::steady_clock::now();

    const auto layer = VectorLayer::load(m_data / "buildings_streets/monaco.osm.pbf",
                                         {.layer = "multipolygons", .targetEpsg = 7791}, progress);

    const auto took = std::chrono::steady_clock::now() - start;
    ASSERT_FALSE(layer);
    EXPECT_EQ(layer.error().code, ErrorCode::Cancelled);
    EXPECT_LT(took, std::chrono::milliseconds(400));
}

/// The largest distance between where a file puts its points and where two of its columns say they are.
double worstError(const std::filesystem::path& file, const std::string& lon, const std::string& lat, std::size_t& rows)
{
    const auto crs = describeVectorFile(file)->front().crs;
    const auto transform = Transform::between(*crs, Crs::storage(), {6.0, 44.0, 9.5, 46.6});
    EXPECT_TRUE(transform);
    double worst = 0.0;
    const auto report = readVectorFile(
        file, {.attributes = {lon, lat}},
        [&](const Feature& feature) {
            const auto moved = transform->forward(std::get<std::vector<MapPoint>>(feature.geometry).front());
            const LonLat truth{std::get<double>(feature.values[0]), std::get<double>(feature.values[1])};
            worst = std::max(worst, distanceBetween({moved->x, moved->y}, truth).value);
            ++rows;
            return true;
        },
        Progress());
    EXPECT_TRUE(report) << (report ? "" : report.error().message());
    return worst;
}

TEST_F(RealVector, camerasInMonteMarioComeOutWhereTheyWere)
{
    std::size_t rows = 0;
    const auto file = m_data / "cameras_derived/piemonte_telecamere_3003.shp";
    ASSERT_EQ(describeVectorFile(file)->front().crs->epsg(), 3003);

    const double worst = worstError(file, "LON_VERA", "LAT_VERA", rows);

    RecordProperty("worst_mm", std::to_string(worst * 1000.0));
    EXPECT_EQ(rows, 716U);
    EXPECT_LT(worst, 0.02); // the columns have seven decimals
}

TEST_F(RealVector, theAccentsOfAnOldShapefileAreRight)
{
    std::size_t accents = 0;
    const auto report = readVectorFile(
        m_data / "cameras_derived/piemonte_telecamere_3003.shp", {.withGeometry = false},
        [&accents](const Feature& feature) {
            for (const auto& value : feature.values) {
                const auto* text = std::get_if<std::string>(&value);
                const auto has = [text](const char* sign) { return text->find(sign) != std::string::npos; };
                if (text != nullptr && (has("à") || has("é") || has("—"))) {
                    ++accents;
                }
            }
            return true;
        },
        Progress());

    ASSERT_TRUE(report) << report.error().message();
    EXPECT_GT(accents, 10U);
}

TEST_F(RealVector, camerasOfVercelliAreInsideVercelli)
{
    const auto cameras = load("cameras_derived/vercelli_telecamere_32632.gpkg", {.targetEpsg = 7791});
    const auto towns = load("boundaries/piemonte_comuni_32632.gpkg", {.labelAttribute = "name", .targetEpsg = 7791});

    ASSERT_TRUE(cameras != nullptr && towns != nullptr);
    EXPECT_EQ(cameras->size(), 79U);
    EXPECT_EQ(cameras->mainShape(), VectorLayer::Shape::Points);
    MapBox vercelli;
    towns->forEach(towns->extent(), [&vercelli](const VectorLayer::Item& item) {
        if (item.label == "Vercelli") {
            vercelli = item.box;
        }
        return true;
    });
    ASSERT_FALSE(vercelli.isEmpty());
    std::size_t inside = 0;
    cameras->forEach(vercelli, [&inside](const auto&) {
        ++inside;
        return true;
    });
    EXPECT_GT(inside, 60U);
}

TEST_F(RealVector, theCamerasOfOpenStreetMapAreAllPlaced)
{
    const auto layer = load("cameras/italia_osm_sorveglianza.geojson", {.targetEpsg = 7791});

    ASSERT_NE(layer, nullptr);
    EXPECT_EQ(layer->size(), 7048U);
    EXPECT_EQ(layer->skipped(), 0U);
}

TEST_F(RealVector, everyCameraListIsDescribed)
{
    for (const char* name : {"london_jamcams.geojson", "luxembourg_cameras.kml", "lufkin_its_cameras.geojson",
                             "rotterdam_cctv_survey.geojson", "roma_ztl_diurna_varchi.geojson", "pattaya_cctv.csv"}) {
        const auto infos = describeVectorFile(m_data / "cameras" / name);
        ASSERT_TRUE(infos) << name << infos.error().message();
        EXPECT_FALSE(infos->empty()) << name;
    }
}

} // namespace
} // namespace observo::geo
