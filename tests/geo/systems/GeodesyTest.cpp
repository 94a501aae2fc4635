// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/geo/Geodesy.h"

#include <gtest/gtest.h>

#include <cmath>

namespace observo::geo {
namespace {

constexpr LonLat kTorino{7.6869, 45.0703};

TEST(Geodesy, arrivesWhereThePublishedGeodesicEnds)
{
    const auto to = destination(kTorino, {120.0}, {50.0});

    EXPECT_NEAR(to.lat, 45.070075043, 5e-10);
    EXPECT_NEAR(to.lon, 7.687449853, 5e-10);
}

TEST(Geodesy, measuresWhatItWent)
{
    for (const double azimuth : {0.0, 45.0, 120.0, 180.0, 271.5, 359.0}) {
        const auto to = destination(kTorino, {azimuth}, {1234.5});
        EXPECT_NEAR(distanceBetween(kTorino, to).value, 1234.5, 1e-6) << azimuth;
        EXPECT_NEAR(azimuthBetween(kTorino, to).value, azimuth, 1e-6) << azimuth;
    }
}

TEST(Geodesy, givesAzimuthsFromZeroTo360)
{
    EXPECT_NEAR(azimuthBetween(kTorino, {7.0, 45.0703}).value, 270.24, 0.01);
    EXPECT_NEAR(azimuthBetween(kTorino, {8.0, 45.0703}).value, 89.89, 0.01);
    EXPECT_DOUBLE_EQ(distanceBetween(kTorino, kTorino).value, 0.0);
}

TEST(Geodesy, ofTheGridAtTorinoIsThePublishedOne)
{
    const auto projection = Projection::of(7791, kTorino);
    ASSERT_TRUE(projection);

    const auto factors = gridFactors(*projection, kTorino);

    EXPECT_NEAR(factors.convergence.value, -0.9297, 0.00005);
    EXPECT_NEAR(120.0 - factors.convergence.value, 120.930, 0.0005);
    EXPECT_NEAR(50.0 * factors.scale, 49.987, 0.0005);
}

TEST(Geodesy, ofTheGridIsNotSpoiltByAFailureBefore)
{
    const auto projection = Projection::of(7791, kTorino);
    ASSERT_TRUE(projection);
    ASSERT_FALSE(Projection::of(999999, kTorino));

    EXPECT_NEAR(gridFactors(*projection, kTorino).convergence.value, -0.9297, 0.00005);
}

TEST(Geodesy, ofTheGridAgreesWithProjectedPlaces)
{
    const auto projection = Projection::of(7791, kTorino);
    ASSERT_TRUE(projection);
    const auto factors = gridFactors(*projection, kTorino);
    const auto from = projection->project(kTorino);
    const auto to = projection->project(destination(kTorino, {120.0}, {50.0}));

    const double gridAzimuth = std::atan2(to.x - from.x, to.y - from.y) * 180.0 / kPi;

    EXPECT_NEAR(std::hypot(to.x - from.x, to.y - from.y), 49.987, 0.0005);
    EXPECT_NEAR(gridAzimuth, 120.0 - factors.convergence.value, 0.0005);
}

TEST(Geodesy, ofTheGridFollowsTheFormulaOfTransverseMercator)
{
    for (const LonLat place : {LonLat{9.0, 45.0}, LonLat{7.0, 44.0}, LonLat{11.5, 46.0}}) {
        const auto projection = Projection::of(7791, place);
        ASSERT_TRUE(projection);
        const double expected =
            std::atan(std::tan(radians({place.lon - 9.0})) * std::sin(radians({place.lat}))) * 180.0 / kPi;
        EXPECT_NEAR(gridFactors(*projection, place).convergence.value, expected, 0.001);
    }
}

} // namespace
} // namespace observo::geo
