// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/geo/Transform.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace observo::geo {
namespace {

constexpr LonLat kTorino{7.6869, 45.0703};

TEST(Projection, drawsAPlaceAndFindsItAgain)
{
    const auto projection = Projection::of(7791, kTorino);
    ASSERT_TRUE(projection) << projection.error().message();

    const auto point = projection->project(kTorino);
    const auto back = projection->unproject(point);

    EXPECT_EQ(projection->epsg(), 7791);
    EXPECT_NEAR(point.x, 396634.276, 0.001);
    EXPECT_NEAR(point.y, 4991598.530, 0.001);
    EXPECT_NEAR(back.lon, kTorino.lon, 1e-10);
    EXPECT_NEAR(back.lat, kTorino.lat, 1e-10);
}

TEST(Projection, drawsManyPlacesAtOnce)
{
    const auto projection = Projection::of(7791, kTorino);
    ASSERT_TRUE(projection);
    std::vector<MapPoint> places = {{kTorino.lon, kTorino.lat}, {8.2064, 44.9008}, {7.0, 91.0}};

    projection->project(places);

    EXPECT_EQ(places[0], projection->project(kTorino));
    EXPECT_NEAR(places[1].x, 437344.335, 0.001);
    EXPECT_TRUE(std::isnan(places[2].x));
}

TEST(Projection, isNotANumberWhereTheSystemEnds)
{
    const auto projection = Projection::of(7791, kTorino);
    ASSERT_TRUE(projection);

    EXPECT_TRUE(std::isnan(projection->project({7.0, 120.0}).x));
    EXPECT_TRUE(std::isnan(projection->unproject({1e30, 1e30}).lon));
}

TEST(Projection, refusesDegreesAndUnknownSystems)
{
    EXPECT_EQ(Projection::of(6706, kTorino).error().code, ErrorCode::UnknownCrs);
    EXPECT_EQ(Projection::of(999999, kTorino).error().code, ErrorCode::UnknownCrs);
}

TEST(Projection, ofEveryOfferedProjectedSystemGoesThereAndBack)
{
    for (const auto& offered : offeredSystems()) {
        if (Crs::fromEpsg(offered.epsg)->isGeographic()) {
            continue;
        }
        const auto projection = Projection::of(offered.epsg, kTorino);
        ASSERT_TRUE(projection) << offered.epsg << ": " << projection.error().message();
        const auto back = projection->unproject(projection->project(kTorino));
        EXPECT_NEAR(back.lon, kTorino.lon, 1e-8) << offered.epsg;
        EXPECT_NEAR(back.lat, kTorino.lat, 1e-8) << offered.epsg;
    }
}

TEST(Projection, serveInTheWholeWorldByTheMapSystemOfThePlace)
{
    for (const LonLat place : {LonLat{-0.1276, 51.5072}, LonLat{-81.99, 29.69}, LonLat{151.2, -33.87},
                               LonLat{7.4246, 43.7384}, LonLat{16.37, 48.2}}) {
        const auto projection = Projection::of(mapSystemFor(place), place);
        ASSERT_TRUE(projection) << place.lon << ": " << projection.error().message();
        EXPECT_NEAR(projection->unproject(projection->project(place)).lon, place.lon, 1e-8);
    }
}

TEST(Projection, isClonedWithItsSystem)
{
    const auto projection = Projection::of(7791, kTorino);
    ASSERT_TRUE(projection);
    const auto copy = projection->clone();

    EXPECT_EQ(copy.epsg(), 7791);
    EXPECT_EQ(copy.project(kTorino), projection->project(kTorino));
}

} // namespace
} // namespace observo::geo
