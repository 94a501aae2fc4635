// SPDX-License-Identifier: GPL-3.0-or-later
#include "geojson/GeoJsonSystem.h"

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

class GeoJsonSystemOf : public testing::Test {
protected:
    feed::ReferenceSystem system(const char* name) { return test::readFile(m_folder / name).layer.system; }
    test::TemporaryFolder m_folder;
};

TEST_F(GeoJsonSystemOf, geoJsonIsItsFormatsOrTheOldMembers)
{
    writeText(m_folder / "new.geojson", pointWith(""));
    writeText(m_folder / "old.geojson",
              pointWith(R"("crs" : {"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3003"}},)"));

    EXPECT_EQ(system("new.geojson").evidence, Evidence::Format);
    EXPECT_EQ(system("new.geojson").id, "EPSG:4326");
    EXPECT_EQ(system("old.geojson").evidence, Evidence::Declared);
    EXPECT_EQ(system("old.geojson").id, "EPSG:3003");
}

TEST_F(GeoJsonSystemOf, aMemberAtTheEndIsSeenToo)
{
    auto text = pointWith("");
    text.pop_back();
    writeText(m_folder / "end.geojson",
              text + std::string(40'000, ' ') + R"(,"crs":{"type":"name","properties":{"name":"EPSG:32632"}}})");

    EXPECT_EQ(system("end.geojson").evidence, Evidence::Declared);
    EXPECT_EQ(system("end.geojson").id, "EPSG:32632");
}

TEST_F(GeoJsonSystemOf, aLinkToTheNetworkIsNotFollowed)
{
    writeText(m_folder / "link.geojson",
              pointWith(R"("crs":{"type":"link","properties":{"href":"http://127.0.0.1:9/crs"}},)"));

    const auto read = test::readFile(m_folder / "link.geojson");

    // The reader is alive to tell: it asked nobody, or the fence would have ended it.
    ASSERT_FALSE(read.error) << read.error->message();
    EXPECT_EQ(read.rows.size(), 1U);
    EXPECT_NE(read.layer.system.id, "EPSG:3003");
}

class Member : public testing::TestWithParam<std::pair<const char*, const char*>> {};

TEST_P(Member, namesItsSystem)
{
    std::vector<feed::Problem> problems;

    const auto system = systemOfGeoJson(GetParam().first, problems);

    EXPECT_EQ(system.id, GetParam().second);
}

INSTANTIATE_TEST_SUITE_P(
    Rows, Member,
    testing::Values(std::pair{"", "EPSG:4326"}, std::pair{"null", ""}, std::pair{"5", ""}, std::pair{"{", ""},
                    std::pair{R"({"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}})", "EPSG:4326"},
                    std::pair{R"({"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3003"}})", "EPSG:3003"},
                    std::pair{R"({"type":"name","properties":{"name":"http://www.opengis.net/def/crs/EPSG/0/32632"}})",
                              "EPSG:32632"},
                    std::pair{R"({"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4979"}})", "EPSG:4326"},
                    std::pair{R"({"type":"EPSG","properties":{"code":7791}})", "EPSG:7791"},
                    std::pair{R"({"type":"name","properties":{"name":"nowhere"}})", ""},
                    std::pair{R"({"type":"link","properties":{"href":"http://x"}})", ""}));

} // namespace
} // namespace observo::reader
