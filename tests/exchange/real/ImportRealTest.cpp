// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/TestPlaces.h"
#include "support/census/CensusFolder.h"

#include "observo/exchange/Import.h"
#include "observo/geo/Geodesy.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <string>

namespace observo::exchange {
namespace {

using nlohmann::json;

std::filesystem::path realFile(const std::string& name)
{
    const auto shared = test::sharedFolder();
    return shared ? *shared / "data" / name : std::filesystem::path();
}

/// What is expected of a real file.
struct RealFile {
    std::string name;
    std::int64_t rows = 0; ///< 0: it is refused
    std::string crs{};     ///< what has to be given; empty: the file says it
    std::int64_t rejected = 0;
};

class RealFiles : public testing::TestWithParam<RealFile> {
protected:
    void SetUp() override
    {
        if (!test::sharedFolder()) {
            GTEST_SKIP() << "OBSERVO_SHARED names no folder of real data";
        }
        session = folder.create();
    }
    Result<Receipt> import(const ImportRequest& request)
    {
        auto prepared = Import::prepare(*session, request, Progress());
        return prepared ? prepared->run(Progress()) : Result<Receipt>(fail(prepared.error()));
    }
    test::CensusFolder folder;
    std::unique_ptr<census::Session> session;
};

TEST_P(RealFiles, comeInOrAreRefusedWithTheRightReason)
{
    const RealFile& expected = GetParam();
    const auto file = realFile(expected.name);
    if (expected.rows == 0) {
        const auto refused = import({.file = file});
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().code, ErrorCode::InputUnreadable) << refused.error().message();
        EXPECT_NE(refused.error().message().find("no GeoJSON"), std::string::npos) << refused.error().message();
        return;
    }
    if (!expected.crs.empty()) {
        const auto asking = Import::prepare(*session, {.file = file}, Progress());
        ASSERT_TRUE(asking) << asking.error().message();
        ASSERT_FALSE(asking->plan().candidates.empty());
        EXPECT_EQ(asking->plan().candidates.front().crs, expected.crs);
    }

    const auto receipt = import({.file = file, .crs = expected.crs});

    ASSERT_TRUE(receipt) << receipt.error().message();
    EXPECT_EQ(receipt->read, expected.rows);
    EXPECT_TRUE(receipt->addsUp());
    EXPECT_EQ(receipt->rejected, expected.rejected);
    EXPECT_EQ(receipt->review, 0);
    EXPECT_EQ(receipt->added, static_cast<std::int64_t>(session->inventory().size()));
    EXPECT_GE(receipt->added, expected.rows * 9 / 10) << jsonOf(*receipt, Language::English).substr(0, 3000);
    const auto again = import({.file = file, .crs = expected.crs});
    ASSERT_TRUE(again) << again.error().message();
    EXPECT_EQ(again->added + again->updated + again->review, 0);
    EXPECT_EQ(again->unchanged, receipt->added);
    EXPECT_EQ(again->skipped, receipt->skipped);
}

INSTANTIATE_TEST_SUITE_P(Published, RealFiles,
                         testing::Values(RealFile{"cameras/chicago_red_light.csv", 149},
                                         RealFile{"cameras/italia_osm_sorveglianza.geojson", 7048},
                                         RealFile{"cameras/italia_photored_semafori.csv", 3143, "EPSG:4326"},
                                         RealFile{"cameras/italia_tutor.csv", 217, "EPSG:4326"},
                                         RealFile{"cameras/london_jamcams.geojson", 900},
                                         RealFile{"cameras/luxembourg_cameras.kml", 78},
                                         RealFile{"cameras/pattaya_cctv.csv", 400},
                                         RealFile{"cameras/uzbekistan_speed_cameras.csv", 576},
                                         RealFile{"cameras/rotterdam_cctv_survey.geojson", 187},
                                         RealFile{"cameras/lufkin_its_cameras.geojson", 31},
                                         RealFile{"cameras/roma_ztl_diurna_varchi.geojson", 20},
                                         RealFile{"cameras/poland_fotoradary.json", 0}));
INSTANTIATE_TEST_SUITE_P(Derived, RealFiles,
                         testing::Values(RealFile{"cameras_derived/piemonte_telecamere_3003.shp", 716},
                                         RealFile{"cameras_derived/vercelli_telecamere_32632.gpkg", 79},
                                         RealFile{"cameras_derived/provincia_torino_telecamere_excel_it.csv", 332}));

/// "osm:node/12" and "node/12" are one thing.
std::string nodeOf(const std::string& id)
{
    return id.starts_with("osm:") ? id.substr(4) : id;
}

/// The true positions of the OpenStreetMap extract, by the identity that the derived files carry.
std::map<std::string, LonLat> truePlaces()
{
    std::map<std::string, LonLat> places;
    std::ifstream in(realFile("cameras/italia_osm_sorveglianza.geojson"));
    const json document = json::parse(in);
    for (const auto& feature : document.at("features")) {
        const auto& point = feature.at("geometry").at("coordinates");
        const auto id = feature.at("properties").at("external_id").get<std::string>();
        places.emplace(nodeOf(id), LonLat{point.at(0).get<double>(), point.at(1).get<double>()});
    }
    return places;
}

class TruePositions : public RealFiles {
protected:
    /// The farthest that a camera lies from where it truly is.
    double farthest()
    {
        const auto truth = truePlaces();
        double farthest = 0.0;
        std::size_t compared = 0;
        EXPECT_TRUE(folder.reader()->forEachCamera(
            {},
            [&](const Camera& camera) {
                const auto place = truth.find(nodeOf(camera.code));
                if (place != truth.end()) {
                    farthest = std::max(farthest, geo::distanceBetween(camera.position, place->second).value);
                    ++compared;
                }
                return true;
            },
            Progress()));
        EXPECT_EQ(compared, session->inventory().size());
        return farthest;
    }
};

TEST_F(TruePositions, gaussBoagaIsKeptToCentimetresByTheSameOperation)
{
    const auto receipt = import({.file = realFile("cameras_derived/piemonte_telecamere_3003.shp")});
    ASSERT_TRUE(receipt) << receipt.error().message();
    ASSERT_TRUE(receipt->crs);
    EXPECT_EQ(receipt->crs->from, "EPSG:3003");
    EXPECT_EQ(receipt->crs->how, ".prj");
    EXPECT_NE(receipt->crs->operation.find("Monte Mario to WGS 84 (4)"), std::string::npos) << receipt->crs->operation;
    EXPECT_LT(farthest(), 0.05);
}

TEST_F(TruePositions, utmIsKeptToMillimetres)
{
    ASSERT_TRUE(import({.file = realFile("cameras_derived/vercelli_telecamere_32632.gpkg")}));
    EXPECT_LT(farthest(), 0.05);
}

TEST_F(TruePositions, aSpreadsheetInGaussBoagaIsKeptToo)
{
    const auto file = realFile("cameras_derived/provincia_torino_telecamere_excel_it.csv");
    const auto receipt = import({.file = file, .crs = "EPSG:3003"});
    ASSERT_TRUE(receipt) << receipt.error().message();
    EXPECT_EQ(receipt->added, 332);
    EXPECT_LT(farthest(), 0.05);
}

TEST_F(TruePositions, accentsAndTruthSurvive)
{
    ASSERT_TRUE(import({.file = realFile("cameras_derived/piemonte_telecamere_3003.shp")}));
    const auto dome = folder.reader()->cameraNamed("node/543481199");
    ASSERT_TRUE(dome) << dome.error().message();
    EXPECT_NE(dome->extra.find("perché"), std::string::npos) << dome->extra;
    EXPECT_NE(dome->extra.find("LON_VERA"), std::string::npos) << dome->extra;
    EXPECT_EQ(dome->type, "dome_fixed");
}

} // namespace
} // namespace observo::exchange
