// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/Builders.h"
#include "support/census/CensusFolder.h"

#include "observo/core/Edits.h"

#include <gtest/gtest.h>

namespace observo::census {
namespace {

using namespace test;

std::vector<LogEntry> entriesOf(Reader& reader, const LogQuery& query)
{
    std::vector<LogEntry> entries;
    EXPECT_TRUE(forEachLogEntry(reader, query, [&](const LogEntry& entry) {
        entries.push_back(entry);
        return true;
    }));
    return entries;
}

TEST(Log, anEntrySaysWhoDidWhatWhenAndWhy)
{
    const CensusFolder folder;
    const auto session = folder.create("rita");
    const auto camera = addCamera(*session, aCamera().named("Ponte"));
    ASSERT_TRUE(session->perform(removeCamera(camera, "Palo abbattuto")));

    const auto entry = logOf(session->reader()).back();

    EXPECT_EQ(entry.actor, "rita");
    EXPECT_EQ(entry.program, "observo");
    EXPECT_EQ(entry.action, "remove");
    EXPECT_EQ(entry.kind, "camera");
    EXPECT_EQ(entry.record, camera.id.text());
    EXPECT_EQ(entry.label, "Remove camera");
    EXPECT_EQ(entry.reason, "Palo abbattuto");
    EXPECT_EQ(entry.setId, 3);
    EXPECT_EQ(entry.hash.size(), 64U);
    EXPECT_NE(entry.before.find("\"name\":\"Ponte\""), std::string::npos);
    EXPECT_EQ(entry.after, "");
    EXPECT_TRUE(entry.at.ends_with("Z"));
    EXPECT_EQ(session->reader().facts()->logHead, entry.hash);
    EXPECT_EQ(session->reader().facts()->lastChange, entry.at);
}

TEST(Log, entriesOfOneSetShareItsNumber)
{
    const CensusFolder folder;
    const auto session = folder.create();
    static_cast<void>(addCamera(*session, aCamera()));

    const auto entries = logOf(session->reader());

    ASSERT_GE(entries.size(), 4U);
    EXPECT_EQ(entries.front().label, "New census");
    for (std::size_t i = 0; i < entries.size(); ++i) {
        EXPECT_EQ(entries[i].sequence, static_cast<std::int64_t>(i) + 1);
        EXPECT_EQ(entries[i].setId, i < 2 ? 1 : 2);
    }
}

TEST(Log, consultationsThatWaitAreOnesOwnAndGoWithTheNextEdit)
{
    const CensusFolder folder;
    static_cast<void>(folder.create());
    ASSERT_TRUE(
        folder.open()->record({.action = "print", .what = "map", .reason = "council", .recipient = "Prefettura"}));

    const auto waiting = waitingConsultations(*folder.reader());

    ASSERT_TRUE(waiting) << messageOf(waiting);
    ASSERT_EQ(waiting->size(), 1U);
    EXPECT_EQ(waiting->front().action, "print");
    EXPECT_EQ(waiting->front().actor, "anna");
    EXPECT_EQ(waiting->front().recipient, "Prefettura");
    EXPECT_EQ(waiting->front().sequence, 0);
    EXPECT_NE(waiting->front().after.find("map"), std::string::npos);
    static_cast<void>(addCamera(*folder.open(), aCamera()));
    EXPECT_TRUE(waitingConsultations(*folder.reader())->empty());
}

TEST(Log, itCanBeNarrowedToARecordATimeAndTheLast)
{
    const CensusFolder folder;
    const auto session = folder.create();
    auto camera = addCamera(*session, aCamera());
    static_cast<void>(addCamera(*session, aCamera()));
    ASSERT_TRUE(session->perform(renameCamera(camera, "Uno")));
    auto& reader = session->reader();

    const auto ofRecord = entriesOf(reader, {.record = camera.id.uuid});
    ASSERT_EQ(ofRecord.size(), 2U);
    EXPECT_EQ(ofRecord.back().label, "Rename camera");
    const auto last = entriesOf(reader, {.last = 2});
    ASSERT_EQ(last.size(), 2U);
    EXPECT_LT(last[0].sequence, last[1].sequence);
    EXPECT_EQ(last[1].label, "Rename camera");
    EXPECT_TRUE(entriesOf(reader, {.since = "2999-01-01"}).empty());
    EXPECT_EQ(entriesOf(reader, {.since = "2020-01-01"}).size(), logOf(reader).size());
    int taken = 0;
    ASSERT_TRUE(forEachLogEntry(reader, {}, [&](const LogEntry&) { return ++taken < 2; }));
    EXPECT_EQ(taken, 2);
}

TEST(Log, rowsOfOtherProgramsAreShownBeforeTheyAreSealed)
{
    const CensusFolder folder;
    static_cast<void>(folder.create());
    ASSERT_EQ(sqlite(folder.file(), "UPDATE system SET vms_name = 'VMS'"), "");

    const auto entry = logOf(*folder.reader()).back();

    EXPECT_EQ(entry.actor, "other program");
    EXPECT_EQ(entry.program, "other program");
    EXPECT_EQ(entry.setId, 0);
    EXPECT_EQ(entry.hash, "");
    EXPECT_EQ(entry.kind, "system");
}

} // namespace
} // namespace observo::census
