// SPDX-License-Identifier: GPL-3.0-or-later
#include "ExportJob.h"

#include "exchange/ExportWork.h"
#include "support/Builders.h"

#include <gtest/gtest.h>

namespace observo::exchange {
namespace {

using test::aCamera;
using test::aCensusWith;

std::optional<FieldValue> valueIn(const ExportPlan& plan, const RowOut& row, std::string_view name)
{
    for (std::size_t i = 0; i < plan.cameras.columns.size(); ++i) {
        if (plan.cameras.columns[i].field->name == name) {
            return row.values[i];
        }
    }
    return std::nullopt;
}

TEST(ExportJob, givesEveryRowInTheOrderOfTheCensusAndRemembersIt)
{
    const auto census = aCensusWith({Camera(aCamera().coded("A")), Camera(aCamera().coded("B"))});
    ExportWork work(*census, "out.gpkg");
    std::vector<std::string> codes;

    const auto given = work.job().forEach(RecordKind::Camera, [&](const RowOut& row) {
        codes.emplace_back(row.code);
        EXPECT_EQ(row.values.size(), work.plan().cameras.columns.size());
        return done();
    });

    ASSERT_TRUE(given) << given.error().message();
    EXPECT_EQ(codes, (std::vector<std::string>{"A", "B"}));
    ASSERT_EQ(work.job().prints(RecordKind::Camera).size(), 2U);
    const auto again = work.job().valuesOf(RecordKind::Camera, 1);
    ASSERT_TRUE(again);
    EXPECT_EQ(hashOfRow(work.plan().cameras.columns, *again), work.job().prints(RecordKind::Camera)[1]);
}

TEST(ExportJob, aCensusThatChangesMeanwhileIsNotExported)
{
    const auto census = aCensusWith({Camera(aCamera().coded("A"))});
    ExportWork work(*census, "out.gpkg");
    Camera before = census->cameras().at(0);
    Camera after = before;
    after.name = "a name wider than the column that was measured";
    census->perform({.label = "Rename camera", .changes = {{before, after}}});

    const auto given = work.giveRows();

    ASSERT_FALSE(given);
    EXPECT_NE(given.error().what.find("changed"), std::string::npos) << given.error().message();
}

TEST(ExportJob, aSiteAddedMeanwhileIsSeenToo)
{
    const auto census = aCensusWith({Camera(aCamera().coded("A"))});
    ExportWork work(*census, "out.gpkg");
    census->perform({.label = "Add site", .changes = {{std::nullopt, Site(test::aSite().coded("P-NEW"))}}});

    EXPECT_FALSE(work.giveRows());
}

TEST(ExportJob, theErrorOfTheOneWhoTakesEndsIt)
{
    const auto census = aCensusWith({Camera(aCamera()), Camera(aCamera())});
    ExportWork work(*census, "out.gpkg");
    int taken = 0;

    const auto given = work.job().forEach(RecordKind::Camera, [&](const RowOut&) -> Done {
        ++taken;
        return fail(ErrorCode::OutputNoSpace, "full");
    });

    ASSERT_FALSE(given);
    EXPECT_EQ(given.error().code, ErrorCode::OutputNoSpace);
    EXPECT_EQ(taken, 1);
}

TEST(ExportJob, aWithheldContextCameraIsNotNamed)
{
    const auto secret = CameraId::make();
    const auto census = aCensusWith({Camera(aCamera().identified(secret).visibleTo("restricted")),
                                     Camera(aCamera().coded("A").with("context_camera_id", secret.text()))});
    ExportWork work(*census, "out.gpkg", {.edition = Edition::Institutional});

    const auto given = work.job().forEach(RecordKind::Camera, [&](const RowOut& row) {
        EXPECT_EQ(valueIn(work.plan(), row, "context_camera_id"), FieldValue{});
        return done();
    });

    EXPECT_TRUE(given);
}

TEST(ExportJob, whatADbfCannotHoldIsGivenWholeBesides)
{
    Camera camera = aCamera();
    camera.notes = std::string(300, 'x');
    const auto census = aCensusWith({camera});
    ExportWork work(*census, "out.shp");

    const auto given = work.job().forEach(RecordKind::Camera, [&](const RowOut& row) {
        EXPECT_EQ(std::get<std::string>(*valueIn(work.plan(), row, "notes")).size(), 254U);
        EXPECT_EQ(row.shortened.size(), 1U);
        EXPECT_EQ(std::get<std::string>(row.shortened.front().second).size(), 300U);
        return done();
    });

    EXPECT_TRUE(given);
}

TEST(ExportJob, aTextFileHasItsHeadAPieceForEachCameraAndItsFoot)
{
    const auto census = aCensusWith({Camera(aCamera().coded("A")), Camera(aCamera().coded("B"))});
    ExportWork work(*census, "out.geojson");
    const auto append = [](std::string& text, const RowOut& row) { text += std::string(row.code) + ";"; };

    const auto written = work.job().writeText({.head = "<", .append = append, .foot = ">"});

    ASSERT_TRUE(written) << written.error().message();
    EXPECT_EQ(test::bytesOf(work.job().mainFile()), "<A;B;>");
    ASSERT_EQ(work.job().files().size(), 1U);
    EXPECT_EQ(work.job().files().front().pieces.front().bytes, 6U);
}

TEST(ExportJob, theFilesBearTheNameOfTheOutput)
{
    const auto census = aCensusWith({});
    ExportWork work(*census, "Città.v2.SHP");
    EXPECT_EQ(work.job().mainFile().filename(), "Città.v2.SHP");
    EXPECT_EQ(work.job().beside("_sites.dbf").filename(), "Città.v2_sites.dbf");
}

} // namespace
} // namespace observo::exchange
