// SPDX-License-Identifier: GPL-3.0-or-later
#include "geojson/GeoJsonSource.h"

#include "reader/ReaderFiles.h"
#include "support/TestPlaces.h"
#include "support/reader/Probe.h"

#include <gtest/gtest.h>

namespace observo::reader {
namespace {

class GeoJsonSourceOf : public testing::Test {
protected:
    test::ReadFile read(const std::string& text, feed::Request request = {})
    {
        writeText(m_folder / "c.geojson", text);
        request.file = m_folder / "c.geojson";
        return test::readFile(request);
    }
    test::TemporaryFolder m_folder;
};

TEST_F(GeoJsonSourceOf, rowsComeTypedWithTheirIds)
{
    const auto found = read(threeCameras());

    ASSERT_FALSE(found.error) << found.error->message();
    EXPECT_EQ(found.file.driver, "Observo");
    ASSERT_EQ(found.rows.size(), 3U);
    EXPECT_EQ(found.rows[0].number, 11);
    EXPECT_EQ(found.rows[0].values,
              (std::vector<FieldValue>{std::string("Città"), std::int64_t{1}, 2.5, std::string("2026-11-22"), true}));
    EXPECT_EQ(found.rows[0].geometry.height, 239.5);
    EXPECT_EQ(found.rows[2].geometry.shape, feed::Shape::None);
    EXPECT_EQ(found.layer.shape, feed::Shape::Points);
    EXPECT_EQ(found.layer.rows, 3);
}

TEST_F(GeoJsonSourceOf, idsThatAreTextBecomeAColumn)
{
    const auto found = read(R"({"type":"FeatureCollection","features":[
{"type":"Feature","id":"node/7","properties":{"a":1},"geometry":null},{"type":"Feature","properties":{"a":2},"geometry":null}]})");

    ASSERT_EQ(found.rows.size(), 2U);
    EXPECT_EQ(found.text(0, "id"), "node/7");
    EXPECT_EQ(found.text(1, "id"), "");
    EXPECT_EQ(found.rows[1].number, 2); // its place in the file
}

TEST_F(GeoJsonSourceOf, aBoxWithoutGeometryStillChooses)
{
    const auto found = read(threeCameras(), {.withGeometry = false, .box = feed::Box{7.55, 45, 8, 46}});

    ASSERT_EQ(found.rows.size(), 1U);
    EXPECT_EQ(found.rows[0].number, 12);
    EXPECT_EQ(found.rows[0].geometry, feed::Geometry());
}

TEST_F(GeoJsonSourceOf, aFileThatBreaksOffIsRefusedWhole)
{
    const auto whole = threeCameras();
    const auto cut = read(whole.substr(0, whole.size() - 30));

    ASSERT_TRUE(cut.error);
    EXPECT_TRUE(cut.rows.empty());
    EXPECT_NE(cut.error->what.find("breaks off"), std::string::npos) << cut.error->message();
}

TEST_F(GeoJsonSourceOf, otherJsonIsNamed)
{
    for (const char* text : {R"({"type":"Topology","objects":{}})", R"({"a":1})"}) {
        const auto found = read(text);
        ASSERT_TRUE(found.error);
        EXPECT_NE(found.error->what.find("no GeoJSON"), std::string::npos) << found.error->message();
    }
}

} // namespace
} // namespace observo::reader
