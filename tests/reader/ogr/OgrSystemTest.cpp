// SPDX-License-Identifier: GPL-3.0-or-later
#include "ogr/OgrSystem.h"

#include "reader/ReaderFiles.h"
#include "support/TestPlaces.h"
#include "support/reader/Probe.h"

#include <gtest/gtest.h>

namespace observo::reader {
namespace {

using feed::Evidence;

std::string pointWith(const std::string& crs)
{
    return R"({"type":"FeatureCollection",)" + crs +
           R"("features":[{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[1,2]}}]})";
}

class OgrSystemOf : public testing::Test {
protected:
    feed::ReferenceSystem system(const char* name) { return test::readFile(m_folder / name).layer.system; }
    test::TemporaryFolder m_folder;
};

TEST_F(OgrSystemOf, geoJsonIsItsFormatsOrTheOldMembers)
{
    writeText(m_folder / "new.geojson", pointWith(""));
    writeText(m_folder / "old.geojson",
              pointWith(R"("crs" : {"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3003"}},)"));

    EXPECT_EQ(system("new.geojson").evidence, Evidence::Format);
    EXPECT_EQ(system("new.geojson").id, "EPSG:4326");
    EXPECT_EQ(system("old.geojson").evidence, Evidence::Declared);
    EXPECT_EQ(system("old.geojson").id, "EPSG:3003");
}

TEST_F(OgrSystemOf, aMemberAtTheEndIsSeenToo)
{
    auto text = pointWith("");
    text.pop_back();
    writeText(m_folder / "end.geojson",
              text + std::string(40'000, ' ') + R"(,"crs":{"type":"name","properties":{"name":"EPSG:32632"}}})");

    EXPECT_EQ(system("end.geojson").evidence, Evidence::Declared);
    EXPECT_EQ(system("end.geojson").id, "EPSG:32632");
}

TEST_F(OgrSystemOf, aSideFileIsIdentifiedAndWithoutItNothingIsKnown)
{
    ASSERT_FALSE(camerasAs(m_folder.path(), "c.shp", {"-a_srs", "EPSG:3003", "-where", "numero < 3"}).empty());
    EXPECT_EQ(system("c.shp").id, "EPSG:3003");
    EXPECT_EQ(system("c.shp").evidence, Evidence::SideFile);
    EXPECT_FALSE(system("c.shp").wkt.empty());

    std::filesystem::remove(m_folder / "c.prj");
    EXPECT_EQ(system("c.shp"), feed::ReferenceSystem());
}

TEST_F(OgrSystemOf, aLinkToTheNetworkIsNotFollowed)
{
    writeText(m_folder / "link.geojson",
              pointWith(R"("crs":{"type":"link","properties":{"href":"http://127.0.0.1:9/crs"}},)"));

    const auto read = test::readFile(m_folder / "link.geojson");

    // The reader is alive to tell: it asked nobody, or the fence would have ended it.
    ASSERT_FALSE(read.error) << read.error->message();
    EXPECT_EQ(read.rows.size(), 1U);
    EXPECT_NE(read.layer.system.id, "EPSG:3003");
}

} // namespace
} // namespace observo::reader
