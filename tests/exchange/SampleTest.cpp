// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/exchange/Sample.h"

#include "support/TestPlaces.h"
#include "support/census/CensusFolder.h"
#include "support/exchange/CensusToExport.h"

#include "observo/census/Check.h"
#include "observo/core/Edits.h"

#include <gtest/gtest.h>

#include <map>

namespace observo::exchange {
namespace {

namespace fs = std::filesystem;

fs::path sampleFolder()
{
    return test::sourceFolder() / "data" / "sample";
}

std::map<std::string, int> findingsOf(census::Reader& reader)
{
    const auto report = census::checkCensus(reader, {.today = "2026-11-22"}, {}, {});
    EXPECT_TRUE(report) << test::messageOf(report);
    std::map<std::string, int> counts;
    for (const Finding& finding : report->findings) {
        ++counts[std::string(finding.rule)];
    }
    return counts;
}

TEST(Sample, theTownHasItsCamerasSitesAndSystems)
{
    const test::CensusFolder folder;
    ASSERT_TRUE(makeSampleCensus(sampleFolder(), folder.file(), test::optionsOf("anna").actor, {}));

    const auto reader = folder.reader();
    const auto facts = reader->facts();
    ASSERT_TRUE(facts);
    EXPECT_EQ(facts->cameras, 295U);
    EXPECT_TRUE(facts->extent.contains({8.05, 44.92}));
    const auto census = reader->census();
    EXPECT_EQ(census->issuingBody, "Comune di Borgo Sereno");
    EXPECT_FALSE(census->lineage.empty());
    const auto camera = reader->camera(*CameraId::parse("4e2144d4-6b59-448b-b24a-fbbd86087306"));
    ASSERT_TRUE(camera);
    EXPECT_EQ(camera->position, (LonLat{8.0527, 44.9148878}));
}

TEST(Sample, checkFindsTheFaultsPutInOnPurpose)
{
    const test::CensusFolder folder;
    ASSERT_TRUE(makeSampleCensus(sampleFolder(), folder.file(), test::optionsOf("anna").actor, {}));
    const auto reader = folder.reader();

    auto findings = findingsOf(*reader);

    // The counts of data/sample/README.md; a pair is two findings.
    const std::map<std::string, int> planted{{"V-RET-7D", 3},      {"V-DIRECTION", 6},  {"V-VERIFY", 7}, {"V-FR", 1},
                                             {"V-DUP-CODE", 2},    {"V-DUP-PLACE", 2},  {"V-WASTE", 1},  {"V-CODE", 1},
                                             {"V-PLATE-LANES", 1}, {"V-ZTL-DECREE", 1}, {"V-DECLARE", 1}};
    for (const auto& [rule, count] : planted) {
        EXPECT_EQ(findings[rule], count) << rule;
    }
    EXPECT_EQ(findings["V-DATES"], 2); // decommissioned without a date; valid until before it is valid from
    EXPECT_GT(findings["V-SIGN"], 0);
    EXPECT_GT(findings["V-RET-72H"], 0);
    EXPECT_GT(findings["V-DPIA"], 0);
}

TEST(Sample, aFileThatExistsIsNotTouched)
{
    const test::CensusFolder folder;
    test::putBytes(folder.file(), "mine");
    EXPECT_FALSE(makeSampleCensus(sampleFolder(), folder.file(), test::optionsOf("anna").actor, {}));
    EXPECT_EQ(test::bytesOf(folder.file()), "mine");
}

TEST(Sample, aBadRecordIsNamedAndLeavesNoCensus)
{
    const test::CensusFolder folder;
    const auto broken = folder.path("broken");
    fs::copy(sampleFolder(), broken);
    fs::permissions(broken / "cameras.jsonl", fs::perms::owner_write, fs::perm_options::add);
    test::putBytes(broken / "cameras.jsonl", test::bytesOf(sampleFolder() / "cameras.jsonl") + "{\"code\":7}\n");

    const auto made = makeSampleCensus(broken, folder.file(), test::optionsOf("anna").actor, {});

    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().file, "cameras.jsonl");
    EXPECT_EQ(made.error().row, 296);
    EXPECT_FALSE(fs::exists(folder.file()));
}

TEST(Sample, aMissingFileIsNamed)
{
    const test::CensusFolder folder;
    const auto part = folder.path("part");
    fs::copy(sampleFolder(), part);
    fs::remove(part / "sites.jsonl");

    const auto made = makeSampleCensus(part, folder.file(), test::optionsOf("anna").actor, {});

    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, ErrorCode::InputUnreadable);
    EXPECT_FALSE(fs::exists(folder.file()));
    EXPECT_FALSE(makeSampleCensus(folder.path("nowhere"), folder.file(), test::optionsOf("anna").actor, {}));
}

TEST(Sample, itsMakerIsNotOfferedToTakeItBack)
{
    const test::CensusFolder folder;
    ASSERT_TRUE(makeSampleCensus(sampleFolder(), folder.file(), test::optionsOf("anna").actor, {}));

    const auto session = folder.open("anna");
    EXPECT_FALSE(session->undoLabel().has_value());
    const auto undone = session->undo();
    ASSERT_FALSE(undone);
    EXPECT_EQ(undone.error().code, ErrorCode::NothingToUndo);

    ASSERT_TRUE(session->perform(placeCamera(CameraId::make(), {8.05, 44.92})));
    EXPECT_EQ(session->undoLabel(), "Place camera") << "what she did herself she can";
}

TEST(Sample, cancellingLeavesNoCensus)
{
    const test::CensusFolder folder;
    const Progress progress;
    progress.cancel();
    const auto made = makeSampleCensus(sampleFolder(), folder.file(), test::optionsOf("anna").actor, progress);
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, ErrorCode::Cancelled);
    EXPECT_FALSE(fs::exists(folder.file()));
}

TEST(Sample, theGeneratorWritesTheSameBytesAgain)
{
    const test::TemporaryFolder folder;
    std::string output;
    ASSERT_EQ(test::run("python3 '" + (test::sourceFolder() / "scripts" / "make-sample").string() + "' '" +
                            folder.path().string() + "'",
                        &output),
              0)
        << output;
    int compared = 0;
    for (const auto& entry : fs::directory_iterator(folder.path())) {
        ++compared;
        EXPECT_TRUE(test::bytesOf(entry.path()) == test::bytesOf(sampleFolder() / entry.path().filename()))
            << entry.path();
    }
    EXPECT_GE(compared, 9);
}

} // namespace
} // namespace observo::exchange
