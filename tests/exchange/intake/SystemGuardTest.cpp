// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/SystemGuard.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace observo::exchange {
namespace {

using Points = std::vector<MapPoint>;

const Territory kPiemonte{.box = {6.6, 44.0, 9.3, 46.5}, .name = "Piemonte"};
const Territory kToscana{.box = {9.6, 42.2, 12.4, 44.5}, .name = "Toscana"};

SystemAnswer answerTo(SystemQuestion question, const SourceTable& table = {})
{
    question.table = &table;
    const auto answer = chooseSystem(question);
    EXPECT_TRUE(answer) << answer.error().message();
    return answer.value_or(SystemAnswer{});
}

struct RankCase {
    std::string name;
    Points points;
    std::string best;
    bool swapped = false;
};

class Ranking : public testing::TestWithParam<RankCase> {};

TEST_P(Ranking, putsTheUsualSystemThatFitsFirst)
{
    const auto candidates = rankedCandidates(GetParam().points, kPiemonte);
    ASSERT_FALSE(candidates.empty());
    EXPECT_EQ(candidates.front().crs, GetParam().best);
    EXPECT_EQ(candidates.front().swapped, GetParam().swapped);
    EXPECT_GT(candidates.front().plausibility, 0.5);
    EXPECT_NEAR(candidates.front().centre.lat, 45.0, 0.3);
}

// The published test vectors of Torino and Asti.
INSTANTIATE_TEST_SUITE_P(
    Systems, Ranking,
    testing::Values(RankCase{"utm", {{396634.276, 4991598.530}, {437344.335, 4972236.939}}, "EPSG:32632"},
                    RankCase{"gauss", {{1396659.856, 4991618.230}, {1437370.604, 4972256.101}}, "EPSG:3003"},
                    RankCase{"degrees", {{7.6869, 45.0703}, {8.2064, 44.9008}}, "EPSG:4326"},
                    RankCase{"latFirst", {{45.0703, 7.6869}, {44.9008, 8.2064}}, "EPSG:4326", true},
                    RankCase{"northFirst", {{4991598.530, 396634.276}, {4972236.939, 437344.335}}, "EPSG:32632", true},
                    RankCase{"web", {{855702.0, 5632706.0}}, "EPSG:3857"},
                    RankCase{"rome", {{-4.7654, 45.0697}}, "EPSG:4806"}),
    [](const auto& one) { return one.param.name; });

TEST(SystemGuard, pointsOfAnotherRegionAreLessPlausible)
{
    const Points torino{{396634.276, 4991598.530}};
    EXPECT_GT(rankedCandidates(torino, kPiemonte).front().plausibility,
              rankedCandidates(torino, kToscana).front().plausibility);
}

TEST(SystemGuard, nothingIsGuessedUnlessAskedFor)
{
    const SystemQuestion question{
        .kind = PlaceKind::XY, .territory = kPiemonte, .sample = {{1396659.856, 4991618.230}}};

    const auto silent = answerTo(question);
    EXPECT_FALSE(silent.crs);
    ASSERT_FALSE(silent.candidates.empty());
    EXPECT_NE(silent.missing.find("EPSG:3003"), std::string::npos) << silent.missing;

    auto automatic = question;
    automatic.asked = "auto";
    const auto guessed = answerTo(automatic);
    ASSERT_TRUE(guessed.crs);
    EXPECT_EQ(guessed.crs->epsg(), 3003);
    EXPECT_TRUE(guessed.how.starts_with("guessed")) << guessed.how;
    EXPECT_NE(guessed.how.find("Piemonte"), std::string::npos) << guessed.how;
    EXPECT_FALSE(guessed.remarks.empty());
}

TEST(SystemGuard, aDeclaredSystemIsTaken)
{
    const SourceTable table{.system = "EPSG:3003", .systemHow = ".prj", .hasGeometry = true};
    const auto answer =
        answerTo({.kind = PlaceKind::Geometry, .territory = kPiemonte, .sample = {{1396659.856, 4991618.230}}}, table);
    ASSERT_TRUE(answer.crs);
    EXPECT_EQ(answer.crs->epsg(), 3003);
    EXPECT_EQ(answer.how, ".prj");
    EXPECT_TRUE(answer.remarks.empty());
}

TEST(SystemGuard, degreesThatAreMetresAreNotBelieved)
{
    const SourceTable table{.system = "EPSG:4326", .systemHow = "declared", .hasGeometry = true};
    const auto answer =
        answerTo({.kind = PlaceKind::Geometry, .territory = kPiemonte, .sample = {{396634.276, 4991598.530}}}, table);
    EXPECT_FALSE(answer.crs);
    EXPECT_NE(answer.missing.find("EPSG:4326"), std::string::npos) << answer.missing;
    EXPECT_EQ(answer.candidates.front().crs, "EPSG:32632");
}

TEST(SystemGuard, columnsCalledLongitudeAndLatitudeAreWgs84)
{
    const auto answer = answerTo({.kind = PlaceKind::LonLat, .territory = kPiemonte, .sample = {{7.6869, 45.0703}}});
    ASSERT_TRUE(answer.crs);
    EXPECT_EQ(answer.crs->epsg(), 4326);
    const auto metres =
        answerTo({.kind = PlaceKind::LonLat, .territory = kPiemonte, .sample = {{396634.276, 4991598.530}}});
    EXPECT_FALSE(metres.crs);
}

TEST(SystemGuard, degreesWithoutASystemAreNotGuessedEither)
{
    const auto shapefile =
        answerTo({.kind = PlaceKind::Geometry, .territory = kPiemonte, .sample = {{7.6869, 45.0703}}});
    EXPECT_FALSE(shapefile.crs);
    EXPECT_EQ(shapefile.candidates.front().crs, "EPSG:4326");
}

TEST(SystemGuard, whatIsAskedForMustBeAbleToHoldTheNumbers)
{
    const auto wrong = answerTo(
        {.kind = PlaceKind::XY, .asked = "EPSG:4326", .territory = kPiemonte, .sample = {{396634.276, 4991598.530}}});
    EXPECT_FALSE(wrong.crs);
    EXPECT_NE(wrong.missing.find("--crs EPSG:4326"), std::string::npos) << wrong.missing;

    const SourceTable table;
    EXPECT_FALSE(chooseSystem({.table = &table, .asked = "EPSG:999999"}));
}

TEST(SystemGuard, swappedAxesAreReadSwappedAndSaid)
{
    const auto answer =
        answerTo({.kind = PlaceKind::LonLat, .territory = kPiemonte, .sample = {{45.0703, 7.6869}, {44.9, 8.2}}});
    ASSERT_TRUE(answer.crs);
    EXPECT_TRUE(answer.swapped);
    ASSERT_EQ(answer.remarks.size(), 1U);
    EXPECT_EQ(answer.remarks.front().code, "axes_swapped");
}

TEST(SystemGuard, aSystemThatLeadsElsewhereIsDoubted)
{
    const SourceTable table{.system = "EPSG:32633", .systemHow = ".prj", .hasGeometry = true};
    const auto answer =
        answerTo({.kind = PlaceKind::Geometry, .territory = kPiemonte, .sample = {{396634.276, 4991598.530}}}, table);
    ASSERT_TRUE(answer.crs);
    ASSERT_EQ(answer.remarks.size(), 1U);
    EXPECT_EQ(answer.remarks.front().code, "crs_doubtful");
    EXPECT_NE(answer.remarks.front().en.find("EPSG:32632"), std::string::npos) << answer.remarks.front().en;
}

} // namespace
} // namespace observo::exchange
