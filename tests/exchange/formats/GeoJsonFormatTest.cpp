// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/GeoJsonFormat.h"

#include "exchange/Golden.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace observo::exchange {
namespace {

class GeoJsonFormatTest : public testing::Test {
protected:
    std::string m_bytes = [] {
        const auto census = aGoldenCensus();
        EXPECT_TRUE(census->write("out.geojson", goldenRequest()));
        return test::bytesOf(census->out("out.geojson"));
    }();
};

TEST_F(GeoJsonFormatTest, theGoldenFileStaysAsItIs)
{
    EXPECT_TRUE(isGolden(withoutTimes(m_bytes), "golden.geojson"));
}

TEST_F(GeoJsonFormatTest, isWhatRfc7946Says)
{
    const auto json = nlohmann::json::parse(m_bytes);
    EXPECT_EQ(json.at("type"), "FeatureCollection");
    EXPECT_FALSE(json.contains("crs")); // section 4: removed
    ASSERT_EQ(json.at("features").size(), 2U);
    for (const auto& feature : json.at("features")) {
        EXPECT_EQ(feature.at("type"), "Feature");
        EXPECT_EQ(feature.at("id"), feature.at("properties").at("camera_id"));
        EXPECT_EQ(feature.at("geometry").at("type"), "Point");
        EXPECT_EQ(feature.at("geometry").at("coordinates").size(), 2U);
        EXPECT_TRUE(feature.at("properties").is_object());
    }
}

TEST_F(GeoJsonFormatTest, longitudeComesFirstWithSevenDecimals)
{
    EXPECT_NE(m_bytes.find("\"coordinates\":[7.6869000,45.0703000]"), std::string::npos);
    EXPECT_NE(m_bytes.find("\"coordinates\":[8.2064123,44.9008000]"), std::string::npos);
}

TEST_F(GeoJsonFormatTest, valuesKeepTheirTypesAndUnknownOnesAreAbsent)
{
    const auto json = nlohmann::json::parse(m_bytes);
    const auto& rich = json.at("features").at(0).at("properties");
    EXPECT_EQ(rich.at("direction_deg"), 92.5);
    EXPECT_EQ(rich.at("retention_hours"), 168);
    EXPECT_EQ(rich.at("wdr"), true);
    EXPECT_EQ(rich.at("brand"), "=HYPERLINK(\"x\")");
    EXPECT_EQ(rich.at("notes").get<std::string>().size(), 351U);
    EXPECT_FALSE(rich.contains("tilt_deg"));
    for (const auto& [key, value] : rich.items()) {
        EXPECT_FALSE(value.is_null()) << key;
    }
}

TEST_F(GeoJsonFormatTest, oneFeatureStandsOnEachLine)
{
    EXPECT_EQ(std::count(m_bytes.begin(), m_bytes.end(), '\n'), 4);
}

} // namespace
} // namespace observo::exchange
