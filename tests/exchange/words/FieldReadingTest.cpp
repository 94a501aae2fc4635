// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/FieldReading.h"

#include <gtest/gtest.h>

#include <string>

namespace observo::exchange {
namespace {

const FieldInfo& field(std::string_view name)
{
    const FieldInfo* found = findField(RecordKind::Camera, name);
    expects(found != nullptr);
    return *found;
}

ReadField read(std::string_view name, const FieldValue& raw, ColumnUse use = {})
{
    use.field = &field(name);
    return readField(use, raw);
}

/// "direction_deg=90;pan_max_deg=270", or the remark's code in brackets when there is no value.
std::string shown(const ReadField& read)
{
    std::string text;
    for (const auto& [info, value] : read.values) {
        text += (text.empty() ? "" : ";") + std::string(info->name) + '=' + textOf(value);
    }
    return text.empty() && read.remark ? '(' + std::string(read.remark->code) + ')' : text;
}

struct FieldCase {
    std::string field;
    std::string text;
    std::string shown;
};

class FieldTexts : public testing::TestWithParam<FieldCase> {};

TEST_P(FieldTexts, areUnderstoodAsAPersonWould)
{
    EXPECT_EQ(shown(read(GetParam().field, FieldValue(GetParam().text))), GetParam().shown);
}

INSTANTIATE_TEST_SUITE_P(
    Good, FieldTexts,
    testing::Values(FieldCase{"mount_height_m", "4,5 m", "mount_height_m=4.5"},
                    FieldCase{"mount_height_m", "m 4,5", "mount_height_m=4.5"},
                    FieldCase{"mount_height_m", "450 cm", "mount_height_m=4.5"},
                    FieldCase{"retention_hours", "7 gg", "retention_hours=168"},
                    FieldCase{"retention_hours", "1 settimana", "retention_hours=168"},
                    FieldCase{"retention_hours", "72 ore", "retention_hours=72"},
                    FieldCase{"direction_deg", "NE", "direction_deg=45"},
                    FieldCase{"direction_deg", "360", "direction_deg=0"},
                    FieldCase{"direction_deg", "-90", "direction_deg=270"},
                    FieldCase{"direction_deg", "90-270", "pan_min_deg=90;pan_max_deg=270"},
                    FieldCase{"focal_mm", "2.8-12 mm", "focal_mm=2.8;focal_max_mm=12"},
                    FieldCase{"res_h_px", "1920x1080", "res_h_px=1920;res_v_px=1080"},
                    FieldCase{"res_h_px", "Full HD", "res_h_px=1920;res_v_px=1080"},
                    FieldCase{"installed_on", "25/06/2019", "installed_on=2019-06-25"},
                    FieldCase{"audio_recorded", "SI", "audio_recorded=true"},
                    FieldCase{"camera_type", "Brandeggiabile", "camera_type=ptz"},
                    FieldCase{"camera_type", "lettura targhe", "camera_type=unknown;camera_function=plate_reading"},
                    FieldCase{"purpose", "Sicurezza urbana, ZTL", "purpose=urban_security;ztl"},
                    FieldCase{"body_istat", "1272", "body_istat=001272"},
                    FieldCase{"camera_id", "{123E4567-E89B-42D3-A456-426614174000}",
                              "camera_id=123e4567-e89b-42d3-a456-426614174000"},
                    FieldCase{"name", " Ponte Nord ", "name= Ponte Nord "}, FieldCase{"name", "  ", ""},
                    FieldCase{"wdr", "?", ""}, FieldCase{"mount_height_m", "-", ""},
                    FieldCase{"camera_type", "pizza", "camera_type=pizza"},
                    FieldCase{"purpose", "ZTL; pizza", "purpose=ztl;pizza"}));
INSTANTIATE_TEST_SUITE_P(Bad, FieldTexts,
                         testing::Values(FieldCase{"retention_hours", "sette giorni", "(not_understood)"},
                                         FieldCase{"mount_height_m", "alta", "(not_understood)"},
                                         FieldCase{"mount_height_m", "200 m", "(out_of_range)"},
                                         FieldCase{"mount_height_m", "7 gg", "(not_understood)"},
                                         FieldCase{"direction_deg", "400", "(out_of_range)"},
                                         FieldCase{"direction_deg", "verso la piazza", "(not_understood)"},
                                         FieldCase{"lane_count", "2,5", "(not_understood)"},
                                         FieldCase{"installed_on", "2015", "(not_understood)"},
                                         FieldCase{"audio_recorded", "forse", "(not_understood)"},
                                         FieldCase{"camera_id", "12", "(not_understood)"},
                                         FieldCase{"body_istat", "Torino", "(not_understood)"}));

TEST(FieldReading, whatIsNotUnderstoodKeepsItsText)
{
    const auto bad = read("retention_hours", FieldValue(std::string("sette giorni")));
    ASSERT_TRUE(bad.remark);
    EXPECT_EQ(bad.remark->severity, Severity::Warning);
    EXPECT_TRUE(bad.keepsText);
    EXPECT_TRUE(bad.values.empty());
}

TEST(FieldReading, anUnknownCodeIsTheFieldsValueWithAWarning)
{
    const auto odd = read("camera_type", FieldValue(std::string("pizza")));
    ASSERT_TRUE(odd.remark);
    EXPECT_EQ(odd.remark->code, "unknown_code");
    EXPECT_FALSE(odd.keepsText);
}

TEST(FieldReading, whatIsKnownInPartKeepsTheWholeText)
{
    const auto part = read("camera_type", FieldValue(std::string("Dome fissa - perché")));
    EXPECT_EQ(shown(part), "camera_type=dome_fixed");
    EXPECT_TRUE(part.keepsText);
    EXPECT_EQ(part.remark->severity, Severity::Notice);
}

TEST(FieldReading, typedValuesNeedNoText)
{
    EXPECT_EQ(shown(read("mount_height_m", FieldValue(4.5))), "mount_height_m=4.5");
    EXPECT_EQ(shown(read("retention_hours", FieldValue(168.0))), "retention_hours=168");
    EXPECT_EQ(shown(read("status", FieldValue(true))), "status=active");
    EXPECT_EQ(shown(read("code", FieldValue(12.0))), "code=12");
    EXPECT_EQ(shown(read("code", FieldValue{})), "");
}

TEST(FieldReading, theColumnsUnitAndRuleHold)
{
    EXPECT_EQ(shown(read("retention_hours", FieldValue(std::string("7")), {.unit = "gg"})), "retention_hours=168");
    EXPECT_EQ(shown(read("retention_hours", FieldValue(std::string("48 h")), {.unit = "gg"})), "retention_hours=48");
    EXPECT_EQ(shown(read("tilt_deg", FieldValue(std::string("-15")), {.rule = ColumnRule::Negated})), "tilt_deg=15");
    EXPECT_EQ(shown(read("tilt_deg", FieldValue(std::string("-15")), {.rule = ColumnRule::Absolute})), "tilt_deg=15");
}

TEST(FieldReading, aSmallRetentionWithoutUnitIsDoubted)
{
    const auto seven = read("retention_hours", FieldValue(std::string("7")));
    EXPECT_EQ(shown(seven), "retention_hours=7");
    ASSERT_TRUE(seven.remark);
    EXPECT_EQ(seven.remark->code, "unit_assumed");
    EXPECT_FALSE(read("retention_hours", FieldValue(std::string("168"))).remark);
}

TEST(FieldReading, anAmbiguousDayIsWarnedOfUnlessTheColumnIsSure)
{
    const FieldValue text(std::string("05/06/2019"));
    EXPECT_EQ(read("installed_on", text).remark->code, "ambiguous_date");
    EXPECT_FALSE(read("installed_on", text, {.isDayOrderSure = true}).remark);
}

TEST(FieldReading, valuesOfAMappingFileComeFirst)
{
    const ColumnUse use{.values = {{"tlc mobile", "ptz"}, {"boh", ""}}};
    EXPECT_EQ(shown(read("camera_type", FieldValue(std::string("TLC mobile")), use)), "camera_type=ptz");
    EXPECT_EQ(shown(read("camera_type", FieldValue(std::string("boh")), use)), "");
}

TEST(FieldReading, rawNumbersAreTextWithoutEmptyDecimals)
{
    EXPECT_EQ(textOfRaw(FieldValue(12.0)), "12");
    EXPECT_EQ(textOfRaw(FieldValue(12.5)), "12.5");
    EXPECT_EQ(textOfRaw(FieldValue(true)), "true");
}

} // namespace
} // namespace observo::exchange
