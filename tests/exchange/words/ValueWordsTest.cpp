// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/ValueWords.h"

#include <gtest/gtest.h>

#include <string>

namespace observo::exchange {
namespace {

struct ValueCase {
    std::string list;
    std::string text;
    std::string code; ///< empty: not known
    bool inPart = false;
};

class Values : public testing::TestWithParam<ValueCase> {};

TEST_P(Values, standForCodes)
{
    const auto known = knownValue(GetParam().list, GetParam().text);
    EXPECT_EQ(known ? known->code : "", GetParam().code);
    EXPECT_EQ(known && known->inPart, GetParam().inPart);
}

INSTANTIATE_TEST_SUITE_P(
    Known, Values,
    testing::Values(
        ValueCase{"camera_type", "ptz", "ptz"}, ValueCase{"camera_type", "Speed-Dome", "ptz"},
        ValueCase{"camera_type", "DOME FISSA", "dome_fixed"}, ValueCase{"camera_type", "dome_fixed", "dome_fixed"},
        ValueCase{"camera_type", "360 Camera", "fisheye"}, ValueCase{"camera_type", "Fototrappola", "trail_camera"},
        ValueCase{"camera_type", "Fixed dome", "dome_fixed"}, ValueCase{"camera_type", "Turret Camera", "dome_fixed"},
        ValueCase{"camera_type", "Other / unknown", "unknown"}, ValueCase{"status", "Attiva", "active"},
        ValueCase{"status", "ON", "active"}, ValueCase{"status", "SI", "active"},
        ValueCase{"status", "no", "suspended"}, ValueCase{"status", "Non funzionante", "faulty"},
        ValueCase{"status", "in manutenzione", "maintenance"}, ValueCase{"mount_type", "Palo I.P.", "street_lamp"},
        ValueCase{"mount_type", "a parete", "wall"}, ValueCase{"connectivity", "Fibra ottica", "fiber"},
        ValueCase{"power_supply", "220 V", "mains"}, ValueCase{"purpose", "Sicurezza urbana", "urban_security"}));
INSTANTIATE_TEST_SUITE_P(InPart, Values,
                         testing::Values(ValueCase{"camera_type", "Dome fissa - perché", "dome_fixed", true},
                                         ValueCase{"camera_type", "Telecamera PTZ Axis", "ptz", true},
                                         ValueCase{"status", "attiva dal 2019", "active", true}));
INSTANTIATE_TEST_SUITE_P(NotKnown, Values,
                         testing::Values(ValueCase{"camera_type", "pizza", ""}, ValueCase{"camera_type", "", ""},
                                         ValueCase{"status", "non è attiva", ""}, ValueCase{"no_such_list", "ptz", ""},
                                         ValueCase{"status", "da quando non si sa", ""}));

TEST(ValueWords, aValueMaySpeakOfASecondField)
{
    const auto reader = knownValue("camera_type", "Traffic / licence plate reader");
    ASSERT_TRUE(reader);
    ASSERT_NE(reader->alsoField, nullptr);
    EXPECT_EQ(reader->alsoField->name, "camera_function");
    EXPECT_EQ(reader->alsoCode, "plate_reading");
}

TEST(ValueWords, everyLabelOfEveryListIsKnown)
{
    for (const FieldInfo& field : fieldsOf(RecordKind::Camera)) {
        for (const CodeInfo& code : codesOf(field.codeList)) {
            const auto byCode = knownValue(field.codeList, code.code);
            ASSERT_TRUE(byCode) << field.codeList << ' ' << code.code;
            EXPECT_EQ(byCode->code, code.code) << field.codeList;
            EXPECT_TRUE(knownValue(field.codeList, code.label.it)) << field.codeList << ' ' << code.label.it;
        }
    }
}

TEST(ValueWords, yesAndNoHaveManyWords)
{
    for (const std::string yes : {"SI", "Sì", "x", "true", "1", "presente", "Yes"}) {
        EXPECT_EQ(yesOrNo(yes), true) << yes;
    }
    for (const std::string no : {"NO", "false", "0", "assente"}) {
        EXPECT_EQ(yesOrNo(no), false) << no;
    }
    EXPECT_FALSE(yesOrNo("forse"));
    EXPECT_FALSE(yesOrNo("n.d."));
}

} // namespace
} // namespace observo::exchange
