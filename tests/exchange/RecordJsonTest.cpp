// SPDX-License-Identifier: GPL-3.0-or-later
#include "RecordJson.h"

#include <gtest/gtest.h>

namespace observo::exchange {
namespace {

TEST(RecordJson, aCameraComesWithItsPlaceAndTypedValues)
{
    const auto record = recordFromJson(RecordKind::Camera, R"({"code":"TC-0007","lon":8.05,"lat":44.92,
        "mount_height_m":4,"wdr":true,"retention_hours":168,"camera_type":"ptz"})");

    ASSERT_TRUE(record) << record.error().message();
    const auto& camera = std::get<Camera>(*record);
    EXPECT_EQ(camera.code, "TC-0007");
    EXPECT_EQ(camera.position, (LonLat{8.05, 44.92}));
    EXPECT_EQ(camera.mountHeight, Metres{4.0});
    EXPECT_EQ(camera.wdr, true);
    EXPECT_EQ(camera.retentionHours, 168);
    EXPECT_EQ(camera.type, "ptz");
}

TEST(RecordJson, aWrongTypeNamesTheField)
{
    const auto record = recordFromJson(RecordKind::Camera, R"({"mount_height_m":"high"})");
    ASSERT_FALSE(record);
    EXPECT_EQ(record.error().field, "mount_height_m");
}

TEST(RecordJson, anUnknownKeyIsRefused)
{
    const auto record = recordFromJson(RecordKind::Site, R"({"altitude":3})");
    ASSERT_FALSE(record);
    EXPECT_EQ(record.error().code, ErrorCode::UnknownField);
}

TEST(RecordJson, brokenJsonIsRefused)
{
    for (const std::string_view text : {"", "[1]", "{\"code\":", "null"}) {
        EXPECT_FALSE(recordFromJson(RecordKind::Camera, text)) << text;
    }
}

} // namespace
} // namespace observo::exchange
