// SPDX-License-Identifier: GPL-3.0-or-later
#include "check/CensusContext.h"

#include "support/Builders.h"
#include "support/census/Campaign.h"
#include "support/census/CensusModel.h"

#include "observo/census/Session.h"
#include "observo/core/Edits.h"

#include <gtest/gtest.h>

namespace observo::census {
namespace {

using test::aCamera;

/// A census with two cameras half a metre apart, the second without direction, and a third far away.
class CensusContextOfThree : public testing::Test {
protected:
    CensusContextOfThree() : m_folder(test::inMemory("observo-context")), m_file(m_folder / "census.gpkg")
    {
        test::makeCensus(m_file);
        auto session = test::openForEditing(m_file);
        ChangeSet set{.label = "Import", .reason = {}, .changes = {}};
        for (const Camera& camera :
             {aCamera().coded("TC-1").at(7.6869, 45.0703).facing(90).onSite("").inSystem("").ofBody("001272").build(),
              aCamera().coded("TC-2").at(7.6869, 45.0703045).onSite("").inSystem("").ofBody("001272").build(),
              aCamera().coded("TC-3").at(7.70, 45.08).onSite("").inSystem("").ofBody("001272").build()}) {
            set.changes.push_back({.before = std::nullopt, .after = camera});
        }
        const auto committed = session->perform(set);
        if (!committed) {
            throw std::runtime_error(committed.error().message());
        }
        m_reader = std::move(*Reader::open(m_file));
    }

    CensusContext load() { return std::move(*CensusContext::load(*m_reader, m_sources, Progress())); }

    test::TemporaryFolder m_folder;
    std::filesystem::path m_file;
    std::unique_ptr<Reader> m_reader;
    CheckSources m_sources{.today = "2026-11-22"};
};

TEST_F(CensusContextOfThree, knowsEverySiteAndSystemByBodyAndCode)
{
    const auto context = load();
    const auto model = test::CensusModel::of(*m_reader);

    ASSERT_FALSE(model.sites().empty());
    for (const auto& site : model.sites()) {
        ASSERT_NE(context.site(site.bodyIstat, site.code), nullptr);
        EXPECT_EQ(*context.site(site.bodyIstat, site.code), site);
    }
    for (const auto& system : model.systems()) {
        ASSERT_NE(context.system(system.bodyIstat, system.code), nullptr);
    }
    EXPECT_EQ(context.site("001272", "no such site"), nullptr);
    EXPECT_EQ(context.system("999999", model.systems().front().code), nullptr);
}

TEST_F(CensusContextOfThree, countsCodes)
{
    const auto context = load();

    EXPECT_EQ(context.camerasWithCode("001272", "TC-1"), 1);
    EXPECT_EQ(context.camerasWithCode("999999", "TC-1"), 0);
    EXPECT_EQ(context.camerasWithCode("001272", "TC-9"), 0);
}

TEST_F(CensusContextOfThree, findsNeighboursWithTheirDirection)
{
    const auto near = load().camerasWithin({7.6869, 45.0703}, Metres{1});

    ASSERT_EQ(near.size(), 2U);
    EXPECT_EQ(near[0].code, "TC-1");
    ASSERT_TRUE(near[0].direction);
    EXPECT_DOUBLE_EQ(near[0].direction->value, 90.0);
    EXPECT_EQ(near[1].code, "TC-2");
    EXPECT_FALSE(near[1].direction);
    EXPECT_NEAR(near[1].distance.value, 0.5, 0.01);
}

TEST_F(CensusContextOfThree, asksTheSourcesAndSaysUnknownWithoutThem)
{
    EXPECT_FALSE(load().insideMunicipality({7.6, 45.0}, "001272"));
    EXPECT_FALSE(load().groundSpan(Camera()));

    m_sources.insideMunicipality = [](LonLat at, std::string_view istat) {
        return std::optional(at.lon < 8 && istat == "001272");
    };
    m_sources.groundSpan = [](const Camera&) {
        return std::optional(RuleContext::GroundSpan{.near = Metres{3}, .far = Metres{20}});
    };

    EXPECT_EQ(load().insideMunicipality({7.6, 45.0}, "001272"), std::optional(true));
    EXPECT_EQ(load().insideMunicipality({9.6, 45.0}, "001272"), std::optional(false));
    EXPECT_EQ(load().groundSpan(Camera())->near, Metres{3});
    EXPECT_EQ(load().today(), "2026-11-22");
}

TEST_F(CensusContextOfThree, loadingCanBeCancelled)
{
    const Progress progress;
    progress.cancel();

    const auto loaded = CensusContext::load(*m_reader, m_sources, progress);

    ASSERT_FALSE(loaded);
    EXPECT_EQ(loaded.error().code, ErrorCode::Cancelled);
}

} // namespace
} // namespace observo::census
