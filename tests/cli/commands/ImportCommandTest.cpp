// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/cli/CliRun.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace observo::test {
namespace {

using nlohmann::json;

/// A census with a file beside it.
class ImportCommand : public testing::Test {
protected:
    std::string write(const std::string& name, const std::string& content) const
    {
        std::ofstream(m_census.path(name), std::ios::binary) << content;
        return m_census.path(name);
    }
    CliOutcome import(std::vector<std::string> arguments) const
    {
        arguments.emplace_back("--json");
        return m_census.run("import", std::move(arguments));
    }
    std::size_t cameras() const { return json::parse(m_census.run("list", {"--json"}).out).size(); }

    CliCensus m_census;
};

constexpr const char* kExcel =
    "Codice;Tipologia;Località;Direzione (°);Altezza (m);Conservazione;Longitudine;Latitudine;NOTE2\r\n"
    "A-1;Dome fissa;Piazza Castello;NE;4,5;7 gg;7,6869;45,0703;là\r\n"
    "A-2;PTZ;Via Po;90-270;alta;168;7,6959;45,0673;\r\n"
    "A-3;pizza;;;;;;;\r\n";

TEST_F(ImportCommand, anItalianSpreadsheetComesInAndTheReceiptAddsUp)
{
    const auto outcome = import({write("excel.csv", kExcel)});

    EXPECT_EQ(outcome.status, 1) << outcome.err;
    const auto receipt = json::parse(outcome.out);
    EXPECT_EQ(receipt.at("read"), 3) << outcome.out;
    EXPECT_EQ(receipt.at("added"), 2);
    EXPECT_EQ(receipt.at("rejected"), 1);
    EXPECT_EQ(receipt.at("mapping").at("Tipologia"), "camera_type");
    EXPECT_EQ(receipt.at("mapping").at("Longitudine"), "lon");
    EXPECT_EQ(receipt.at("unmapped"), json::array({"NOTE2"}));
    EXPECT_EQ(receipt.at("crs").at("to"), "EPSG:6706");
    EXPECT_TRUE(std::filesystem::exists(m_census.path("excel.csv.receipt.json")));
    const auto camera = json::parse(m_census.run("show", {"A-1", "--json"}).out);
    EXPECT_EQ(camera.at("camera_type"), "dome_fixed");
    EXPECT_EQ(camera.at("direction_deg"), 45.0);
    EXPECT_EQ(camera.at("mount_height_m"), 4.5);
    EXPECT_EQ(camera.at("retention_hours"), 168);
    EXPECT_NEAR(camera.at("lon").get<double>(), 7.6869, 1e-9);
}

TEST_F(ImportCommand, aSecondRunChangesNothing)
{
    const auto file = write("excel.csv", kExcel);
    (void)import({file});
    const auto before = m_census.run("list", {"--json", "--fields", "code,row_version,updated_at,extra"}).out;

    const auto again = json::parse(import({file}).out);

    EXPECT_EQ(again.at("unchanged"), 2);
    EXPECT_EQ(again.at("added").get<int>() + again.at("updated").get<int>(), 0);
    EXPECT_EQ(m_census.run("list", {"--json", "--fields", "code,row_version,updated_at,extra"}).out, before);
}

TEST_F(ImportCommand, withoutASystemTheCandidatesAreNamed)
{
    const auto file = write("gauss.csv", "Est;Nord;Nome\n1396659,856;4991618,230;Ponte\n");

    const auto refused = import({file});

    EXPECT_EQ(refused.status, 3);
    const auto error = json::parse(refused.out).at("error");
    EXPECT_NE(error.at("message").get<std::string>().find("EPSG:3003"), std::string::npos);
    EXPECT_EQ(error.at("candidates").at(0).at("crs"), "EPSG:3003");
    EXPECT_GT(error.at("candidates").at(0).at("plausibility"), 0.5);
    EXPECT_EQ(cameras(), 0U);

    const auto automatic = json::parse(import({file, "--crs", "auto"}).out);
    EXPECT_EQ(automatic.at("crs").at("from"), "EPSG:3003");
    EXPECT_EQ(automatic.at("added"), 1);
}

TEST_F(ImportCommand, aDryRunWritesNothing)
{
    const auto outcome = import({write("excel.csv", kExcel), "--dry-run"});
    EXPECT_EQ(json::parse(outcome.out).at("added"), 2);
    EXPECT_EQ(cameras(), 0U);
    EXPECT_FALSE(std::filesystem::exists(m_census.path("excel.csv.receipt.json")));
}

TEST_F(ImportCommand, aMappingFileDecides)
{
    const auto file = write("odd.csv", "A,B,C,D\nTC-9,7.6869,45.0703,400\n");
    const auto mapping = write("map.json", R"({"A": "code", "B": "lon", "C": "lat",
                                               "D": {"field": "mount_height_m", "unit": "cm"}})");
    const auto outcome = import({file, "--mapping", mapping});
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_EQ(json::parse(m_census.run("show", {"TC-9", "--json"}).out).at("mount_height_m"), 4.0);

    const auto wrong = import({file, "--mapping", write("wrong.json", R"({"A": "kode"})")});
    EXPECT_EQ(wrong.status, 3);
    EXPECT_NE(wrong.err.find("code"), std::string::npos) << wrong.err;
}

TEST_F(ImportCommand, exitCodesAreThoseOfTheContract)
{
    const auto file = write("excel.csv", kExcel);
    EXPECT_EQ(import({m_census.path("missing.csv")}).status, 3);
    EXPECT_EQ(import({write("none.csv", "Nome;Note\nPonte;x\n")}).status, 3);
    EXPECT_EQ(import({file, "--crs", "EPSG:999999"}).status, 2);
    EXPECT_EQ(import({file, "--key", "kode"}).status, 2);
    EXPECT_EQ(import({file, "--on-match", "merge"}).status, 2);
    EXPECT_EQ(import({file, "--within", "-1"}).status, 2);
    EXPECT_EQ(import({file, "--receipt", file}).status, 6);
    EXPECT_EQ(runCli({"import", m_census.path("no.gpkg"), file}).status, 4);
    EXPECT_EQ(cameras(), 0U);
}

TEST_F(ImportCommand, policiesDecideAboutCamerasThatAreThere)
{
    (void)import({write("a.csv", "codice,lon,lat,nome\nA-1,7.6869,45.0703,Ponte\n")});
    const auto other = write("b.csv", "codice,lon,lat,nome\nA-1,7.6869,45.0703,Ponte Nuovo\n");

    EXPECT_EQ(json::parse(import({other}).out).at("skipped"), 1);
    EXPECT_EQ(json::parse(import({other, "--on-match", "review"}).out).at("review"), 1);
    EXPECT_EQ(json::parse(import({other, "--on-match", "update"}).out).at("updated"), 1);
    EXPECT_EQ(json::parse(m_census.run("show", {"A-1", "--json"}).out).at("name"), "Ponte Nuovo");
    EXPECT_EQ(json::parse(import({other, "--on-match", "add"}).out).at("added"), 1);
    EXPECT_EQ(cameras(), 2U);
}

TEST_F(ImportCommand, isTakenBackAsOneStep)
{
    (void)import({write("excel.csv", kExcel)});
    EXPECT_EQ(m_census.run("undo").status, 0);
    EXPECT_EQ(cameras(), 0U);
    EXPECT_EQ(m_census.run("log", {"--verify"}).status, 0);
}

TEST_F(ImportCommand, whatWasExportedComesBackAsItWas)
{
    (void)m_census.add({"name==1+1", "camera_type=ptz", "retention_hours=72", "notes=là, \"qui\""});
    for (const std::string name : {"out.csv", "out.geojson", "out.gpkg", "out.shp"}) {
        ASSERT_EQ(m_census.run("export", {m_census.path(name), "--edition", "full"}).status, 0) << name;
        std::vector<std::string> arguments{m_census.path(name), "--on-match", "update"};
        if (name == "out.csv") { // alone in not saying its system
            arguments.insert(arguments.end(), {"--crs", "EPSG:7791"});
        }
        const auto receipt = json::parse(import(arguments).out);
        EXPECT_EQ(receipt.value("unchanged", 0), 1) << name << receipt.dump(1);
    }
}

} // namespace
} // namespace observo::test
