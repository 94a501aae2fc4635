// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/Chunk.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

using namespace observo;

namespace {

CameraRow aRow(double lon, double lat, std::string_view code = "TC-0001")
{
    CameraRow row;
    row.id = CameraId::make();
    row.position = {lon, lat};
    row.code = code;
    row.name = "Ponte";
    return row;
}

TEST(Chunk, givesBackEveryColumn)
{
    CameraRow row = aRow(7.5, 45.25);
    row.direction = 90.5F;
    row.hfov = 60;
    row.range = std::numeric_limits<float>::quiet_NaN();
    row.panMin = 10;
    row.panMax = 20;
    row.positionAccuracy = 0.5F;
    row.status = 1;
    row.type = 2;
    row.function = 3;
    row.visibility = 4;
    row.mobility = CameraRow::kOtherCode;
    Chunk chunk;

    const CameraRow got = chunk.at(chunk.put(row));

    EXPECT_EQ(got.id, row.id);
    EXPECT_EQ(got.position, row.position);
    EXPECT_EQ(got.direction, 90.5F);
    EXPECT_EQ(got.hfov, 60);
    EXPECT_TRUE(std::isnan(got.range));
    EXPECT_EQ(got.panMin, 10);
    EXPECT_EQ(got.panMax, 20);
    EXPECT_EQ(got.positionAccuracy, 0.5F);
    EXPECT_EQ(got.status, 1);
    EXPECT_EQ(got.type, 2);
    EXPECT_EQ(got.function, 3);
    EXPECT_EQ(got.visibility, 4);
    EXPECT_EQ(got.mobility, CameraRow::kOtherCode);
    EXPECT_EQ(got.code, "TC-0001");
    EXPECT_EQ(got.name, "Ponte");
}

TEST(Chunk, fillsTheHoleThatARemovedCameraLeft)
{
    Chunk chunk;
    chunk.put(aRow(7, 45, "A"));
    const std::size_t second = chunk.put(aRow(8, 46, "B"));
    chunk.put(aRow(9, 47, "C"));

    chunk.clear(second);

    EXPECT_TRUE(chunk.isHole(second));
    EXPECT_EQ(chunk.living(), 2U);
    EXPECT_EQ(chunk.put(aRow(7.5, 45.5, "D")), second);
    EXPECT_EQ(chunk.codeOf(second), "D");
    EXPECT_EQ(chunk.codeOf(2), "C");
    EXPECT_EQ(chunk.rows(), 3U);
}

TEST(Chunk, boxFollowsItsCameras)
{
    Chunk chunk;
    chunk.put(aRow(7, 45));
    const std::size_t far = chunk.put(aRow(9, 47));
    EXPECT_EQ(chunk.box(), (GeoBox{7, 45, 9, 47}));

    chunk.replace(far, aRow(6, 44));
    EXPECT_EQ(chunk.box(), (GeoBox{6, 44, 7, 45}));

    chunk.clear(far);
    EXPECT_EQ(chunk.box(), (GeoBox{7, 45, 7, 45}));
}

TEST(Chunk, aPlaceThatIsNoNumberDoesNotSpoilTheBox)
{
    Chunk chunk;
    chunk.put(aRow(std::numeric_limits<double>::quiet_NaN(), 45));
    chunk.put(aRow(7, 45));

    EXPECT_EQ(chunk.box(), (GeoBox{7, 45, 7, 45}));
    EXPECT_EQ(chunk.living(), 2U);
}

TEST(Chunk, isFullAt1024Cameras)
{
    Chunk chunk;
    for (std::size_t i = 0; i < Chunk::kRows; ++i) {
        ASSERT_TRUE(chunk.hasRoom());
        chunk.put(aRow(7, 45));
    }
    EXPECT_FALSE(chunk.hasRoom());

    chunk.clear(500);
    EXPECT_TRUE(chunk.hasRoom());
}

} // namespace
