// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/DbfRows.h"

#include "formats/DbfTable.h"
#include "support/exchange/CensusToExport.h"

#include <gtest/gtest.h>

namespace observo::exchange {
namespace {

class DbfRowsTest : public testing::Test {
protected:
    DbfRowsTest()
    {
        const std::vector<std::vector<FieldValue>> rows{{std::string("città"), 4.5, true, std::string("2021-09-14")},
                                                        {FieldValue{}, FieldValue{}, FieldValue{}, FieldValue{}}};
        m_plan.rows = 2;
        for (const char* name : {"name", "mount_height_m", "wdr", "installed_on"}) {
            m_plan.columns.push_back({.field = findField(RecordKind::Camera, name)});
        }
        for (const auto& row : rows) {
            for (std::size_t i = 0; i < row.size(); ++i) {
                measure(m_plan.columns[i], row[i]);
            }
        }
        auto table = DbfTable::create(m_file, m_plan);
        for (const auto& row : rows) {
            EXPECT_TRUE(table->add(row));
        }
        EXPECT_TRUE(table->end().finish());
    }
    void change(std::size_t at, char to)
    {
        auto bytes = test::bytesOf(m_file);
        bytes.at(at) = to;
        test::putBytes(m_file, bytes);
    }
    /// Whether all rows can be read to the end.
    bool isReadable()
    {
        auto rows = DbfRows::open(m_file, m_plan);
        ReadRow row;
        while (rows) {
            const auto more = rows->next(row);
            if (!more || !*more) {
                return more.has_value();
            }
        }
        return false;
    }

    test::TemporaryFolder m_folder;
    std::filesystem::path m_file = m_folder / "a.dbf";
    TablePlan m_plan;
};

TEST_F(DbfRowsTest, cellsComeBackWithoutPadding)
{
    auto rows = DbfRows::open(m_file, m_plan);
    ASSERT_TRUE(rows);
    ReadRow row;
    ASSERT_EQ(rows->next(row), true);
    EXPECT_EQ(row.cells, (std::vector<std::string>{"città", "4.5", "T", "20210914"}));
    ASSERT_EQ(rows->next(row), true);
    EXPECT_EQ(row.cells, (std::vector<std::string>{"", "", "", ""}));
    EXPECT_EQ(rows->next(row), false);
    EXPECT_TRUE(isReadable());
}

TEST_F(DbfRowsTest, aHeaderThatDoesNotAddUpIsRefused)
{
    const auto good = test::bytesOf(m_file);
    for (const auto& [at, to] : {std::pair(0, '\x30'), std::pair(8, '\x20'), std::pair(10, '\x01'), std::pair(32, 'X'),
                                 std::pair(48, '\x07')}) {
        test::putBytes(m_file, good);
        change(static_cast<std::size_t>(at), to);
        EXPECT_FALSE(DbfRows::open(m_file, m_plan)) << at;
    }
}

TEST_F(DbfRowsTest, deletedMissingAndExtraRowsAreSeen)
{
    const auto good = test::bytesOf(m_file);
    change(32 + 4 * 32 + 1, '*');
    EXPECT_FALSE(isReadable());
    for (const std::size_t size : {good.size() - 1, good.size() - 5, std::size_t{40}, std::size_t{0}}) {
        test::putBytes(m_file, good.substr(0, size));
        EXPECT_FALSE(isReadable()) << size;
    }
    test::putBytes(m_file, good + " ");
    EXPECT_FALSE(isReadable());
    test::putBytes(m_file, good);
    change(4, '\x03');
    EXPECT_FALSE(isReadable());
}

} // namespace
} // namespace observo::exchange
