// SPDX-License-Identifier: GPL-3.0-or-later
#include "CameraJson.h"

#include "support/Builders.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace observo::cli {
namespace {

TEST(CameraJson, everyFieldWithAValueIsThereWithItsType)
{
    const Camera camera = test::randomCamera(3);

    const auto json = jsonOf(camera);

    EXPECT_EQ(json.at("lon").get<double>(), camera.position.lon);
    EXPECT_EQ(json.at("lat").get<double>(), camera.position.lat);
    for (const FieldInfo& field : fieldsOf(RecordKind::Camera)) {
        ASSERT_TRUE(json.contains(field.name)) << field.name;
        const auto& value = json.at(std::string(field.name));
        EXPECT_EQ(value.is_number(), field.type == FieldType::Real || field.type == FieldType::Integer) << field.name;
        EXPECT_EQ(value.is_boolean(), field.type == FieldType::Boolean) << field.name;
    }
}

TEST(CameraJson, whatIsNotKnownIsLeftOut)
{
    const Camera camera;
    EXPECT_FALSE(jsonOf(camera).contains("mount_height_m"));
}

TEST(CameraJson, onlyTheFieldsAskedForBesideIdentityAndPlace)
{
    const Camera camera = test::randomCamera(4);
    const std::vector<const FieldInfo*> fields{findField(RecordKind::Camera, "status")};

    const auto json = jsonOf(camera, fields);

    EXPECT_EQ(json.size(), 5U);
    EXPECT_EQ(json.at("status"), camera.status);
}

TEST(CameraJson, peopleReadLabels)
{
    Camera camera = test::aCamera().ofType("ptz");
    const std::string text = describe(camera, Language::Italian);
    EXPECT_NE(text.find(labelOfCode("camera_type", "ptz", Language::Italian)), std::string::npos);
}

} // namespace
} // namespace observo::cli
