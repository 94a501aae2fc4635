// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/osm/OsmTagsFormat.h"

#include "exchange/Golden.h"
#include "support/census/CensusFolder.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace observo::exchange {
namespace {

TEST(OsmTagsFormat, theGoldenFileStaysAsItIs)
{
    const auto census = aGoldenCensus();
    ASSERT_TRUE(census->write("out.osm-tags.geojson", goldenRequest()));
    EXPECT_TRUE(isGolden(test::bytesOf(census->out("out.osm-tags.geojson")), "golden.osm-tags.geojson"));
}

TEST(OsmTagsFormat, everyFeatureIsASurveillanceNode)
{
    const auto census = test::aFullCensus(5);
    const auto report = census->write("out.osm-tags.geojson");
    ASSERT_TRUE(report) << test::messageOf(report);
    const auto json = nlohmann::json::parse(test::bytesOf(census->out("out.osm-tags.geojson")));
    ASSERT_EQ(json.at("features").size(), 5U);
    for (const auto& feature : json.at("features")) {
        EXPECT_EQ(feature.at("properties").at("man_made"), "surveillance");
        for (const auto& [key, value] : feature.at("properties").items()) {
            EXPECT_TRUE(value.is_string() && !value.get<std::string>().empty()) << key;
        }
    }
}

TEST(OsmTagsFormat, theReportNamesTheFieldsWithoutATag)
{
    const auto census = test::aFullCensus(2);
    const auto report = census->write("out.osm-tags.geojson");
    ASSERT_TRUE(report);
    std::string all;
    for (const Loss& loss : report->losses) {
        all += loss.messageIt + "\n";
    }
    for (const char* named : {"camera_type:", "serial_no", "status", "ODbL"}) {
        EXPECT_NE(all.find(named), std::string::npos) << named;
    }
    EXPECT_EQ(all.find("installed_on"), std::string::npos);
}

} // namespace
} // namespace observo::exchange
