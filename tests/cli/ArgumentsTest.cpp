// SPDX-License-Identifier: GPL-3.0-or-later
#include "Arguments.h"

#include "observo/geo/Geodesy.h"

#include <gtest/gtest.h>

namespace observo::cli {
namespace {

TEST(Arguments, listsAreTrimmed)
{
    EXPECT_EQ(splitList(" a, b ,,c"), (std::vector<std::string>{"a", "b", "c"}));
}

TEST(Arguments, aPlaceInDegreesIsTakenAsItIs)
{
    EXPECT_EQ(placeFrom("7.6869,45.0703", "").value_or(LonLat{}), (LonLat{7.6869, 45.0703}));
    EXPECT_EQ(placeFrom("-0.1,51.5", "").value_or(LonLat{}), (LonLat{-0.1, 51.5}));
    EXPECT_EQ(placeFrom("7.6869,45.0703", "EPSG:6706").value_or(LonLat{}), (LonLat{7.6869, 45.0703}));
}

struct Vector {
    std::string at;
    std::string crs;
};

class ArgumentsPlace : public testing::TestWithParam<Vector> {};

TEST_P(ArgumentsPlace, inAnyOfferedSystemIsThePlaceInFirenze) // test vectors of the Italian systems
{
    const auto place = placeFrom(GetParam().at, GetParam().crs);

    ASSERT_TRUE(place) << place.error().message();
    EXPECT_LT(geo::distanceBetween(*place, LonLat{11.2558, 43.7696}).value, 0.02);
}

INSTANTIATE_TEST_SUITE_P(All, ArgumentsPlace,
                         testing::Values(Vector{"681557.249,4848756.385", "EPSG:7791"},
                                         Vector{"681557.249,4848756.385", "EPSG:6707"},
                                         Vector{"681557.249,4848756.385", "EPSG:32632"},
                                         Vector{"1681587.633,4848772.196", "EPSG:3003"},
                                         Vector{"681639.886,4848952.891", "EPSG:23032"}));

TEST(Arguments, badPlacesAreRefusedAsWrongUsage)
{
    for (const std::string at : {"", "7.6", "7.6,45.0,3", "x,y", "7,6;45,0", "200,45", "7.6,95", "nan,45", "inf,1"}) {
        const auto place = placeFrom(at, "");
        ASSERT_FALSE(place) << at;
        EXPECT_EQ(place.error().code, ErrorCode::InvalidArgument) << at;
    }
    EXPECT_EQ(placeFrom("1,1", "EPSG:999999").error().code, ErrorCode::UnknownCrs);
}

TEST(Arguments, anEmptyBoxIsRefused)
{
    EXPECT_TRUE(geoBoxFrom("7,44,8,45"));
    EXPECT_FALSE(geoBoxFrom("8,44,7,45"));
    EXPECT_FALSE(geoBoxFrom("7,44,8"));
}

TEST(Arguments, settingsAreTypedAndChecked)
{
    Camera camera;

    ASSERT_TRUE(applySettings(camera, {"camera_type=ptz", "mount_height_m=4.5", "name=a=b", "wdr=true"}));

    EXPECT_EQ(camera.type, "ptz");
    EXPECT_EQ(camera.mountHeight, Metres{4.5});
    EXPECT_EQ(camera.name, "a=b");
    EXPECT_EQ(camera.wdr, true);
}

TEST(Arguments, badSettingsNameTheFieldAndTheNearestOne)
{
    Camera camera;

    EXPECT_NE(applySettings(camera, {"mount_heigth_m=4"}).error().message().find("mount_height_m"), std::string::npos);
    EXPECT_EQ(applySettings(camera, {"mount_height_m=200"}).error().field, "mount_height_m");
    EXPECT_EQ(applySettings(camera, {"row_version=3"}).error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(applySettings(camera, {"name"}).error().code, ErrorCode::InvalidArgument);
}

TEST(Arguments, fieldsAreLookedUp)
{
    EXPECT_EQ(fieldsFrom("code,status").value_or(std::vector<const FieldInfo*>{}).size(), 2U);
    EXPECT_EQ(fieldsFrom("").value_or(std::vector<const FieldInfo*>{}).size(), fieldsOf(RecordKind::Camera).size());
    EXPECT_NE(fieldsFrom("statu").error().message().find("status"), std::string::npos);
}

TEST(Arguments, todayIsADay)
{
    EXPECT_TRUE(parseValue(*findField(RecordKind::Camera, "installed_on"), today()));
}

} // namespace
} // namespace observo::cli
