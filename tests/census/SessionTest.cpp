// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/Builders.h"
#include "support/census/CensusFolder.h"

#include "observo/core/Edits.h"

#include <gtest/gtest.h>

#include <thread>

namespace observo {
namespace {

using namespace census;
using namespace test;

TEST(Session, aPlacedCameraIsInTheFileTheInventoryAndTheLog)
{
    const CensusFolder folder;
    const auto session = folder.create();

    const auto committed = session->perform(placeCamera(CameraId::make(), {7.68, 45.07}));

    ASSERT_TRUE(committed) << messageOf(committed);
    const auto camera = folder.reader()->cameraNamed("TC-0001");
    ASSERT_TRUE(camera) << messageOf(camera);
    EXPECT_EQ(camera->position, (LonLat{7.68, 45.07}));
    EXPECT_EQ(camera->siteCode, "P-0001");
    EXPECT_EQ(camera->systemCode, "I-0001");
    EXPECT_EQ(camera->bodyIstat, "001272");
    EXPECT_EQ(camera->book.rowVersion, 1);
    EXPECT_EQ(camera->book.createdBy, "anna");
    EXPECT_EQ(session->inventory().size(), 1U);
    EXPECT_EQ(logOf(session->reader()).back().label, "Place camera");
    EXPECT_EQ(session->census().crsEpsg, 7791);
}

TEST(Session, editsAreUndoneRedoneAndVerified)
{
    const CensusFolder folder;
    const auto session = folder.create();
    const auto empty = contentOf(session->reader());
    auto camera = addCamera(*session, randomCamera(1));
    const auto placed = contentOf(session->reader());

    ASSERT_TRUE(session->perform(renameCamera(camera, "Ponte Sud")));
    const auto renamed = contentOf(session->reader());
    ASSERT_TRUE(session->perform(removeCamera(stored(*session, camera.id), "Rimossa per lavori")));
    ASSERT_EQ(session->undoLabel(), "Remove camera");
    ASSERT_TRUE(session->undo());
    EXPECT_EQ(contentOf(session->reader()), renamed);
    ASSERT_TRUE(session->undo());
    EXPECT_EQ(contentOf(session->reader()), placed);
    const auto undone = session->undo();
    ASSERT_TRUE(undone) << messageOf(undone);
    EXPECT_EQ(contentOf(session->reader()), empty);
    EXPECT_FALSE(session->undo());
    ASSERT_TRUE(session->redo());
    ASSERT_TRUE(session->redo());
    EXPECT_EQ(contentOf(session->reader()), renamed);

    const auto verdict = verifyLog(session->reader(), Progress());
    ASSERT_TRUE(verdict) << messageOf(verdict);
    EXPECT_TRUE(verdict->intact) << (verdict->findings.empty() ? "" : verdict->findings.front());
}

TEST(Session, openedInAJobItComesHomeToTheThreadThatEdits)
{
    const CensusFolder folder;
    folder.create().reset();
    std::unique_ptr<census::Session> session;
    std::thread([&] { session = folder.open(); }).join();
    int rung = 0;
    session->onChanged([&](const ChangeSet&) { ++rung; });

    session->moveHere();
    const auto camera = addCamera(*session, aCamera());

    EXPECT_EQ(rung, 1);
    EXPECT_TRUE(session->inventory().contains(camera.id));
    EXPECT_EQ(session->undoLabel(), "Place camera");
}

TEST(Session, theCensusIsAValidGeoPackageBeforeAndAfterEdits)
{
    const CensusFolder folder;
    auto session = folder.create();
    const std::string validate = "/usr/bin/python3 -m osgeo_utils.samples.validate_gpkg -k " + folder.file().string();
    std::string output;

    EXPECT_EQ(run(validate, &output), 0) << output;
    for (std::uint32_t seed = 0; seed < 20; ++seed) {
        const auto camera = addCamera(*session, randomCamera(seed));
        ASSERT_TRUE(session->perform(moveCamera(camera, {11.0, 44.0})));
    }

    EXPECT_EQ(run(validate, &output), 0) << output;
}

} // namespace
} // namespace observo
