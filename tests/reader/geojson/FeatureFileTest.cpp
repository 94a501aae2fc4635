// SPDX-License-Identifier: GPL-3.0-or-later
#include "geojson/FeatureFile.h"

#include "reader/ReaderFiles.h"
#include "support/TestPlaces.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace observo::reader {
namespace {

struct Read {
    std::vector<std::string> features;
    FeatureFile::Got end = FeatureFile::Got::End;
    std::map<std::string, std::string> members;
};

Read read(const std::string& text)
{
    const test::TemporaryFolder folder;
    writeText(folder / "a.json", text);
    FeatureFile file(folder / "a.json", text.size());
    Read found;
    std::string_view object;
    for (found.end = file.next(object); found.end == FeatureFile::Got::Feature; found.end = file.next(object)) {
        found.features.emplace_back(object);
    }
    found.members = file.members();
    return found;
}

TEST(FeatureFile, aCollectionIsTakenWithTheMembersAroundItsFeatures)
{
    const auto found =
        read(R"({"type":"FeatureCollection","name":"a","features":[ {"x":1} , {"x":[2]} ],"crs":{"y":3}})");

    EXPECT_EQ(found.end, FeatureFile::Got::End);
    EXPECT_EQ(found.features, (std::vector<std::string>{R"({"x":1})", R"({"x":[2]})"}));
    EXPECT_EQ(found.members.at("crs"), R"({"y":3})");
    EXPECT_EQ(found.members.at("name"), "\"a\"");
}

TEST(FeatureFile, objectsOneAfterTheOtherAreTaken)
{
    EXPECT_EQ(read("{\"a\":1}\n{\"a\":2}\n").features.size(), 2U);
    EXPECT_EQ(read("\x1E{\"a\":1}\n\x1E{\"a\":2}\n").features.size(), 2U);
    EXPECT_EQ(read("{\"type\":\"Point\"}").features.size(), 1U);
    EXPECT_EQ(read("{\"features\":[]}").features.size(), 0U);
}

TEST(FeatureFile, whatBreaksOffIsSaid)
{
    const std::string whole = R"({"type":"FeatureCollection","features":[{"x":1},{"x":2}]})";
    EXPECT_EQ(read(whole).end, FeatureFile::Got::End);
    for (std::size_t length = 1; length < whole.size(); ++length) {
        EXPECT_EQ(read(whole.substr(0, length)).end, FeatureFile::Got::Broken) << length;
    }
    EXPECT_EQ(read(R"({"features":[{"x":1} {"x":2}]})").end, FeatureFile::Got::Broken);
}

TEST(FeatureFile, aFeatureHasItsParts)
{
    const auto feature =
        partsOf(R"({"geometry":{"type":"Point"},"type":"Feature","id":"n/7","properties":{"a":1},"bbox":[1]})");
    ASSERT_TRUE(feature);
    EXPECT_EQ(feature->id, "\"n/7\"");
    EXPECT_EQ(feature->properties, R"({"a":1})");
    EXPECT_EQ(feature->geometry, R"({"type":"Point"})");

    const auto bare = partsOf(R"({"type":"LineString","coordinates":[]})");
    ASSERT_TRUE(bare);
    EXPECT_FALSE(bare->geometry.empty());

    for (const char* other : {R"({"type":"Topology"})", R"({"a":1})", "[]", "5", R"({"type":"Feature",})", ""}) {
        EXPECT_FALSE(partsOf(other)) << other;
    }
}

} // namespace
} // namespace observo::reader
