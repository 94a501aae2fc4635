// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/ShapeIndex.h"

#include "reader/ReaderFiles.h"
#include "support/TestPlaces.h"

#include <gtest/gtest.h>

namespace observo::reader {
namespace {

TEST(ShapeIndex, isTheSameAsTheOneThatWasLost)
{
    const test::TemporaryFolder folder;
    ASSERT_FALSE(camerasAs(folder.path(), "c.shp", {"-where", "numero < 3"}).empty());

    const auto records = rebuildShapeIndex(folder / "c.shp", folder / "again.shx");

    ASSERT_TRUE(records) << records.error().message();
    EXPECT_EQ(*records, 2);
    EXPECT_EQ(bytesOf(folder / "again.shx"), bytesOf(folder / "c.shx"));
}

TEST(ShapeIndex, aBrokenEndIsLeftOut)
{
    const test::TemporaryFolder folder;
    ASSERT_FALSE(camerasAs(folder.path(), "c.shp", {"-where", "numero < 3"}).empty());
    const auto bytes = bytesOf(folder / "c.shp");
    writeText(folder / "cut.shp", std::string_view(bytes).substr(0, bytes.size() - 3));
    writeText(folder / "head.shp", std::string_view(bytes).substr(0, 50));

    EXPECT_EQ(*rebuildShapeIndex(folder / "cut.shp", folder / "cut.shx"), 1);
    EXPECT_FALSE(rebuildShapeIndex(folder / "head.shp", folder / "head.shx"));
}

TEST(ShapeIndex, lengthsThatGoNowhereAreRefused)
{
    const test::TemporaryFolder folder;
    std::string bytes(100, '\0');
    bytes += std::string(8, '\0') + std::string(8, '\xFF') + std::string(100, '\0');
    writeText(folder / "x.shp", bytes);

    EXPECT_FALSE(rebuildShapeIndex(folder / "x.shp", folder / "x.shx"));
}

} // namespace
} // namespace observo::reader
