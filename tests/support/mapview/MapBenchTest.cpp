// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/mapview/MapBench.h"

#include <gtest/gtest.h>

namespace observo::test {
namespace {

TEST(MapBench, showsAMapOfTheSizeItPromises)
{
    MapBench bench;

    EXPECT_TRUE(bench.map().isVisible());
    EXPECT_EQ(bench.map().viewport().size, QSize(600, 400));
    EXPECT_DOUBLE_EQ(bench.map().viewport().metresPerPixel, 1.0);
}

TEST(NotingTool, notesWhatADragDoes)
{
    MapBench bench;
    NotingTool tool;
    bench.map().setTool(&tool);

    bench.drag({100, 100}, {140, 100});

    EXPECT_EQ(tool.pressed.size(), 1U);
    EXPECT_EQ(tool.moved.size(), 2U);
    EXPECT_EQ(tool.released.size(), 1U);
    bench.map().setTool(nullptr);
}

} // namespace
} // namespace observo::test
