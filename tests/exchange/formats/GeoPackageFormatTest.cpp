// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/GeoPackageFormat.h"

#include "exchange/GdalTable.h"
#include "exchange/Golden.h"

#include <gtest/gtest.h>

namespace observo::exchange {
namespace {

TEST(GeoPackageFormat, theStandardsValidatorFindsNothing)
{
    const auto census = test::aFullCensus(20);
    for (const int epsg : {6706, 7791, 3003}) {
        ASSERT_TRUE(
            census->write("out.gpkg", {.epsg = epsg, .edition = Edition::Full, .overwrite = Overwrite::Replace}));
        std::string output;
        EXPECT_EQ(test::run("/usr/bin/python3 -m osgeo_utils.samples.validate_gpkg '" +
                                census->out("out.gpkg").string() + "'",
                            &output),
                  0)
            << output;
    }
}

TEST(GeoPackageFormat, holdsThreeTablesWithTheNamesOfTheDictionary)
{
    const auto census = aGoldenCensus();
    ASSERT_TRUE(census->write("out.gpkg", goldenRequest()));
    const auto file = census->out("out.gpkg");
    for (const RecordKind kind : {RecordKind::Camera, RecordKind::Site, RecordKind::System}) {
        const auto table = GdalTable::read(file.string(), std::string(nameOf(kind)));
        EXPECT_EQ(table.failure, "");
        EXPECT_EQ(table.rows.size(), kind == RecordKind::Camera ? 2U : 1U);
        std::vector<std::string> names;
        for (const FieldInfo& field : fieldsOf(kind)) {
            names.emplace_back(field.name);
        }
        EXPECT_EQ(table.columns, names);
    }
    EXPECT_EQ(test::query(file, "SELECT srs_id FROM gpkg_geometry_columns"), "7791");
    EXPECT_EQ(test::query(file, "SELECT identifier FROM gpkg_contents WHERE table_name = 'camera'"), "Comune di Prova");
    EXPECT_EQ(
        test::query(file, "SELECT typeof(wdr) || typeof(direction_deg) || typeof(installed_on) FROM camera LIMIT 1"),
        "integerrealtext");
    EXPECT_EQ(test::query(file, "SELECT length(notes) FROM camera LIMIT 1"), "350");
}

TEST(GeoPackageFormat, aColumnWithStrangeDatesIsOfText)
{
    const auto census = aGoldenCensus();
    census->alter("UPDATE camera SET installed_on = 'domani' WHERE code = 'TC-0001'");
    ASSERT_TRUE(census->write("out.gpkg"));
    EXPECT_EQ(test::query(census->out("out.gpkg"), "SELECT installed_on FROM camera WHERE code = 'TC-0001'"), "domani");
    EXPECT_EQ(test::query(census->out("out.gpkg"),
                          "SELECT type FROM pragma_table_info('camera') WHERE name = 'installed_on'"),
              "TEXT");
}

} // namespace
} // namespace observo::exchange
