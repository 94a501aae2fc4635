// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/geo/Crs.h"

#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

namespace observo::geo {
namespace {

TEST(Crs, isKnownByItsEpsgCode)
{
    const auto utm = Crs::fromEpsg(7791);

    ASSERT_TRUE(utm) << utm.error().message();
    EXPECT_EQ(utm->epsg(), 7791);
    EXPECT_EQ(utm->id(), "EPSG:7791");
    EXPECT_EQ(utm->name(), "RDN2008 / UTM zone 32N");
    EXPECT_TRUE(utm->isProjected());
    EXPECT_TRUE(utm->areaOfUse().contains({7.6869, 45.0703}));
    EXPECT_FALSE(utm->areaOfUse().contains({2.35, 48.86}));
}

TEST(Crs, ofTheStorageIsRdn2008InDegrees)
{
    EXPECT_EQ(Crs::storage().epsg(), 6706);
    EXPECT_TRUE(Crs::storage().isGeographic());
}

TEST(Crs, refusesAnUnknownCode)
{
    const auto unknown = Crs::fromEpsg(999999);

    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().code, ErrorCode::UnknownCrs);
    EXPECT_NE(unknown.error().message().find("999999"), std::string::npos);
}

TEST(Crs, refusesSystemsThatPlaceNothingOnTheMap)
{
    for (const int code : {4936, 5214, 4978}) { // geocentric, heights, geocentric
        const auto crs = Crs::fromEpsg(code);
        ASSERT_FALSE(crs) << code;
        EXPECT_EQ(crs.error().code, ErrorCode::UnknownCrs);
    }
}

struct Order {
    int epsg;
    bool geographic;
    bool northFirst;
};

class CrsOrder : public testing::TestWithParam<Order> {};

TEST_P(CrsOrder, ofTheAuthorityIsKnown)
{
    const auto crs = Crs::fromEpsg(GetParam().epsg);

    ASSERT_TRUE(crs);
    EXPECT_EQ(crs->isGeographic(), GetParam().geographic);
    EXPECT_EQ(crs->isNorthFirst(), GetParam().northFirst);
}

INSTANTIATE_TEST_SUITE_P(Systems, CrsOrder,
                         testing::Values(Order{6706, true, true}, Order{4326, true, true}, Order{6707, false, true},
                                         Order{6708, false, true}, Order{7791, false, false}, Order{7794, false, false},
                                         Order{3003, false, false}, Order{32632, false, false}, Order{4806, true, true},
                                         Order{3857, false, false}));

struct Written {
    std::string text;
    int epsg;
};

class CrsText : public testing::TestWithParam<Written> {};

TEST_P(CrsText, isUnderstood)
{
    const auto crs = Crs::fromText(GetParam().text);

    ASSERT_TRUE(crs) << crs.error().message();
    EXPECT_EQ(crs->epsg(), GetParam().epsg);
}

// As ArcGIS and GDAL write them beside a shapefile.
constexpr const char* kEsriMonteMario =
    R"(PROJCS["Monte_Mario_Italy_1",GEOGCS["GCS_Monte_Mario",DATUM["D_Monte_Mario",SPHEROID["International_1924",)"
    R"(6378388.0,297.0]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],)"
    R"(PARAMETER["False_Easting",1500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",9.0],)"
    R"(PARAMETER["Scale_Factor",0.9996],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]])";
constexpr const char* kEsriUtm =
    R"(PROJCS["WGS_1984_UTM_Zone_32N",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,)"
    R"(298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],)"
    R"(PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",9.0],)"
    R"(PARAMETER["Scale_Factor",0.9996],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]])";

INSTANTIATE_TEST_SUITE_P(Forms, CrsText,
                         testing::Values(Written{"3003", 3003}, Written{" EPSG:3003 \n", 3003},
                                         Written{"epsg:7791", 7791}, Written{"urn:ogc:def:crs:EPSG::6706", 6706},
                                         Written{"http://www.opengis.net/def/crs/EPSG/0/4326", 4326},
                                         Written{kEsriMonteMario, 3003}, Written{kEsriUtm, 32632}));

TEST(Crs, refusesTextThatIsNoSystem)
{
    for (const char* text : {"", "Torino", "EPSG:", "EPSG:abc", "+proj=utm +zone=32", "/etc/passwd", "PROJCS[\"half",
                             "+init=/tmp/file:1", "EPSG:3003x", "VERTCRS[\"h\"]"}) {
        const auto crs = Crs::fromText(text);
        ASSERT_FALSE(crs) << text;
        EXPECT_EQ(crs.error().code, ErrorCode::UnknownCrs) << text;
    }
}

TEST(Crs, keepsAnUncodedSystemByItsOwnDescription)
{
    const std::string local =
        R"(PROJCS["Rilievo locale",GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],)"
        R"(PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],)"
        R"(PARAMETER["latitude_of_origin",45],PARAMETER["central_meridian",7.7],PARAMETER["scale_factor",1],)"
        R"(PARAMETER["false_easting",1000],PARAMETER["false_northing",1000],UNIT["metre",1]])";

    const auto crs = Crs::fromText(local);

    ASSERT_TRUE(crs) << crs.error().message();
    EXPECT_EQ(crs->epsg(), 0);
    EXPECT_EQ(crs->id(), "Rilievo locale");
    EXPECT_EQ(*crs, *Crs::fromText(crs->wkt2()));
}

TEST(Crs, takesTheHorizontalPartOfASystemWithHeights)
{
    const auto withHeights = Crs::fromText(Crs::fromEpsg(4937)->wkt2()); // ETRS89 three-dimensional

    ASSERT_TRUE(withHeights) << withHeights.error().message();
    EXPECT_TRUE(withHeights->isGeographic());
}

TEST(Crs, ofEveryOfferedKindComesBackFromItsPrj)
{
    for (const auto& offered : offeredSystems()) {
        const auto crs = Crs::fromEpsg(offered.epsg);
        ASSERT_TRUE(crs) << offered.epsg;
        ASSERT_FALSE(crs->esriWkt().empty()) << offered.epsg;

        const auto again = Crs::fromText(crs->esriWkt());
        ASSERT_TRUE(again) << offered.epsg << crs->esriWkt();
        // A .prj says nothing of axis order: 6707 is read as 7791, and so on.
        const int expected = offered.epsg == 6707 ? 7791 : offered.epsg == 6708 ? 7792 : offered.epsg;
        EXPECT_EQ(again->epsg(), expected) << crs->esriWkt();
    }
}

TEST(Crs, isEqualToItselfAndNotToOthers)
{
    EXPECT_EQ(*Crs::fromEpsg(3003), *Crs::fromText("EPSG:3003"));
    EXPECT_FALSE(*Crs::fromEpsg(7791) == *Crs::fromEpsg(32632));
}

TEST(Crs, mayBeAskedByManyThreads)
{
    std::vector<std::thread> threads;
    std::vector<std::string> names(8);
    for (std::size_t i = 0; i < names.size(); ++i) {
        threads.emplace_back([&names, i] { names[i] = Crs::fromEpsg(3003 + static_cast<int>(i % 2))->esriWkt(); });
    }
    for (auto& thread : threads) {
        thread.join();
    }

    for (std::size_t i = 2; i < names.size(); ++i) {
        EXPECT_EQ(names[i], names[i - 2]);
    }
}

} // namespace
} // namespace observo::geo
