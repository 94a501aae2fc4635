// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/geo/VectorLayer.h"

#include "geo/GeoFiles.h"
#include "support/TestPlaces.h"

#include "observo/geo/Transform.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace observo::geo {
namespace {

std::shared_ptr<const VectorLayer> load(const std::filesystem::path& file, const VectorLayer::Options& options)
{
    auto layer = VectorLayer::load(file, options, Progress());
    EXPECT_TRUE(layer) << (layer ? "" : layer.error().message());
    return layer ? *layer : nullptr;
}

TEST(VectorLayer, holdsPolygonsWithHolesAndLabelsInTheMapsSystem)
{
    const test::TemporaryFolder folder;
    writeText(folder / "towns.geojson", threeTowns());

    const auto layer = load(folder / "towns.geojson", {.labelAttribute = "nome", .targetEpsg = 7791});

    ASSERT_NE(layer, nullptr);
    EXPECT_EQ(layer->size(), 2U);
    EXPECT_EQ(layer->skipped(), 1U); // the one without geometry
    EXPECT_EQ(layer->points(), 20U);
    EXPECT_EQ(layer->mainShape(), VectorLayer::Shape::Polygons);
    EXPECT_FALSE(layer->operationName().empty());
    std::vector<std::string> labels;
    std::vector<std::vector<std::uint32_t>> parts;
    layer->forEach(layer->extent(), [&](const VectorLayer::Item& item) {
        labels.emplace_back(item.label);
        parts.emplace_back(item.partSizes.begin(), item.partSizes.end());
        return true;
    });
    EXPECT_EQ(labels, (std::vector<std::string>{"Torino è", "Asti"}));
    EXPECT_EQ(parts, (std::vector<std::vector<std::uint32_t>>{{5, 5}, {5, 5}}));
}

TEST(VectorLayer, putsPointsWhereTheProjectionPutsThem)
{
    const test::TemporaryFolder folder;
    writeText(folder / "grid.geojson", gridOfPoints(10));
    const auto projection = Projection::of(7791, {7.005, 45.005});
    ASSERT_TRUE(projection);

    const auto layer = load(folder / "grid.geojson", {.labelAttribute = "n", .targetEpsg = 7791});

    ASSERT_NE(layer, nullptr);
    ASSERT_EQ(layer->size(), 100U);
    std::size_t i = 0;
    layer->forEach(layer->extent(), [&](const VectorLayer::Item& item) {
        const auto row = static_cast<double>(i / 10);
        const auto column = static_cast<double>(i % 10);
        const auto expected = projection->project({7.0 + 0.001 * column, 45.0 + 0.001 * row});
        EXPECT_NEAR(item.points[0].x, expected.x, 1e-4);
        EXPECT_NEAR(item.points[0].y, expected.y, 1e-4);
        EXPECT_EQ(item.label, "p" + std::to_string(i));
        ++i;
        return true;
    });
    EXPECT_EQ(i, 100U);
}

TEST(VectorLayer, givesOnlyWhatMeetsTheWindowInFileOrder)
{
    const test::TemporaryFolder folder;
    writeText(folder / "grid.geojson", gridOfPoints(60));
    const auto layer = load(folder / "grid.geojson", {.labelAttribute = "n", .targetEpsg = 7791});
    ASSERT_NE(layer, nullptr);
    const auto& all = layer->extent();
    const MapBox window{all.minX, all.minY, all.centre().x, all.centre().y};

    std::vector<int> numbers;
    layer->forEach(window, [&](const VectorLayer::Item& item) {
        EXPECT_TRUE(item.box.overlaps(window));
        numbers.push_back(std::stoi(std::string(item.label.substr(1))));
        return true;
    });
    int calls = 0;
    layer->forEach(window, [&calls](const VectorLayer::Item&) { return ++calls < 10; });

    EXPECT_TRUE(std::is_sorted(numbers.begin(), numbers.end()));
    EXPECT_NEAR(static_cast<double>(numbers.size()), 900.0, 60.0);
    EXPECT_EQ(calls, 10);
}

TEST(VectorLayer, asksForTheSystemWhenTheFileHasNone)
{
    const test::TemporaryFolder folder;
    writeText(folder / "towns.geojson", threeTowns());
    ASSERT_TRUE(
        convert(folder / "towns.geojson", folder / "towns.shp", {"-f", "ESRI Shapefile", "-t_srs", "EPSG:3003"}));
    std::filesystem::remove(folder / "towns.prj");

    const auto refused = VectorLayer::load(folder / "towns.shp", {.targetEpsg = 7791}, Progress());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::UnknownCrs);
    EXPECT_NE(refused.error().advice.find("EPSG"), std::string::npos);

    const auto layer = load(folder / "towns.shp", {.targetEpsg = 7791, .assumedEpsg = 3003});
    ASSERT_NE(layer, nullptr);
    EXPECT_NE(layer->operationName().find("Monte Mario to WGS 84 (4)"), std::string::npos) << layer->operationName();
}

TEST(VectorLayer, skipsWhatHasNoPlaceOnTheMap)
{
    const test::TemporaryFolder folder;
    writeText(folder / "far.geojson", R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[7.6,45.0]}},
{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[7.6,95.0]}},
{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[7.7,45.0]}}]})");

    const auto layer = load(folder / "far.geojson", {.targetEpsg = 7791});

    ASSERT_NE(layer, nullptr);
    EXPECT_EQ(layer->size(), 2U);
    EXPECT_EQ(layer->skipped(), 1U);
    EXPECT_EQ(layer->mainShape(), VectorLayer::Shape::Points);
}

TEST(VectorLayer, ofNothingIsEmpty)
{
    const test::TemporaryFolder folder;
    writeText(folder / "none.geojson", R"({"type":"FeatureCollection","features":[]})");

    const auto layer = load(folder / "none.geojson", {.targetEpsg = 7791});

    ASSERT_NE(layer, nullptr);
    EXPECT_EQ(layer->size(), 0U);
    EXPECT_TRUE(layer->extent().isEmpty());
    layer->forEach({0, 0, 1, 1}, [](const VectorLayer::Item&) {
        ADD_FAILURE();
        return true;
    });
}

TEST(VectorLayer, canBeCancelledAndTellsHowFarItIs)
{
    const test::TemporaryFolder folder;
    writeText(folder / "grid.geojson", gridOfPoints(40));
    std::vector<double> shares;
    const Progress progress([&shares](double share) { shares.push_back(share); });

    ASSERT_TRUE(VectorLayer::load(folder / "grid.geojson", {.targetEpsg = 7791}, progress));
    EXPECT_TRUE(std::is_sorted(shares.begin(), shares.end()));
    EXPECT_DOUBLE_EQ(shares.back(), 1.0);

    progress.cancel();
    const auto cancelled = VectorLayer::load(folder / "grid.geojson", {.targetEpsg = 7791}, progress);
    ASSERT_FALSE(cancelled);
    EXPECT_EQ(cancelled.error().code, ErrorCode::Cancelled);
}

TEST(VectorLayer, saysWhatIsWrongWithItsFileOrSystem)
{
    const test::TemporaryFolder folder;
    writeText(folder / "towns.geojson", threeTowns());

    EXPECT_EQ(VectorLayer::load(folder / "none.gpkg", {.targetEpsg = 7791}, Progress()).error().code,
              ErrorCode::InputUnreadable);
    EXPECT_EQ(VectorLayer::load(folder / "towns.geojson", {.targetEpsg = 1}, Progress()).error().code,
              ErrorCode::UnknownCrs);
    EXPECT_EQ(VectorLayer::load(folder / "towns.geojson", {.layer = "x", .targetEpsg = 7791}, Progress()).error().code,
              ErrorCode::NotFound);
    EXPECT_EQ(VectorLayer::load(folder / "towns.geojson", {.labelAttribute = "x", .targetEpsg = 7791}, Progress())
                  .error()
                  .code,
              ErrorCode::UnknownField);
}

} // namespace
} // namespace observo::geo
