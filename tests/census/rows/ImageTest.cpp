// SPDX-License-Identifier: GPL-3.0-or-later
#include "rows/Image.h"

#include "support/Builders.h"
#include "support/census/CensusFolder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

namespace observo::census {
namespace {

using namespace test;

ColumnValues sorted(ColumnValues values)
{
    std::ranges::sort(values, {}, &ColumnValue::column);
    return values;
}

TEST(Image, everyValueComesBackExactly)
{
    const auto& table = schemaTable(RecordKind::Camera);
    for (std::uint32_t seed = 0; seed < 30; ++seed) {
        const auto values = table.valuesOf(randomCamera(seed));

        const auto read = valuesOfImage(table, imageOf(table, values));

        ASSERT_TRUE(read) << messageOf(read);
        EXPECT_EQ(sorted(*read), values);
    }
}

TEST(Image, hardNumbersAndTextsComeBackExactly)
{
    const auto& table = schemaTable(RecordKind::Camera);
    const auto column = *table.columnNamed("name");
    for (const SqlValue& value :
         {SqlValue(0.1), SqlValue(1.0), SqlValue(-0.0), SqlValue(1e300), SqlValue(5e-324), SqlValue(1.0 / 3),
          SqlValue(std::numeric_limits<std::int64_t>::min()),
          SqlValue(std::string("\x01\n\t\"\\ È € \xF0\x9F\x93\xB7")), SqlValue(std::string()), SqlValue()}) {
        const ColumnValues values = {{column, value}};
        const auto read = valuesOfImage(table, imageOf(table, values));
        ASSERT_TRUE(read) << imageOf(table, values);
        EXPECT_EQ(*read, values) << imageOf(table, values);
    }
}

TEST(Image, theTriggersWriteTheSameForm)
{
    const CensusFolder folder;
    const auto session = folder.create();
    const auto camera = addCamera(*session, randomCamera(7));
    const auto& table = schemaTable(RecordKind::Camera);

    const auto written = valuesOfImage(table, logOf(session->reader()).back().after);

    ASSERT_TRUE(written) << messageOf(written);
    EXPECT_EQ(sorted(*written), table.valuesOf(camera));
}

TEST(Image, whatIsNoImageIsRefused)
{
    const auto& table = schemaTable(RecordKind::Camera);
    for (const auto* text : {"", "[]", "{\"name\":", "{\"nobody\":1}", "{\"geom\":\"xyz\"}", "{\"name\":{}}"}) {
        EXPECT_FALSE(valuesOfImage(table, text)) << text;
    }
}

} // namespace
} // namespace observo::census
