// SPDX-License-Identifier: GPL-3.0-or-later
#include "Edition.h"

#include "support/Builders.h"

#include "observo/geo/Geodesy.h"

#include <gtest/gtest.h>

namespace observo::exchange {
namespace {

TEST(Edition, namesAreReadBack)
{
    for (const Edition edition : {Edition::Full, Edition::Institutional, Edition::Public}) {
        EXPECT_EQ(editionNamed(nameOf(edition)), edition);
    }
    EXPECT_FALSE(editionNamed("secret"));
}

TEST(Edition, restrictedFieldsLeaveOnlyInTheFullEdition)
{
    const FieldInfo& serial = *findField(RecordKind::Camera, "serial_no");

    EXPECT_TRUE(keepsField(Edition::Full, serial));
    EXPECT_FALSE(keepsField(Edition::Institutional, serial));
    EXPECT_FALSE(keepsField(Edition::Public, serial));
}

TEST(Edition, everyFieldLeavesInTheFullEditionAndTypeAndCodeInAll)
{
    for (const FieldInfo& field : fieldsOf(RecordKind::Camera)) {
        EXPECT_TRUE(keepsField(Edition::Full, field)) << field.name;
    }
    EXPECT_TRUE(keepsField(Edition::Public, *findField(RecordKind::Camera, "code")));
    EXPECT_TRUE(keepsField(Edition::Public, *findField(RecordKind::Camera, "camera_type")));
}

TEST(Edition, aBlurredPlaceIsTheCentreOfItsCellAndStaysThere)
{
    const LonLat place{7.6869, 45.0703};
    const LonLat shown = blurred(place);
    EXPECT_EQ(shown, blurred(shown));
    EXPECT_DOUBLE_EQ(shown.lon, 7.686875);
    EXPECT_DOUBLE_EQ(shown.lat, 45.0705);
    for (double step = 0; step < 0.001; step += 0.00005) {
        const LonLat near{7.68625 + step * 1.249, 45.07 + step};
        EXPECT_EQ(blurred(near), shown) << step;
    }
    EXPECT_EQ(blurred({-0.0001, -0.0001}), (LonLat{-0.000625, -0.0005}));
}

TEST(Edition, noPlaceIsFartherThanTheBlurSays)
{
    for (const double lat : {35.0, 38.1234, 41.9999, 47.0001}) {
        for (const double lon : {6.6, 7.68749, 12.34567, 18.5}) {
            EXPECT_LE(geo::distanceBetween({lon, lat}, blurred({lon, lat})), kBlur) << lon << ' ' << lat;
        }
    }
    EXPECT_LE(geo::distanceBetween({6.62500001, 35.00000001}, blurred({6.62500001, 35.00000001})), kBlur);
}

TEST(Edition, aBlurredCameraSaysHowFarItMayBe)
{
    Camera camera = test::aCamera().at(7.6869, 45.0703);
    camera.positionAccuracy = Metres{0.5};
    blur(camera);
    EXPECT_EQ(camera.positionAccuracy, kBlur);
    camera.positionAccuracy = Metres{500};
    blur(camera);
    EXPECT_EQ(camera.positionAccuracy, Metres{500});
    EXPECT_TRUE(isBlurred(Edition::Public));
    EXPECT_FALSE(isBlurred(Edition::Institutional));
    EXPECT_FALSE(isBlurred(Edition::Full));
}

TEST(Edition, houseNumbersStayBehindWithTheFinePlace)
{
    for (const char* name : {"house_number", "house_suffix", "metric_number", "anncsu_access_id"}) {
        EXPECT_FALSE(keepsField(Edition::Public, *findField(RecordKind::Site, name))) << name;
        EXPECT_TRUE(keepsField(Edition::Institutional, *findField(RecordKind::Site, name))) << name;
    }
    EXPECT_TRUE(keepsField(Edition::Public, *findField(RecordKind::Site, "street_name")));
}

struct Case {
    std::string visibility;
    bool inPublic;
    bool inInstitutional;
};

class EditionVisibility : public testing::TestWithParam<Case> {};

TEST_P(EditionVisibility, camerasAboveTheEditionStayBehind)
{
    Camera camera = test::aCamera();
    camera.visibility = GetParam().visibility;

    EXPECT_EQ(admits(Edition::Public, camera), GetParam().inPublic);
    EXPECT_EQ(admits(Edition::Institutional, camera), GetParam().inInstitutional);
    EXPECT_TRUE(admits(Edition::Full, camera));
}

INSTANTIATE_TEST_SUITE_P(All, EditionVisibility,
                         testing::Values(Case{"public", true, true}, Case{"institutional", false, true},
                                         Case{"restricted", false, false}, Case{"", false, true},
                                         Case{"segreto", false, false}));

} // namespace
} // namespace observo::exchange
