// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/core/Fields.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace observo {
namespace {

const FieldInfo& fieldNamed(std::string_view name)
{
    for (const auto kind : {RecordKind::Camera, RecordKind::Site, RecordKind::System, RecordKind::Census}) {
        if (const FieldInfo* field = findField(kind, name)) {
            return *field;
        }
    }
    expects(false);
    return fieldsOf(RecordKind::Camera).front();
}

struct Good {
    std::string_view field;
    std::string_view text;
    FieldValue value;
};

class ParseValue : public testing::TestWithParam<Good> {};

TEST_P(ParseValue, readsWhatPeopleAndFilesWrite)
{
    const auto read = parseValue(fieldNamed(GetParam().field), GetParam().text);

    ASSERT_TRUE(read) << read.error().message();
    EXPECT_EQ(*read, GetParam().value) << textOf(*read);
}

INSTANTIATE_TEST_SUITE_P(
    Numbers, ParseValue,
    testing::Values(Good{"mount_height_m", "4.5", 4.5}, Good{"mount_height_m", "4,5", 4.5},
                    Good{"mount_height_m", " 4,5 m ", 4.5}, Good{"mount_height_m", "+4.5", 4.5},
                    Good{"mount_height_m", "0.3", 0.3}, Good{"mount_height_m", "60", 60.0},
                    Good{"tilt_deg", "-30", -30.0}, Good{"tilt_deg", "12,5°", 12.5}, Good{"direction_deg", "0", 0.0},
                    Good{"direction_deg", "359.99", 359.99}, Good{"position_accuracy_m", "1e-05", 1e-05},
                    Good{"ir_range_m", "0", 0.0}, Good{"retention_hours", "168", std::int64_t{168}},
                    Good{"retention_hours", "168 h", std::int64_t{168}}, Good{"res_h_px", "1920.0", std::int64_t{1920}},
                    Good{"res_h_px", "1920,0", std::int64_t{1920}}, Good{"reliability", "0", std::int64_t{0}},
                    Good{"reliability", "100%", std::int64_t{100}}, Good{"funding_year", "1990", std::int64_t{1990}}));

INSTANTIATE_TEST_SUITE_P(YesAndNo, ParseValue,
                         testing::Values(Good{"wdr", "true", true}, Good{"wdr", "TRUE", true}, Good{"wdr", "1", true},
                                         Good{"wdr", "si", true}, Good{"wdr", "Sì", true}, Good{"wdr", "SÌ", true},
                                         Good{"wdr", "yes", true}, Good{"wdr", "vero", true}, Good{"wdr", "T", true},
                                         Good{"wdr", "false", false}, Good{"wdr", "0", false}, Good{"wdr", "No", false},
                                         Good{"wdr", "falso", false}, Good{"wdr", "F", false}));

INSTANTIATE_TEST_SUITE_P(
    Words, ParseValue,
    testing::Values(Good{"name", " Ponte Nord ", std::string(" Ponte Nord ")},
                    Good{"name", "città", std::string("città")}, Good{"name", "168", std::string("168")},
                    Good{"name", "", {}}, Good{"name", "  \t", {}}, Good{"mount_height_m", " ", {}},
                    Good{"wdr", "", {}}, Good{"purpose", " ; ", {}}, Good{"status", "active", std::string("active")},
                    Good{"status", " active ", std::string("active")},
                    Good{"purpose", "traffic; ztl", std::string("traffic;ztl")},
                    Good{"purpose", "ztl;traffic;ztl", std::string("ztl;traffic")},
                    Good{"dpo_contact", "rpd@comune.torino.it", std::string("rpd@comune.torino.it")},
                    Good{"istat_code", "001272", std::string("001272")},
                    Good{"cadastral_code", "L219", std::string("L219")},
                    Good{"cup_code", "C11B21000000001", std::string("C11B21000000001")},
                    Good{"extra", R"({"a": [1, null]})", std::string(R"({"a": [1, null]})")},
                    Good{"context_camera_id", "123E4567-E89B-42D3-A456-426614174000",
                         std::string("123e4567-e89b-42d3-a456-426614174000")}));

INSTANTIATE_TEST_SUITE_P(
    Days, ParseValue,
    testing::Values(Good{"installed_on", "2026-11-22", std::string("2026-11-22")},
                    Good{"installed_on", "22/11/2026", std::string("2026-11-22")},
                    Good{"installed_on", "2024-02-29", std::string("2024-02-29")},
                    Good{"installed_on", "2000-02-29", std::string("2000-02-29")},
                    Good{"updated_at", "2026-11-22T10:42:07Z", std::string("2026-11-22T10:42:07Z")},
                    Good{"updated_at", "2026-11-22T10:42:07.123Z", std::string("2026-11-22T10:42:07.123Z")}));

struct Bad {
    std::string_view field;
    std::string_view text;
    std::string_view said; ///< must stand in the message
};

class RefuseValue : public testing::TestWithParam<Bad> {};

TEST_P(RefuseValue, namesFieldValueAndWhatToGive)
{
    const auto read = parseValue(fieldNamed(GetParam().field), GetParam().text);

    ASSERT_FALSE(read) << textOf(*read);
    const std::string message = read.error().message();
    EXPECT_EQ(read.error().field, GetParam().field);
    EXPECT_NE(message.find(GetParam().text), std::string::npos) << message;
    EXPECT_NE(message.find(GetParam().said), std::string::npos) << message;
}

INSTANTIATE_TEST_SUITE_P(
    Numbers, RefuseValue,
    testing::Values(
        Bad{"mount_height_m", "0.29", "from 0.3 to 60 m"}, Bad{"mount_height_m", "60.01", "from 0.3 to 60 m"},
        Bad{"mount_height_m", "alta", "is not a number"}, Bad{"mount_height_m", "4.5.1", "is not a number"},
        Bad{"mount_height_m", "1.000,5", "is not a number"}, Bad{"mount_height_m", "nan", "is not a number"},
        Bad{"mount_height_m", "inf", "is not a number"}, Bad{"mount_height_m", "1e999", "is not a number"},
        Bad{"mount_height_m", "+-4", "is not a number"}, Bad{"mount_height_m", "0x10", "is not a number"},
        Bad{"mount_height_m", "4 ft", "is not a number"}, Bad{"direction_deg", "360", "from 0 to 359.99 °"},
        Bad{"direction_deg", "-1", "from 0 to 359.99 °"}, Bad{"tilt_deg", "-30.1", "from -30 to 90 °"},
        Bad{"position_accuracy_m", "0", "greater than 0 m"}, Bad{"ir_range_m", "-1", "of at least 0 m"},
        Bad{"retention_hours", "sette giorni", "give a whole number from 0 to 8760 h"},
        Bad{"retention_hours", "8761", "from 0 to 8760 h"}, Bad{"res_h_px", "1.920", "is not a whole number"},
        Bad{"retention_hours", "7.5", "is not a whole number"},
        Bad{"retention_hours", "99999999999999999999", "is not a whole number"},
        Bad{"reliability", "101", "from 0 to 100 %"}, Bad{"funding_year", "1989", "from 1990 to 2100"}));

INSTANTIATE_TEST_SUITE_P(
    Words, RefuseValue,
    testing::Values(Bad{"wdr", "forse", "neither yes nor no"}, Bad{"installed_on", "2026-02-29", "is not a day"},
                    Bad{"installed_on", "2026-13-01", "is not a day"},
                    Bad{"installed_on", "1900-02-29", "is not a day"},
                    Bad{"installed_on", "22-11-2026", "is not a day"}, Bad{"installed_on", "ieri", "like 2026-11-22"},
                    Bad{"updated_at", "2026-11-22 10:42:07", "is not a UTC time"},
                    Bad{"updated_at", "2026-11-22T24:00:00Z", "is not a UTC time"},
                    Bad{"status", "atcive", "did you mean active?"}, Bad{"status", "Attiva", "known: planned, active"},
                    Bad{"street_type", "viia", "did you mean via?"}, Bad{"dpo_contact", "rpd", "e-mail"},
                    Bad{"istat_code", "1272", "6 digits"}, Bad{"istat_code", "00127A", "6 digits"},
                    Bad{"cadastral_code", "l219", "capital letter"}, Bad{"cup_code", "C11B2100000000", "15"},
                    Bad{"extra", "{a:1}", "is not JSON"}, Bad{"extra", "text", "is not JSON"},
                    Bad{"context_camera_id", "TO-0012", "is not a UUID"}));

TEST(RefuseValue, anUnknownCodeOfSeveralIsNamedAlone)
{
    const auto read = parseValue(fieldNamed("purpose"), "traffic;trafic_violations;ztl");

    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, ErrorCode::UnknownField);
    EXPECT_EQ(read.error().what, "\"trafic_violations\" is not a known code");
    EXPECT_NE(read.error().advice.find("did you mean traffic_violations?"), std::string::npos);
}

TEST(RefuseValue, aValueOutOfRangeAndAnUnknownCodeAreDifferentKinds)
{
    EXPECT_EQ(parseValue(fieldNamed("tilt_deg"), "91").error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(parseValue(fieldNamed("status"), "rotta").error().code, ErrorCode::UnknownField);
}

TEST(RefuseValue, textThatIsNoUtf8IsRefusedAndDoesNotEnterTheMessage)
{
    const auto read = parseValue(fieldNamed("name"), "citt\xE0");

    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(read.error().message().find('\xE0'), std::string::npos);
}

TEST(RefuseValue, aLongValueIsCutBetweenLettersInTheMessage)
{
    std::string longText;
    for (int i = 0; i < 100; ++i) {
        longText += "è";
    }

    const auto read = parseValue(fieldNamed("status"), longText);

    ASSERT_FALSE(read);
    EXPECT_NE(read.error().what.find("è…\""), std::string::npos) << read.error().what;
    EXPECT_LT(read.error().what.size(), 100U);
}

TEST(CheckValue, asksTheTypeOfTheField)
{
    EXPECT_TRUE(checkValue(fieldNamed("mount_height_m"), 4.5));
    EXPECT_TRUE(checkValue(fieldNamed("mount_height_m"), std::int64_t{4}));
    EXPECT_TRUE(checkValue(fieldNamed("mount_height_m"), {}));
    EXPECT_FALSE(checkValue(fieldNamed("mount_height_m"), std::string("4.5")));
    EXPECT_FALSE(checkValue(fieldNamed("mount_height_m"), true));
    EXPECT_FALSE(checkValue(fieldNamed("retention_hours"), 168.0));
    EXPECT_FALSE(checkValue(fieldNamed("name"), std::int64_t{4}));
    EXPECT_FALSE(checkValue(fieldNamed("wdr"), std::string("true")));
    EXPECT_FALSE(checkValue(fieldNamed("wdr"), std::int64_t{1}));
}

TEST(CheckValue, refusesNumbersThatAreNone)
{
    EXPECT_FALSE(checkValue(fieldNamed("range_m"), std::numeric_limits<double>::quiet_NaN()));
    EXPECT_FALSE(checkValue(fieldNamed("range_m"), std::numeric_limits<double>::infinity()));
}

TEST(CheckValue, asksRangeCodesAndFormat)
{
    EXPECT_FALSE(checkValue(fieldNamed("tilt_deg"), 90.5));
    EXPECT_FALSE(checkValue(fieldNamed("status"), std::string("rotta")));
    EXPECT_FALSE(checkValue(fieldNamed("purpose"), std::string("traffic;x")));
    EXPECT_FALSE(checkValue(fieldNamed("installed_on"), std::string("2026-02-30")));
    EXPECT_TRUE(checkValue(fieldNamed("purpose"), std::string("traffic;ztl")));
}

} // namespace
} // namespace observo
