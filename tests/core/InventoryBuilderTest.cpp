// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/core/Inventory.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <cstdio>
#include <limits>
#include <random>
#include <string>

using namespace observo;

namespace {

constexpr float kUnknown = std::numeric_limits<float>::quiet_NaN();

/// A region's cameras as they are found: codes of 16 characters, names of about 12, lens and direction mostly known,
/// a pan range for one in ten.
Inventory aRegion(std::size_t cameras)
{
    constexpr std::array<std::string_view, 5> kNames{"Piazza Roma", "Via Garibaldi", "Ponte Nord", "Varco Est 2",
                                                     "Scuola Media"};
    std::mt19937 random(1);
    std::uniform_real_distribution<double> unit(0, 1);
    InventoryBuilder builder;
    for (std::size_t i = 0; i < cameras; ++i) {
        std::array<char, 17> code{};
        std::snprintf(code.data(), code.size(), "PIE-001272-%05zu", i % 100000);
        CameraRow row;
        row.id = CameraId::make();
        row.position = {7 + unit(random), 44.5 + unit(random)};
        row.direction = static_cast<float>(unit(random) * 360);
        row.hfov = static_cast<float>(30 + unit(random) * 60);
        row.range = 40;
        row.panMin = random() % 10 == 0 ? 90.0F : kUnknown;
        row.panMax = std::isnan(row.panMin) ? kUnknown : 270.0F;
        row.positionAccuracy = random() % 2 == 0 ? 1.0F : kUnknown;
        row.code = code.data();
        row.name = kNames[random() % kNames.size()];
        builder.add(row);
    }
    return builder.finish();
}

TEST(InventoryBuilder, needsAtMost96BytesACamera)
{
    const Inventory region = aRegion(100000);

    ASSERT_EQ(region.size(), 100000U);
    const auto perCamera = static_cast<double>(region.bytes()) / static_cast<double>(region.size());
    RecordProperty("bytesPerCamera", std::to_string(perCamera));
    EXPECT_LE(perCamera, 96.0);
}

TEST(InventoryBuilder, nothingAddedGivesAnEmptyInventory)
{
    InventoryBuilder builder;

    EXPECT_EQ(builder.finish(), Inventory{});
}

TEST(InventoryBuilder, theLastRowOfACameraCounts)
{
    CameraRow first;
    first.id = CameraId::make();
    first.code = "A";
    first.position = {7, 45};
    CameraRow other = first;
    other.id = CameraId::make();
    CameraRow again = first;
    again.code = "B";
    again.position = {8, 46};
    InventoryBuilder builder;
    builder.add(first);
    builder.add(other);
    builder.add(again);

    const Inventory inventory = builder.finish();

    EXPECT_EQ(inventory.size(), 2U);
    EXPECT_EQ(inventory.find(first.id)->code, "B");
    EXPECT_EQ(inventory.find(other.id)->code, "A");
}

TEST(InventoryBuilder, givesTheSameAsPuttingOneByOne)
{
    const Inventory built = aRegion(3000);
    Inventory put;
    built.forEach([&](const CameraRow& row) {
        put.put(row);
        return true;
    });

    EXPECT_EQ(put, built);
}

TEST(InventoryBuilder, ordersRowsSoThatASmallBoxTouchesFewCameras)
{
    const Inventory region = aRegion(20000);
    const GeoBox box{7.4, 44.9, 7.5, 45.0};
    std::size_t inside = 0;
    region.forEach(box, [&](const CameraRow& row) {
        EXPECT_TRUE(box.contains(row.position));
        ++inside;
        return true;
    });
    std::size_t expected = 0;
    region.forEach([&](const CameraRow& row) {
        expected += box.contains(row.position) ? 1U : 0U;
        return true;
    });

    EXPECT_EQ(inside, expected);
    EXPECT_GT(inside, 100U);
}

TEST(InventoryBuilder, startsAnewAfterFinishing)
{
    CameraRow row;
    row.id = CameraId::make();
    InventoryBuilder builder;
    builder.add(row);
    const Inventory one = builder.finish();

    EXPECT_EQ(one.size(), 1U);
    EXPECT_EQ(builder.finish().size(), 0U);
}

} // namespace
