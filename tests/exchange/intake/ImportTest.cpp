// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/exchange/Import.h"

#include "intake/ImportBody.h"
#include "support/census/CensusFolder.h"
#include "support/exchange/TableSource.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

namespace observo::exchange {
namespace {

Result<Receipt> import(census::Session& session, const TableSource& source, ImportRequest request = {})
{
    request.file = "cameras.csv";
    auto prepared = ImportInsides::prepare(session, request, source.copy(), Progress());
    return prepared ? prepared->run(Progress()) : Result<Receipt>(fail(prepared.error()));
}

TableSource threeCameras()
{
    return {{"Codice", "Tipologia", "Longitudine", "Latitudine", "Direzione (°)", "Conservazione", "NOTE2"},
            {{"A-1", "Dome fissa", "7,6869", "45,0703", "NE", "7 gg", "là"},
             {"A-2", "PTZ", "7,6879", "45,0713", "", "sette giorni", ""},
             {"A-3", "pizza", "", "", "90", "", ""}}};
}

TEST(Import, bringsRowsIntoTheCensusAndCountsThem)
{
    const test::CensusFolder folder;
    const auto session = folder.create();

    const auto receipt = import(*session, threeCameras());

    ASSERT_TRUE(receipt) << receipt.error().message();
    EXPECT_EQ(receipt->read, 3);
    EXPECT_EQ(receipt->added, 2);
    EXPECT_EQ(receipt->rejected, 1);
    EXPECT_TRUE(receipt->addsUp());
    EXPECT_EQ(receipt->unmapped, std::vector<std::string>{"NOTE2"});
    ASSERT_TRUE(receipt->crs);
    EXPECT_EQ(receipt->crs->from, "EPSG:4326");
    EXPECT_EQ(session->inventory().size(), 2U);
    const auto camera = folder.reader()->cameraNamed("A-1");
    ASSERT_TRUE(camera);
    EXPECT_EQ(camera->type, "dome_fixed");
    EXPECT_EQ(camera->direction, Degrees{45});
    EXPECT_EQ(camera->retentionHours, 168);
    EXPECT_EQ(camera->extra, R"({"NOTE2":"là"})");
    EXPECT_NEAR(camera->position.lon, 7.6869, 1e-9);
}

TEST(Import, aSecondRunChangesNothing)
{
    for (const OnMatch policy : {OnMatch::Skip, OnMatch::Update, OnMatch::Review}) {
        const test::CensusFolder folder;
        const auto session = folder.create();
        ASSERT_TRUE(import(*session, threeCameras()));
        const std::string before =
            test::query(folder.file(), "SELECT * FROM camera") + test::query(folder.file(), "SELECT * FROM change_log");

        const auto again = import(*session, threeCameras(), {.onMatch = policy});

        ASSERT_TRUE(again) << again.error().message();
        EXPECT_EQ(again->unchanged, 2) << nameOf(policy);
        EXPECT_EQ(again->added + again->updated + again->skipped + again->review, 0) << nameOf(policy);
        EXPECT_EQ(test::query(folder.file(), "SELECT * FROM camera") +
                      test::query(folder.file(), "SELECT * FROM change_log"),
                  before);
    }
}

TEST(Import, isOneUndoableStepAndLogged)
{
    const test::CensusFolder folder;
    const auto session = folder.create();
    ASSERT_TRUE(import(*session, threeCameras()));
    EXPECT_EQ(session->undoLabel(), "Import");

    ASSERT_TRUE(session->undo());

    EXPECT_EQ(session->inventory().size(), 0U);
    const auto log = test::logOf(*folder.reader());
    const bool isNoted =
        std::any_of(log.begin(), log.end(), [](const census::LogEntry& entry) { return entry.action == "import"; });
    EXPECT_TRUE(isNoted);
}

TEST(Import, aDryRunCountsAndWritesNothing)
{
    const test::CensusFolder folder;
    const auto session = folder.create();
    const auto receipt = import(*session, threeCameras(), {.dryRun = true});
    ASSERT_TRUE(receipt);
    EXPECT_EQ(receipt->added, 2);
    EXPECT_EQ(session->inventory().size(), 0U);
}

TEST(Import, withoutASystemThePlanHoldsTheCandidates)
{
    const test::CensusFolder folder;
    const auto session = folder.create();
    const TableSource source({"Est", "Nord", "Nome"}, {{"1396659,856", "4991618,230", "Ponte"}});
    auto prepared = ImportInsides::prepare(*session, {.file = "a.csv"}, source.copy(), Progress());
    ASSERT_TRUE(prepared) << prepared.error().message();
    ASSERT_FALSE(prepared->plan().candidates.empty());
    EXPECT_EQ(prepared->plan().candidates.front().crs, "EPSG:3003");

    const auto refused = prepared->run(Progress());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::InputNotUnderstood);

    const auto receipt = import(*session, source, {.crs = "auto"});
    ASSERT_TRUE(receipt) << receipt.error().message();
    EXPECT_EQ(receipt->crs->from, "EPSG:3003");
    EXPECT_TRUE(receipt->crs->how.starts_with("guessed"));
    EXPECT_FALSE(receipt->crs->ballpark);
    const auto camera = folder.reader()->cameraNamed("TC-0001");
    ASSERT_TRUE(camera) << camera.error().message();
    EXPECT_NEAR(camera->position.lon, 7.6869, 1e-6);
    ASSERT_TRUE(camera->positionAccuracy);
    EXPECT_GE(camera->positionAccuracy->value, 4.0);
    EXPECT_EQ(camera->positionMethod, "imported");
}

TEST(Import, aTableWithoutCoordinatesIsNotUnderstood)
{
    const test::CensusFolder folder;
    const auto session = folder.create();
    const auto refused = import(*session, {{"Nome"}, {{"Ponte"}}});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::InputNotUnderstood);
    EXPECT_NE(refused.error().message().find("Nome"), std::string::npos);

    const auto plan =
        ImportInsides::prepare(*session, {.file = "a.csv"}, TableSource({"Nome"}, {{"Ponte"}}).copy(), Progress());
    ASSERT_TRUE(plan) << "a person may still say which columns they are";
    EXPECT_TRUE(plan->plan().unplaced);
    EXPECT_EQ(plan->plan().preview.columns.front().name, "Nome");
}

TEST(Import, anEmptyTableIsReadToItsEnd)
{
    const test::CensusFolder folder;
    const auto session = folder.create();
    const auto receipt = import(*session, {{"Nome", "lon", "lat"}, {}});
    ASSERT_TRUE(receipt) << receipt.error().message();
    EXPECT_EQ(receipt->read, 0);
}

TEST(Import, wrongKeysAndConstantsAreNamed)
{
    const test::CensusFolder folder;
    const auto session = folder.create();
    const auto key = import(*session, threeCameras(), {.key = "kode"});
    ASSERT_FALSE(key);
    EXPECT_EQ(key.error().code, ErrorCode::UnknownField);
    const auto constant = import(*session, threeCameras(), {.profile = {.constants = {{"colour", "red"}}}});
    ASSERT_FALSE(constant);
    EXPECT_EQ(constant.error().code, ErrorCode::InputNotUnderstood);
}

TEST(Import, isForeseenWithoutASessionAndPerformedByOneLater)
{
    const test::CensusFolder folder;
    const auto session = folder.create();
    const Camera there = test::addCamera(
        *session, Camera{.id = CameraId::make(), .code = "A-1", .name = "Ponte", .position = {7.6869, 45.0703}});
    const ImportTarget target{.file = folder.file(), .census = session->census(), .inventory = session->inventory()};
    auto prepared = ImportInsides::prepare(target, {.file = "a.csv", .onMatch = OnMatch::Review}, threeCameras().copy(),
                                           Progress());
    ASSERT_TRUE(prepared) << prepared.error().message();
    EXPECT_EQ(prepared->plan().preview.columns.front().target, "code");
    EXPECT_EQ(prepared->plan().preview.places.size(), 2U);

    const auto foreseen = prepared->foresee(Progress());

    ASSERT_TRUE(foreseen) << foreseen.error().message();
    EXPECT_EQ(foreseen->receipt.review, 1);
    EXPECT_EQ(foreseen->receipt.added, 1);
    ASSERT_EQ(foreseen->doubts.items.size(), 1U);
    EXPECT_EQ(foreseen->doubts.items.front().kind, Doubt::Kind::Difference);
    EXPECT_EQ(uuidOf(*foreseen->doubts.items.front().mine), there.id.uuid);
    EXPECT_EQ(foreseen->committed.setId, 0);
    EXPECT_EQ(session->inventory().size(), 1U);

    const auto performed = prepared->perform(*session, Progress());

    ASSERT_TRUE(performed) << performed.error().message();
    EXPECT_EQ(performed->receipt.added, foreseen->receipt.added);
    EXPECT_EQ(performed->receipt.problems.size(), foreseen->receipt.problems.size());
    EXPECT_NE(performed->committed.setId, 0);
    EXPECT_EQ(session->inventory().size(), 2U);
}

TEST(Import, policiesHaveNames)
{
    for (const std::string name : {"skip", "update", "add", "review"}) {
        ASSERT_TRUE(onMatchNamed(name));
        EXPECT_EQ(nameOf(*onMatchNamed(name)), name);
    }
    EXPECT_FALSE(onMatchNamed("merge"));
}

} // namespace
} // namespace observo::exchange
