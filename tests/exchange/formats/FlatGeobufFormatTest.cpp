// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/FlatGeobufFormat.h"

#include "exchange/ExportWork.h"
#include "exchange/GdalTable.h"
#include "exchange/Golden.h"
#include "support/census/CensusFolder.h"

#include <gtest/gtest.h>

namespace observo::exchange {
namespace {

TEST(FlatGeobufFormat, anotherReaderSeesTheSystemAndTheTypes)
{
    const auto census = aGoldenCensus();
    ASSERT_TRUE(census->write("out.fgb", goldenRequest(3003)));
    const auto table = GdalTable::read(census->out("out.fgb").string());
    EXPECT_EQ(table.failure, "");
    EXPECT_EQ(table.crs, "EPSG:3003");
    ASSERT_EQ(table.rows.size(), 2U);
    EXPECT_EQ(census->outNames(), std::vector<std::string>{"out.fgb"});
}

TEST(FlatGeobufFormat, aFileOfAnotherCensusIsNoticedOnReadingBack)
{
    const auto census = test::aFullCensus(20);
    ExportWork work(*census, "out.fgb");
    ASSERT_TRUE(work.write());
    EXPECT_TRUE(work.plan().format->readBack(work.job(), {}));
    const auto other = test::aFullCensus(19);
    ASSERT_TRUE(other->write("other.fgb"));
    std::filesystem::copy_file(other->out("other.fgb"), census->out("out.fgb"),
                               std::filesystem::copy_options::overwrite_existing);
    EXPECT_FALSE(work.plan().format->readBack(work.job(), {}));
}

} // namespace
} // namespace observo::exchange
