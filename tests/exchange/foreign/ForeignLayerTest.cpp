// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/exchange/ForeignLayer.h"

#include "support/TestPlaces.h"

#include <gtest/gtest.h>

#include <fstream>
#include <string>

namespace observo::exchange {
namespace {

/// A square with a hole and a label, and a row without geometry.
std::string towns()
{
    return R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"nome":"Torino è","n":7},"geometry":{"type":"Polygon","coordinates":[
[[7.6,45.0],[7.7,45.0],[7.7,45.1],[7.6,45.1],[7.6,45.0]],[[7.64,45.04],[7.64,45.06],[7.66,45.06],[7.64,45.04]]]}},
{"type":"Feature","properties":{"nome":"Nessuno","n":8},"geometry":null}]})";
}

class ForeignLayerOf : public testing::Test {
protected:
    std::filesystem::path file(const char* name, const std::string& text)
    {
        std::ofstream(m_folder / name, std::ios::binary) << text;
        return m_folder / name;
    }
    test::TemporaryFolder m_folder;
};

TEST_F(ForeignLayerOf, aFileIsTheSameAsOneReadInTheProgram)
{
    const auto towns = file("Comuni.geojson", exchange::towns());
    const geo::VectorLayer::Options options{.labelAttribute = "nome", .targetEpsg = 7791};

    const auto foreign = loadForeignLayer(towns, options, Progress());
    const auto own = geo::VectorLayer::load(towns, options, Progress());

    ASSERT_TRUE(foreign) << foreign.error().message();
    ASSERT_TRUE(own);
    EXPECT_EQ(foreign->layer, "Comuni");
    EXPECT_EQ(foreign->attributes, (std::vector<std::string>{"nome", "n"}));
    EXPECT_EQ(foreign->data->size(), 1U);
    EXPECT_EQ(foreign->data->skipped(), 1U);
    EXPECT_EQ(foreign->data->points(), (*own)->points());
    EXPECT_EQ(foreign->data->extent(), (*own)->extent());
    EXPECT_EQ(foreign->data->operationName(), (*own)->operationName());
    foreign->data->forEach(foreign->data->extent(), [](const geo::VectorLayer::Item& item) {
        EXPECT_EQ(item.label, "Torino è");
        EXPECT_EQ(item.partSizes.size(), 2U);
        return true;
    });
}

TEST_F(ForeignLayerOf, aFileWithoutASystemAsksForOne)
{
    const auto drawing = file("plan.dxf", "  0\nSECTION\n  2\nENTITIES\n  0\nPOINT\n  8\nA\n 10\n395000.5\n 20\n"
                                          "4991000.25\n 30\n0.0\n  0\nENDSEC\n  0\nEOF\n");

    const auto refused = loadForeignLayer(drawing, {.targetEpsg = 7791}, Progress());
    const auto taken = loadForeignLayer(drawing, {.targetEpsg = 7791, .assumedEpsg = 32632}, Progress());

    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::UnknownCrs);
    ASSERT_TRUE(taken) << taken.error().message();
    EXPECT_EQ(taken->data->size(), 1U);
}

TEST_F(ForeignLayerOf, aPictureIsSaidToBeOne)
{
    const auto found = loadForeignLayer(file("a.png", "\x89PNG\r\n\x1A\n"), {.targetEpsg = 7791}, Progress());

    ASSERT_TRUE(found) << found.error().message();
    EXPECT_TRUE(found->isPicture);
    EXPECT_EQ(found->data, nullptr);
}

TEST_F(ForeignLayerOf, aBrokenFileAndACancelAreErrors)
{
    const auto cut = loadForeignLayer(file("cut.geojson", towns().substr(0, 200)), {.targetEpsg = 7791}, Progress());
    EXPECT_FALSE(cut);

    const Progress progress;
    progress.cancel();
    const auto cancelled = loadForeignLayer(file("towns.geojson", towns()), {.targetEpsg = 7791}, progress);
    ASSERT_FALSE(cancelled);
    EXPECT_EQ(cancelled.error().code, ErrorCode::Cancelled);
}

TEST(ForeignLayer, systemsAreThoseOfTheirCodeOrTheirText)
{
    EXPECT_EQ(crsOf({}), std::nullopt);
    EXPECT_EQ(crsOf({.evidence = feed::Evidence::SideFile, .id = "EPSG:3003"})->epsg(), 3003);
    EXPECT_EQ(crsOf({.evidence = feed::Evidence::SideFile, .wkt = geo::Crs::storage().wkt2()})->epsg(), 6706);
    EXPECT_EQ(crsOf({.evidence = feed::Evidence::Declared, .id = "EPSG:99999999"}), std::nullopt);
}

TEST(ForeignLayer, geometriesKeepTheirParts)
{
    feed::Geometry polygons{.shape = feed::Shape::Polygons,
                            .points = {{0, 0}, {1, 0}, {0, 0}, {2, 2}, {3, 2}, {2, 2}, {9, 9}, {8, 9}, {9, 9}},
                            .parts = {3, 3, 3},
                            .rings = {2, 1}};
    const auto made = std::get<std::vector<geo::Polygon>>(geometryOf(polygons));
    ASSERT_EQ(made.size(), 2U);
    EXPECT_EQ(made[0].holes.size(), 1U);
    EXPECT_EQ(made[1].outer, (geo::Ring{{9, 9}, {8, 9}, {9, 9}}));

    const feed::Geometry lines{.shape = feed::Shape::Lines, .points = {{0, 0}, {1, 1}, {5, 5}}, .parts = {2, 1}};
    EXPECT_EQ(std::get<std::vector<geo::Line>>(geometryOf(lines)).size(), 2U);
    EXPECT_TRUE(std::holds_alternative<std::monostate>(geometryOf({})));
}

} // namespace
} // namespace observo::exchange
