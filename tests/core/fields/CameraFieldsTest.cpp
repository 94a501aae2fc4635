// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/core/Fields.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <utility>

namespace observo {
namespace {

using testing::ElementsAreArray;

const FieldInfo& cameraField(std::string_view name)
{
    const FieldInfo* field = findField(RecordKind::Camera, name);
    expects(field != nullptr);
    return *field;
}

/// Names and short names, row by row as the data dictionary has them.
constexpr std::pair<std::string_view, std::string_view> kDictionary[] = {
    {"camera_id", "CAM_UUID"},
    {"code", "CODE"},
    {"name", "NAME"},
    {"body_istat", "BODY_ISTAT"},
    {"site_code", "SITE_CODE"},
    {"system_code", "SYS_CODE"},
    {"position_method", "POS_METH"},
    {"anncsu_method", "ANNC_METH"},
    {"position_accuracy_m", "POS_ACC_M"},
    {"status", "STATUS"},
    {"status_since", "STAT_DATE"},
    {"reliability", "RELIAB"},
    {"camera_type", "CAM_TYPE"},
    {"camera_function", "CAM_FUNC"},
    {"purpose", "PURPOSE"},
    {"waste_reason", "WASTE_WHY"},
    {"monitored_zone", "MON_ZONE"},
    {"mobility", "MOBILITY"},
    {"valid_from", "VALID_FR"},
    {"valid_to", "VALID_TO"},
    {"mount_type", "MOUNT"},
    {"mount_height_m", "HEIGHT_M"},
    {"direction_deg", "DIR_DEG"},
    {"pan_min_deg", "PAN_MIN"},
    {"pan_max_deg", "PAN_MAX"},
    {"tilt_deg", "TILT_DEG"},
    {"roll_deg", "ROLL_DEG"},
    {"focal_mm", "FOCAL_MM"},
    {"focal_max_mm", "FOC_MAX_MM"},
    {"sensor_format", "SENS_FMT"},
    {"sensor_w_mm", "SENS_W"},
    {"sensor_h_mm", "SENS_H"},
    {"hfov_deg", "HFOV"},
    {"vfov_deg", "VFOV"},
    {"res_h_px", "RES_H"},
    {"res_v_px", "RES_V"},
    {"range_m", "RANGE_M"},
    {"ir_range_m", "IR_M"},
    {"day_night", "DAYNIGHT"},
    {"wdr", "WDR"},
    {"design_level", "DSG_LEVEL"},
    {"signal_technology", "TECH"},
    {"brand", "BRAND"},
    {"model", "MODEL"},
    {"serial_no", "SERIAL"},
    {"firmware", "FIRMWARE"},
    {"onvif_profile", "ONVIF"},
    {"connectivity", "CONNECT"},
    {"power_supply", "POWER"},
    {"recording", "RECORDING"},
    {"audio_recorded", "AUDIO"},
    {"analytics", "ANALYTICS"},
    {"privacy_mask", "PRIV_MASK"},
    {"retention_hours", "RETENT_H"},
    {"retention_reason", "RETENT_WHY"},
    {"ocr_class", "OCR_CLASS"},
    {"approval_decree", "APPR_DEC"},
    {"approval_date", "APPR_DATE"},
    {"lane_count", "LANES"},
    {"lane_width_m", "LANE_W_M"},
    {"context_camera_id", "CTX_CAM"},
    {"installed_on", "INST_ON"},
    {"commissioned_on", "COMM_ON"},
    {"decommissioned_on", "DECOM_ON"},
    {"last_verified_on", "VERIF_ON"},
    {"verified_by", "VERIF_BY"},
    {"next_check_on", "NEXT_CHK"},
    {"declared_on", "DECL_ON"},
    {"federated", "FEDERATED"},
    {"operator", "OPERATOR"},
    {"photo", "PHOTO"},
    {"attachments", "ATTACH"},
    {"visibility", "VISIBIL"},
    {"notes", "NOTES"},
    {"extra", "EXTRA"},
    {"row_version", "ROW_VER"},
    {"created_at", "CREATED_AT"},
    {"created_by", "CREATED_BY"},
    {"updated_at", "UPDATED_AT"},
    {"updated_by", "UPDATED_BY"},
};

TEST(CameraFields, standInTheOrderOfTheDictionaryWithItsShortNames)
{
    std::vector<std::pair<std::string_view, std::string_view>> actual;
    for (const FieldInfo& field : fieldsOf(RecordKind::Camera)) {
        actual.emplace_back(field.name, field.shortName);
    }

    EXPECT_THAT(actual, ElementsAreArray(kDictionary));
}

struct RangeCase {
    std::string_view field;
    std::string_view unit;
    std::optional<double> min;
    std::optional<double> max;
};

class CameraRange : public testing::TestWithParam<RangeCase> {};

TEST_P(CameraRange, isThatOfTheDictionary)
{
    const FieldInfo& field = cameraField(GetParam().field);

    EXPECT_EQ(field.unit, GetParam().unit);
    EXPECT_EQ(field.min, GetParam().min);
    EXPECT_EQ(field.max, GetParam().max);
}

INSTANTIATE_TEST_SUITE_P(
    CameraFields, CameraRange,
    testing::Values(RangeCase{"position_accuracy_m", "m", 0, {}}, RangeCase{"reliability", "%", 0, 100},
                    RangeCase{"mount_height_m", "m", 0.3, 60}, RangeCase{"direction_deg", "°", 0, 359.99},
                    RangeCase{"pan_min_deg", "°", 0, 359.99}, RangeCase{"pan_max_deg", "°", 0, 359.99},
                    RangeCase{"tilt_deg", "°", -30, 90}, RangeCase{"roll_deg", "°", -180, 180},
                    RangeCase{"focal_mm", "mm", 0.8, 1000}, RangeCase{"focal_max_mm", "mm", 0.8, 1000},
                    RangeCase{"sensor_w_mm", "mm", 1, 40}, RangeCase{"sensor_h_mm", "mm", 1, 40},
                    RangeCase{"hfov_deg", "°", 0.1, 360}, RangeCase{"vfov_deg", "°", 0.1, 360},
                    RangeCase{"res_h_px", "px", 160, 20000}, RangeCase{"res_v_px", "px", 160, 20000},
                    RangeCase{"range_m", "m", 0, {}}, RangeCase{"ir_range_m", "m", 0, {}},
                    RangeCase{"retention_hours", "h", 0, 8760}, RangeCase{"lane_width_m", "m", 0, {}}),
    [](const auto& tested) { return std::string(tested.param.field); });

TEST(CameraFields, greaterThanZeroMeansThatZeroIsOut)
{
    EXPECT_TRUE(cameraField("position_accuracy_m").minExcluded);
    EXPECT_TRUE(cameraField("range_m").minExcluded);
    EXPECT_TRUE(cameraField("lane_width_m").minExcluded);
    EXPECT_FALSE(cameraField("ir_range_m").minExcluded);
    EXPECT_FALSE(cameraField("mount_height_m").minExcluded);
}

TEST(CameraFields, whatADraftAndAPublicationNeedIsThatOfTheDictionary)
{
    std::vector<std::string_view> toSave;
    std::vector<std::string_view> toPublish;
    for (const FieldInfo& field : fieldsOf(RecordKind::Camera)) {
        if (field.required == Required::ToSave && !field.byProgram) {
            toSave.push_back(field.name);
        } else if (field.required == Required::ToPublish) {
            toPublish.push_back(field.name);
        }
    }

    EXPECT_THAT(toSave,
                testing::ElementsAre("code", "body_istat", "site_code", "system_code", "status", "camera_type",
                                     "camera_function", "purpose", "mobility", "signal_technology", "visibility"));
    EXPECT_THAT(toPublish, testing::ElementsAre("position_method", "mount_height_m", "hfov_deg", "recording",
                                                "audio_recorded", "analytics", "retention_hours", "installed_on",
                                                "last_verified_on", "verified_by"));
}

TEST(CameraFields, severalValuedCodesAreTextWithSemicolons)
{
    EXPECT_EQ(cameraField("purpose").type, FieldType::Codes);
    EXPECT_EQ(cameraField("analytics").type, FieldType::Codes);
    EXPECT_EQ(cameraField("status").type, FieldType::Code);
}

TEST(CameraFields, classesProtectWhatCouldBeMisused)
{
    for (const auto* name : {"serial_no", "firmware", "extra", "created_by", "updated_by"}) {
        EXPECT_EQ(cameraField(name).sensitivity, Sensitivity::Restricted) << name;
    }
    for (const auto* name :
         {"direction_deg", "range_m", "brand", "model", "connectivity", "notes", "photo", "reliability"}) {
        EXPECT_EQ(cameraField(name).sensitivity, Sensitivity::Institutional) << name;
    }
    for (const auto* name :
         {"camera_id", "code", "name", "status", "purpose", "retention_hours", "recording", "analytics"}) {
        EXPECT_EQ(cameraField(name).sensitivity, Sensitivity::Public) << name;
    }
}

TEST(CameraFields, standInTheSectionsOfTheForm)
{
    EXPECT_EQ(cameraField("code").group, FieldGroup::Identity);
    EXPECT_EQ(cameraField("site_code").group, FieldGroup::Where);
    EXPECT_EQ(cameraField("direction_deg").group, FieldGroup::View);
    EXPECT_EQ(cameraField("purpose").group, FieldGroup::Purpose);
    EXPECT_EQ(cameraField("retention_hours").group, FieldGroup::Privacy);
    EXPECT_EQ(cameraField("system_code").group, FieldGroup::Plant);
    EXPECT_EQ(cameraField("last_verified_on").group, FieldGroup::History);
}

TEST(CameraFields, aNewCameraHasValidValuesAndOnlyTheUnknownOnes)
{
    const Camera fresh;

    for (const FieldInfo& field : fieldsOf(RecordKind::Camera)) {
        EXPECT_TRUE(checkValue(field, valueOf(fresh, field))) << field.name;
    }
    EXPECT_EQ(fresh.status, "unknown");
    EXPECT_EQ(fresh.visibility, "institutional");
}

} // namespace
} // namespace observo
