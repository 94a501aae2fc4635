// SPDX-License-Identifier: GPL-3.0-or-later
#include "vector/VectorReader.h"

#include "geo/GeoFiles.h"
#include "support/TestPlaces.h"

#include <gtest/gtest.h>

#include <vector>

namespace observo::geo {
namespace {

TEST(VectorReader, describesAndReadsAFileThatIsOpenedOnce)
{
    const test::TemporaryFolder folder;
    writeText(folder / "towns.geojson", threeTowns());

    auto reader = VectorReader::open(folder / "towns.geojson", "");
    ASSERT_TRUE(reader) << reader.error().message();
    std::filesystem::remove(folder / "towns.geojson");

    EXPECT_EQ(reader->info().crs.value().epsg(), 4326);
    EXPECT_EQ(reader->info().features.value_or(0), 3);
    ASSERT_TRUE(reader->select({.attributes = {"nome"}}));
    std::vector<FieldValue> names;
    const auto report = reader->run(
        [&names](const Feature& feature) {
            names.push_back(feature.values.at(0));
            return true;
        },
        Progress());
    ASSERT_TRUE(report) << report.error().message();
    EXPECT_EQ(names, (std::vector<FieldValue>{std::string("Torino è"), std::string("Asti"), std::string("Nessuno")}));
}

TEST(VectorReader, readsAgainWithAnotherSelection)
{
    const test::TemporaryFolder folder;
    writeText(folder / "grid.geojson", gridOfPoints(10));
    auto reader = VectorReader::open(folder / "grid.geojson", "");
    ASSERT_TRUE(reader);
    const auto count = [&reader](const VectorQuery& query) {
        EXPECT_TRUE(reader->select(query));
        const auto report = reader->run([](const Feature&) { return true; }, Progress());
        return report ? report->read : -1;
    };

    EXPECT_EQ(count({}), 100);
    EXPECT_EQ(count({.box = MapBox{6.9995, 44.9995, 7.0015, 45.0005}}), 2);
}

TEST(VectorReader, refusesALayerOrAttributeThatIsNotThere)
{
    const test::TemporaryFolder folder;
    writeText(folder / "towns.geojson", threeTowns());

    EXPECT_EQ(VectorReader::open(folder / "towns.geojson", "strade").error().code, ErrorCode::NotFound);
    auto reader = VectorReader::open(folder / "towns.geojson", "");
    ASSERT_TRUE(reader);
    EXPECT_EQ(reader->select({.attributes = {"colore"}}).error().code, ErrorCode::UnknownField);
}

} // namespace
} // namespace observo::geo
