// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/cli/CliRun.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace observo::test {
namespace {

using nlohmann::json;

class ListCommand : public testing::Test {
protected:
    ListCommand()
    {
        (void)m_census.add({"code=A", "name=Piazza \"Roma\"", "status=active", "camera_type=ptz"}, "7.50,45.00");
        (void)m_census.add({"code=B", "name=Ponte, nord", "status=faulty", "camera_type=fixed"}, "7.60,45.05");
        (void)m_census.add({"code=C", "status=active", "camera_type=fixed", "retention_hours=200"}, "7.70,45.10");
    }

    [[nodiscard]] std::vector<std::string> codes(std::vector<std::string> arguments) const
    {
        arguments.emplace_back("--json");
        std::vector<std::string> found;
        for (const auto& camera : json::parse(m_census.run("list", arguments).out)) {
            found.push_back(camera.at("code"));
        }
        return found;
    }

    CliCensus m_census;
};

TEST_F(ListCommand, filtersByExpression)
{
    EXPECT_EQ(codes({}), (std::vector<std::string>{"A", "B", "C"}));
    EXPECT_EQ(codes({"--where", "status = active"}), (std::vector<std::string>{"A", "C"}));
    EXPECT_EQ(codes({"--where", "camera_type in (ptz, fixed) and retention_hours > 168"}),
              (std::vector<std::string>{"C"}));
    EXPECT_EQ(codes({"--where", "name like \"piazza*\""}), (std::vector<std::string>{"A"}));
    EXPECT_EQ(codes({"--where", "retention_hours is null"}), (std::vector<std::string>{"A", "B"}));
}

TEST_F(ListCommand, filtersByBox)
{
    EXPECT_EQ(codes({"--bbox", "7.55,45.0,7.65,45.2"}), (std::vector<std::string>{"B"}));
}

TEST_F(ListCommand, nothingFoundIsExitOne)
{
    const auto listed = m_census.run("list", {"--where", "status = planned", "--json"});
    EXPECT_EQ(listed.status, 1);
    EXPECT_TRUE(json::parse(listed.out).empty());
}

TEST_F(ListCommand, anUnknownFieldNamesTheNearestOne)
{
    const auto listed = m_census.run("list", {"--where", "camera_tipe = ptz"});
    EXPECT_EQ(listed.status, 2);
    EXPECT_NE(listed.err.find("camera_type"), std::string::npos) << listed.err;
}

TEST_F(ListCommand, csvQuotesEveryField)
{
    const auto listed = m_census.run("list", {"--format", "csv", "--fields", "code,name"});

    EXPECT_EQ(listed.out, "\"lon\",\"lat\",\"code\",\"name\"\r\n"
                          "\"7.5\",\"45\",\"A\",\"Piazza \"\"Roma\"\"\"\r\n"
                          "\"7.6\",\"45.05\",\"B\",\"Ponte, nord\"\r\n"
                          "\"7.7\",\"45.1\",\"C\",\"\"\r\n");
}

TEST_F(ListCommand, geojsonIsAFeatureCollection)
{
    const auto document = json::parse(m_census.run("list", {"--format", "geojson"}).out);

    EXPECT_EQ(document.at("type"), "FeatureCollection");
    ASSERT_EQ(document.at("features").size(), 3U);
    EXPECT_EQ(document.at("features")[1].at("geometry").at("coordinates"), json::array({7.6, 45.05}));
    EXPECT_EQ(document.at("features")[1].at("properties").at("code"), "B");
}

TEST_F(ListCommand, theTableShowsLabels)
{
    const auto listed = m_census.run("list", {"--lang", "it"});
    EXPECT_NE(listed.out.find("Guasta"), std::string::npos) << listed.out;
}

} // namespace
} // namespace observo::test
