// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/Builders.h"
#include "support/census/CensusFolder.h"
#include "support/census/Disk.h"
#include "support/census/SecondOpinion.h"

#include "observo/core/Edits.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

namespace observo {
namespace {

using namespace census;
using namespace test;
namespace fs = std::filesystem;

/// A closed census with one camera.
class Opening : public testing::Test {
protected:
    Opening()
    {
        const auto session = m_folder.create();
        m_camera = addCamera(*session, aCamera().named("Ponte Nord"));
    }

    FolderState state() const { return FolderState::of(m_folder.folder()); }
    Result<std::unique_ptr<Session>> open() const { return Session::open(m_folder.file(), optionsOf("bruno")); }

    /// All that can be done with an open census but editing it.
    void lookAtEverything(Session& session) const
    {
        EXPECT_TRUE(session.poll());
        EXPECT_NE(contentOf(session.reader()), "");
        EXPECT_FALSE(logOf(session.reader()).empty());
        EXPECT_TRUE(verifyLog(session.reader(), Progress()));
        EXPECT_FALSE(session.undoLabel()) << "bruno has edited nothing";
        EXPECT_TRUE(session.backups().empty());
        static_cast<void>(session.writeState());
        const auto snapshot = Reader::snapshot(session.file(), Progress());
        EXPECT_TRUE(snapshot) << messageOf(snapshot);
        EXPECT_TRUE(session.poll());
    }

    CensusFolder m_folder;
    Camera m_camera;
};

TEST_F(Opening, leavesEveryByteTimeAndName)
{
    const auto before = state();
    {
        const auto session = open();
        ASSERT_TRUE(session) << messageOf(session);
        lookAtEverything(**session);
        EXPECT_TRUE((*session)->writeState().writable);
        EXPECT_EQ(state(), before) << "while open";
    }

    EXPECT_EQ(state(), before);
}

TEST_F(Opening, leavesAHotJournalToTheFirstEdit)
{
    const auto content = contentOf(*m_folder.reader());
    leaveHotJournal(m_folder.file());
    const auto before = state();
    ASSERT_TRUE(before.has("census.gpkg-journal"));
    {
        const auto session = open();
        ASSERT_TRUE(session) << messageOf(session);
        lookAtEverything(**session);
        EXPECT_EQ(contentOf((*session)->reader()), content) << "half a change is none";
        EXPECT_EQ((*session)->reader().facts()->journal, "hot");
    }
    EXPECT_EQ(state(), before);

    const auto session = m_folder.open();
    static_cast<void>(addCamera(*session, aCamera()));

    EXPECT_FALSE(state().has("census.gpkg-journal"));
    EXPECT_EQ(m_folder.reader()->facts()->cameras, 2U);
    EXPECT_EQ(integrityOf(m_folder.file()), "ok");
    EXPECT_TRUE(verifyLog(session->reader(), Progress())->intact);
}

TEST_F(Opening, leavesTheWalOfAnotherProgramToTheFirstEdit)
{
    leaveWal(m_folder.file(), "UPDATE camera SET name = 'In the WAL'");
    const auto before = state();
    ASSERT_TRUE(before.has("census.gpkg-wal"));
    {
        const auto session = open();
        ASSERT_TRUE(session) << messageOf(session);
        lookAtEverything(**session);
        EXPECT_EQ(stored(**session, m_camera.id).name, "In the WAL");
        EXPECT_EQ((*session)->reader().facts()->journal, "wal");
    }
    EXPECT_EQ(state(), before);

    const auto session = m_folder.open();
    const auto committed = session->perform(renameCamera(stored(*session, m_camera.id), "Ponte Sud"));

    ASSERT_TRUE(committed) << messageOf(committed);
    EXPECT_FALSE(state().has("census.gpkg-wal"));
    EXPECT_EQ(stored(*session, m_camera.id).name, "Ponte Sud");
    EXPECT_EQ(m_folder.reader()->facts()->journal, "delete");
    EXPECT_TRUE(verifyLog(session->reader(), Progress())->intact);
}

/// What may lie beside a census on a medium that cannot be written.
class OpeningReadOnly : public Opening, public testing::WithParamInterface<const char*> {};

TEST_P(OpeningReadOnly, worksAndSaysWhyNothingCanBeEdited)
{
    const std::string beside = GetParam();
    if (beside == "journal") {
        leaveHotJournal(m_folder.file());
    } else if (beside == "wal") {
        leaveWal(m_folder.file(), "UPDATE camera SET name = 'In the WAL'");
    }
    for (const auto& entry : fs::directory_iterator(m_folder.folder())) {
        if (entry.is_regular_file()) {
            fs::permissions(entry.path(), fs::perms(0444));
        }
    }
    fs::permissions(m_folder.folder(), fs::perms(0555));
    const auto before = state();

    const int right = asNobody([&] {
        const auto session = open();
        if (!session) {
            return 1;
        }
        const auto why = (*session)->writeState().why;
        if (!why || why->code != ErrorCode::CensusReadOnly) {
            return 2;
        }
        const auto refused = (*session)->perform(placeCamera(CameraId::make(), {7.6, 45.0}));
        if (refused || refused.error() != *why) {
            return 3;
        }
        const auto camera = (*session)->reader().camera(m_camera.id);
        if (!camera || camera->name != (beside == "wal" ? "In the WAL" : "Ponte Nord")) {
            return 4;
        }
        return (*session)->poll() && (*session)->inventory().size() == 1 ? 0 : 5;
    });
    const auto after = state();
    fs::permissions(m_folder.folder(), fs::perms(0755));

    EXPECT_EQ(right, 0);
    EXPECT_EQ(after, before);
}

INSTANTIATE_TEST_SUITE_P(Opening, OpeningReadOnly, testing::Values("nothing", "journal", "wal"),
                         [](const auto& test) { return std::string("beside") + test.param; });

TEST_F(Opening, forReadingOnlyRefusesEditsAndTakesNoLock)
{
    auto options = optionsOf("bruno");
    options.readOnly = true;
    const auto before = state();
    const auto session = Session::open(m_folder.file(), options);
    ASSERT_TRUE(session) << messageOf(session);

    const auto refused = (*session)->perform(placeCamera(CameraId::make(), {7.6, 45.0}));

    EXPECT_FALSE((*session)->writeState().writable);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::CensusReadOnly);
    EXPECT_EQ(state(), before);
}

TEST_F(Opening, besideAnEditorSaysWhoHoldsItAndSinceWhen)
{
    const auto editor = m_folder.open("anna");
    static_cast<void>(addCamera(*editor, aCamera()));
    const auto session = open();
    ASSERT_TRUE(session) << messageOf(session);

    const auto state = (*session)->writeState();
    const auto refused = (*session)->perform(placeCamera(CameraId::make(), {7.6, 45.0}));

    EXPECT_FALSE(state.writable);
    EXPECT_EQ(state.why->code, ErrorCode::CensusLocked);
    EXPECT_NE(state.why->what.find("anna on here (observo) since 20"), std::string::npos) << state.why->what;
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::CensusLocked);
    EXPECT_EQ((*session)->inventory().size(), 2U) << "reading is never refused";
}

TEST_F(Opening, whatIsNoCensusIsRefusedAndLeftAlone)
{
    std::ofstream(m_folder.path("text.gpkg")) << "hello, this is a text file and no database at all";
    std::ofstream(m_folder.path("empty.gpkg"));
    ASSERT_EQ(sqlite(m_folder.path("other.gpkg"), "CREATE TABLE t (x)"), "");
    fs::copy_file(m_folder.file(), m_folder.path("short.gpkg"));
    fs::resize_file(m_folder.path("short.gpkg"), 3000);
    const auto before = state();
    const auto codeOf = [&](const char* name) {
        const auto refused = Session::open(m_folder.path(name), optionsOf("anna"));
        EXPECT_FALSE(refused) << name;
        EXPECT_NE(messageOf(refused).find(name), std::string::npos) << messageOf(refused);
        return refused ? ErrorCode::Internal : refused.error().code;
    };

    EXPECT_EQ(codeOf("missing.gpkg"), ErrorCode::CensusMissing);
    EXPECT_EQ(codeOf("text.gpkg"), ErrorCode::CensusDamaged);
    EXPECT_EQ(codeOf("empty.gpkg"), ErrorCode::CensusDamaged);
    EXPECT_EQ(codeOf("other.gpkg"), ErrorCode::CensusDamaged);
    EXPECT_EQ(codeOf("short.gpkg"), ErrorCode::CensusDamaged);
    EXPECT_EQ(state(), before);
}

TEST_F(Opening, aCensusWithDestroyedCamerasIsRefusedAndLeftAlone)
{
    const auto page = std::stol(sqlValue(m_folder.file(), "SELECT rootpage FROM sqlite_schema WHERE name = 'camera'"));
    const auto size = std::stol(sqlValue(m_folder.file(), "PRAGMA page_size"));
    {
        std::fstream file(m_folder.file(), std::ios::in | std::ios::out | std::ios::binary);
        file.seekp((page - 1) * size);
        file << std::string(static_cast<std::size_t>(size), '\xee');
    }
    const auto before = state();

    const auto refused = open();

    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::CensusDamaged);
    EXPECT_EQ(refused.error().file, m_folder.file());
    EXPECT_NE(refused.error().advice.find("backup"), std::string::npos) << refused.error().advice;
    EXPECT_EQ(state(), before);
}

TEST_F(Opening, aNewerCensusIsLeftToItsProgram)
{
    ASSERT_EQ(sqlite(m_folder.file(), "INSERT INTO observo_schema VALUES (999, 'later', 'observo')"), "");
    const auto before = state();

    const auto refused = open();

    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::CensusNewer);
    EXPECT_EQ(refused.error().file, m_folder.file());
    EXPECT_EQ(state(), before);
}

TEST_F(Opening, aCensusWithAForeignTriggerIsReadButNotEdited)
{
    ASSERT_EQ(sqlite(m_folder.file(), "CREATE TRIGGER evil AFTER UPDATE ON camera BEGIN DELETE FROM site; END"), "");
    const auto before = state();
    const auto session = open();
    ASSERT_TRUE(session) << messageOf(session);

    const auto refused = (*session)->perform(renameCamera(stored(**session, m_camera.id), "x"));

    EXPECT_EQ((*session)->inventory().size(), 1U);
    EXPECT_FALSE((*session)->writeState().writable);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::CensusDamaged);
    EXPECT_NE(refused.error().what.find("evil"), std::string::npos) << refused.error().what;
    EXPECT_EQ(state(), before);
}

TEST_F(Opening, tablesAndColumnsOfOthersAreTheirs)
{
    ASSERT_EQ(sqlite(m_folder.file(), "CREATE TABLE layer_styles (id INTEGER PRIMARY KEY, style TEXT); "
                                      "ALTER TABLE camera ADD COLUMN ours TEXT; UPDATE layer_styles SET style = 'x'"),
              "");
    const auto session = open();
    ASSERT_TRUE(session) << messageOf(session);

    EXPECT_TRUE((*session)->writeState().writable);
    EXPECT_TRUE((*session)->perform(renameCamera(stored(**session, m_camera.id), "Ponte Sud")));
}

TEST_F(Opening, aLinkIsFollowedToTheCensusItself)
{
    fs::create_symlink(m_folder.file(), m_folder.path("link.gpkg"));

    const auto session = Session::open(m_folder.path("link.gpkg"), optionsOf("anna"));

    ASSERT_TRUE(session) << messageOf(session);
    EXPECT_EQ((*session)->file(), fs::canonical(m_folder.file()));
    ASSERT_TRUE((*session)->perform(placeCamera(CameraId::make(), {7.6, 45.0})));
    EXPECT_TRUE(state().has("census.gpkg.lock")) << "one census has one lock, whatever it is called";
    EXPECT_FALSE(state().has("link.gpkg.lock"));
}

TEST(Creating, makesAPrivateSoundCensusThatNobodyCanUndo)
{
    const CensusFolder folder;
    const auto session = folder.create();

    EXPECT_EQ(fs::status(folder.file()).permissions(), fs::perms(0600));
    EXPECT_EQ(FolderState::of(folder.folder()).entries.size(), 1U) << FolderState::of(folder.folder());
    EXPECT_EQ(session->census().issuingBody, "Comune di Prova");
    EXPECT_EQ(session->census().istatCode, "001272");
    EXPECT_FALSE(session->undoLabel());
    const auto log = logOf(session->reader());
    ASSERT_FALSE(log.empty());
    EXPECT_TRUE(std::ranges::all_of(log, [](const LogEntry& entry) { return entry.label == "New census"; }));
    EXPECT_TRUE(verifyLog(session->reader(), Progress())->intact);
    EXPECT_EQ(integrityOf(folder.file()), "ok");
    const auto system = session->reader().systemWithCode("001272", "I-0001");
    ASSERT_TRUE(system && *system);
    EXPECT_EQ((*system)->name, "Comune di Prova");
}

TEST(Creating, neverReplacesAFile)
{
    const CensusFolder folder;
    std::ofstream(folder.file()) << "of somebody";
    fs::create_symlink("nowhere", folder.path("dangling.gpkg"));
    const auto before = FolderState::of(folder.folder());
    const NewCensus wish{.issuingBody = "Comune di Prova", .istatCode = "001272"};

    for (const auto* name : {"census.gpkg", "dangling.gpkg"}) {
        const auto refused = Session::create(folder.path(name), wish, optionsOf("anna"));
        ASSERT_FALSE(refused) << name;
        EXPECT_EQ(refused.error().code, ErrorCode::OutputExists) << name;
    }

    EXPECT_EQ(FolderState::of(folder.folder()), before);
}

TEST(Creating, refusesWhatNoCensusCanBeAndLeavesNothing)
{
    const CensusFolder folder;
    const auto errorOf = [&](const fs::path& file, const NewCensus& wish) {
        const auto refused = Session::create(file, wish, optionsOf("anna"));
        EXPECT_FALSE(refused);
        return refused ? Error{} : refused.error();
    };

    EXPECT_EQ(errorOf(folder.file(), {.issuingBody = "", .istatCode = "001272"}).field, "issuing_body");
    EXPECT_EQ(errorOf(folder.file(), {.issuingBody = "Prova", .istatCode = "12"}).field, "istat_code");
    const auto nowhere = errorOf(folder.path("none") / "a.gpkg", {.issuingBody = "Prova", .istatCode = "001272"});
    EXPECT_EQ(nowhere.file, folder.path("none")) << nowhere.message();

    EXPECT_TRUE(FolderState::of(folder.folder()).entries.empty()) << FolderState::of(folder.folder());
}

} // namespace
} // namespace observo
