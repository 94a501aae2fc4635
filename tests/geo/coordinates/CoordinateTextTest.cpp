// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/geo/CoordinateText.h"

#include "observo/geo/Crs.h"
#include "observo/geo/Geodesy.h"

#include <gtest/gtest.h>

#include <string>

namespace observo::geo {
namespace {

constexpr LonLat kTorino{7.6869, 45.0703};

/// A text that means Torino, and the system it is read in.
struct Good {
    const char* text;
    int epsg = 6706;
    int given = 0;
};

void PrintTo(const Good& good, std::ostream* out)
{
    *out << good.text;
}

class GoodCoordinates : public testing::TestWithParam<Good> {};

TEST_P(GoodCoordinates, areTorino)
{
    const auto read = readCoordinates(GetParam().text, GetParam().given);

    ASSERT_TRUE(read) << read.error().message();
    EXPECT_EQ(read->epsg, GetParam().epsg) << read->understood;
    // Seconds without decimals are 31 m of latitude; the pasted metres below are to a decimetre or a metre.
    EXPECT_LT(distanceBetween(read->place, kTorino).value, 20.0) << read->understood;
    EXPECT_TRUE(read->understood.starts_with("EPSG:" + std::to_string(GetParam().epsg) + ": ")) << read->understood;
}

INSTANTIATE_TEST_SUITE_P(
    Degrees, GoodCoordinates,
    testing::Values(Good{"45,0703 N 7,6869 E"}, Good{"45.0703 N 7.6869 E"}, Good{"45.0703N,7.6869E"},
                    Good{"N 45.0703 E 7.6869"}, Good{"N45.0703 E7.6869"}, Good{"7.6869 E 45.0703 N"},
                    Good{"7,6869 Est 45,0703 Nord"}, Good{"45.0703, 7.6869"}, Good{"45.0703,7.6869"},
                    Good{"7.6869,45.0703"}, Good{"7.6869 45.0703"}, Good{"45,0703 7,6869"}, Good{"45,0703;7,6869"},
                    Good{"45,0703, 7,6869"}, Good{"45,0703,7,6869"}, Good{"[7.6869, 45.0703]"},
                    Good{"(45.0703 / 7.6869)"}, Good{"Lat: 45.0703 Lon: 7.6869"}, Good{"lat=45.0703&lon=7.6869"},
                    Good{"Latitudine 45,0703 Longitudine 7,6869"}, Good{"x=7.6869 y=45.0703"}, Good{"45.0703° 7.6869°"},
                    Good{"45,0703° N; 7,6869° E"}, Good{"WGS84 45.0703 7.6869"}, Good{"geo:45.0703,7.6869"},
                    Good{"POINT(7.6869 45.0703)"}, Good{"+45.0703+007.6869/"},
                    Good{"https://www.google.com/maps/@45.0703,7.6869,17z"},
                    Good{"https://www.openstreetmap.org/#map=19/45.0703/7.6869"},
                    Good{"45.0703 7.6869 EPSG:4326", 4326}, Good{"EPSG:6706 45.0703 7.6869"},
                    Good{"\n 45.0703\t7.6869 \r\n"}));

INSTANTIATE_TEST_SUITE_P(Sexagesimal, GoodCoordinates,
                         testing::Values(Good{"45°04'13\" N 7°41'13\" E"}, Good{"45°04’13” N, 7°41’13” E"},
                                         Good{"45º 04′ 13″ N 7º 41′ 13″ E"}, Good{"45°04'13''N 7°41'13''E"},
                                         Good{"N 45° 04' 13\" E 7° 41' 13\""}, Good{"45 04 13 N 7 41 13 E"},
                                         Good{"45:04:13 7:41:13"}, Good{"45°04,218' N 7°41,214' E"},
                                         Good{"7°41'13\" E 45°04'13\" N"}, Good{"45°04'13,1\" 7°41'12,8\""},
                                         Good{"45d04'13\"N 7d41'13\"E"}, Good{"45 4.218 7 41.214"}));

INSTANTIATE_TEST_SUITE_P(
    Metres, GoodCoordinates,
    testing::Values(Good{"1396659.9 4991618.2", 3003}, Good{"1396659,9 4991618,2", 3003},
                    Good{"4991618.2 1396659.9", 3003}, Good{"1.396.659,9 4.991.618,2", 3003},
                    Good{"E 1396659.9 N 4991618.2", 3003}, Good{"1396659.9 E, 4991618.2 N", 3003},
                    Good{"X=4991618.2 Y=1396659.9", 3003}, Good{"EPSG:3003 1396659.9 4991618.2", 3003},
                    Good{"1396659.9 4991618.2 (EPSG:3003)", 3003}, Good{"396634.3 4991598.5", 7791},
                    Good{"396634,3 E 4991598,5 N", 7791}, Good{"396634,4991598", 7791}, Good{"396.634 4.991.598", 7791},
                    Good{"396,634.3 4,991,598.5", 7791}, Good{"396 634,3 4 991 598,5", 7791},
                    Good{"32T 396634 4991598", 7791}, Good{"UTM 32N 396634 4991598", 7791},
                    Good{"32N 396634E 4991598N", 7791}, Good{"396634 m E 4991598 m N", 7791},
                    Good{"396634.3 4991598.5", 32632, 32632}, Good{"396716.0 4991796.0", 23032, 23032},
                    Good{"4991598.5 396634.3", 6707, 6707}, Good{"396634.3 E 4991598.5 N", 6707, 6707}));

TEST(CoordinateText, ofTheEastZoneAndTheItalyZoneAreKnownByTheirNumbers)
{
    const LonLat palermo{13.3615, 38.1157};
    for (const int epsg : {3004, 7794}) {
        const auto text = writeCoordinates(palermo, epsg, Language::English);
        ASSERT_TRUE(text);
        const auto read = readCoordinates(*text);
        ASSERT_TRUE(read) << *text << ": " << read.error().message();
        EXPECT_EQ(read->epsg, epsg);
        EXPECT_LT(distanceBetween(read->place, palermo).value, 0.2);
    }
}

TEST(CoordinateText, outsideItalyAreTakenWithLatitudeFirst)
{
    const auto london = readCoordinates("51.5072 -0.1276");
    ASSERT_TRUE(london);
    EXPECT_NEAR(london->place.lat, 51.5072, 1e-9);
    EXPECT_NEAR(london->place.lon, -0.1276, 1e-9);

    const auto sydney = readCoordinates("151.2 E 33.87 S");
    ASSERT_TRUE(sydney);
    EXPECT_NEAR(sydney->place.lat, -33.87, 1e-9);

    // Only one order is possible.
    const auto beyond = readCoordinates("151.2 -33.87");
    ASSERT_TRUE(beyond);
    EXPECT_NEAR(beyond->place.lon, 151.2, 1e-9);
}

TEST(CoordinateText, fromTheRomeMeridianAreMovedToGreenwich)
{
    const auto written = writeCoordinates(kTorino, 4806, Language::Italian);
    ASSERT_TRUE(written) << written.error().message();
    EXPECT_NE(written->find(" O"), std::string::npos) << *written;

    const auto read = readCoordinates(*written, 4806);

    ASSERT_TRUE(read) << *written << read.error().message();
    EXPECT_LT(distanceBetween(read->place, kTorino).value, 1.0);
}

struct Bad {
    const char* text;
    int given = 0;
};

void PrintTo(const Bad& bad, std::ostream* out)
{
    *out << "\"" << bad.text << "\"";
}

class BadCoordinates : public testing::TestWithParam<Bad> {};

TEST_P(BadCoordinates, areRefusedWithAdvice)
{
    const auto read = readCoordinates(GetParam().text, GetParam().given);

    ASSERT_FALSE(read) << read->understood;
    EXPECT_FALSE(read.error().what.empty());
    EXPECT_FALSE(read.error().advice.empty()) << read.error().what;
}

INSTANTIATE_TEST_SUITE_P(Junk, BadCoordinates,
                         testing::Values(Bad{""}, Bad{"   "}, Bad{"Torino"}, Bad{"via Roma 12"}, Bad{"45.0703"},
                                         Bad{"45.0703 N"}, Bad{"N E"}, Bad{"91 200"}, Bad{"45 7 9"}, Bad{"1e9 2e9"},
                                         Bad{"nan nan"}, Bad{"inf 45"}, Bad{"45.0703 N 7.6869 N"}, Bad{"-45 S 7 E"},
                                         Bad{"45°70' 7°10'"}, Bad{"12 4991598"}, Bad{"99999999 99999999"},
                                         Bad{"EPSG:999999 45 7"}, Bad{"EPSG:4936 45 7"},
                                         Bad{"EPSG:3003 1396659.9 4991618.2", 7791}, Bad{"45.0703 7.6869", 7791},
                                         Bad{"1396659.9 4991618.2", 6706}, Bad{"1396659.9 4991618.2", 7791},
                                         Bad{"396634.3 4991598.5", 3003}, Bad{"45°04'13\" 7°41'13\"", 3003},
                                         Bad{"45.07.03 7.68.69"}, Bad{"45 7; DROP TABLE camera"}, Bad{"<b>45</b> 7"}));

TEST(CoordinateText, areWrittenForTheStatusBar)
{
    EXPECT_EQ(*writeCoordinates(kTorino, 6706, Language::Italian), "45,07030 N 7,68690 E");
    EXPECT_EQ(*writeCoordinates(kTorino, 6706, Language::English), "45.07030 N 7.68690 E");
    EXPECT_EQ(*writeCoordinates(kTorino, 7791, Language::Italian), "396634,3 E 4991598,5 N");
    EXPECT_EQ(*writeCoordinates(kTorino, 3003, Language::English), "1396659.9 E 4991618.2 N");
    EXPECT_EQ(*writeCoordinates({-0.1276, -33.5}, 4326, Language::Italian), "33,50000 S 0,12760 O");
    EXPECT_EQ(*writeCoordinates({-0.1276, 51.5072}, 4326, Language::English), "51.50720 N 0.12760 W");
    EXPECT_EQ(*writeCoordinates({-0.000001, 0.0}, 4326, Language::English), "0.00000 N 0.00000 E");
}

TEST(CoordinateText, cannotBeWrittenInAnUnknownSystemOrFromNoPlace)
{
    EXPECT_EQ(writeCoordinates(kTorino, 999999, Language::English).error().code, ErrorCode::UnknownCrs);
    EXPECT_FALSE(writeCoordinates({500.0, 45.0}, 6706, Language::English));
}

TEST(CoordinateText, writtenInAnyOfferedSystemAreReadBackInIt)
{
    for (const auto& offered : offeredSystems()) {
        for (const auto language : {Language::Italian, Language::English}) {
            const auto text = writeCoordinates(kTorino, offered.epsg, language);
            ASSERT_TRUE(text) << offered.epsg << text.error().message();
            const auto read = readCoordinates(*text, offered.epsg);
            ASSERT_TRUE(read) << *text << " " << offered.epsg << read.error().message();
            EXPECT_LT(distanceBetween(read->place, kTorino).value, 1.0) << *text;
        }
    }
}

} // namespace
} // namespace observo::geo
