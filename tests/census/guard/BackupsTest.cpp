// SPDX-License-Identifier: GPL-3.0-or-later
#include "guard/Backups.h"

#include "sqlite/Connection.h"
#include "support/Builders.h"
#include "support/census/CensusFolder.h"

#include "observo/core/Edits.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>

namespace observo::census {
namespace {

using namespace test;

std::vector<std::string> namesFor(int months, int perDay)
{
    std::vector<std::string> names;
    for (int month = 1; month <= months; ++month) {
        for (int day = 1; day <= 28; ++day) {
            for (int hour = 0; hour < perDay; ++hour) {
                std::array<char, 64> name{};
                std::snprintf(name.data(), name.size(), "c.12345678.%04d%02d%02dT%02d0000Z.gpkg",
                              2020 + (month - 1) / 12, (month - 1) % 12 + 1, day, hour);
                names.emplace_back(name.data());
            }
        }
    }
    std::reverse(names.begin(), names.end());
    return names;
}

TEST(Backups, theRotationKeepsTheNewestThenDaysThenMonths)
{
    const auto names = namesFor(24, 4);
    const auto dropped = expired(names);
    std::vector<std::string> kept;
    for (const auto& name : names) {
        if (std::ranges::find(dropped, name) == dropped.end()) {
            kept.push_back(name);
        }
    }

    EXPECT_TRUE(std::equal(kept.begin(), kept.begin() + 10, names.begin())) << "the ten newest";
    // Ten newest cover 2.5 days; 30 days and 12 months, of which two lie in those days.
    EXPECT_EQ(kept.size(), 10U + 27U + 10U);
    EXPECT_TRUE(expired(kept).empty()) << "a rotation repeated drops nothing";
    EXPECT_TRUE(expired(namesFor(1, 1)).empty());
}

TEST(Backups, theFirstEditOfASessionMakesOneAndItCanBeRestored)
{
    const CensusFolder folder;
    auto session = folder.create();
    const auto camera = addCamera(*session, aCamera());
    EXPECT_TRUE(session->backups().empty()) << "a census made just now has nothing to lose";
    session = folder.open();
    const auto before = contentOf(session->reader());

    ASSERT_TRUE(session->perform(renameCamera(camera, "Altro")));
    ASSERT_TRUE(session->perform(renameCamera(stored(*session, camera.id), "Terzo")));

    ASSERT_EQ(session->backups().size(), 1U);
    const auto backup = Reader::open(session->backups().front());
    ASSERT_TRUE(backup) << messageOf(backup);
    EXPECT_EQ(contentOf(**backup), before);
    EXPECT_TRUE(verifyLog(**backup, Progress())->intact);
    struct stat status {};
    ::stat(session->backups().front().c_str(), &status);
    EXPECT_EQ(status.st_mode & 0777U, 0600U);
}

TEST(Backups, aCommandMakesOneAnHourAtMost)
{
    const CensusFolder folder;
    const auto camera = addCamera(*folder.create(), aCamera());
    auto options = optionsOf("anna");
    options.lock = LockHolding::PerEdit;
    for (int i = 0; i < 3; ++i) {
        const auto session = Session::open(folder.file(), options);
        ASSERT_TRUE((*session)->perform(renameCamera(stored(**session, camera.id), "Nome " + std::to_string(i))));
    }

    EXPECT_EQ((*Session::open(folder.file(), options))->backups().size(), 1U);
}

TEST(Backups, whereTheFolderCannotBeWrittenTheUsersOwnIsUsed)
{
    const CensusFolder folder;
    auto session = folder.create();
    const auto camera = addCamera(*session, aCamera());
    session = folder.open();
    std::ofstream(folder.path(".observo-backups")) << "in the way";

    ASSERT_TRUE(session->perform(renameCamera(camera, "Altro")));

    ASSERT_EQ(session->backups().size(), 1U);
    EXPECT_TRUE(session->backups().front().string().starts_with(folder.path("data").string()));
}

TEST(Backups, aBackupThatFailsStopsTheEdit)
{
    const CensusFolder folder;
    auto session = folder.create();
    const auto camera = addCamera(*session, aCamera());
    session = folder.open();
    std::ofstream(folder.path(".observo-backups")) << "in the way";
    std::ofstream(folder.path("data")) << "in the way";

    const auto committed = session->perform(renameCamera(camera, "Altro"));

    ASSERT_FALSE(committed);
    EXPECT_NE(committed.error().what.find("backup"), std::string::npos);
    EXPECT_EQ(stored(*session, camera.id), camera);
}

TEST(Backups, aCopyIsWholeOrNotThere)
{
    const CensusFolder folder;
    const auto session = folder.create();
    static_cast<void>(addCamera(*session, aCamera()));
    ASSERT_TRUE(session->backupTo(folder.path("copy.gpkg"), Progress()));
    EXPECT_EQ(contentOf(**Reader::open(folder.path("copy.gpkg"))), contentOf(session->reader()));

    EXPECT_EQ(session->backupTo(folder.path("copy.gpkg"), Progress()).error().code, ErrorCode::OutputExists);
    EXPECT_FALSE(session->backupTo(folder.path("no/such/folder.gpkg"), Progress()));
    const Progress cancelled;
    cancelled.cancel();
    EXPECT_EQ(session->backupTo(folder.path("never.gpkg"), cancelled).error().code, ErrorCode::Cancelled);

    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder.folder())) {
        files += entry.is_regular_file() ? 1U : 0U;
    }
    EXPECT_EQ(files, 3U) << "census, lock and copy; nothing half written stays";
}

} // namespace
} // namespace observo::census
