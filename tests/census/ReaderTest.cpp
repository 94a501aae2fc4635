// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/Builders.h"
#include "support/census/CensusFolder.h"

#include <gtest/gtest.h>

#include <thread>

namespace observo::census {
namespace {

using namespace test;

TEST(Reader, aCameraIsNamedByIdentityOrCode)
{
    const CensusFolder folder;
    const auto session = folder.create();
    const auto camera = addCamera(*session, aCamera().coded("VARCO-1"));
    auto& reader = session->reader();

    EXPECT_EQ(*reader.cameraNamed("VARCO-1"), camera);
    EXPECT_EQ(*reader.cameraNamed(camera.id.text()), camera);
    EXPECT_EQ(*reader.camera(camera.id), camera);
    EXPECT_EQ(reader.cameraNamed("nobody").error().code, ErrorCode::NotFound);
    EXPECT_EQ(reader.camera(CameraId::make()).error().code, ErrorCode::NotFound);
    EXPECT_EQ(reader.site(SiteId::make()).error().code, ErrorCode::NotFound);
    EXPECT_EQ(reader.system(SystemId::make()).error().code, ErrorCode::NotFound);
}

TEST(Reader, aCodeThatSeveralShareIsAmbiguousAndNamesThem)
{
    const CensusFolder folder;
    const auto session = folder.create();
    const auto one = addCamera(*session, aCamera().coded("X"));
    const auto two = addCamera(*session, aCamera().coded("X"));

    const auto found = session->reader().cameraNamed("X");

    ASSERT_FALSE(found);
    EXPECT_EQ(found.error().code, ErrorCode::Ambiguous);
    EXPECT_NE(found.error().advice.find(one.id.text()), std::string::npos);
    EXPECT_NE(found.error().advice.find(two.id.text()), std::string::npos);
}

TEST(Reader, factsCountAndMeasure)
{
    const CensusFolder folder;
    const auto session = folder.create();
    EXPECT_TRUE(session->reader().facts()->extent.isEmpty());
    static_cast<void>(addCamera(*session, aCamera().at(7.123456789, 45).onSite("A")));
    static_cast<void>(addCamera(*session, aCamera().at(8, 44.5).onSite("A")));

    const auto facts = session->reader().facts();

    ASSERT_TRUE(facts) << messageOf(facts);
    EXPECT_EQ(facts->cameras, 2U);
    EXPECT_EQ(facts->sites, 1U);
    EXPECT_EQ(facts->extent, (GeoBox{7.123456789, 44.5, 8, 45}));
    EXPECT_EQ(facts->journal, "delete");
    EXPECT_EQ(facts->logHead.size(), 64U);
}

TEST(Reader, aStreamEndsWhenItsTakerHasEnoughOrCancels)
{
    const CensusFolder folder;
    const auto session = folder.create();
    for (int i = 0; i < 5; ++i) {
        static_cast<void>(addCamera(*session, aCamera()));
    }
    int taken = 0;
    ASSERT_TRUE(session->reader().forEachCamera(
        {}, [&](const Camera&) { return ++taken < 3; }, Progress()));
    EXPECT_EQ(taken, 3);

    const Progress progress;
    const auto stopped = session->reader().forEachCamera(
        {},
        [&](const Camera&) {
            progress.cancel();
            return true;
        },
        progress);
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, ErrorCode::Cancelled);
    int systems = 0;
    ASSERT_TRUE(session->reader().forEachSystem([&](const System&) { return ++systems > 0; }, Progress()));
    EXPECT_GE(systems, 1);
}

TEST(Reader, aQueryAmongNamedCamerasGivesNoOthers)
{
    const CensusFolder folder;
    const auto session = folder.create();
    const auto one = addCamera(*session, aCamera().coded("A").inStatus("active"));
    const auto two = addCamera(*session, aCamera().coded("B").inStatus("faulty"));
    static_cast<void>(addCamera(*session, aCamera().coded("C").inStatus("active")));
    auto& reader = session->reader();
    const auto among = std::make_shared<const std::set<CameraId>>(std::set{one.id, two.id, CameraId::make()});

    EXPECT_EQ(*reader.count({.among = among}), 2U);
    EXPECT_EQ(*reader.ids({.among = among, .orderBy = "code", .descending = true}), (std::vector{two.id, one.id}));
    std::vector<CameraId> active;
    ASSERT_TRUE(reader.forEachCamera(
        {.filter = *Filter::parse("status = active"), .among = among},
        [&](const Camera& camera) {
            active.push_back(camera.id);
            return true;
        },
        Progress()));
    EXPECT_EQ(active, std::vector{one.id});
    EXPECT_EQ(*reader.count({.among = std::make_shared<const std::set<CameraId>>()}), 0U);
}

TEST(Reader, aReaderInAnotherThreadWorksBesideEdits)
{
    const CensusFolder folder;
    const auto session = folder.create();
    static_cast<void>(addCamera(*session, aCamera()));
    std::atomic<bool> isDone = false;
    std::atomic<int> failures = 0;
    std::thread other([&] {
        const auto reader = folder.reader();
        std::size_t last = 1;
        while (!isDone) {
            const auto count = reader->count({});
            // A number goes up with each commit and never shows half a set.
            failures += !count || *count < last || *count > 41 ? 1 : 0;
            last = count ? *count : last;
        }
    });

    for (int i = 0; i < 40; ++i) {
        static_cast<void>(addCamera(*session, aCamera()));
    }
    isDone = true;
    other.join();

    EXPECT_EQ(failures, 0);
    EXPECT_EQ(*session->reader().count({}), 41U);
}

TEST(Reader, aDamagedFileSaysSo)
{
    const CensusFolder folder;
    {
        const auto session = folder.create();
        for (std::uint32_t i = 0; i < 50; ++i) {
            static_cast<void>(addCamera(*session, randomCamera(i)));
        }
    }
    std::FILE* file = std::fopen(folder.file().c_str(), "r+b");
    ASSERT_NE(file, nullptr);
    for (long page = 2; page < 60; ++page) {
        std::fseek(file, page * 4096, SEEK_SET);
        std::fputs("damaged damaged damaged", file);
    }
    std::fclose(file);

    const auto reader = Reader::open(folder.file());
    const auto session = Session::open(folder.file(), optionsOf("anna"));

    if (reader) {
        EXPECT_EQ((*reader)->inventory(Progress()).error().code, ErrorCode::CensusDamaged);
    }
    ASSERT_FALSE(session);
    EXPECT_EQ(session.error().code, ErrorCode::CensusDamaged);
    EXPECT_FALSE(session.error().advice.empty());
}

} // namespace
} // namespace observo::census
