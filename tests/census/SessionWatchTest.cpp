// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/Builders.h"
#include "support/census/CensusFolder.h"
#include "support/census/Disk.h"
#include "support/census/SecondOpinion.h"

#include "observo/core/Edits.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <algorithm>
#include <fstream>
#include <utility>

namespace observo {
namespace {

using namespace census;
using namespace test;
namespace fs = std::filesystem;

/// Keeps what the bell of a session said.
class Bell {
public:
    explicit Bell(Session& session)
    {
        session.onChanged([this](const ChangeSet& changes) { rung.push_back(changes); });
    }
    std::vector<ChangeSet> rung;
};

/// What QGIS and every other program that uses GDAL does with the cameras' layer, in a process of its own.
void editWithGdal(const fs::path& census, const std::string& edits)
{
    const auto script = census.parent_path() / "edit.py";
    std::ofstream(script) << "from osgeo import ogr\nogr.UseExceptions()\n"
                          << "source = ogr.Open('" << census.string() << "', update=1)\n"
                          << "layer = source.GetLayerByName('camera')\n"
                          << edits << "\nlayer = None\nsource = None\n";
    std::string output;
    ASSERT_EQ(run("/usr/bin/python3 " + script.string(), &output), 0) << output;
    fs::remove(script);
}

const char* const kRenameFirst = "feature = layer.GetFeature(1)\nfeature['name'] = 'Renamed in QGIS'\n"
                                 "layer.SetFeature(feature)\n";
const char* const kAddOne = "feature = ogr.Feature(layer.GetLayerDefn())\nfeature['name'] = 'Added in QGIS'\n"
                            "feature.SetGeometry(ogr.CreateGeometryFromWkt('POINT (7.69 45.08)'))\n"
                            "layer.CreateFeature(feature)\n";

std::vector<std::string> namesOnTheMap(const Session& session)
{
    std::vector<std::string> names;
    session.inventory().forEach([&](const CameraRow& row) {
        names.emplace_back(row.name);
        return true;
    });
    std::ranges::sort(names);
    return names;
}

TEST(SessionWatch, whatAnotherProgramEditsIsSeenByTheNextPoll)
{
    const CensusFolder folder;
    {
        const auto session = folder.create();
        static_cast<void>(addCamera(*session, aCamera().named("Ponte Nord")));
        static_cast<void>(addCamera(*session, aCamera().named("Ponte Sud")));
    }
    const auto session = folder.open();
    Bell bell(*session);

    editWithGdal(folder.file(), std::string(kRenameFirst) + kAddOne + "layer.DeleteFeature(2)\n");
    ASSERT_TRUE(session->poll());

    EXPECT_EQ(namesOnTheMap(*session), (std::vector<std::string>{"Added in QGIS", "Renamed in QGIS"}));
    EXPECT_EQ(session->inventory(), *folder.reader()->inventory(Progress()));
    ASSERT_EQ(bell.rung.size(), 1U);
    EXPECT_EQ(bell.rung[0].label, "Edited elsewhere");
    ASSERT_EQ(bell.rung[0].changes.size(), 3U);
    for (const auto& change : bell.rung[0].changes) {
        if (change.isAdded()) {
            EXPECT_EQ(std::get<Camera>(*change.after).position, (LonLat{7.69, 45.08}));
            EXPECT_EQ(std::get<Camera>(*change.after).code, "TC-0003");
        } else if (change.isRemoved()) {
            EXPECT_EQ(std::get<Camera>(*change.before).name, "Ponte Sud");
        } else {
            EXPECT_EQ(std::get<Camera>(*change.before).name, "Ponte Nord");
            EXPECT_EQ(std::get<Camera>(*change.after).name, "Renamed in QGIS");
        }
    }
    ASSERT_TRUE(session->poll());
    EXPECT_EQ(bell.rung.size(), 1U) << "nothing new";
}

TEST(SessionWatch, whatAnotherProgramEditedIsItsOwnInTheLogAndSealedWithTheFirstEdit)
{
    const CensusFolder folder;
    {
        const auto session = folder.create();
        static_cast<void>(addCamera(*session, aCamera().named("Ponte Nord")));
    }
    editWithGdal(folder.file(), std::string(kRenameFirst) + kAddOne);
    const auto session = folder.open();
    const auto isOthers = [](const LogEntry& entry) { return entry.actor == "other program"; };

    auto log = logOf(session->reader());
    EXPECT_EQ(std::ranges::count_if(log, isOthers), 2);
    EXPECT_EQ(log.back().hash, "") << "not sealed yet";
    auto verdict = verifyLog(session->reader(), Progress());
    EXPECT_TRUE(verdict->intact) << verdict->findings.front();
    static_cast<void>(addCamera(*session, aCamera()));

    log = logOf(session->reader());
    EXPECT_EQ(std::ranges::count_if(log, isOthers), 2);
    EXPECT_TRUE(std::ranges::none_of(log, [](const LogEntry& entry) { return entry.hash.empty(); }));
    const auto first = std::ranges::find_if(log, isOthers);
    EXPECT_EQ(first->label, "Edited elsewhere");
    EXPECT_EQ(first->program, "other program");
    EXPECT_NE(first->setId, log.back().setId);
    EXPECT_EQ(log.back().actor, "anna");
    verdict = verifyLog(session->reader(), Progress());
    EXPECT_TRUE(verdict->intact) << verdict->findings.front();
    EXPECT_EQ(session->undoLabel(), "Place camera");
    ASSERT_TRUE(session->undo());
    EXPECT_FALSE(session->undo()) << "the edits of others are not ours to take back";
    EXPECT_EQ(integrityOf(folder.file()), "ok");
}

TEST(SessionWatch, whileEditingTheEditsOfOthersAreSeenToo)
{
    const CensusFolder folder;
    const auto session = folder.create();
    static_cast<void>(addCamera(*session, aCamera().named("Ponte Nord")));
    Bell bell(*session);

    editWithGdal(folder.file(), kRenameFirst);
    static_cast<void>(addCamera(*session, aCamera().named("Ponte Sud")));

    EXPECT_EQ(namesOnTheMap(*session), (std::vector<std::string>{"Ponte Sud", "Renamed in QGIS"}));
    ASSERT_EQ(bell.rung.size(), 2U);
    EXPECT_EQ(bell.rung[0].label, "Edited elsewhere");
    EXPECT_EQ(bell.rung[1].label, "Place camera");
    ASSERT_TRUE(session->poll());
    EXPECT_EQ(bell.rung.size(), 2U) << "its own edits are not news";
}

TEST(SessionWatch, anEditOverOneOfAnotherProgramIsRefusedWithWhoDidIt)
{
    const CensusFolder folder;
    const auto session = folder.create();
    const auto camera = addCamera(*session, aCamera().named("Ponte Nord"));
    editWithGdal(folder.file(), kRenameFirst);

    const auto refused = session->perform(renameCamera(camera, "Ponte Est"));

    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::RuleBroken);
    EXPECT_NE(refused.error().message().find("other program"), std::string::npos) << refused.error().message();
    EXPECT_EQ(stored(*session, camera.id).name, "Renamed in QGIS");
}

TEST(SessionWatch, aWindowSeesWhatACommandDoes)
{
    const CensusFolder folder;
    {
        const auto session = folder.create();
        static_cast<void>(addCamera(*session, aCamera().named("Ponte Nord")));
    }
    const auto window = folder.open("anna");
    Bell bell(*window);
    auto options = optionsOf("bruno");
    options.lock = LockHolding::PerEdit;
    auto command = Session::open(folder.file(), options);
    ASSERT_TRUE(command);

    static_cast<void>(addCamera(**command, aCamera().named("Ponte Sud")));
    auto census = (*command)->census();
    census.lineage = "known to both";
    ASSERT_TRUE((*command)->perform(editRecord((*command)->census(), census)));
    ASSERT_TRUE(window->poll());

    EXPECT_EQ(window->inventory().size(), 2U);
    EXPECT_EQ(window->census().lineage, "known to both");
    EXPECT_EQ(bell.rung.size(), 1U);
    EXPECT_TRUE(window->perform(placeCamera(CameraId::make(), {7.6, 45.0}))) << "the command has let go of the lock";
}

TEST(SessionWatch, moreThanCanBeFollowedIsReadAnew)
{
    const CensusFolder folder;
    static_cast<void>(folder.create());
    const auto session = folder.open();
    Bell bell(*session);

    // A point at 8° E, 45° N.
    runSql(folder.file(), "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1200) "
                          "INSERT INTO camera (name, geom) SELECT 'Camera ' || i, "
                          "x'47500001E6100000010100000000000000000020400000000000804640' FROM n");
    ASSERT_TRUE(session->poll());

    EXPECT_EQ(session->reader().facts()->cameras, 1200U);
    EXPECT_EQ(session->inventory(), *folder.reader()->inventory(Progress()));
    ASSERT_EQ(bell.rung.size(), 1U);
    EXPECT_TRUE(bell.rung[0].isEmpty()) << "look at everything";
}

TEST(SessionWatch, aListenerMayGoWhileTheBellRings)
{
    const CensusFolder folder;
    const auto session = folder.create();
    int first = 0;
    int second = 0;
    int number = 0;
    number = session->onChanged([&](const ChangeSet&) {
        ++first;
        session->removeListener(number);
    });
    session->onChanged([&](const ChangeSet&) { ++second; });

    static_cast<void>(addCamera(*session, aCamera()));
    static_cast<void>(addCamera(*session, aCamera()));

    EXPECT_EQ(first, 1);
    EXPECT_EQ(second, 2);
}

/// What befalls the file while it is open.
struct Fate {
    const char* name;
    void (*befall)(const fs::path& file);
};

const Fate kFates[] = {
    {"moved", [](const fs::path& file) { fs::rename(file, file.parent_path() / "elsewhere.gpkg"); }},
    {"deleted", [](const fs::path& file) { fs::remove(file); }},
    {"replaced",
     [](const fs::path& file) {
         fs::copy_file(file, file.parent_path() / "other.gpkg");
         fs::rename(file.parent_path() / "other.gpkg", file);
     }},
    {"replacedByNoCensus",
     [](const fs::path& file) {
         fs::remove(file);
         std::ofstream(file) << "something else";
     }},
};

class MovedFile : public testing::TestWithParam<std::tuple<Fate, bool>> {};

TEST_P(MovedFile, isNoticedAndTheWorkCanBeSaved)
{
    const auto& [fate, isEdited] = GetParam();
    const CensusFolder folder;
    auto session = folder.create();
    static_cast<void>(addCamera(*session, aCamera().named("Ponte Nord")));
    if (!isEdited) {
        session.reset();
        session = folder.open();
    }
    const auto content = contentOf(session->reader());

    fate.befall(folder.file());
    const auto bytes = bytesOf(folder.file());
    const auto polled = session->poll();
    const auto performed = session->perform(placeCamera(CameraId::make(), {7.6, 45.0}));
    const auto undone = session->undo();
    const auto saved = session->backupTo(folder.path("saved.gpkg"), Progress());

    ASSERT_FALSE(polled);
    EXPECT_EQ(polled.error().code, ErrorCode::CensusMoved);
    ASSERT_FALSE(performed);
    EXPECT_EQ(performed.error().code, ErrorCode::CensusMoved) << performed.error().message();
    EXPECT_NE(performed.error().advice.find("save a copy"), std::string::npos);
    EXPECT_FALSE(undone);
    EXPECT_EQ(session->writeState().why->code, ErrorCode::CensusMoved);
    EXPECT_EQ(bytesOf(folder.file()), bytes) << "what lies there now is not ours";
    ASSERT_TRUE(saved) << messageOf(saved);
    EXPECT_EQ(contentOf(**Reader::open(folder.path("saved.gpkg"))), content);
    EXPECT_EQ(integrityOf(folder.path("saved.gpkg")), "ok");
    EXPECT_EQ(session->inventory().size(), 1U) << "it can still be looked at";
}

INSTANTIATE_TEST_SUITE_P(SessionWatch, MovedFile, testing::Combine(testing::ValuesIn(kFates), testing::Bool()),
                         [](const auto& test) {
                             return std::string(std::get<0>(test.param).name) +
                                    (std::get<1>(test.param) ? "WhileEdited" : "WhileRead");
                         });

TEST(SessionWatch, aFileThatComesBackIsEditedOn)
{
    const CensusFolder folder;
    const auto session = folder.create();
    static_cast<void>(addCamera(*session, aCamera()));
    fs::rename(folder.file(), folder.path("away.gpkg"));
    EXPECT_FALSE(session->poll());

    fs::rename(folder.path("away.gpkg"), folder.file());

    EXPECT_TRUE(session->poll());
    EXPECT_TRUE(session->perform(placeCamera(CameraId::make(), {7.6, 45.0})));
    EXPECT_EQ(folder.reader()->facts()->cameras, 2U);
}

TEST(SessionWatch, aLostLockIsToldAndNothingIsWrittenWithoutIt)
{
    const CensusFolder folder;
    const auto session = folder.create();
    static_cast<void>(addCamera(*session, aCamera()));
    ASSERT_TRUE(session->poll());
    const auto bytes = bytesOf(folder.file());

    fs::rename(folder.path("census.gpkg.lock"), folder.path("taken"));
    std::ofstream(folder.path("census.gpkg.lock")) << R"({"user":"carla","host":"police","id":"other","machine":"x"})";

    const auto polled = session->poll();
    const auto performed = session->perform(placeCamera(CameraId::make(), {7.6, 45.0}));
    ASSERT_FALSE(polled);
    EXPECT_EQ(polled.error().code, ErrorCode::CensusLocked);
    ASSERT_FALSE(performed);
    EXPECT_EQ(performed.error().code, ErrorCode::CensusLocked);
    EXPECT_EQ(bytesOf(folder.file()), bytes);
}

/// A program that has the census open in WAL mode, as QGIS does while a layer is edited.
class WalEditor {
public:
    explicit WalEditor(const fs::path& census)
    {
        EXPECT_EQ(sqlite3_open(census.c_str(), &m_handle), SQLITE_OK);
        addGeoPackageFunctions(m_handle);
        execute("PRAGMA journal_mode=WAL; PRAGMA wal_autocheckpoint=0");
    }
    ~WalEditor() { close(); }
    WalEditor(const WalEditor&) = delete;
    WalEditor& operator=(const WalEditor&) = delete;

    void execute(const char* sql)
    {
        EXPECT_EQ(sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(m_handle);
    }
    void close() { sqlite3_close(std::exchange(m_handle, nullptr)); }

private:
    sqlite3* m_handle = nullptr;
};

TEST(SessionWatch, editsInAWalAreSeenAndOnesOwnWaitForItsEnd)
{
    const CensusFolder folder;
    {
        const auto session = folder.create();
        static_cast<void>(addCamera(*session, aCamera().named("Ponte Nord")));
    }
    const auto session = folder.open();
    Bell bell(*session);
    WalEditor editor(folder.file());

    editor.execute("UPDATE camera SET name = 'In the WAL'");
    ASSERT_TRUE(session->poll());
    EXPECT_EQ(namesOnTheMap(*session), std::vector<std::string>{"In the WAL"});
    const auto refused = session->perform(placeCamera(CameraId::make(), {7.6, 45.0}));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::CensusLocked) << refused.error().message();
    editor.execute("UPDATE camera SET name = 'In the WAL again'");
    ASSERT_TRUE(session->poll());
    EXPECT_EQ(namesOnTheMap(*session), std::vector<std::string>{"In the WAL again"});
    editor.close();

    const auto committed = session->perform(placeCamera(CameraId::make(), {7.6, 45.0}));

    EXPECT_TRUE(committed) << messageOf(committed);
    EXPECT_EQ(session->inventory().size(), 2U);
    EXPECT_EQ(bell.rung.size(), 3U);
    EXPECT_EQ(folder.reader()->facts()->journal, "delete");
    EXPECT_TRUE(verifyLog(session->reader(), Progress())->intact);
}

TEST(SessionWatch, aWalThatAKilledProgramLeavesWhileTheCensusIsOpenDoesNotBlockIt)
{
    const CensusFolder folder;
    {
        const auto session = folder.create();
        static_cast<void>(addCamera(*session, aCamera().named("Ponte Nord")));
    }
    const auto session = folder.open();

    leaveWal(folder.file(), "UPDATE camera SET name = 'In the WAL'");
    ASSERT_TRUE(session->poll());
    EXPECT_EQ(namesOnTheMap(*session), std::vector<std::string>{"In the WAL"});
    const auto committed = session->perform(placeCamera(CameraId::make(), {7.6, 45.0}));

    ASSERT_TRUE(committed) << messageOf(committed);
    EXPECT_EQ(session->inventory().size(), 2U);
    EXPECT_EQ(folder.reader()->facts()->cameras, 2U);
    EXPECT_EQ(folder.reader()->facts()->journal, "delete");
    EXPECT_TRUE(verifyLog(session->reader(), Progress())->intact);
}

TEST(SessionWatch, aCopyBesideAWalFollowsTheOriginal)
{
    const CensusFolder folder;
    {
        const auto session = folder.create();
        static_cast<void>(addCamera(*session, aCamera().named("Ponte Nord")));
    }
    leaveWal(folder.file(), "UPDATE camera SET name = 'Once'");
    const auto session = folder.open();
    Bell bell(*session);
    EXPECT_EQ(session->reader().facts()->journal, "wal");
    ASSERT_TRUE(session->poll());
    EXPECT_TRUE(bell.rung.empty());

    leaveWal(folder.file(), "UPDATE camera SET name = 'Twice'");
    ASSERT_TRUE(session->poll());

    EXPECT_EQ(namesOnTheMap(*session), std::vector<std::string>{"Twice"});
    EXPECT_EQ(bell.rung.size(), 1U);
}

TEST(SessionWatch, aWalSwitchedOnUnderAnEditorIsLeftAndSwitchedOffAgain)
{
    const CensusFolder folder;
    const auto session = folder.create();
    static_cast<void>(addCamera(*session, aCamera().named("Ponte Nord")));
    Bell bell(*session);
    {
        WalEditor editor(folder.file());
        editor.execute("UPDATE camera SET name = 'In the WAL'");

        // Ours is the lock file, but it is not what stands in the way.
        const auto refused = session->perform(placeCamera(CameraId::make(), {7.6, 45.0}));
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().code, ErrorCode::CensusLocked) << refused.error().message();
        EXPECT_EQ(refused.error().message().find("anna"), std::string::npos) << refused.error().message();
        ASSERT_TRUE(session->poll());
        EXPECT_EQ(namesOnTheMap(*session), std::vector<std::string>{"In the WAL"});
        EXPECT_EQ(bell.rung.size(), 1U);
    }
    ASSERT_FALSE(fs::exists(folder.file().string() + "-wal")) << "the session still takes part in the WAL";

    const auto committed = session->perform(placeCamera(CameraId::make(), {7.6, 45.0}));

    ASSERT_TRUE(committed) << messageOf(committed);
    EXPECT_EQ(session->inventory().size(), 2U);
    EXPECT_EQ(folder.reader()->facts()->journal, "delete");
    EXPECT_EQ(folder.reader()->facts()->cameras, 2U);
    EXPECT_TRUE(verifyLog(session->reader(), Progress())->intact);
}

TEST(SessionWatch, aWalLeftUnderAnEditorByAKilledProgramTakesNoEditWithIt)
{
    const CensusFolder folder;
    const auto session = folder.create();
    static_cast<void>(addCamera(*session, aCamera().named("Ponte Nord")));
    leaveWal(folder.file(), "UPDATE camera SET name = 'In the WAL'");

    const auto committed = session->perform(placeCamera(CameraId::make(), {7.6, 45.0}));

    ASSERT_TRUE(committed) << messageOf(committed);
    EXPECT_FALSE(fs::exists(folder.file().string() + "-wal"));
    const auto copy = folder.path("copy.gpkg");
    ASSERT_EQ(run("cp " + folder.file().string() + " " + copy.string()), 0);
    EXPECT_EQ(Reader::open(copy).value()->facts()->cameras, 2U) << "the file alone is the whole census";
    EXPECT_EQ(Reader::open(copy).value()->inventory(Progress())->size(), session->inventory().size());
    EXPECT_TRUE(verifyLog(session->reader(), Progress())->intact);
}

} // namespace
} // namespace observo
