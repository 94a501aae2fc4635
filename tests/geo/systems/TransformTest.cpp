// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/geo/Transform.h"

#include "observo/geo/Geodesy.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>
#include <thread>
#include <vector>

namespace observo::geo {
namespace {

constexpr GeoBox kPiemonte{6.6, 44.0, 9.3, 46.5};
constexpr GeoBox kFirenze{11.0, 43.6, 11.5, 43.9};

Transform between(int from, int to, const GeoBox& area)
{
    auto made = Transform::between(*Crs::fromEpsg(from), *Crs::fromEpsg(to), area);
    EXPECT_TRUE(made) << (made ? "" : made.error().message());
    return std::move(made.value());
}

GeoBox around(LonLat place)
{
    return {place.lon - 0.01, place.lat - 0.01, place.lon + 0.01, place.lat + 0.01};
}

/// A place with its published coordinates in four systems; the WGS 84 and ETRS89 ones equal the RDN2008 one.
struct Vector {
    const char* name;
    LonLat place;
    MapPoint rdn2008;
    MapPoint monteMario;
    MapPoint ed50;
};

void PrintTo(const Vector& vector, std::ostream* out)
{
    *out << vector.name;
}

class TestVector : public testing::TestWithParam<Vector> {};

void expectNear(MapPoint got, MapPoint expected, double tolerance, int epsg)
{
    EXPECT_NEAR(got.x, expected.x, tolerance) << epsg;
    EXPECT_NEAR(got.y, expected.y, tolerance) << epsg;
}

TEST_P(TestVector, comesOutToACentimetreInEverySystem)
{
    const auto& [name, place, rdn2008, monteMario, ed50] = GetParam();
    const auto check = [&](int source, int epsg, MapPoint expected, double tolerance) {
        const auto transform = between(source, epsg, around(place));
        const auto there = transform.forward(MapPoint{place.lon, place.lat});
        ASSERT_TRUE(there) << epsg;
        expectNear(*there, expected, tolerance, epsg);
        const auto back = transform.backward(*there);
        ASSERT_TRUE(back) << epsg;
        EXPECT_NEAR(back->x, place.lon, 1e-8) << epsg;
        EXPECT_NEAR(back->y, place.lat, 1e-8) << epsg;
    };
    for (const int source : {4326, 6706}) {
        check(source, 7791, rdn2008, 0.001);
        check(source, 32632, rdn2008, 0.001);
        check(source, 25832, rdn2008, 0.001);
        check(source, 6707, rdn2008, 0.001); // northing first at the authority, easting first here
        check(source, 3003, monteMario, 0.01);
        check(source, 23032, ed50, 0.01);
    }
}

INSTANTIATE_TEST_SUITE_P(Domain, TestVector,
                         testing::Values(Vector{"Torino",
                                                {7.6869, 45.0703},
                                                {396634.276, 4991598.530},
                                                {1396659.856, 4991618.230},
                                                {396716.049, 4991796.001}},
                                         Vector{"Asti",
                                                {8.2064, 44.9008},
                                                {437344.335, 4972236.939},
                                                {1437370.604, 4972256.101},
                                                {437426.444, 4972434.240}},
                                         Vector{"Lucca",
                                                {10.5027, 43.8430},
                                                {620795.457, 4855532.817},
                                                {1620824.717, 4855549.004},
                                                {620877.603, 4855729.353}},
                                         Vector{"Firenze",
                                                {11.2558, 43.7696},
                                                {681557.249, 4848756.385},
                                                {1681587.633, 4848772.196},
                                                {681639.886, 4848952.891}}),
                         [](const auto& row) { return row.param.name; });

TEST(Transform, doesNotTakeTheBallparkFromEd50AtFirenze)
{
    const auto transform = between(23032, 25832, kFirenze);

    const auto moved = transform.forward(MapPoint{681639.886, 4848952.891});

    ASSERT_TRUE(moved);
    EXPECT_NEAR(moved->x, 681557.249, 0.05);
    EXPECT_NEAR(moved->y, 4848756.385, 0.05);
    EXPECT_NE(transform.operation().name.find("ED50 to WGS 84 (2)"), std::string::npos) << transform.operation().name;
    EXPECT_DOUBLE_EQ(transform.operation().accuracy.value().value, 7.0);
}

TEST(Transform, withoutAnAreaDoesNotTakeTheOperationOfACorner)
{
    const auto transform = between(23032, 25832, {});

    const auto moved = transform.forward(MapPoint{681639.886, 4848952.891});

    ASSERT_TRUE(moved);
    EXPECT_LT(std::hypot(moved->x - 681557.249, moved->y - 4848756.385), 10.0);
    EXPECT_EQ(transform.operation().name.find("(17)"), std::string::npos) << transform.operation().name;
}

TEST(Transform, countsTheRomeMeridianFromMonteMario)
{
    const MapPoint greenwich{7.68735, 45.06970};
    const MapPoint rome{greenwich.x - 12.4523333333, greenwich.y};
    for (const int target : {6706, 4326, 7791, 32632}) {
        const auto expected = between(4265, target, kPiemonte).forward(greenwich);
        const auto transform = between(4806, target, kPiemonte);
        const auto got = transform.forward(rome);

        ASSERT_TRUE(expected && got) << target;
        const double tolerance = target == 6706 || target == 4326 ? 1e-9 : 1e-3;
        expectNear(*got, *expected, tolerance, target);
        const auto back = between(target, 4806, kPiemonte).forward(*got);
        ASSERT_TRUE(back);
        expectNear(*back, rome, 2e-8, target); // the shift is without heights and closes to 1 mm
        EXPECT_NE(transform.operation().name.find("Monte Mario (Rome)"), std::string::npos);
        EXPECT_NE(transform.operation().name.find("WGS 84 (4)"), std::string::npos);
    }
}

TEST(Transform, ofTheEastZoneAgreesWithTheWestZone)
{
    const LonLat ancona{13.5, 43.6};
    const auto west = between(3003, 6706, around(ancona));
    const auto east = between(3004, 6706, around(ancona));
    const auto inWest = west.backward(MapPoint{ancona.lon, ancona.lat});
    const auto inEast = east.backward(MapPoint{ancona.lon, ancona.lat});

    ASSERT_TRUE(inWest && inEast);
    EXPECT_GT(inEast->x, 2300000.0);
    EXPECT_LT(inEast->x, 2900000.0);
    // The zones are one datum: the way through both of them must close.
    const auto across = between(3003, 3004, around(ancona)).forward(*inWest);
    ASSERT_TRUE(across);
    expectNear(*across, *inEast, 0.001, 3004);
}

TEST(Transform, ofTheEasternUtmZoneReadsEastingFirst)
{
    const LonLat palermo{13.3615, 38.1157};
    const auto northFirst = between(6706, 6708, around(palermo)).forward(MapPoint{palermo.lon, palermo.lat});
    const auto eastFirst = between(6706, 7792, around(palermo)).forward(MapPoint{palermo.lon, palermo.lat});

    ASSERT_TRUE(northFirst && eastFirst);
    EXPECT_LT(northFirst->x, 1000000.0);
    EXPECT_GT(northFirst->y, 4000000.0);
    expectNear(*northFirst, *eastFirst, 1e-6, 6708);
}

TEST(Transform, reportsTheOperationAndItsAccuracy)
{
    const auto monteMario = between(3003, 6706, kPiemonte);
    EXPECT_NE(monteMario.operation().name.find("Monte Mario to WGS 84 (4)"), std::string::npos);
    EXPECT_DOUBLE_EQ(monteMario.operation().accuracy.value().value, 5.0);

    const auto projectionOnly = between(6706, 7791, kPiemonte);
    EXPECT_DOUBLE_EQ(projectionOnly.operation().accuracy.value().value, 0.0);
    EXPECT_FALSE(projectionOnly.operation().missingGrid);
}

TEST(Transform, saysThatABetterGridIsNotInstalled)
{
    const auto transform = between(3003, 6706, kPiemonte);

    // Someone who has the grid of the Istituto Geografico Militare gets its 0.1 m instead.
    if (transform.operation().accuracy.value().value < 1.0) {
        GTEST_SKIP() << "the grid is installed here";
    }
    EXPECT_TRUE(transform.operation().missingGrid);
}

TEST(Transform, takesRdn2008AsWgs84AnywhereAtOneMetre)
{
    const GeoBox florida{-82.1, 29.6, -81.9, 29.8};
    const auto inItaly = between(4326, 6706, kPiemonte);
    const auto abroad = between(6706, 32617, florida);
    const auto pure = between(4326, 32617, florida);

    const auto same = inItaly.forward(MapPoint{7.6869, 45.0703});
    ASSERT_TRUE(same);
    expectNear(*same, {7.6869, 45.0703}, 1e-12, 6706);
    EXPECT_DOUBLE_EQ(inItaly.operation().accuracy.value().value, 1.0);
    const MapPoint place{-81.99, 29.69};
    expectNear(*abroad.forward(place), *pure.forward(place), 1e-6, 32617);
    EXPECT_DOUBLE_EQ(abroad.operation().accuracy.value().value, 1.0);
    expectNear(*between(32617, 6706, florida).forward(*pure.forward(place)), place, 1e-9, 6706);
}

TEST(Transform, refusesABallpark)
{
    // Two old datums of different continents: nothing but a ballpark lies between them.
    const auto refused = Transform::between(*Crs::fromEpsg(4806), *Crs::fromEpsg(4267), {7.0, 44.0, 8.0, 45.0});

    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::UnknownCrs);
    EXPECT_FALSE(refused.error().advice.empty());
}

TEST(Transform, ofASystemToItselfMovesNothing)
{
    const auto transform = between(7791, 7791, kPiemonte);

    EXPECT_EQ(*transform.forward(MapPoint{396634.276, 4991598.53}), (MapPoint{396634.276, 4991598.53}));
    EXPECT_DOUBLE_EQ(transform.operation().accuracy.value().value, 0.0);
}

TEST(Transform, countsThePointsItCannotMoveAndMovesTheOthers)
{
    const auto transform = between(6706, 7791, kPiemonte);
    std::vector<MapPoint> points = {
        {7.6869, 45.0703}, {7.0, 95.0}, {8.2064, 44.9008}, {std::numeric_limits<double>::quiet_NaN(), 45.0}};

    EXPECT_EQ(transform.forward(points), 2U);

    expectNear(points[0], {396634.276, 4991598.530}, 0.001, 7791);
    EXPECT_TRUE(std::isnan(points[1].x) && std::isnan(points[1].y));
    expectNear(points[2], {437344.335, 4972236.939}, 0.001, 7791);
    EXPECT_TRUE(std::isnan(points[3].x));
    EXPECT_FALSE(transform.forward(MapPoint{7.0, 95.0}));
    EXPECT_EQ(transform.forward(std::span<MapPoint>{}), 0U);
}

TEST(Transform, isClonedForAnotherThreadThatOutlivesIt)
{
    auto original = std::make_unique<Transform>(between(3003, 6706, kPiemonte));
    const auto expected = original->forward(MapPoint{1396659.856, 4991618.230});
    auto copy = original->clone();
    EXPECT_EQ(copy.operation().name, original->operation().name);
    original.reset();

    Result<MapPoint> got = fail(ErrorCode::Internal, "not asked yet");
    std::thread([&] { got = copy.forward(MapPoint{1396659.856, 4991618.230}); }).join();

    ASSERT_TRUE(got && expected);
    EXPECT_EQ(*got, *expected);
}

} // namespace
} // namespace observo::geo
