// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/core/Fields.h"
#include "observo/core/Inventory.h"

#include <gtest/gtest.h>

#include <cmath>

using namespace observo;

namespace {

std::string_view codeIn(std::string_view field, std::uint8_t index)
{
    return codeAt(findField(RecordKind::Camera, field)->codeList, index);
}

TEST(CameraRow, holdsWhatTheCameraSays)
{
    Camera camera;
    camera.id = CameraId::make();
    camera.code = "TC-0001";
    camera.name = "Ponte";
    camera.position = {7.68, 45.07};
    camera.direction = Degrees{127};
    camera.hfov = Degrees{60};
    camera.range = Metres{40};
    camera.status = "active";
    camera.type = "ptz";
    camera.function = "context";
    camera.visibility = "restricted";
    camera.mobility = "vehicle";

    const CameraRow row = rowOf(camera);

    EXPECT_EQ(row.id, camera.id);
    EXPECT_EQ(row.position, camera.position);
    EXPECT_EQ(row.direction, 127.0F);
    EXPECT_EQ(row.hfov, 60.0F);
    EXPECT_EQ(row.range, 40.0F);
    EXPECT_TRUE(std::isnan(row.panMin));
    EXPECT_TRUE(std::isnan(row.positionAccuracy));
    EXPECT_EQ(codeIn("status", row.status), "active");
    EXPECT_EQ(codeIn("camera_type", row.type), "ptz");
    EXPECT_EQ(codeIn("camera_function", row.function), "context");
    EXPECT_EQ(codeIn("visibility", row.visibility), "restricted");
    EXPECT_EQ(codeIn("mobility", row.mobility), "vehicle");
    EXPECT_EQ(row.code, "TC-0001");
    EXPECT_EQ(row.name, "Ponte");
}

TEST(CameraRow, takesTheAngleFromTheLensWhenItIsNotGiven)
{
    Camera camera;
    camera.focal = Millimetres{4};
    EXPECT_TRUE(std::isnan(rowOf(camera).hfov));

    camera.sensorWidth = Millimetres{5.376};
    EXPECT_NEAR(rowOf(camera).hfov, 67.802, 0.001);

    camera.hfov = Degrees{90};
    EXPECT_EQ(rowOf(camera).hfov, 90.0F);
}

TEST(CameraRow, everyCodeOfAListComesBack)
{
    for (const CodeInfo& code : codesOf("status")) {
        EXPECT_EQ(codeAt("status", codeIndex("status", code.code)), code.code);
    }
}

TEST(CameraRow, aCodeTheListDoesNotKnowIsOther)
{
    EXPECT_EQ(codeIndex("status", "broken_by_storm"), CameraRow::kOtherCode);
    EXPECT_EQ(codeAt("status", CameraRow::kOtherCode), "");
    EXPECT_EQ(codeAt("status", 200), "");
}

} // namespace
