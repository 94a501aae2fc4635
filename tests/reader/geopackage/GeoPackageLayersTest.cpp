// SPDX-License-Identifier: GPL-3.0-or-later
#include "geopackage/GeoPackageLayers.h"

#include "reader/ReaderFiles.h"
#include "support/TestPlaces.h"

#include <gtest/gtest.h>

namespace observo::reader {
namespace {

class GeoPackageLayersOf : public testing::Test {
protected:
    void SetUp() override { ASSERT_FALSE(camerasAs(m_folder.path(), "c.gpkg", {"-t_srs", "EPSG:32632"}).empty()); }
    Result<GeoPackageContents> contents(const std::string& sql = "")
    {
        EXPECT_TRUE(runSql(m_folder / "c.gpkg", sql));
        const auto database = Database::open(m_folder / "c.gpkg");
        return database ? listContents(*database) : Result<GeoPackageContents>(fail(database.error()));
    }
    test::TemporaryFolder m_folder;
};

TEST_F(GeoPackageLayersOf, whatGdalWroteIsUnderstood)
{
    const auto found = contents();

    ASSERT_TRUE(found) << found.error().message();
    ASSERT_EQ(found->tables.size(), 1U);
    const auto& table = found->tables[0];
    EXPECT_EQ(table.layer.name, "cameras");
    EXPECT_EQ(table.layer.shape, feed::Shape::Points);
    EXPECT_EQ(table.layer.system.id, "EPSG:32632");
    EXPECT_EQ(table.layer.system.evidence, feed::Evidence::Declared);
    EXPECT_EQ(table.layer.rows, 3);
    EXPECT_EQ(table.id, "fid");
    EXPECT_EQ(table.geometry, "geom");
    ASSERT_EQ(table.columns, (std::vector<std::string>{"nome", "numero", "quota", "giorno", "attiva"}));
    EXPECT_EQ(table.layer.columns[1].type, FieldType::Integer);
    EXPECT_EQ(table.layer.columns[3].type, FieldType::Date);
    EXPECT_EQ(table.layer.columns[4].type, FieldType::Boolean);
    EXPECT_TRUE(table.layer.extent);
}

TEST_F(GeoPackageLayersOf, viewsAndMissingTablesAreNamedAndLeftAlone)
{
    const auto found =
        contents("CREATE VIEW endless AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT i FROM n;"
                 "INSERT INTO gpkg_contents(table_name,data_type,identifier,srs_id) VALUES "
                 "('endless','attributes','endless',0),('gone','features','gone',0)");

    ASSERT_TRUE(found) << found.error().message();
    EXPECT_EQ(found->tables.size(), 1U);
    ASSERT_EQ(found->problems.size(), 2U);
    EXPECT_NE(found->problems[0].what.find("view"), std::string::npos);
}

TEST_F(GeoPackageLayersOf, aTableThatRunsCodeRefusesTheFile)
{
    const auto found = contents("CREATE VIRTUAL TABLE f USING fts5(a)");

    ASSERT_FALSE(found);
    EXPECT_NE(found.error().what.find("code of its own"), std::string::npos);
}

TEST_F(GeoPackageLayersOf, aDatabaseWithoutTheRegisterIsNoGeoPackage)
{
    EXPECT_FALSE(contents("DROP TABLE gpkg_contents"));
}

TEST_F(GeoPackageLayersOf, namesWithQuotesAreTakenAsTheyAre)
{
    const auto found = contents("CREATE TABLE \"o'dd \"\"x\"\"\"(id INTEGER PRIMARY KEY, \"a b\" TEXT(20));"
                                "INSERT INTO gpkg_contents(table_name,data_type,identifier,srs_id) VALUES "
                                "('o''dd \"x\"','attributes','odd',0)");

    ASSERT_TRUE(found) << found.error().message();
    ASSERT_EQ(found->tables.size(), 2U);
    EXPECT_EQ(found->tables[1].layer.name, "o'dd \"x\"");
    EXPECT_EQ(found->tables[1].layer.columns[0].width, 20);
}

} // namespace
} // namespace observo::reader
