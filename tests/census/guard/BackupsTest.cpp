// SPDX-License-Identifier: GPL-3.0-or-later
#include "guard/Backups.h"

#include "sqlite/Connection.h"
#include "support/Builders.h"
#include "support/census/CensusFolder.h"
#include "support/census/Disk.h"
#include "support/census/SecondOpinion.h"

#include "observo/core/Edits.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <regex>
#include <set>

namespace observo::census {
namespace {

using namespace test;
namespace fs = std::filesystem;

/// "census.20261122T104207Z.gpkg", so many days before that day.
std::string nameOfDay(int daysBefore, int hour)
{
    using namespace std::chrono;
    const year_month_day day{sys_days{2026y / November / 22} - days{daysBefore}};
    std::array<char, 80> text{};
    std::snprintf(text.data(), text.size(), "census.%04d%02u%02uT%02d4207Z.gpkg", static_cast<int>(day.year()),
                  static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()), hour);
    return text.data();
}

/// Three a day, newest first.
std::vector<std::string> namesOfDays(int days)
{
    std::vector<std::string> names;
    for (int day = 0; day < days; ++day) {
        for (const int hour : {18, 12, 8}) {
            names.push_back(nameOfDay(day, hour));
        }
    }
    return names;
}

std::vector<std::string> keptOf(const std::vector<std::string>& names)
{
    const auto dropped = expired(names);
    std::vector<std::string> kept;
    std::ranges::copy_if(names, std::back_inserter(kept),
                         [&](const auto& name) { return std::ranges::find(dropped, name) == dropped.end(); });
    EXPECT_EQ(kept.size() + dropped.size(), names.size());
    return kept;
}

TEST(BackupRotation, keepsTheNewestThenOneADayThenOneAMonth)
{
    const auto kept = keptOf(namesOfDays(500));

    std::vector<std::string> expected;
    for (int day = 0; day < 3; ++day) {
        for (const int hour : {18, 12, 8}) {
            expected.push_back(nameOfDay(day, hour));
        }
    }
    for (int day = 3; day < 30; ++day) {
        expected.push_back(nameOfDay(day, 18)); // the tenth of the newest is among them
    }
    // The newest of each month; those of November and October are there already.
    for (const auto* month : {"20260930", "20260831", "20260731", "20260630", "20260531", "20260430", "20260331",
                              "20260228", "20260131", "20251231"}) {
        expected.push_back("census." + std::string(month) + "T184207Z.gpkg");
    }
    EXPECT_EQ(kept, expected);
}

TEST(BackupRotation, dropsNothingThatIsOfUseAndComesToRest)
{
    EXPECT_TRUE(expired({}).empty());
    EXPECT_TRUE(expired({nameOfDay(0, 8), nameOfDay(100, 8), nameOfDay(200, 8)}).empty());
    const auto kept = keptOf(namesOfDays(500));
    EXPECT_TRUE(expired(kept).empty());
    EXPECT_LE(kept.size(), 52U);
}

TEST(BackupRotation, tenOfOneHourAreAllKept)
{
    std::vector<std::string> names;
    for (int second = 30; second > 0; --second) {
        names.push_back("census.20261122T1042" + std::string(second < 10 ? "0" : "") + std::to_string(second) +
                        "Z.gpkg");
    }

    EXPECT_EQ(keptOf(names), std::vector<std::string>(names.begin(), names.begin() + 10));
}

/// A census with a camera, closed.
class BackupsOfACensus : public testing::Test {
protected:
    BackupsOfACensus()
    {
        const auto session = m_folder.create();
        m_id = session->census().id;
        static_cast<void>(addCamera(*session, aCamera().named("Ponte Nord")));
    }

    Backups backups() const { return {m_folder.file(), m_id}; }
    fs::path beside() const { return m_folder.path(".observo-backups"); }
    std::string prefix() const { return "census." + m_id.text().substr(0, 8) + "."; }
    std::unique_ptr<Connection> connection() const
    {
        auto opened = Connection::open(m_folder.file(), Connection::Access::Read);
        EXPECT_TRUE(opened) << messageOf(opened);
        return std::move(*opened);
    }

    CensusFolder m_folder;
    CensusId m_id;
};

TEST_F(BackupsOfACensus, aBackupIsAPrivateWholeCensusWithItsTimeInItsName)
{
    EXPECT_TRUE(backups().list().empty());
    EXPECT_FALSE(backups().age());

    const auto made = backups().make(*connection(), Progress());

    ASSERT_TRUE(made) << messageOf(made);
    EXPECT_EQ(made->parent_path(), beside());
    const auto name = made->filename().string();
    EXPECT_TRUE(std::regex_match(name, std::regex("census\\.[0-9a-f]{8}\\.\\d{8}T\\d{6}Z\\.gpkg"))) << name;
    EXPECT_TRUE(name.starts_with(prefix()));
    EXPECT_EQ(fs::status(*made).permissions(), fs::perms(0600));
    EXPECT_EQ(integrityOf(*made), "ok");
    EXPECT_EQ(contentOf(**Reader::open(*made)), contentOf(*m_folder.reader()));
    EXPECT_EQ(backups().list(), std::vector{*made});
    EXPECT_LT(*backups().age(), std::chrono::seconds(60));
    EXPECT_EQ(FolderState::of(beside()).entries.size(), 1U) << FolderState::of(beside());
}

TEST_F(BackupsOfACensus, theListIsNewestFirstAndHoldsOnlyItsOwn)
{
    fs::create_directory(beside());
    const auto older = prefix() + "20250101T000000Z.gpkg";
    const auto newer = prefix() + "20260101T000000Z.gpkg";
    for (const auto& name : {older, newer, prefix() + "20260101T000000Z.gpkg.part-1", prefix() + "note.txt",
                             std::string("census.ffffffff.20260101T000000Z.gpkg"),
                             "other." + m_id.text().substr(0, 8) + ".20260101T000000Z.gpkg"}) {
        std::ofstream(beside() / name) << "x";
    }

    EXPECT_EQ(backups().list(), (std::vector{beside() / newer, beside() / older}));
}

TEST_F(BackupsOfACensus, ofAFileThatCannotBeReadTheyAreFoundByItsName)
{
    fs::create_directories(beside());
    const auto away = userDataFolder() / "backups" / m_id.text();
    fs::create_directories(away);
    const auto older = beside() / (prefix() + "20250101T000000Z.gpkg");
    const auto newer = away / (prefix() + "20260101T000000Z.gpkg");
    const auto foreign = beside() / "census.ffffffff.20240101T000000Z.gpkg";
    for (const auto& file :
         {older, newer, foreign, beside() / "census.20260101T000000Z.gpkg", beside() / "census.notes.gpkg",
          beside() / ("other." + m_id.text().substr(0, 8) + ".20260101T000000Z.gpkg")}) {
        std::ofstream(file) << "x";
    }
    std::ofstream(m_folder.file(), std::ios::trunc) << "no census any more";
    ASSERT_FALSE(Session::open(m_folder.file(), optionsOf("anna")));

    // Another census may have had this name before: the person sees the days and chooses.
    EXPECT_EQ(Session::backupsOf(m_folder.file()), (std::vector{newer, older, foreign}));
    fs::remove(m_folder.file());
    EXPECT_EQ(Session::backupsOf(m_folder.file()), (std::vector{newer, older, foreign}));
    EXPECT_TRUE(Session::backupsOf(m_folder.path("never.gpkg")).empty());
}

TEST_F(BackupsOfACensus, makingOneDropsWhatTheRotationNoLongerKeeps)
{
    fs::create_directory(beside());
    for (const auto& name : namesOfDays(500)) {
        std::ofstream(beside() / (prefix() + name.substr(7))) << "x";
    }
    std::ofstream(beside() / "notes.txt") << "of a person";

    const auto made = backups().make(*connection(), Progress());

    ASSERT_TRUE(made) << messageOf(made);
    const auto list = backups().list();
    EXPECT_GE(list.size(), 40U);
    EXPECT_LE(list.size(), 52U);
    EXPECT_NE(std::ranges::find(list, *made), list.end());
    EXPECT_TRUE(fs::exists(beside() / "notes.txt"));
}

TEST_F(BackupsOfACensus, theyGoToTheUsersFolderWhereNoneCanBeMadeBeside)
{
    std::ofstream(beside()) << "a file in the way";

    const auto made = backups().make(*connection(), Progress());

    ASSERT_TRUE(made) << messageOf(made);
    EXPECT_EQ(made->parent_path(), userDataFolder() / "backups" / m_id.text());
    EXPECT_EQ(backups().list(), std::vector{*made});
    EXPECT_EQ(userDataFolder(), m_folder.path("data") / "observo");
    EXPECT_EQ(userStateFolder(), m_folder.path("state") / "observo");
}

TEST_F(BackupsOfACensus, theFirstEditMakesOneOfTheStateBefore)
{
    const auto before = contentOf(*m_folder.reader());
    const auto session = m_folder.open();
    ASSERT_TRUE(session->poll());
    EXPECT_TRUE(session->backups().empty()) << "opening makes none";

    static_cast<void>(addCamera(*session, aCamera().named("Ponte Sud")));
    static_cast<void>(addCamera(*session, aCamera().named("Ponte Est")));

    ASSERT_EQ(session->backups().size(), 1U);
    EXPECT_EQ(contentOf(**Reader::open(session->backups().front())), before);
}

TEST_F(BackupsOfACensus, commandsMakeOneAnHourAtMost)
{
    auto options = optionsOf("anna");
    options.lock = LockHolding::PerEdit;
    for (int i = 0; i < 3; ++i) {
        const auto session = Session::open(m_folder.file(), options);
        ASSERT_TRUE(session) << messageOf(session);
        static_cast<void>(addCamera(**session, aCamera()));
    }
    ASSERT_EQ(backups().list().size(), 1U);
    const auto old = beside() / (prefix() + "20260101T000000Z.gpkg");
    fs::rename(backups().list().front(), old);
    fs::last_write_time(old, fs::file_time_type::clock::now() - std::chrono::minutes(61));

    const auto session = Session::open(m_folder.file(), options);
    static_cast<void>(addCamera(**session, aCamera()));

    EXPECT_EQ(backups().list().size(), 2U);
}

TEST_F(BackupsOfACensus, everyOneCanBeEditedAsACensusAgain)
{
    std::vector<std::string> contents;
    for (int day = 1; day <= 4; ++day) {
        contents.push_back(contentOf(*m_folder.reader()));
        const auto session = m_folder.open();
        static_cast<void>(addCamera(*session, randomCamera(static_cast<std::uint32_t>(day))));
        // Each made on a day of its own.
        fs::rename(session->backups().front(),
                   beside() / (prefix() + "2020010" + std::to_string(day) + "T000000Z.gpkg"));
    }

    const auto list = backups().list();
    ASSERT_EQ(list.size(), 4U);
    for (std::size_t i = 0; i < list.size(); ++i) {
        const auto restored = m_folder.path("restored-" + std::to_string(i) + ".gpkg");
        fs::copy_file(list[i], restored);
        const auto session = Session::open(restored, optionsOf("anna"));
        ASSERT_TRUE(session) << messageOf(session);
        EXPECT_EQ(contentOf((*session)->reader()), contents[list.size() - 1 - i]);
        EXPECT_TRUE(verifyLog((*session)->reader(), Progress())->intact);
        EXPECT_TRUE((*session)->perform(placeCamera(CameraId::make(), {7.7, 45.1})));
        EXPECT_EQ(integrityOf(restored), "ok");
    }
}

TEST_F(BackupsOfACensus, aCensusThatCannotBeBackedUpIsNotEdited)
{
    std::ofstream(beside()) << "a file in the way";
    fs::create_directories(m_folder.path("data"));
    std::ofstream(m_folder.path("data") / "observo") << "another";
    const auto before = bytesOf(m_folder.file());
    const auto session = m_folder.open();

    const auto refused = session->perform(placeCamera(CameraId::make(), {7.7, 45.1}));

    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::OutputDenied);
    EXPECT_NE(refused.error().what.find("backup"), std::string::npos) << refused.error().message();
    EXPECT_EQ(bytesOf(m_folder.file()), before);
}

TEST_F(BackupsOfACensus, aCopyNeverReplacesAFile)
{
    std::ofstream(m_folder.path("there.gpkg")) << "of somebody";

    const auto refused = writeCheckedCopy(*connection(), m_folder.path("there.gpkg"), Progress());

    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::OutputExists);
    EXPECT_EQ(bytesOf(m_folder.path("there.gpkg")), "of somebody");
}

TEST_F(BackupsOfACensus, aCopyThatEndsEarlyLeavesNothing)
{
    const Progress progress;
    progress.cancel();
    const auto before = FolderState::of(m_folder.folder());

    const auto cancelled = writeCheckedCopy(*connection(), m_folder.path("copy.gpkg"), progress);
    const auto nowhere = writeCheckedCopy(*connection(), m_folder.path("none") / "copy.gpkg", Progress());

    ASSERT_FALSE(cancelled);
    EXPECT_EQ(cancelled.error().code, ErrorCode::Cancelled);
    ASSERT_FALSE(nowhere);
    EXPECT_EQ(nowhere.error().file, m_folder.path("none") / "copy.gpkg");
    EXPECT_EQ(FolderState::of(m_folder.folder()), before);
}

TEST_F(BackupsOfACensus, aCopyOfADamagedCensusIsNotKept)
{
    const auto page =
        std::stol(sqlValue(m_folder.file(), "SELECT rootpage FROM sqlite_schema WHERE name = 'tombstone'"));
    const auto size = std::stol(sqlValue(m_folder.file(), "PRAGMA page_size"));
    {
        std::fstream file(m_folder.file(), std::ios::in | std::ios::out | std::ios::binary);
        file.seekp((page - 1) * size);
        file << std::string(static_cast<std::size_t>(size), '\xee');
    }
    const auto before = FolderState::of(m_folder.folder());

    const auto refused = writeCheckedCopy(*connection(), m_folder.path("copy.gpkg"), Progress());

    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::OutputFailed) << refused.error().message();
    EXPECT_EQ(FolderState::of(m_folder.folder()), before);
}

} // namespace
} // namespace observo::census
