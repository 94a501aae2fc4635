// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite/PointBlob.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>
#include <vector>

namespace observo::census {
namespace {

std::vector<std::uint8_t> bytesOf(const std::string& hex)
{
    std::vector<std::uint8_t> bytes;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
        bytes.push_back(static_cast<std::uint8_t>(std::stoi(hex.substr(i, 2), nullptr, 16)));
    }
    return bytes;
}

TEST(PointBlob, aPointIsWrittenAsGdalWritesIt)
{
    const auto blob = pointBlob({7.0, 45.0});

    EXPECT_EQ(std::vector(blob.begin(), blob.end()),
              bytesOf("47500001321a000001010000000000000000001c400000000000804640"));
}

TEST(PointBlob, anyPlaceComesBackExactly)
{
    for (const LonLat place : {LonLat{7.123456789012345, 45.1}, LonLat{-180, -90}, LonLat{180, 90},
                               LonLat{std::numeric_limits<double>::denorm_min(), 1e-300}}) {
        EXPECT_EQ(pointOf(pointBlob(place)), place);
    }
}

struct Foreign {
    const char* name;
    const char* hex;
    std::optional<LonLat> place;
};

class PointBlobOfOthers : public testing::TestWithParam<Foreign> {};

TEST_P(PointBlobOfOthers, isReadOrRefused)
{
    EXPECT_EQ(pointOf(bytesOf(GetParam().hex)), GetParam().place);
}

INSTANTIATE_TEST_SUITE_P(
    PointBlob, PointBlobOfOthers,
    testing::Values(
        Foreign{"bigEndian", "4750000000001a320000000001401c0000000000004046800000000000", LonLat{7, 45}},
        Foreign{"envelope",
                "47500003321a0000"
                "0000000000001c400000000000001c4000000000008046400000000000804640"
                "01010000000000000000001c400000000000804640",
                LonLat{7, 45}},
        Foreign{"withZ", "47500001321a000001e90300000000000000001c4000000000008046400000000000000040", LonLat{7, 45}},
        Foreign{"empty", "47500011321a00000101000000000000000000f87f000000000000f87f", std::nullopt},
        Foreign{"line", "47500001321a000001020000000000000000001c400000000000804640", std::nullopt},
        Foreign{"cut", "47500001321a000001010000000000000000001c4000000000008046", std::nullopt},
        Foreign{"reservedEnvelope", "4750000b321a000001010000000000000000001c400000000000804640", std::nullopt},
        Foreign{"otherMagic", "58500001321a000001010000000000000000001c400000000000804640", std::nullopt},
        Foreign{"laterVersion", "47500101321a000001010000000000000000001c400000000000804640", std::nullopt},
        Foreign{"nothing", "", std::nullopt}),
    [](const auto& one) { return std::string(one.param.name); });

} // namespace
} // namespace observo::census
