// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/Profile.h"

#include "support/TestPlaces.h"

#include <gtest/gtest.h>

#include <string>

namespace observo::exchange {
namespace {

TEST(Profile, aWholeFileIsRead)
{
    const auto profile = profileFromJson(R"({"columns": {"TIPO": "camera_type", "NOTE2": null,
        "H": {"field": "mount_height_m", "unit": "cm"}}, "values": {"camera_type": {"Tlc mobile": "ptz"}},
        "constants": {"system_code": "IMP-02", "retention_hours": 168}, "crs": "EPSG:3003", "dates": "month first"})");

    ASSERT_TRUE(profile) << profile.error().message();
    EXPECT_EQ(profile->columns.at("TIPO").field, "camera_type");
    EXPECT_EQ(profile->columns.at("H").unit, "cm");
    EXPECT_EQ(profile->columns.at("NOTE2").field, "");
    EXPECT_EQ(profile->values.at("camera_type").at("Tlc mobile"), "ptz");
    EXPECT_EQ(profile->constants.at("retention_hours"), "168");
    EXPECT_EQ(profile->crs, "EPSG:3003");
    EXPECT_EQ(profile->dates, "month first");
}

TEST(Profile, columnsAloneOrAReceiptDoAsWell)
{
    const auto bare = profileFromJson(R"({"TIPO": "camera_type", "X": "lon", "Y": "lat"})");
    ASSERT_TRUE(bare) << bare.error().message();
    EXPECT_EQ(bare->columns.size(), 3U);

    const auto receipt = profileFromJson(
        R"({"source": "a.shp", "crs": {"from": "EPSG:3003"}, "mapping": {"TIPO": "camera_type"}, "read": 3})");
    ASSERT_TRUE(receipt) << receipt.error().message();
    EXPECT_EQ(receipt->columns.at("TIPO").field, "camera_type");
    EXPECT_EQ(receipt->crs, "");
}

TEST(Profile, mistakesAreNamed)
{
    struct Mistake {
        std::string json;
        std::string names;
    };
    for (const auto& [json, names] :
         {Mistake{"not json", "JSON"}, Mistake{"[1]", "JSON"}, Mistake{R"({"TIPO": "camera_typ"})", "camera_type"},
          Mistake{R"({"TIPO": 3})", "TIPO"}, Mistake{R"({"columns": {"H": {"unti": "cm"}}})", "unti"},
          Mistake{R"({"columns": {}, "constants": {"colour": "red"}})", "colour"},
          Mistake{R"({"columns": {}, "dates": "last first"})", "day first"},
          Mistake{R"({"columns": {}, "values": {"camera_type": 3}})", "camera_type"}}) {
        const auto profile = profileFromJson(json);
        ASSERT_FALSE(profile) << json;
        EXPECT_EQ(profile.error().code, ErrorCode::InputNotUnderstood);
        EXPECT_NE(profile.error().message().find(names), std::string::npos) << profile.error().message();
    }
}

TEST(Profile, whatIsWrittenIsReadBack)
{
    const test::TemporaryFolder folder;
    const MappingProfile profile{.columns = {{"H", {.field = "mount_height_m", .unit = "cm"}}, {"NOTE2", {}}},
                                 .values = {{"status", {{"boh", "unknown"}}}},
                                 .constants = {{"operator", "Comune"}},
                                 .crs = "EPSG:3003",
                                 .dates = "day first"};

    ASSERT_TRUE(writeProfile(profile, folder / "p.json", Overwrite::Refuse));
    const auto back = readProfile(folder / "p.json");

    ASSERT_TRUE(back) << back.error().message();
    EXPECT_EQ(back->columns.at("H").unit, "cm");
    EXPECT_TRUE(back->columns.contains("NOTE2"));
    EXPECT_EQ(back->values, profile.values);
    EXPECT_EQ(back->constants, profile.constants);
    EXPECT_EQ(back->crs, profile.crs);
    EXPECT_EQ(back->dates, profile.dates);
}

TEST(Profile, aFileThatIsNotThereIsUnreadable)
{
    const auto missing = readProfile("/nonexistent/p.json");
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, ErrorCode::InputUnreadable);
}

TEST(Profile, holdsWhatTheDictionaryFoundToo)
{
    ImportPlan plan;
    plan.preview.columns = {{.name = "TIPO", .target = "camera_type"},
                            {.name = "H", .target = "mount_height_m", .unit = "cm"},
                            {.name = "NOTE2"}};
    const ImportRequest request{.crs = "EPSG:3003", .profile = {.values = {{"camera_type", {{"Tlc", "ptz"}}}}}};

    const MappingProfile profile = profileFor(request, plan);

    EXPECT_EQ(profile.columns.at("TIPO").field, "camera_type");
    EXPECT_EQ(profile.columns.at("H").unit, "cm");
    EXPECT_EQ(profile.columns.at("NOTE2").field, "") << "kept as it is, whatever the dictionary learns";
    EXPECT_EQ(profile.values.at("camera_type").at("Tlc"), "ptz");
    EXPECT_EQ(profile.crs, "EPSG:3003");
    EXPECT_TRUE(profileFor({.crs = "auto"}, plan).crs.empty());
}

} // namespace
} // namespace observo::exchange
