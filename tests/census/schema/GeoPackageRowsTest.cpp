// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/GeoPackageRows.h"

#include "support/census/CensusFolder.h"

#include <gtest/gtest.h>

namespace observo::census {
namespace {

using namespace test;

TEST(GeoPackageRows, everyFieldHasItsItalianLabel)
{
    const CensusFolder folder;
    static_cast<void>(folder.create());
    for (const auto kind : {RecordKind::Camera, RecordKind::Site, RecordKind::System, RecordKind::Census}) {
        for (const auto& field : fieldsOf(kind)) {
            EXPECT_EQ(query(folder.file(), "SELECT title FROM gpkg_data_columns WHERE table_name = '" +
                                               std::string(nameOf(kind)) + "' AND column_name = '" +
                                               std::string(field.name) + "'"),
                      field.label.it);
        }
    }
}

TEST(GeoPackageRows, singleCodesAreEnumerationsAndSeveralAreNot)
{
    const CensusFolder folder;
    static_cast<void>(folder.create());
    for (const auto& field : fieldsOf(RecordKind::Camera)) {
        const auto constraint =
            query(folder.file(), "SELECT constraint_name FROM gpkg_data_columns WHERE table_name = 'camera' AND "
                                 "column_name = '" +
                                     std::string(field.name) + "'");
        if (field.type == FieldType::Codes) {
            EXPECT_EQ(constraint, "") << field.name;
        }
        if (field.type != FieldType::Code) {
            continue;
        }
        std::string expected;
        for (const auto& code : codesOf(field.codeList)) {
            expected += (expected.empty() ? "" : "\n") + std::string(code.code) + "|" + std::string(code.label.it);
        }
        EXPECT_EQ(query(folder.file(), "SELECT value, description FROM gpkg_data_column_constraints WHERE "
                                       "constraint_type = 'enum' AND constraint_name = '" +
                                           constraint + "' ORDER BY rowid"),
                  expected)
            << field.name;
    }
}

TEST(GeoPackageRows, rangesAreThoseOfTheDictionary)
{
    const CensusFolder folder;
    static_cast<void>(folder.create());

    EXPECT_EQ(query(folder.file(),
                    "SELECT min, min_is_inclusive, max FROM gpkg_data_column_constraints AS c JOIN "
                    "gpkg_data_columns AS d USING (constraint_name) WHERE column_name = 'mount_height_m'"),
              "0.3|1|60");
}

TEST(GeoPackageRows, theMetadataNamesTheBody)
{
    const CensusFolder folder;
    static_cast<void>(
        Session::create(folder.file(), {.issuingBody = "Comune <di> A & B", .istatCode = "001272"}, optionsOf("anna")));

    const auto text = query(folder.file(), "SELECT metadata FROM gpkg_metadata");
    EXPECT_NE(text.find("Comune &lt;di&gt; A &amp; B"), std::string::npos) << text;
    EXPECT_EQ(query(folder.file(), "SELECT reference_scope, md_file_id FROM gpkg_metadata_reference"), "geopackage|1");
}

} // namespace
} // namespace observo::census
