// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/Places.h"

#include "support/exchange/TableSource.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace observo::exchange {
namespace {

struct Read {
    PlaceKind kind = PlaceKind::None;
    RawPlace first{};
};

Read readPlace(TableSource source, bool wantsMetres = false)
{
    std::vector<ColumnSample> samples(source.table().columns.size());
    for (const SourceRow& row : source.rows()) {
        for (std::size_t i = 0; i < samples.size(); ++i) {
            samples[i].look(row.values[i]);
        }
    }
    const auto columns = mapColumns(source.table(), samples, {});
    Places places(source.table(), *columns, wantsMetres);
    places.lookAtValues(source.table(), samples);
    return {places.kind(), places.of(source.rows().front())};
}

struct PlaceCase {
    std::string lon;
    std::string lat;
    double x;
    double y;
};

class PlaceTexts : public testing::TestWithParam<PlaceCase> {};

TEST_P(PlaceTexts, areUnderstood)
{
    const auto read = readPlace({{"Longitudine", "Latitudine"}, {{GetParam().lon, GetParam().lat}}});
    EXPECT_EQ(read.kind, PlaceKind::LonLat);
    ASSERT_TRUE(read.first.point) << GetParam().lon;
    EXPECT_NEAR(read.first.point->x, GetParam().x, 1e-7);
    EXPECT_NEAR(read.first.point->y, GetParam().y, 1e-7);
}

INSTANTIATE_TEST_SUITE_P(Forms, PlaceTexts,
                         testing::Values(PlaceCase{"7.6869", "45.0703", 7.6869, 45.0703},
                                         PlaceCase{"7,6869", "45,0703", 7.6869, 45.0703},
                                         PlaceCase{"7.6869 E", "45.0703 N", 7.6869, 45.0703},
                                         PlaceCase{"7.6869°", "45.0703°", 7.6869, 45.0703},
                                         PlaceCase{"3.7 O", "40.4 N", -3.7, 40.4},
                                         PlaceCase{"151.2 E", "33.9 S", 151.2, -33.9},
                                         PlaceCase{"7°41'12.84\"E", "45°04'13.08\"N", 7.6869, 45.0703},
                                         PlaceCase{"7° 41' 12,84\"", "45° 04' 13,08\"", 7.6869, 45.0703},
                                         PlaceCase{"396634,276", "4.991.598,53", 396634.276, 4991598.53}));

TEST(Places, whatIsNoNumberHasNoPoint)
{
    EXPECT_FALSE(readPlace({{"lon", "lat"}, {{"qui", "la"}}}).first.point);
    const auto empty = readPlace({{"lon", "lat"}, {{"", " "}}}).first;
    EXPECT_FALSE(empty.point);
    EXPECT_EQ(empty.text, "");
    EXPECT_EQ(readPlace({{"lon", "lat"}, {{"7.5", ""}}}).first.text, "7.5, ");
}

TEST(Places, oneColumnMayHoldBoth)
{
    const auto read = readPlace({{"Coordinate"}, {{"45.0703, 7.6869"}}});
    EXPECT_EQ(read.kind, PlaceKind::Coordinates);
    ASSERT_TRUE(read.first.point);
    EXPECT_NEAR(read.first.point->x, 7.6869, 1e-9);
    EXPECT_TRUE(read.first.isDegrees);
}

TEST(Places, metresAreTakenWhereTheyAreWanted)
{
    const TableSource both({"Est", "Nord", "Lon", "Lat"}, {{"1396659,9", "4991618,2", "7,6869", "45,0703"}});
    EXPECT_EQ(readPlace(both).kind, PlaceKind::LonLat);
    EXPECT_EQ(readPlace(both, true).kind, PlaceKind::XY);
    EXPECT_NEAR(readPlace(both, true).first.point->x, 1396659.9, 1e-6);
}

TEST(Places, namelessColumnsAreFoundByTheirValues)
{
    const auto read = readPlace({{"field_1", "field_2", "field_3"},
                                 {{"11.34844", "44.64219", "PhotoRed"}, {"7.78972", "44.63639", "PhotoRed"}}});
    EXPECT_EQ(read.kind, PlaceKind::ByValues);
    EXPECT_DOUBLE_EQ(read.first.point->x, 11.34844);
    EXPECT_EQ(readPlace({{"a", "b"}, {{"1", "2"}}}).kind, PlaceKind::None);
}

} // namespace
} // namespace observo::exchange
