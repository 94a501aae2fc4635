// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/drawing/DxfRows.h"

#include "formats/drawing/DxfText.h"
#include "support/exchange/CensusToExport.h"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

namespace observo::exchange {
namespace {

class DxfRowsTest : public testing::Test {
protected:
    Result<DxfRows> open(const std::vector<std::pair<int, std::string>>& groups)
    {
        std::string bytes;
        appendDxfGroup(bytes, 0, "SECTION");
        appendDxfGroup(bytes, 2, "ENTITIES");
        for (const auto& [code, value] : groups) {
            appendDxfGroup(bytes, code, value);
        }
        test::putBytes(m_folder / "a.dxf", bytes);
        return DxfRows::open(m_folder / "a.dxf");
    }
    test::TemporaryFolder m_folder;
};

TEST_F(DxfRowsTest, aPointTakesItsLabelAndLinesArePassedOver)
{
    auto rows = open({{0, "POINT"},
                      {8, "TLC_ACTIVE_PTZ"},
                      {10, "1.5"},
                      {20, "2.5"},
                      {30, "0"},
                      {0, "TEXT"},
                      {8, "TLC_CODICI"},
                      {10, "9"},
                      {1, "TC-1"},
                      {0, "LINE"},
                      {10, "7"},
                      {0, "ENDSEC"},
                      {0, "EOF"}});
    ASSERT_TRUE(rows);
    const auto first = rows->next();
    ASSERT_TRUE(first && *first);
    EXPECT_EQ((*first)->point, (MapPoint{1.5, 2.5}));
    EXPECT_EQ((*first)->layer, "TLC_ACTIVE_PTZ");
    EXPECT_EQ((*first)->label, "TC-1");
    const auto end = rows->next();
    ASSERT_TRUE(end);
    EXPECT_FALSE(*end);
}

TEST_F(DxfRowsTest, aDrawingThatIsCutOffIsAnError)
{
    EXPECT_FALSE(open({}));
    auto alone = open({{0, "POINT"}, {10, "1"}, {20, "2"}, {0, "ENDSEC"}});
    ASSERT_TRUE(alone);
    EXPECT_FALSE(alone->next());
    auto cut = open({{0, "POINT"}, {10, "1"}});
    ASSERT_TRUE(cut);
    EXPECT_FALSE(cut->next());
    test::putBytes(m_folder / "b.dxf", "x\r\n0\r\n");
    EXPECT_FALSE(DxfRows::open(m_folder / "b.dxf"));
}

} // namespace
} // namespace observo::exchange
