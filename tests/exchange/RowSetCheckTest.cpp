// SPDX-License-Identifier: GPL-3.0-or-later
#include "RowSetCheck.h"

#include "exchange/ExportWork.h"
#include "support/census/CensusFolder.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace observo::exchange {
namespace {

class RowSetCheckTest : public testing::Test {
protected:
    RowSetCheckTest() : m_census(test::aFullCensus(5)), m_work(*m_census, "out.fgb")
    {
        EXPECT_TRUE(m_work.job().forEach(RecordKind::Camera, [&](const RowOut& row) {
            ReadRow read{.point = row.point, .cells = {}};
            for (const FieldValue& value : row.values) {
                read.cells.push_back(textOf(value));
            }
            m_rows.push_back(std::move(read));
            return done();
        }));
    }
    Done check()
    {
        RowSetCheck set(m_work.job(), "out.fgb");
        for (const ReadRow& row : m_rows) {
            if (auto taken = set.take(row); !taken) {
                return taken;
            }
        }
        return set.end();
    }

    std::unique_ptr<test::CensusToExport> m_census;
    ExportWork m_work;
    std::vector<ReadRow> m_rows;
};

TEST_F(RowSetCheckTest, theOrderDoesNotMatter)
{
    EXPECT_TRUE(check());
    std::ranges::reverse(m_rows);
    EXPECT_TRUE(check());
}

TEST_F(RowSetCheckTest, anyDifferenceIsFound)
{
    const auto whole = m_rows;
    m_rows[2].cells[1] += "x";
    EXPECT_FALSE(check());
    m_rows = whole;
    std::swap(m_rows[1].point, m_rows[3].point);
    EXPECT_FALSE(check());
    m_rows = whole;
    m_rows[0].point.reset();
    EXPECT_FALSE(check());
    m_rows = whole;
    m_rows.pop_back();
    EXPECT_FALSE(check());
    m_rows = whole;
    m_rows.push_back(whole.front());
    EXPECT_FALSE(check());
    m_rows = whole;
    m_rows[4] = whole[0]; // as many, but one of them twice
    EXPECT_FALSE(check());
    m_rows = whole;
    m_rows[1].cells.pop_back();
    EXPECT_FALSE(check());
}

} // namespace
} // namespace observo::exchange
