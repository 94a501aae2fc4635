// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/core/Fields.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace observo {
namespace {

using testing::ElementsAre;

const FieldInfo& systemField(std::string_view name)
{
    const FieldInfo* field = findField(RecordKind::System, name);
    expects(field != nullptr);
    return *field;
}

TEST(SystemFields, standInTheOrderOfTheDictionary)
{
    std::vector<std::string_view> names;
    for (const FieldInfo& field : fieldsOf(RecordKind::System)) {
        names.push_back(field.name);
    }

    EXPECT_THAT(names, ElementsAre("system_id", "system_code", "system_name", "body_istat", "ownership_type",
                                   "data_controller", "joint_controller", "system_manager", "data_processor",
                                   "designated_officer", "dpo_contact", "emergency_contact", "maintenance_contractor",
                                   "maintenance_until", "control_room", "linked_police", "vms_name", "vms_version",
                                   "recorder_type", "legal_regime", "legal_basis", "regulation_ref", "dpia_status",
                                   "dpia_date", "dpia_ref", "security_pact_date", "cposp_approval_date",
                                   "funding_source", "funding_year", "cup_code", "programme", "extra", "row_version",
                                   "created_at", "created_by", "updated_at", "updated_by"));
}

TEST(SystemFields, typesFollowTheDictionary)
{
    EXPECT_EQ(systemField("linked_police").type, FieldType::Codes);
    EXPECT_EQ(systemField("ownership_type").type, FieldType::Code);
    EXPECT_EQ(systemField("dpo_contact").format, TextFormat::Email);
    EXPECT_EQ(systemField("cup_code").format, TextFormat::Cup);
    EXPECT_EQ(systemField("funding_year").min, 1990);
    EXPECT_EQ(systemField("funding_year").max, 2100);
    EXPECT_EQ(systemField("maintenance_until").type, FieldType::Date);
}

TEST(SystemFields, theControllerIsPublicAndTheSoftwareVersionRestricted)
{
    EXPECT_EQ(systemField("data_controller").sensitivity, Sensitivity::Public);
    EXPECT_EQ(systemField("dpia_status").sensitivity, Sensitivity::Public);
    EXPECT_EQ(systemField("emergency_contact").sensitivity, Sensitivity::Institutional);
    EXPECT_EQ(systemField("vms_version").sensitivity, Sensitivity::Restricted);
}

TEST(SystemFields, aNewSystemHasValidValues)
{
    const System fresh;

    for (const FieldInfo& field : fieldsOf(RecordKind::System)) {
        EXPECT_TRUE(checkValue(field, valueOf(fresh, field))) << field.name;
    }
    EXPECT_EQ(fresh.ownershipType, "unknown");
}

} // namespace
} // namespace observo
