// SPDX-License-Identifier: GPL-3.0-or-later
#include "vector/OgrFields.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <memory>
#include <string>

namespace observo::geo {
namespace {

/// A row with one column.
class Row {
public:
    explicit Row(FieldType type) : m_type(type)
    {
        OGRFieldDefnH column = makeColumn("value", type);
        m_readAs = fieldTypeOf(column);
        OGR_FD_Reference(m_definition);
        OGR_FD_AddFieldDefn(m_definition, column);
        OGR_Fld_Destroy(column);
        m_feature = OGR_F_Create(m_definition);
    }
    ~Row()
    {
        OGR_F_Destroy(m_feature);
        OGR_FD_Release(m_definition);
    }
    Row(const Row&) = delete;
    Row& operator=(const Row&) = delete;

    Done put(const FieldValue& value) { return putValue(m_feature, 0, m_type, value); }
    FieldValue get() { return fieldValueOf(m_feature, 0, m_readAs); }
    FieldType readAs() const { return m_readAs; }
    OGRFeatureH feature() { return m_feature; }

private:
    FieldType m_type;
    FieldType m_readAs = FieldType::Text;
    OGRFeatureDefnH m_definition = OGR_FD_Create("row");
    OGRFeatureH m_feature = nullptr;
};

struct Case {
    FieldType type;
    FieldType readAs;
    FieldValue value;
};

class OgrFieldsCase : public testing::TestWithParam<Case> {};

TEST_P(OgrFieldsCase, comesBackAsItWent)
{
    Row row(GetParam().type);

    ASSERT_TRUE(row.put(GetParam().value));

    EXPECT_EQ(row.readAs(), GetParam().readAs);
    EXPECT_EQ(row.get(), GetParam().value);
}

INSTANTIATE_TEST_SUITE_P(
    Types, OgrFieldsCase,
    testing::Values(Case{FieldType::Text, FieldType::Text, std::string("città")},
                    Case{FieldType::Text, FieldType::Text, FieldValue()},
                    Case{FieldType::Integer, FieldType::Integer, std::int64_t{9007199254740993}},
                    Case{FieldType::Real, FieldType::Real, 45.070300000000003},
                    Case{FieldType::Boolean, FieldType::Boolean, true},
                    Case{FieldType::Boolean, FieldType::Boolean, FieldValue()},
                    Case{FieldType::Date, FieldType::Date, std::string("2026-11-22")},
                    Case{FieldType::Timestamp, FieldType::Timestamp, std::string("2026-11-22T10:42:07Z")},
                    Case{FieldType::Timestamp, FieldType::Timestamp, std::string("2026-11-22T10:42:07.123Z")},
                    Case{FieldType::Code, FieldType::Text, std::string("traffic")},
                    Case{FieldType::Codes, FieldType::Text, std::string("traffic;ztl")},
                    Case{FieldType::Uuid, FieldType::Text, std::string("7b0c5a86-0000-4000-8000-000000000001")},
                    Case{FieldType::Json, FieldType::Json, std::string("{\"a\":1}")}));

TEST(OgrFields, aValueOfAnotherTypeIsRefused)
{
    EXPECT_FALSE(Row(FieldType::Integer).put(std::string("12")));
    EXPECT_FALSE(Row(FieldType::Real).put(true));
    EXPECT_FALSE(Row(FieldType::Real).put(std::nan("")));
    EXPECT_FALSE(Row(FieldType::Boolean).put(std::int64_t{1}));
    EXPECT_FALSE(Row(FieldType::Text).put(1.5));
    EXPECT_FALSE(Row(FieldType::Date).put(std::string("yesterday")));
    EXPECT_TRUE(Row(FieldType::Real).put(std::int64_t{3}));
}

TEST(OgrFields, anInstantInAnotherZoneIsReadAsUtc)
{
    Row row(FieldType::Timestamp);
    OGR_F_SetFieldString(row.feature(), 0, "2026-11-22T00:30:00+01:00");
    EXPECT_EQ(row.get(), FieldValue(std::string("2026-11-21T23:30:00Z")));

    Row local(FieldType::Timestamp);
    OGR_F_SetFieldString(local.feature(), 0, "2026-11-22T00:30:00");
    EXPECT_EQ(local.get(), FieldValue(std::string("2026-11-22T00:30:00"))); // nobody said where
}

TEST(OgrFields, textThatIsNotUtf8IsMadeSafe)
{
    Row row(FieldType::Text);
    OGR_F_SetFieldString(row.feature(), 0, "citt\xE0");

    EXPECT_EQ(row.get(), FieldValue(std::string("citt?")));
}

TEST(OgrFields, aNumberThatIsNotFiniteIsNotKnown)
{
    Row row(FieldType::Real);
    OGR_F_SetFieldDouble(row.feature(), 0, INFINITY);

    EXPECT_EQ(row.get(), FieldValue());
}

} // namespace
} // namespace observo::geo
