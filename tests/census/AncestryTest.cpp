// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/census/Ancestry.h"

#include "support/Builders.h"
#include "support/census/CensusFolder.h"

#include "observo/core/Edits.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <vector>

namespace observo::census {
namespace {

using test::CensusFolder;

std::int64_t lastEntry(const CensusFolder& folder)
{
    return test::logOf(*folder.reader()).back().sequence;
}

TEST(Ancestry, copiesShareTheirHistoryUpToWhereTheyPart)
{
    const CensusFolder folder;
    {
        const auto session = folder.create();
        (void)test::addCamera(*session, test::aCamera());
    }
    const auto shared = lastEntry(folder);
    const auto copy = folder.path("copy.gpkg");
    std::filesystem::copy_file(folder.file(), copy);
    EXPECT_EQ(*commonLogHead(*folder.reader(), **Reader::open(copy)), shared);

    (void)test::addCamera(*folder.open(), test::aCamera());
    (void)test::addCamera(**Session::open(copy, test::optionsOf("bruno")), test::aCamera());

    EXPECT_EQ(*commonLogHead(*folder.reader(), **Reader::open(copy)), shared);
}

TEST(Ancestry, strangersShareNothing)
{
    const CensusFolder one;
    const CensusFolder other;
    (void)test::addCamera(*one.create(), test::aCamera());
    (void)test::addCamera(*other.create(), test::aCamera());
    EXPECT_EQ(*commonLogHead(*one.reader(), *other.reader()), 0);
}

TEST(Ancestry, aRecordIsSeenAsItWas)
{
    const CensusFolder folder;
    const auto session = folder.create();
    const auto before = lastEntry(folder);
    const Camera camera = test::addCamera(*session, test::aCamera().at(7.68, 45.07).named("Ponte"));
    const auto added = lastEntry(folder);
    ASSERT_TRUE(session->perform(renameCamera(camera, "Ponte Nord")));
    ASSERT_TRUE(session->perform(moveCamera(test::stored(*session, camera.id), {7.7, 45.1})));
    const auto moved = lastEntry(folder);
    ASSERT_TRUE(session->perform(removeCamera(test::stored(*session, camera.id), "smontata")));

    const auto reader = folder.reader();
    const auto at = [&](std::int64_t sequence) {
        return recordAfter(*reader, RecordKind::Camera, camera.id.uuid, sequence);
    };

    EXPECT_FALSE(at(before)->record);
    ASSERT_TRUE(at(added)->record);
    EXPECT_EQ(std::get<Camera>(*at(added)->record).name, "Ponte");
    EXPECT_EQ(std::get<Camera>(*at(added)->record).position, (LonLat{7.68, 45.07}));
    EXPECT_EQ(std::get<Camera>(*at(moved)->record).name, "Ponte Nord");
    EXPECT_EQ(std::get<Camera>(*at(moved)->record).position, (LonLat{7.7, 45.1}));
    EXPECT_FALSE(at(lastEntry(folder))->record);
}

TEST(Ancestry, whatLeftIsThereWithItsLastState)
{
    const CensusFolder folder;
    const auto session = folder.create();
    const Camera camera = test::addCamera(*session, test::aCamera().named("Ponte"));
    ASSERT_TRUE(session->perform(removeCamera(camera, "smontata")));

    std::vector<Tombstone> stones;
    ASSERT_TRUE(forEachTombstone(*folder.reader(), [&](const Tombstone& stone) {
        stones.push_back(stone);
        return true;
    }));

    ASSERT_EQ(stones.size(), 1U);
    EXPECT_EQ(stones[0].uuid, camera.id.uuid);
    EXPECT_EQ(stones[0].reason, "smontata");
    EXPECT_FALSE(stones[0].removedAt.empty());
    ASSERT_TRUE(stones[0].lastState);
    EXPECT_EQ(std::get<Camera>(*stones[0].lastState).name, "Ponte");
}

} // namespace
} // namespace observo::census
