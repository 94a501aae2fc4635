// SPDX-License-Identifier: GPL-3.0-or-later
#include "RowCheck.h"

#include "exchange/ExportWork.h"
#include "support/Builders.h"

#include <gtest/gtest.h>

#include <cmath>

namespace observo::exchange {
namespace {

using test::aCamera;

class RowCheckTest : public testing::Test {
protected:
    RowCheckTest() { EXPECT_TRUE(m_work.giveRows()); }

    ReadRow rowAsWritten(std::size_t row)
    {
        ReadRow read{.point = m_work.plan().points.at(row), .cells = {}};
        const auto values = m_work.job().valuesOf(RecordKind::Camera, row);
        for (const FieldValue& value : *values) {
            read.cells.push_back(textOf(value));
        }
        return read;
    }
    RowCheck check() { return {m_work.job(), RecordKind::Camera, "out.gpkg", m_progress}; }

    Progress m_progress;
    std::unique_ptr<test::CensusToExport> m_census =
        test::aCensusWith({Camera(aCamera().coded("A")), Camera(aCamera().coded("B"))});
    ExportWork m_work{*m_census, "out.gpkg"};
};

TEST_F(RowCheckTest, rowsAsWrittenPass)
{
    auto rows = check();
    EXPECT_TRUE(rows.take(rowAsWritten(0)));
    EXPECT_TRUE(rows.take(rowAsWritten(1)));
    EXPECT_TRUE(rows.end());
}

TEST_F(RowCheckTest, everyChangedCellIsSeenAndNamed)
{
    for (std::size_t i = 0; i < m_work.plan().cameras.columns.size(); ++i) {
        auto row = rowAsWritten(0);
        row.cells[i] += "1";
        const auto taken = check().take(row);
        ASSERT_FALSE(taken);
        EXPECT_EQ(taken.error().code, ErrorCode::OutputFailed);
        EXPECT_EQ(taken.error().field, m_work.plan().cameras.columns[i].field->name);
        EXPECT_EQ(taken.error().row, 1);
    }
}

TEST_F(RowCheckTest, aMovedOrMissingPositionIsSeen)
{
    for (const double by : {0.002, -0.002, 1e6, std::nan("")}) {
        auto row = rowAsWritten(0);
        row.point->x += by;
        EXPECT_FALSE(check().take(row)) << by;
        row = rowAsWritten(0);
        row.point->y += by;
        EXPECT_FALSE(check().take(row)) << by;
    }
    auto nowhere = rowAsWritten(0);
    nowhere.point.reset();
    EXPECT_FALSE(check().take(nowhere));
    auto near = rowAsWritten(0);
    near.point->x += 0.0009;
    EXPECT_TRUE(check().take(near));
}

TEST_F(RowCheckTest, missingAndExtraRowsAreSeen)
{
    auto rows = check();
    EXPECT_TRUE(rows.take(rowAsWritten(0)));
    EXPECT_FALSE(rows.end());
    EXPECT_TRUE(rows.take(rowAsWritten(1)));
    const auto extra = rows.take(rowAsWritten(1));
    ASSERT_FALSE(extra);
    EXPECT_NE(extra.error().what.find("more rows"), std::string::npos);
}

TEST_F(RowCheckTest, exchangedRowsAreSeen)
{
    EXPECT_FALSE(check().take(rowAsWritten(1)));
}

TEST_F(RowCheckTest, aMissingColumnIsSeen)
{
    auto row = rowAsWritten(0);
    row.cells.pop_back();
    EXPECT_FALSE(check().take(row));
}

TEST(ColumnPlaces, namesAreFoundInAnyOrder)
{
    ColumnPlaces places({"a", "b", "c"});
    EXPECT_EQ(places.find("b"), 1U);
    EXPECT_EQ(places.find("c"), 2U);
    EXPECT_EQ(places.find("a"), 0U);
    EXPECT_EQ(places.find("z"), std::nullopt);
    EXPECT_EQ(ColumnPlaces({}).find("a"), std::nullopt);
}

} // namespace
} // namespace observo::exchange
