// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/core/Fields.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace observo {
namespace {

using testing::ElementsAre;

TEST(CensusFields, standInTheOrderOfTheDictionary)
{
    std::vector<std::string_view> names;
    for (const FieldInfo& field : fieldsOf(RecordKind::Census)) {
        names.push_back(field.name);
    }

    EXPECT_THAT(names, ElementsAre("census_id", "schema_version", "issuing_body", "ipa_code", "istat_code",
                                   "cadastral_code", "contact_email", "crs_epsg", "positional_accuracy_m", "lineage",
                                   "access_constraints", "updated_at"));
}

TEST(CensusFields, areAllPublicAsMetadataAre)
{
    for (const FieldInfo& field : fieldsOf(RecordKind::Census)) {
        EXPECT_EQ(field.sensitivity, Sensitivity::Public) << field.name;
    }
}

TEST(CensusFields, aWorkingSystemIsAnEpsgNumber)
{
    const FieldInfo& crs = *findField(RecordKind::Census, "crs_epsg");

    EXPECT_TRUE(checkValue(crs, std::int64_t{7791}));
    EXPECT_FALSE(checkValue(crs, std::int64_t{1}));
    EXPECT_FALSE(checkValue(crs, std::int64_t{900913}));
}

} // namespace
} // namespace observo
