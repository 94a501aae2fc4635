// SPDX-License-Identifier: GPL-3.0-or-later
#include "ogr/OgrValues.h"

#include <cpl_string.h>
#include <gtest/gtest.h>

#include <limits>

namespace observo::reader {
namespace {

/// A row of one column, as a driver would give it.
class OgrValuesOf : public testing::Test {
protected:
    OgrValuesOf() { OGR_FD_Reference(m_definition); }
    void column(OGRFieldType type, OGRFieldSubType detail = OFSTNone)
    {
        m_field = OGR_Fld_Create("campo", type);
        OGR_Fld_SetSubType(m_field, detail);
        OGR_FD_AddFieldDefn(m_definition, m_field);
        m_feature = OGR_F_Create(m_definition);
    }
    feed::Row taken(const char* encoding = "UTF-8")
    {
        feed::Row row{.number = 3};
        row.values.resize(1);
        const auto type = OGR_Fld_GetType(m_field);
        auto decoder = TextDecoder::of(encoding);
        takeValue(m_feature, {.column = columnOf(m_field), .isList = type == OFTStringList}, *decoder, row);
        return row;
    }
    ~OgrValuesOf() override
    {
        OGR_F_Destroy(m_feature);
        OGR_FD_Release(m_definition);
        OGR_Fld_Destroy(m_field);
    }

    OGRFeatureDefnH m_definition = OGR_FD_Create("layer");
    OGRFieldDefnH m_field = nullptr;
    OGRFeatureH m_feature = nullptr;
};

TEST_F(OgrValuesOf, aTextGoesThroughTheDecoder)
{
    column(OFTString);
    OGR_F_SetFieldString(m_feature, 0, "perch\xE9");

    EXPECT_EQ(taken("windows-1252").values[0], FieldValue(std::string("perché")));
    EXPECT_EQ(taken("UTF-8").problems.size(), 1U);
}

TEST_F(OgrValuesOf, aNumberThatIsNoneComesRaw)
{
    column(OFTReal);
    OGR_F_SetFieldDouble(m_feature, 0, std::numeric_limits<double>::infinity());

    const auto row = taken();

    EXPECT_EQ(row.values[0], FieldValue());
    ASSERT_EQ(row.raw.size(), 1U);
    EXPECT_EQ(row.raw[0].text, "inf");
    EXPECT_EQ(row.problems[0].column, "campo");
}

TEST_F(OgrValuesOf, timesAreInUtcWhereTheZoneIsKnown)
{
    column(OFTDateTime);
    OGR_F_SetFieldDateTimeEx(m_feature, 0, 2026, 11, 22, 0, 30, 7.25F, 104); // one hour before Greenwich
    EXPECT_EQ(taken().values[0], FieldValue(std::string("2026-11-21T23:30:07.250Z")));

    OGR_F_SetFieldDateTimeEx(m_feature, 0, 2026, 11, 22, 10, 42, 7.0F, 0);
    EXPECT_EQ(taken().values[0], FieldValue(std::string("2026-11-22T10:42:07")));
}

TEST_F(OgrValuesOf, aDayThatIsNoneComesRaw)
{
    column(OFTDate);
    OGR_F_SetFieldDateTimeEx(m_feature, 0, 2026, 2, 30, 0, 0, 0.0F, 0);

    const auto row = taken();

    EXPECT_EQ(row.values[0], FieldValue());
    EXPECT_EQ(row.raw.size(), 1U);
}

TEST_F(OgrValuesOf, aListIsJoined)
{
    column(OFTStringList);
    CPLStringList list;
    list.AddString("traffic");
    list.AddString("ztl");
    OGR_F_SetFieldStringList(m_feature, 0, list.List());

    EXPECT_EQ(taken().values[0], FieldValue(std::string("traffic;ztl")));
}

TEST_F(OgrValuesOf, truthWholeNumbersAndNothing)
{
    column(OFTInteger, OFSTBoolean);
    EXPECT_EQ(taken().values[0], FieldValue());
    OGR_F_SetFieldInteger(m_feature, 0, 1);
    EXPECT_EQ(taken().values[0], FieldValue(true));
}

TEST_F(OgrValuesOf, columnsHaveTypeAndWidth)
{
    column(OFTInteger64);
    OGR_Fld_SetWidth(m_field, 12);

    EXPECT_EQ(columnOf(m_field), (feed::Column{.name = "campo", .type = FieldType::Integer, .width = 12}));
}

} // namespace
} // namespace observo::reader
