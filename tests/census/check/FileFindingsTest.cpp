// SPDX-License-Identifier: GPL-3.0-or-later
#include "check/FileFindings.h"

#include "support/Builders.h"
#include "support/census/Campaign.h"
#include "support/census/CensusModel.h"
#include "support/census/SecondOpinion.h"

#include "observo/census/Session.h"
#include "observo/core/Edits.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace observo::census {
namespace {

class FileFindings : public testing::Test {
protected:
    FileFindings() : m_folder(test::inMemory("observo-file")), m_file(m_folder / "census.gpkg")
    {
        std::filesystem::copy_file(soundCensus(), m_file);
    }

    /// Made once for all tests.
    static const std::filesystem::path& soundCensus()
    {
        static const test::TemporaryFolder folder(test::inMemory("observo-sound"));
        static const auto file = [] {
            auto made = folder / "census.gpkg";
            test::makeCensusOf(made, 12);
            return made;
        }();
        return file;
    }

    std::vector<Finding> findings(std::string_view only = {}) const
    {
        auto reader = Reader::open(m_file);
        EXPECT_TRUE(reader) << reader.error().message();
        const auto census = (*reader)->census();
        const auto wanted = [only](std::string_view rule) { return only.empty() || rule == only; };
        auto found = fileFindings(**reader, *census, wanted, Progress());
        EXPECT_TRUE(found) << found.error().message();
        return found ? *found : std::vector<Finding>{};
    }

    /// What a program does that goes round our triggers.
    void alter(const std::string& sql) const { test::runAroundTriggers(m_file, sql); }
    std::string firstCode() const { return test::sqlValue(m_file, "SELECT code FROM camera ORDER BY fid LIMIT 1"); }

    test::TemporaryFolder m_folder;
    std::filesystem::path m_file;
};

TEST_F(FileFindings, thereAreNoneInASoundFile)
{
    const auto found = findings();

    EXPECT_TRUE(found.empty()) << found.front().messageEn;
}

TEST_F(FileFindings, aRecordChangedAroundTheLogIsNamedInBothLanguages)
{
    alter("UPDATE camera SET notes = 'forged' WHERE fid = (SELECT min(fid) FROM camera)");

    const auto found = findings();

    ASSERT_EQ(found.size(), 1U) << found.back().messageEn;
    EXPECT_EQ(found[0].rule, "F-ROWHASH");
    EXPECT_EQ(found[0].severity, Severity::Error);
    EXPECT_EQ(found[0].kind, RecordKind::Camera);
    EXPECT_EQ(found[0].recordCode, firstCode());
    EXPECT_EQ(found[0].record.text(), test::sqlValue(m_file, "SELECT camera_id FROM camera ORDER BY fid LIMIT 1"));
    EXPECT_NE(found[0].messageEn, found[0].messageIt);
}

TEST_F(FileFindings, anAlteredLogIsAFindingOfTheCensus)
{
    alter("UPDATE change_log SET at = '2020-01-01T00:00:00Z' WHERE seq = 3");

    const auto found = findings();

    ASSERT_FALSE(found.empty());
    EXPECT_EQ(found[0].rule, "F-LOG");
    EXPECT_EQ(found[0].kind, RecordKind::Census);
    EXPECT_NE(found[0].messageEn.find("entry 3"), std::string::npos) << found[0].messageEn;
    EXPECT_NE(found[0].messageIt.find("voce 3"), std::string::npos) << found[0].messageIt;
}

TEST_F(FileFindings, aCameraThatTheSpatialIndexDoesNotFind)
{
    alter("DELETE FROM rtree_camera_geom WHERE id = (SELECT min(fid) FROM camera);"
          "UPDATE rtree_camera_geom SET minx = 9, maxx = 9 WHERE id = (SELECT max(fid) FROM camera)");

    const auto found = findings();

    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].rule, "F-RTREE");
    EXPECT_NE(found[0].messageEn.find(": 2,"), std::string::npos) << found[0].messageEn;
}

TEST_F(FileFindings, anEntryOfTheSpatialIndexWithoutCamera)
{
    alter("INSERT INTO rtree_camera_geom VALUES (4711, 7, 7, 45, 45)");

    const auto found = findings("F-RTREE");

    ASSERT_EQ(found.size(), 1U);
    EXPECT_NE(found[0].messageEn.find("without a camera: 1"), std::string::npos) << found[0].messageEn;
}

TEST_F(FileFindings, aMissingSpatialIndex)
{
    alter("DROP TABLE rtree_camera_geom");

    const auto found = findings("F-RTREE");

    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].rule, "F-RTREE");
}

// SQLite's own check compares each index with its table.
TEST_F(FileFindings, aDamagedPage)
{
    const auto page =
        std::stoul(test::sqlValue(m_file, "SELECT rootpage FROM sqlite_schema WHERE name = 'camera_by_code'"));
    const auto size = std::stoul(test::sqlValue(m_file, "PRAGMA page_size"));
    std::fstream file(m_file, std::ios::in | std::ios::out | std::ios::binary);
    std::string content((page)*size, '\0');
    file.read(content.data(), static_cast<std::streamsize>(content.size()));
    const auto code = content.find(firstCode(), (page - 1) * size);
    ASSERT_NE(code, std::string::npos);
    file.seekp(static_cast<std::streamoff>(code));
    file.put('~');
    file.close();

    const auto found = findings("F-INTEGRITY");

    ASSERT_FALSE(found.empty());
    EXPECT_EQ(found[0].rule, "F-INTEGRITY");
    EXPECT_EQ(found[0].severity, Severity::Error);
}

TEST_F(FileFindings, onlyTheWantedRulesAreAsked)
{
    alter("UPDATE camera SET notes = 'forged' WHERE fid = (SELECT min(fid) FROM camera)");

    EXPECT_TRUE(findings("F-INTEGRITY").empty());
    EXPECT_TRUE(findings("F-LOG").empty());
    EXPECT_EQ(findings("F-ROWHASH").size(), 1U);
}

TEST_F(FileFindings, cancelledTheyAreNotGiven)
{
    auto reader = Reader::open(m_file);
    const auto census = (*reader)->census();
    const Progress progress;
    progress.cancel();

    const auto found = fileFindings(
        **reader, *census, [](std::string_view) { return true; }, progress);

    ASSERT_FALSE(found);
    EXPECT_EQ(found.error().code, ErrorCode::Cancelled);
}

TEST(FileRules, haveNamesOfTheirOwnAndBothTitles)
{
    for (const auto& rule : fileRules()) {
        EXPECT_EQ(findFileRule(rule.name), &rule);
        EXPECT_EQ(findRule(rule.name), nullptr);
        EXPECT_FALSE(rule.title.it.empty());
        EXPECT_FALSE(rule.title.en.empty());
    }
    EXPECT_EQ(findFileRule("F-NONE"), nullptr);
}

TEST(OrphanFindings, nameTheContextCameraThatIsNotThere)
{
    Camera camera = test::aCamera().coded("TC-1");
    camera.contextCamera = CameraId::make();

    EXPECT_TRUE(orphanFindings(camera, [](CameraId) { return true; }).empty());
    const auto found = orphanFindings(camera, [](CameraId) { return false; });

    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].rule, "F-ORPHAN");
    EXPECT_EQ(found[0].recordCode, "TC-1");
    EXPECT_EQ(found[0].field, "context_camera_id");
    EXPECT_NE(found[0].messageEn.find(camera.contextCamera->text()), std::string::npos);
}

} // namespace
} // namespace observo::census
