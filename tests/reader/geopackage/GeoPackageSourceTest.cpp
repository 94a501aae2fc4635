// SPDX-License-Identifier: GPL-3.0-or-later
#include "geopackage/GeoPackageSource.h"

#include "reader/ReaderFiles.h"
#include "support/TestPlaces.h"
#include "support/reader/Probe.h"

#include <gtest/gtest.h>

namespace observo::reader {
namespace {

TEST(GeoPackageSource, rowsComeAsTheyWereWritten)
{
    const test::TemporaryFolder folder;
    const auto file = camerasAs(folder.path(), "c.gpkg", {});
    const auto before = bytesOf(file);

    const auto read = test::readFile(file);

    ASSERT_FALSE(read.error) << read.error->message();
    EXPECT_EQ(read.file.driver, "Observo");
    ASSERT_EQ(read.rows.size(), 3U);
    EXPECT_EQ(read.rows[0].number, 1);
    EXPECT_EQ(read.rows[0].values,
              (std::vector<FieldValue>{std::string("Città"), std::int64_t{1}, 2.5, std::string("2026-11-22"), true}));
    EXPECT_EQ(read.rows[0].geometry.points[0], (MapPoint{7.5, 45.0}));
    EXPECT_EQ(read.rows[0].geometry.height, 239.5);
    EXPECT_EQ(read.rows[2].geometry.shape, feed::Shape::None);
    EXPECT_TRUE(read.report.problems.empty());
    EXPECT_EQ(bytesOf(file), before);
}

TEST(GeoPackageSource, aBoxAndColumnsAreChosen)
{
    const test::TemporaryFolder folder;
    const auto file = camerasAs(folder.path(), "c.gpkg", {});

    const auto read = test::readFile({.file = file, .columns = {"numero"}, .box = feed::Box{7.55, 45, 8, 46}});

    ASSERT_EQ(read.rows.size(), 1U);
    EXPECT_EQ(read.rows[0].values, (std::vector<FieldValue>{std::int64_t{2}}));
}

TEST(GeoPackageSource, anEndlessViewAloneIsAnErrorAtOnce)
{
    const test::TemporaryFolder folder;
    const auto file = camerasAs(folder.path(), "c.gpkg", {});
    ASSERT_TRUE(runSql(file, "DELETE FROM gpkg_contents; CREATE VIEW endless AS WITH RECURSIVE n(i) AS (SELECT 1 UNION "
                             "ALL SELECT i FROM n) SELECT i FROM n; INSERT INTO "
                             "gpkg_contents(table_name,data_type,identifier,srs_id) VALUES "
                             "('endless','attributes','endless',0)"));

    const auto read = test::readFile(file);

    ASSERT_TRUE(read.error);
    EXPECT_NE(read.error->what.find("view"), std::string::npos) << read.error->message();
}

TEST(GeoPackageSource, oneOfPicturesAloneIsAPicture)
{
    const test::TemporaryFolder folder;
    const auto file = camerasAs(folder.path(), "c.gpkg", {});
    ASSERT_TRUE(runSql(file, "UPDATE gpkg_contents SET data_type='tiles'"));

    const auto info = feed::describe(file, Progress());

    ASSERT_TRUE(info) << info.error().message();
    EXPECT_TRUE(info->isPicture);
}

} // namespace
} // namespace observo::reader
