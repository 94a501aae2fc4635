// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/GeoJsonRows.h"

#include "support/exchange/CensusToExport.h"

#include <gtest/gtest.h>

namespace observo::exchange {
namespace {

const std::string kFeature =
    R"({"type":"Feature","id":"u","geometry":{"type":"Point","coordinates":[8.1,45.2]},"properties":{"b":2,"a":"x"}})";

class GeoJsonRowsTest : public testing::Test {
protected:
    Result<GeoJsonRows> open(std::string_view bytes)
    {
        test::putBytes(m_folder / "a.geojson", bytes);
        return GeoJsonRows::open(m_folder / "a.geojson", {"a", "b", "c"});
    }
    /// How many rows come before the end, or nothing when an error comes.
    std::optional<int> count(std::string_view bytes)
    {
        auto rows = open(bytes);
        int counted = 0;
        ReadRow row;
        while (rows) {
            const auto more = rows->next(row);
            if (!more) {
                return std::nullopt;
            }
            if (!*more) {
                return counted;
            }
            ++counted;
        }
        return std::nullopt;
    }
    test::TemporaryFolder m_folder;
};

TEST_F(GeoJsonRowsTest, propertiesGoToTheirColumnsInAnyOrder)
{
    auto rows = open(R"({ "type" : "FeatureCollection", "name":{"x":[1]}, "features" : [ )" + kFeature + " ] }\n");
    ASSERT_TRUE(rows);
    ReadRow row;
    ASSERT_EQ(rows->next(row), true);
    EXPECT_EQ(row.point, (MapPoint{8.1, 45.2}));
    EXPECT_EQ(row.cells, (std::vector<std::string>{"x", "2", ""}));
    EXPECT_EQ(rows->next(row), false);
}

TEST_F(GeoJsonRowsTest, collectionsOfAnySizeEnd)
{
    EXPECT_EQ(count(R"({"features":[]})"), 0);
    EXPECT_EQ(count(R"({"features":[)" + kFeature + "," + kFeature + R"(],"more":1})"), 2);
}

TEST_F(GeoJsonRowsTest, aFeatureWithoutAPlaceHasNone)
{
    auto rows = open(R"({"features":[{"properties":{},"geometry":{"type":"Point"}}]})");
    ReadRow row;
    ASSERT_EQ(rows->next(row), true);
    EXPECT_FALSE(row.point);
}

TEST_F(GeoJsonRowsTest, whatIsBrokenOrWasNotWrittenIsAnError)
{
    EXPECT_EQ(count(""), std::nullopt);
    EXPECT_EQ(count("[]"), std::nullopt);
    EXPECT_EQ(count(R"({"type":"FeatureCollection"})"), std::nullopt);
    EXPECT_EQ(count(R"({"features":[)" + kFeature), std::nullopt);
    EXPECT_EQ(count(R"({"features":[)" + kFeature + "]"), std::nullopt);
    EXPECT_EQ(count(R"({"features":[)" + kFeature + "]}x"), std::nullopt);
    EXPECT_EQ(count(R"({"features":[)" + kFeature + kFeature + "]}"), std::nullopt);
    EXPECT_EQ(count(R"({"features":[{"properties":{"z":1}}]})"), std::nullopt);
    EXPECT_EQ(count(R"({"features":[{"properties":{"a":1,"a":2}}]})"), std::nullopt);
    EXPECT_EQ(count(R"({"features":[{"geometry":{"coordinates":[1]}}]})"), std::nullopt);
    EXPECT_EQ(count(R"({"features":[{"geometry":{"coordinates":[1,2,3]}}]})"), std::nullopt);
    EXPECT_EQ(count(R"({"features":[{"properties":{"a":[1]}}]})"), std::nullopt);
}

} // namespace
} // namespace observo::exchange
