// SPDX-License-Identifier: GPL-3.0-or-later
#include "rows/RecordSql.h"

#include "support/Builders.h"
#include "support/census/CensusFolder.h"

#include <gtest/gtest.h>

#include <cmath>

namespace observo::census {
namespace {

using namespace test;

TEST(RecordSql, everyFieldOfACameraSurvivesTheFile)
{
    const CensusFolder folder;
    const auto session = folder.create();
    for (std::uint32_t seed = 0; seed < 30; ++seed) {
        auto camera = randomCamera(seed);
        const auto written = addCamera(*session, camera);
        const auto read = stored(*session, camera.id);

        EXPECT_EQ(read, written) << firstDifference(read, written);
        camera.book = read.book;
        EXPECT_EQ(read, camera) << firstDifference(read, camera);
    }
}

TEST(RecordSql, everyFieldOfSiteSystemAndCensusSurvivesTheFile)
{
    const CensusFolder folder;
    const auto session = folder.create();
    auto site = randomSite(3);
    auto system = randomSystem(4);
    auto census = randomCensus(5);
    census.id = session->census().id;
    census.schemaVersion = session->census().schemaVersion;

    const auto committed = session->perform({.label = "Add",
                                             .changes = {{std::nullopt, Record(system)},
                                                         {std::nullopt, Record(site)},
                                                         {Record(session->census()), Record(census)}}});

    ASSERT_TRUE(committed) << messageOf(committed);
    const auto readSite = session->reader().site(site.id);
    const auto readSystem = session->reader().system(system.id);
    const auto readCensus = session->reader().census();
    ASSERT_TRUE(readSite && readSystem && readCensus);
    site.book = readSite->book;
    system.book = readSystem->book;
    census.updatedAt = readCensus->updatedAt;
    EXPECT_EQ(*readSite, site) << firstDifference(*readSite, site);
    EXPECT_EQ(*readSystem, system) << firstDifference(*readSystem, system);
    EXPECT_EQ(*readCensus, census) << firstDifference(*readCensus, census);
    EXPECT_EQ(session->census(), *readCensus);
}

TEST(RecordSql, oddValuesOfOtherProgramsDoNotStopTheReading)
{
    const CensusFolder folder;
    static_cast<void>(folder.create());
    ASSERT_EQ(sqlite(folder.file(),
                     "INSERT INTO camera (name, status, range_m, retention_hours, day_night, installed_on, "
                     "res_h_px, context_camera_id, geom) VALUES (5, 'exploded', 'far', 72.0, 'x', 2019, "
                     "1.5, 'nobody', x'00')"),
              "");

    const auto camera = folder.reader()->cameraNamed("TC-0001");

    ASSERT_TRUE(camera) << messageOf(camera);
    EXPECT_EQ(camera->name, "5");
    EXPECT_EQ(camera->status, "exploded");
    EXPECT_FALSE(camera->range);
    EXPECT_EQ(camera->retentionHours, 72);
    EXPECT_FALSE(camera->dayNight);
    EXPECT_EQ(camera->installedOn, "2019");
    EXPECT_FALSE(camera->resolutionH);
    EXPECT_FALSE(camera->contextCamera);
    EXPECT_TRUE(std::isnan(camera->position.lon));
    EXPECT_EQ(camera->mobility, "") << "what is not in the file is not known, whatever a new camera starts with";
}

TEST(RecordSql, contentIsComparedWithoutTheBookkeeping)
{
    const Camera camera = randomCamera(1);
    Camera later = camera;
    later.book.rowVersion = 9;
    later.book.updatedBy = "somebody";
    Camera moved = camera;
    moved.position.lon += 1e-12;
    Camera lost = camera;
    lost.position = {NAN, NAN};

    EXPECT_TRUE(isSameContent(camera, later));
    EXPECT_FALSE(isSameContent(camera, moved));
    EXPECT_TRUE(isSameContent(lost, lost));
    EXPECT_FALSE(isSameContent(camera, Record(Site())));
}

TEST(RecordSql, differencesNameTheChangedColumnsOnly)
{
    const auto& table = schemaTable(RecordKind::Camera);
    const Camera camera = randomCamera(1);
    Camera changed = camera;
    changed.name = "Altro";
    changed.brand.clear();

    const auto values = table.difference(camera, changed);

    ASSERT_EQ(values.size(), 2U);
    EXPECT_EQ(table.columns()[values[0].column], "name");
    EXPECT_EQ(values[0].value, SqlValue(std::string("Altro")));
    EXPECT_EQ(values[1].value, SqlValue());
}

TEST(RecordSql, valuesBecomeTheSameRecordAgain)
{
    for (std::uint32_t seed = 0; seed < 10; ++seed) {
        for (const Record& record : {Record(randomCamera(seed)), Record(randomSite(seed)), Record(randomSystem(seed)),
                                     Record(randomCensus(seed))}) {
            const auto kind = kindOfRecord(record);
            EXPECT_EQ(recordOf(kind, schemaTable(kind).valuesOf(record)), record) << nameOf(kind) << seed;
        }
    }
    EXPECT_EQ(std::get<Camera>(recordOf(RecordKind::Camera, {})).status, "");
}

TEST(RecordSql, messagesNameARecordByItsCode)
{
    Camera camera;
    EXPECT_EQ(namedForPeople(camera), "camera " + camera.id.text());
    camera.code = "TC-0007";
    EXPECT_EQ(namedForPeople(camera), "camera TC-0007");
}

} // namespace
} // namespace observo::census
