// SPDX-License-Identifier: GPL-3.0-or-later
#include "geojson/PropertyColumns.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace observo::reader {
namespace {

/// Columns of all features, and the rows that they make.
struct Gathered {
    std::vector<feed::Column> columns;
    std::vector<feed::Row> rows;
};

Gathered gather(const std::vector<std::string>& features)
{
    PropertyColumns properties;
    for (const auto& feature : features) {
        EXPECT_TRUE(properties.look(feature)) << feature;
    }
    Gathered gathered{.columns = properties.columns()};
    std::vector<int> targets;
    for (std::size_t i = 0; i < gathered.columns.size(); ++i) {
        targets.push_back(static_cast<int>(i));
    }
    auto decoder = TextDecoder::of("UTF-8");
    for (const auto& feature : features) {
        feed::Row row{.number = 1};
        row.values.resize(targets.size());
        properties.take(feature, targets, *decoder, row);
        gathered.rows.push_back(row);
    }
    return gathered;
}

struct Typed {
    std::vector<std::string> values;
    FieldType type;
    FieldValue first;
};

class PropertyColumnsOf : public testing::TestWithParam<Typed> {};

TEST_P(PropertyColumnsOf, valuesHaveTheTypeThatFitsAll)
{
    std::vector<std::string> features;
    for (const auto& value : GetParam().values) {
        features.push_back("{\"a\":" + value + "}");
    }

    const auto gathered = gather(features);

    ASSERT_EQ(gathered.columns.size(), 1U);
    EXPECT_EQ(gathered.columns[0].type, GetParam().type);
    EXPECT_EQ(gathered.rows[0].values[0], GetParam().first);
    EXPECT_TRUE(gathered.rows[0].problems.empty());
}

INSTANTIATE_TEST_SUITE_P(
    Rows, PropertyColumnsOf,
    testing::Values(Typed{{"5", "7"}, FieldType::Integer, std::int64_t{5}}, Typed{{"5", "7.5"}, FieldType::Real, 5.0},
                    Typed{{"9223372036854775808"}, FieldType::Real, 9223372036854775808.0},
                    Typed{{"true", "null"}, FieldType::Boolean, true},
                    Typed{{"true", "5"}, FieldType::Text, std::string("true")},
                    Typed{{"5", "\"x\""}, FieldType::Text, std::string("5")},
                    Typed{{"\"2026-11-22\"", "null"}, FieldType::Date, std::string("2026-11-22")},
                    Typed{{"\"2026-11-22\"", "\"oggi\""}, FieldType::Text, std::string("2026-11-22")},
                    Typed{{"\"2026-11-22T11:42:07+01:00\""}, FieldType::Timestamp, std::string("2026-11-22T10:42:07Z")},
                    Typed{{"{\"b\":1}", "[2]"}, FieldType::Json, std::string("{\"b\":1}")},
                    Typed{{"\"perch\\u00e9\""}, FieldType::Text, std::string("perché")},
                    Typed{{"null", "null"}, FieldType::Text, FieldValue()}));

TEST(PropertyColumns, namesMayComeInAnyOrderOrNotAtAll)
{
    const auto gathered = gather({R"({"a":1,"b":2})", R"({"b":3,"a":4})", R"({"c":5})", "null", ""});

    ASSERT_EQ(gathered.columns.size(), 3U);
    EXPECT_EQ(gathered.rows[1].values, (std::vector<FieldValue>{std::int64_t{4}, std::int64_t{3}, FieldValue()}));
    EXPECT_EQ(gathered.rows[2].values, (std::vector<FieldValue>{FieldValue(), FieldValue(), std::int64_t{5}}));
    EXPECT_EQ(gathered.rows[3].values[0], FieldValue());
}

TEST(PropertyColumns, aNumberWithoutEndComesRaw)
{
    const auto gathered = gather({R"({"a":1e999})"});

    EXPECT_EQ(gathered.rows[0].values[0], FieldValue());
    ASSERT_EQ(gathered.rows[0].raw.size(), 1U);
    EXPECT_EQ(gathered.rows[0].raw[0].text, "1e999");
    EXPECT_EQ(gathered.rows[0].problems[0].column, "a");
}

TEST(PropertyColumns, bytesWithoutMeaningAreAProblem)
{
    EXPECT_EQ(gather({"{\"a\":\"perch\xE9\"}"}).rows[0].problems.size(), 1U);
}

TEST(PropertyColumns, whatIsNoObjectIsRefused)
{
    PropertyColumns properties;

    EXPECT_FALSE(properties.look("5"));
    EXPECT_FALSE(properties.look("{\"a\":1"));
    std::string many = "{";
    for (int i = 0; i < 6000; ++i) {
        many += (i == 0 ? "\"" : ",\"") + std::to_string(i) + "\":1";
    }
    EXPECT_FALSE(properties.look(many + "}"));
}

} // namespace
} // namespace observo::reader
