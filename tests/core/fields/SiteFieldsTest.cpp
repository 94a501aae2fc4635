// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/core/Fields.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace observo {
namespace {

using testing::ElementsAre;

const FieldInfo& siteField(std::string_view name)
{
    const FieldInfo* field = findField(RecordKind::Site, name);
    expects(field != nullptr);
    return *field;
}

TEST(SiteFields, standInTheOrderOfTheDictionary)
{
    std::vector<std::string_view> names;
    for (const FieldInfo& field : fieldsOf(RecordKind::Site)) {
        names.push_back(field.name);
    }

    EXPECT_THAT(names, ElementsAre("site_id", "site_code", "site_name", "body_istat", "system_code", "istat_code",
                                   "locality", "street_type", "street_name", "house_number", "house_suffix",
                                   "house_specificity", "metric_number", "anncsu_street_id", "anncsu_access_id",
                                   "site_notes", "environment", "site_kind", "floor_plan_id", "floor", "plan_x",
                                   "plan_y", "sign_present", "sign_updated_gdpr", "sign_count", "sign_checked_on",
                                   "extra", "row_version", "created_at", "created_by", "updated_at", "updated_by"));
}

TEST(SiteFields, typesFollowTheDictionary)
{
    EXPECT_EQ(siteField("site_id").type, FieldType::Uuid);
    EXPECT_EQ(siteField("house_number").type, FieldType::Integer);
    EXPECT_EQ(siteField("plan_x").type, FieldType::Real);
    EXPECT_EQ(siteField("plan_x").unit, "px");
    EXPECT_EQ(siteField("sign_present").codeList, "yes_no_unknown");
    EXPECT_EQ(siteField("sign_updated_gdpr").type, FieldType::Boolean);
    EXPECT_EQ(siteField("sign_checked_on").type, FieldType::Date);
    EXPECT_EQ(siteField("istat_code").format, TextFormat::IstatCode);
}

TEST(SiteFields, theAddressAndTheSignArePublicAndThePlanOfTheBuildingIsNot)
{
    EXPECT_EQ(siteField("street_name").sensitivity, Sensitivity::Public);
    EXPECT_EQ(siteField("sign_present").sensitivity, Sensitivity::Public);
    EXPECT_EQ(siteField("floor_plan_id").sensitivity, Sensitivity::Institutional);
    EXPECT_EQ(siteField("site_notes").sensitivity, Sensitivity::Institutional);
}

TEST(SiteFields, aNewSiteHasValidValues)
{
    const Site fresh;

    for (const FieldInfo& field : fieldsOf(RecordKind::Site)) {
        EXPECT_TRUE(checkValue(field, valueOf(fresh, field))) << field.name;
    }
    EXPECT_EQ(fresh.environment, "unknown");
}

} // namespace
} // namespace observo
