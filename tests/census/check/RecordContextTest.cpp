// SPDX-License-Identifier: GPL-3.0-or-later
#include "check/RecordContext.h"

#include "support/census/Campaign.h"
#include "support/census/CensusModel.h"

#include "observo/census/Session.h"
#include "observo/core/Edits.h"

#include <gtest/gtest.h>

namespace observo::census {
namespace {

/// Two cameras on one place, as a session completed them.
class RecordContextOfTwo : public testing::Test {
protected:
    RecordContextOfTwo() : m_folder(test::inMemory("observo-record")), m_file(m_folder / "census.gpkg")
    {
        test::makeCensus(m_file);
        auto session = test::openForEditing(m_file);
        for (int i = 0; i < 2; ++i) {
            if (auto placed = session->perform(placeCamera(CameraId::make(), {7.6869, 45.0703})); !placed) {
                throw std::runtime_error(placed.error().message());
            }
        }
        m_reader = std::move(*Reader::open(m_file));
        m_cameras = test::CensusModel::of(*m_reader).cameras();
    }

    test::TemporaryFolder m_folder;
    std::filesystem::path m_file;
    std::unique_ptr<Reader> m_reader;
    std::vector<Camera> m_cameras;
    CheckSources m_sources{.today = "2026-11-22"};
};

TEST_F(RecordContextOfTwo, aStoredRecordIsCountedOnce)
{
    const Record record = m_cameras[0];
    const RecordContext context(*m_reader, record, m_sources);

    EXPECT_EQ(context.camerasWithCode(m_cameras[0].bodyIstat, m_cameras[0].code), 1);
    EXPECT_EQ(context.camerasWithCode(m_cameras[1].bodyIstat, m_cameras[1].code), 1);
    EXPECT_FALSE(context.failure());
}

TEST_F(RecordContextOfTwo, aRecordThatTakesTheCodeOfAnotherCountsTwo)
{
    auto camera = m_cameras[0];
    camera.code = m_cameras[1].code;
    const Record record = camera;
    const RecordContext context(*m_reader, record, m_sources);

    EXPECT_EQ(context.camerasWithCode(camera.bodyIstat, camera.code), 2);
    EXPECT_EQ(context.camerasWithCode(camera.bodyIstat, m_cameras[0].code), 0) << "its stored code is given up";
}

TEST_F(RecordContextOfTwo, codesWithQuotesAndEmptyOnesAreAskedSafely)
{
    auto camera = m_cameras[0];
    camera.code = "a\" or \"1\" = \"1";
    const Record record = camera;
    const RecordContext context(*m_reader, record, m_sources);

    EXPECT_EQ(context.camerasWithCode(camera.bodyIstat, camera.code), 1);
    EXPECT_EQ(context.camerasWithCode("", ""), 0);
    EXPECT_FALSE(context.failure()) << context.failure()->message();
}

TEST_F(RecordContextOfTwo, neighboursAreTheOthers)
{
    auto camera = m_cameras[0];
    const Record record = camera;
    const RecordContext context(*m_reader, record, m_sources);

    const auto near = context.camerasWithin(camera.position, Metres{0.5});

    ASSERT_EQ(near.size(), 1U);
    EXPECT_EQ(near[0].id, m_cameras[1].id);
    EXPECT_TRUE(context.camerasWithin({7.69, 45.08}, Metres{0.5}).empty());
}

TEST_F(RecordContextOfTwo, sitesAndSystemsAreLookedUpAndTheRecordItselfIsNew)
{
    const auto model = test::CensusModel::of(*m_reader);
    auto site = model.sites().front();
    site.name = "typed just now";
    const Record record = site;
    const RecordContext context(*m_reader, record, m_sources);

    ASSERT_NE(context.site(site.bodyIstat, site.code), nullptr);
    EXPECT_EQ(context.site(site.bodyIstat, site.code)->name, "typed just now");
    const auto system = model.systems().front();
    ASSERT_NE(context.system(system.bodyIstat, system.code), nullptr);
    EXPECT_EQ(*context.system(system.bodyIstat, system.code), system);
    EXPECT_EQ(context.system(system.bodyIstat, "no such system"), nullptr);
}

} // namespace
} // namespace observo::census
