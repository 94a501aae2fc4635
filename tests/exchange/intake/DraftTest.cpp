// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/Draft.h"

#include "support/Builders.h"
#include "support/exchange/TableSource.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace observo::exchange {
namespace {

struct Outcome {
    Draft draft;
    Receipt receipt;
};

/// The draft of the first row.
Outcome draftFrom(TableSource source, const MappingProfile& profile = {})
{
    const auto found = survey(source, profile, false, Progress());
    EXPECT_TRUE(found) << found.error().message();
    const auto placing = Placing::make({.crs = geo::Crs::fromEpsg(4326).value()}, {}, found->sample);
    EXPECT_TRUE(placing);
    Outcome outcome;
    const DraftReader reader(source.table(), *found, *placing, profile);
    outcome.draft = reader.read(source.rows().front(), outcome.receipt);
    return outcome;
}

TEST(Draft, holdsWhatTheRowSaysAndKeepsTheRest)
{
    const auto [draft, receipt] = draftFrom({{"Lon", "Lat", "Codice", "Tipologia", "Altezza", "NOTE2", "vuota"},
                                             {{"7,6", "45", "A1", "ptz", "4 m", "là", ""}}});

    ASSERT_TRUE(draft.place);
    EXPECT_EQ(draft.text("code"), "A1");
    EXPECT_EQ(draft.text("camera_type"), "ptz");
    EXPECT_EQ(draft.number("mount_height_m"), 4.0);
    EXPECT_EQ(draft.text("brand"), "");
    EXPECT_EQ(draft.extra.dump(), R"({"NOTE2":"là"})");
    EXPECT_TRUE(receipt.problems.empty());
}

TEST(Draft, whatIsNotUnderstoodIsKeptAndTold)
{
    const auto [draft, receipt] = draftFrom({{"Lon", "Lat", "Conservazione"}, {{"7.6", "45", "sette giorni"}}});

    EXPECT_EQ(draft.extra.dump(), R"({"Conservazione":"sette giorni"})");
    ASSERT_EQ(receipt.problems.size(), 1U);
    EXPECT_EQ(receipt.problems[0].row, 1);
    EXPECT_EQ(receipt.problems[0].field, "retention_hours");
    EXPECT_EQ(receipt.problems[0].value, "sette giorni");
    EXPECT_EQ(receipt.problems[0].severity, Severity::Warning);
}

TEST(Draft, coordinatesThatDoNotServeAreKept)
{
    const auto [draft, receipt] =
        draftFrom({{"Est", "Nord", "Lon", "Lat"}, {{"1396659,9", "4991618,2", "7,6869", "45,0703"}}});
    EXPECT_EQ(draft.extra.dump(), R"({"Est":"1396659,9","Nord":"4991618,2"})");
}

TEST(Draft, constantsFillWhatRowsLeaveOut)
{
    const MappingProfile profile{.columns = {}, .constants = {{"system_code", "IMP-02"}, {"code", "X"}}};
    const auto [draft, receipt] = draftFrom({{"Lon", "Lat", "Codice"}, {{"7.6", "45", "A1"}}}, profile);
    EXPECT_EQ(draft.text("system_code"), "IMP-02");
    EXPECT_EQ(draft.text("code"), "A1");
}

TEST(Draft, ourOwnGuardAgainstFormulasIsTakenOff)
{
    TableSource source({"lon", "lat", "camera_id", "name"}, {{"7.6", "45", "", "'=1+1"}});
    EXPECT_EQ(draftFrom(source).draft.text("name"), "'=1+1");
    source.facts().guardsFormulas = true;
    EXPECT_EQ(draftFrom(source).draft.text("name"), "=1+1");
}

TEST(Draft, noTextHoldsANul)
{
    const auto [draft, receipt] = draftFrom({{"Lon", "Lat", "Nome"}, {{"7.6", "45", std::string("a\0b", 3)}}});
    EXPECT_EQ(draft.text("name"), "ab");
}

TEST(Draft, extraAttributesOfAnExportComeBackAmongTheOthers)
{
    const auto [draft, receipt] = draftFrom({{"lon", "lat", "extra", "NOTE2"}, {{"7.6", "45", R"({"a":1})", "x"}}});
    EXPECT_EQ(draft.extra.dump(), R"({"a":1,"NOTE2":"x"})");
}

TEST(Draft, osmAngleStandsInForAMissingTilt)
{
    const std::vector<std::string> columns{"lon", "lat", "camera:tilt", "camera:angle"};
    EXPECT_EQ(draftFrom({columns, {{"7.6", "45", "-20", "30"}}}).draft.number("tilt_deg"), 20.0);
    EXPECT_EQ(draftFrom({columns, {{"7.6", "45", "", "-30"}}}).draft.number("tilt_deg"), 30.0);
}

TEST(Draft, columnsOfOneNameBothKeepTheirValues)
{
    const auto [draft, receipt] = draftFrom({{"lon", "lat", "zz", "zz"}, {{"7.6", "45", "a", "b"}}});
    EXPECT_EQ(draft.extra.at("zz"), "a");
    EXPECT_EQ(draft.extra.at("zz (2)"), "b");
}

TEST(Draft, aNewCameraIsImportedAndHasAnIdentity)
{
    const auto [draft, receipt] = draftFrom({{"Lon", "Lat", "Nome", "NOTE2"}, {{"7.6", "45", "Ponte", "x"}}});
    const Camera camera = cameraFrom(draft);
    EXPECT_FALSE(camera.id.isNull());
    EXPECT_EQ(camera.name, "Ponte");
    EXPECT_EQ(camera.positionMethod, "imported");
    EXPECT_EQ(camera.extra, R"({"NOTE2":"x"})");
    EXPECT_EQ(camera.position, (LonLat{7.6, 45}));
}

TEST(Draft, whatTheRowDoesNotSayStays)
{
    const auto [draft, receipt] =
        draftFrom({{"Lon", "Lat", "Nome", "Stato", "NOTE2"}, {{"7.6", "45", "Ponte", "boh", "x"}}});
    Camera camera = test::aCamera().at(7.6, 45).named("Vecchio").ofType("ptz").inStatus("active").ofBody("001272");
    camera.extra = R"({"b":2})";

    const Camera after = withDraft(camera, draft, false);

    EXPECT_EQ(after.name, "Ponte");
    EXPECT_EQ(after.type, "ptz");
    EXPECT_EQ(after.bodyIstat, "001272");
    EXPECT_EQ(after.extra, R"({"b":2,"NOTE2":"x"})");
    EXPECT_EQ(differingFields(camera, after), "name, status, extra");
    EXPECT_TRUE(isSameCamera(after, withDraft(after, draft, false)));
}

TEST(Draft, anUnknownCodeSaysNothingAgainstAKnownOne)
{
    const auto [draft, receipt] = draftFrom({{"Lon", "Lat", "Tipologia"}, {{"7.6", "45", "sconosciuta"}}});
    const Camera camera = test::aCamera().at(7.6, 45).ofType("ptz");
    EXPECT_EQ(withDraft(camera, draft, false).type, "ptz");
}

TEST(Draft, aMillimetreIsNoMove)
{
    const auto [draft, receipt] = draftFrom({{"Lon", "Lat"}, {{"7.60000001", "45"}}});
    const Camera camera = test::aCamera().at(7.6, 45);
    EXPECT_TRUE(isSameCamera(withDraft(camera, draft, false), camera));
    const Camera moved = withDraft(test::aCamera().at(7.61, 45).build(), draft, false);
    EXPECT_EQ(moved.position, (LonLat{7.60000001, 45}));
    EXPECT_EQ(moved.positionMethod, "imported");
}

TEST(Draft, aCodeOfAnotherSchemeIsKeptBeside)
{
    const auto [draft, receipt] = draftFrom({{"Lon", "Lat", "ID_TEL"}, {{"7.6", "45", "osm:1"}}});
    const Camera after = withDraft(test::aCamera().at(7.6, 45).coded("TC-1").build(), draft, true);
    EXPECT_EQ(after.code, "TC-1");
    EXPECT_EQ(after.extra, R"({"ID_TEL":"osm:1"})");
}

} // namespace
} // namespace observo::exchange
