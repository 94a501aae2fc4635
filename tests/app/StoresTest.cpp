// SPDX-License-Identifier: GPL-3.0-or-later
#include "Preferences.h"
#include "Text.h"
#include "desk/DraftKeeper.h"
#include "desk/DraftStore.h"
#include "desk/LayerLoading.h"
#include "models/CameraListing.h"
#include "models/SearchResults.h"
#include "support/app/OpenWindow.h"

#include "observo/core/Edits.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace observo::app {
namespace {

using test::aCamera;
using test::TemporaryFolder;

Draft aDraft(const std::string& record)
{
    return {.census = "c1",
            .record = record,
            .title = "TO-0012",
            .at = "2026-11-22T10:42:07Z",
            .typed = {{"name", QStringLiteral("Piazza d'Armi")}, {"notes", QStringLiteral("a\nb \"c\" è")}},
            .place = QStringLiteral("45,07 N 7,68 E"),
            .placeEpsg = 6706};
}

TEST(DraftStore, givesBackWhatWasTyped)
{
    const TemporaryFolder folder;
    const DraftStore store(folder.path());

    ASSERT_TRUE(store.save(aDraft("r1")));

    EXPECT_EQ(store.of("c1"), std::vector{aDraft("r1")});
    EXPECT_TRUE(store.of("another").empty());
}

TEST(DraftStore, oneFileARecordAndRemovedWhenDone)
{
    const TemporaryFolder folder;
    const DraftStore store(folder.path());
    ASSERT_TRUE(store.save(aDraft("r1")));
    ASSERT_TRUE(store.save(aDraft("r1")));
    ASSERT_TRUE(store.save(aDraft("r2")));
    EXPECT_EQ(store.of("c1").size(), 2U);

    store.remove(aDraft("r1"));
    store.remove(aDraft("r2"));

    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST(DraftStore, passesOverWhatIsNoDraft)
{
    const TemporaryFolder folder;
    const DraftStore store(folder.path());
    std::ofstream(folder / "broken.json") << "{\"census\":\"c1\"";
    std::ofstream(folder / "other.txt") << "x";

    EXPECT_TRUE(store.of("c1").empty());
}

TEST(DraftKeeper, doesWhatWasAskedInItsOrder)
{
    const TemporaryFolder folder;
    jobs::Jobs jobs;
    DraftKeeper keeper(jobs, folder.path());
    auto later = aDraft("r1");
    later.typed["name"] = QStringLiteral("Corso Francia");

    keeper.save(aDraft("r1"));
    keeper.save(aDraft("r2"));
    keeper.save(later);
    keeper.remove(aDraft("r2"));

    EXPECT_EQ(keeper.of("c1"), std::vector{later});
}

TEST(DraftKeeper, writesInTheBackground)
{
    const TemporaryFolder folder;
    jobs::Jobs jobs;
    DraftKeeper keeper(jobs, folder.path());

    keeper.save(aDraft("r1"));
    jobs.waitForAll();

    EXPECT_EQ(DraftStore(folder.path()).of("c1"), std::vector{aDraft("r1")});
}

TEST(DraftKeeper, writesWhatWaitsWhenItEnds)
{
    const TemporaryFolder folder;
    jobs::Jobs jobs;
    {
        DraftKeeper keeper(jobs, folder.path());
        for (int i = 0; i < 20; ++i) {
            keeper.save(aDraft("r" + std::to_string(i)));
        }
    }

    EXPECT_EQ(DraftStore(folder.path()).of("c1").size(), 20U);
}

TEST(DraftKeeper, tellsThatADraftCouldNotBeWritten)
{
    const TemporaryFolder folder;
    jobs::Jobs jobs;
    DraftKeeper keeper(jobs, folder / "not there");
    std::optional<Error> told;
    QObject::connect(&keeper, &DraftKeeper::failed, [&](const Error& error) { told = error; });

    keeper.save(aDraft("r1"));
    jobs.waitForAll();

    ASSERT_TRUE(told);
    EXPECT_THAT(told->file, testing::HasSubstr("not there"));
}

TEST(LayerMemory, choicesSurviveWritingAndReading)
{
    ShelfLayer layer;
    layer.file = QStringLiteral("/dati/edifici.gpkg");
    layer.layer = QStringLiteral("edifici");
    layer.style = render::LayerStyle::Buildings;
    layer.opacity = 0.5;
    layer.visible = false;
    layer.labelAttribute = QStringLiteral("nome");
    layer.assumedEpsg = 3003;

    const auto read = readLayers(writeLayers({layer}));

    ASSERT_EQ(read.size(), 1U);
    EXPECT_EQ(read[0].file, layer.file);
    EXPECT_EQ(read[0].layer, layer.layer);
    EXPECT_EQ(read[0].style, layer.style);
    EXPECT_DOUBLE_EQ(read[0].opacity, 0.5);
    EXPECT_FALSE(read[0].visible);
    EXPECT_EQ(read[0].labelAttribute, layer.labelAttribute);
    EXPECT_EQ(read[0].assumedEpsg, 3003);
    EXPECT_TRUE(readLayers("not json").empty());
}

TEST(LayerMemory, namesSayHowALayerWantsToBeDrawn)
{
    EXPECT_EQ(guessedStyle("/x/edifici.shp", {}), render::LayerStyle::Buildings);
    EXPECT_EQ(guessedStyle("/x/city.gpkg", "roads"), render::LayerStyle::Streets);
    EXPECT_EQ(guessedStyle("/x/piemonte_comuni_32632.gpkg", {}), render::LayerStyle::Boundaries);
    EXPECT_EQ(guessedStyle("/x/points.kml", {}), render::LayerStyle::Plain);
}

TEST(Preferences, recentFilesAreNewestFirstAndEachOnce)
{
    const TemporaryFolder folder;
    Preferences preferences(pathText(folder / "a.ini"));

    for (int i = 0; i < 12; ++i) {
        preferences.addRecentFile(QStringLiteral("/f%1").arg(i));
    }
    preferences.addRecentFile(QStringLiteral("/f11"));

    EXPECT_EQ(preferences.recentFiles().size(), 10);
    EXPECT_EQ(preferences.recentFiles().first(), "/f11");
}

TEST(TableFilter, wordsAndExpressionsAreToldApart)
{
    EXPECT_EQ(readTableFilter("ponte nord")->words, "ponte nord");
    EXPECT_EQ(readTableFilter("via in salita")->words, "via in salita");
    EXPECT_FALSE(readTableFilter("status = active")->expression.isEmpty());
    EXPECT_FALSE(readTableFilter("camera_type in (ptz, fixed)")->expression.isEmpty());
    EXPECT_FALSE(readTableFilter("name like \"Piazza*\"")->expression.isEmpty());
    EXPECT_FALSE(readTableFilter("stato = attiva").has_value());
    EXPECT_TRUE(readTableFilter("  ")->isEmpty());
}

TEST(CameraListing, sortsFiltersAndFindsByTheSitesAddress)
{
    const test::CensusFolder folder;
    const auto session = folder.create();
    const auto a = test::addCamera(*session, aCamera().coded("B-2").named("Ponte").inStatus("active"));
    const auto b = test::addCamera(*session, aCamera().coded("A-1").named("Piazza").inStatus("faulty"));
    auto site = **session->reader().siteWithCode(b.bodyIstat, b.siteCode);
    auto named = site;
    named.streetType = "via";
    named.streetName = "Garibaldi";
    named.houseNumber = 12;
    ASSERT_TRUE(session->perform(editRecord(site, named)));
    const auto list = [&](TableFilter filter, const std::string& orderBy) {
        return listCameras(
            {.file = folder.file(), .inventory = session->inventory(), .filter = std::move(filter), .orderBy = orderBy},
            Progress());
    };

    EXPECT_EQ(list({}, "code")->ids, (std::vector{b.id, a.id}));
    EXPECT_EQ(list({}, "code")->shown, nullptr);
    EXPECT_EQ(list({}, "code")->rows, (std::unordered_map<CameraId, int>{{b.id, 0}, {a.id, 1}}));
    EXPECT_EQ(list({.expression = *Filter::parse("status = active")}, {})->ids, std::vector{a.id});
    EXPECT_EQ(list({.words = "garibaldi"}, {})->ids, std::vector{b.id});
    EXPECT_EQ(list({.words = "ponte"}, {})->ids, std::vector{a.id});
    EXPECT_EQ(addressOf(named), "Via Garibaldi 12");
}

TEST(SearchResults, coordinatesCamerasStreetsAndCommandsTogether)
{
    SearchGround ground;
    const Camera camera = aCamera().coded("TO-0012").named("Via Garibaldi");
    ground.cameras.put(rowOf(camera));
    ground.sites = std::make_shared<const std::vector<SiteEntry>>(std::vector<SiteEntry>{
        {QStringLiteral("Via Garibaldi 12"), "P-0001"}, {QStringLiteral("Garibaldi"), "P-0002"}});
    ground.changed = {{QString(), "P-0002"}};
    ground.epsg = 6706;

    const auto streets = searchAll("garib", ground);
    ASSERT_EQ(streets.size(), 2U);
    EXPECT_EQ(streets[0].kind, SearchResult::Kind::Camera);
    EXPECT_EQ(streets[0].camera, camera.id);
    EXPECT_EQ(streets[1].siteCode, "P-0001");

    const auto places = searchAll("45,0703 N 7,6869 E", ground);
    ASSERT_FALSE(places.empty());
    EXPECT_EQ(places[0].kind, SearchResult::Kind::Place);
    EXPECT_NEAR(places[0].place.lat, 45.0703, 1e-9);

    const auto words = searchAll("measure", ground);
    ASSERT_FALSE(words.empty());
    EXPECT_EQ(words.back().command, Command::Measure);
}

} // namespace
} // namespace observo::app
