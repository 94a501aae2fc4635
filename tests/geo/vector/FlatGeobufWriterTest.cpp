// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/geo/FlatGeobufWriter.h"

#include "geo/GeoFiles.h"
#include "support/TestPlaces.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace observo::geo {
namespace {

OutputTable cameras(int epsg, std::int64_t count)
{
    OutputTable table{.name = "camera",
                      .crs = *Crs::fromEpsg(epsg),
                      .attributes = {{"code", FieldType::Text}, {"lanes", FieldType::Integer}, {"h", FieldType::Real}}};
    table.rows = [count](const std::function<Done(const Feature&)>& put) {
        for (std::int64_t i = 0; i < count; ++i) {
            Feature feature;
            feature.geometry = std::vector<MapPoint>{{390000.0 + 17.0 * static_cast<double>(i % 7), 4990000.5}};
            feature.values = {"Città " + std::to_string(i), i % 2 == 0 ? FieldValue() : FieldValue(i), 0.1};
            if (auto done = put(feature); !done) {
                return done;
            }
        }
        return done();
    };
    return table;
}

TEST(FlatGeobufWriter, rowsComeBackInAnOrderOfTheirOwnWithTheSystem)
{
    const test::TemporaryFolder folder;
    ASSERT_TRUE(writeFlatGeobuf(folder / "out.fgb", cameras(7791, 20), Progress()));

    std::vector<std::string> codes;
    const auto read = readVectorFile(
        folder / "out.fgb", {},
        [&](const Feature& feature) {
            codes.push_back(std::get<std::string>(feature.values[0]));
            EXPECT_EQ(std::get<double>(feature.values[2]), 0.1);
            return true;
        },
        Progress());

    ASSERT_TRUE(read);
    std::sort(codes.begin(), codes.end());
    EXPECT_EQ(codes.size(), 20U);
    EXPECT_EQ(codes.front(), "Città 0");
    EXPECT_EQ(std::unique(codes.begin(), codes.end()), codes.end());
    EXPECT_EQ(describeVectorFile(folder / "out.fgb")->front().crs->epsg(), 7791);
    EXPECT_EQ(stateOf(folder.path()).find("_temp"), std::string::npos);
}

TEST(FlatGeobufWriter, aFileWithoutRowsIsAFile)
{
    const test::TemporaryFolder folder;
    ASSERT_TRUE(writeFlatGeobuf(folder / "out.fgb", cameras(6706, 0), Progress()));
    const auto described = describeVectorFile(folder / "out.fgb");
    ASSERT_TRUE(described);
    EXPECT_EQ(described->front().attributes.size(), 3U);
}

TEST(FlatGeobufWriter, leavesNothingBehindWhenStopped)
{
    const test::TemporaryFolder folder;
    auto failing = cameras(7791, 0);
    failing.rows = [](const std::function<Done(const Feature&)>&) -> Done {
        return fail(ErrorCode::CensusIo, "the disk failed");
    };
    EXPECT_EQ(writeFlatGeobuf(folder / "out.fgb", failing, Progress()).error().code, ErrorCode::CensusIo);
    EXPECT_EQ(stateOf(folder.path()), "");
    EXPECT_FALSE(writeFlatGeobuf(folder / "no/out.fgb", cameras(7791, 1), Progress()));
}

} // namespace
} // namespace observo::geo
