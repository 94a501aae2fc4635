// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/ShapePoints.h"

#include "exchange/ExportWork.h"
#include "formats/Bytes.h"
#include "support/Builders.h"

#include <gtest/gtest.h>

namespace observo::exchange {
namespace {

class ShapePointsTest : public testing::Test {
protected:
    ShapePointsTest() { EXPECT_TRUE(writeShapePoints(m_work.job(), m_shp, m_shx)); }

    std::unique_ptr<test::CensusToExport> m_census =
        test::aCensusWith({Camera(test::aCamera().at(7.5, 45.5)), Camera(test::aCamera().at(8.25, 44.25)),
                           Camera(test::aCamera().at(7, 46))});
    ExportWork m_work{*m_census, "out.shp", {.epsg = 6706}};
    std::filesystem::path m_shp = m_census->out("a.shp");
    std::filesystem::path m_shx = m_census->out("a.shx");
};

TEST_F(ShapePointsTest, headersHaveLengthKindAndBox)
{
    for (const auto& [file, size] : {std::pair(m_shp, 100U + 3 * 28), std::pair(m_shx, 100U + 3 * 8)}) {
        const auto bytes = test::bytesOf(file);
        ASSERT_EQ(bytes.size(), size);
        EXPECT_EQ(big32At(bytes, 0), 9994U);
        EXPECT_EQ(big32At(bytes, 24) * 2, size);
        EXPECT_EQ(little32At(bytes, 28), 1000U);
        EXPECT_EQ(little32At(bytes, 32), 1U);
        EXPECT_EQ(littleDoubleAt(bytes, 36), 7.0);
        EXPECT_EQ(littleDoubleAt(bytes, 44), 44.25);
        EXPECT_EQ(littleDoubleAt(bytes, 52), 8.25);
        EXPECT_EQ(littleDoubleAt(bytes, 60), 46.0);
    }
}

TEST_F(ShapePointsTest, pointsComeBackExactly)
{
    auto points = ShapePoints::open(m_shp, m_shx);
    ASSERT_TRUE(points);
    EXPECT_EQ(points->next(), (MapPoint{7.5, 45.5}));
    EXPECT_EQ(points->next(), (MapPoint{8.25, 44.25}));
    EXPECT_FALSE(points->end());
    EXPECT_EQ(points->next(), (MapPoint{7, 46}));
    EXPECT_TRUE(points->end());
    EXPECT_FALSE(points->next());
}

TEST_F(ShapePointsTest, aHeaderThatStatesAnotherLengthIsSeen)
{
    auto bytes = test::bytesOf(m_shp);
    bytes[27] = '\x01';
    test::putBytes(m_shp, bytes);
    auto points = ShapePoints::open(m_shp, m_shx);
    ASSERT_TRUE(points);
    for (int i = 0; i < 3; ++i) {
        ASSERT_TRUE(points->next());
    }
    EXPECT_FALSE(points->end());
}

TEST_F(ShapePointsTest, anythingElseIsNoShapefile)
{
    test::putBytes(m_shx, "short");
    EXPECT_FALSE(ShapePoints::open(m_shp, m_shx));
    std::filesystem::remove(m_shx);
    EXPECT_FALSE(ShapePoints::open(m_shp, m_shx));
}

} // namespace
} // namespace observo::exchange
