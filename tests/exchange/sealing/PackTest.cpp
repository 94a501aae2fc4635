// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/sealing/SealingWork.h"
#include "support/exchange/CensusToExport.h"

#include "observo/exchange/Package.h"
#include "observo/exchange/Sha256.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

namespace observo::exchange {
namespace {

TEST(Pack, theReportSaysWhatIsInItAndTheFileHidesIt)
{
    SealingWork work;
    const auto report = work.pack("a.opack", {.purpose = "revisione annuale"});

    ASSERT_TRUE(report) << test::messageOf(report);
    EXPECT_EQ(report->manifest.issuingBody, work.session().census().issuingBody);
    EXPECT_EQ(report->manifest.census, work.session().census().id);
    EXPECT_EQ(report->manifest.auditHead.size(), 64U);
    EXPECT_EQ(report->manifest.purpose, "revisione annuale");
    EXPECT_EQ(report->sha256, *sha256OfFile(report->written));
    const std::string bytes = test::bytesOf(report->written);
    for (const char* secret : {"SQLite format", "TC-0001", "revisione", "Regione", "Comune"}) {
        EXPECT_EQ(bytes.find(secret), std::string::npos) << secret;
    }
    struct ::stat found {};
    ASSERT_EQ(::stat(report->written.c_str(), &found), 0);
    EXPECT_EQ(found.st_mode & 0777U, 0600U);
}

TEST(Pack, nothingPlainIsLeftLyingAbout)
{
    SealingWork work;
    std::vector<std::string> before;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(work.path(""))) {
        before.push_back(entry.path().string());
    }
    ASSERT_TRUE(work.pack("a.opack"));
    std::vector<std::string> added;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(work.path(""))) {
        if (std::find(before.begin(), before.end(), entry.path().string()) == before.end()) {
            added.push_back(entry.path().filename().string());
        }
    }
    std::sort(added.begin(), added.end());
    EXPECT_EQ(added, (std::vector<std::string>{"a.opack", "sender.json"}));
}

TEST(Pack, theCounterGrowsWithEachPackage)
{
    SealingWork work;
    const auto one = work.pack("a.opack");
    const auto two = work.pack("b.opack");
    ASSERT_TRUE(one && two);
    EXPECT_GT(two->manifest.counter, one->manifest.counter);
}

TEST(Pack, aPackageThatNobodyCouldOpenIsNotMade)
{
    SealingWork work;
    PackRequest request{.output = work.path("a.opack"), .sender = &work.sender, .counters = work.path("c.json")};
    EXPECT_EQ(packCensus(work.session(), request, Progress()).error().code, ErrorCode::InvalidArgument);
    request.passphrase = "";
    EXPECT_EQ(packCensus(work.session(), request, Progress()).error().code, ErrorCode::InvalidArgument);
    EXPECT_FALSE(std::filesystem::exists(work.path("a.opack")));
}

TEST(Pack, anExistingFileIsRefusedAndAFolderThatIsNotThere)
{
    SealingWork work;
    test::putBytes(work.path("a.opack"), "old");
    EXPECT_EQ(work.pack("a.opack").error().code, ErrorCode::OutputExists);
    EXPECT_EQ(test::bytesOf(work.path("a.opack")), "old");
    ASSERT_TRUE(work.pack("a.opack", {.overwrite = Overwrite::Replace}));
    EXPECT_FALSE(work.pack("no/a.opack"));
}

} // namespace
} // namespace observo::exchange
