// SPDX-License-Identifier: GPL-3.0-or-later
// Exports onto disks that are full at every level: whole, or the old file and a reason.
#include "Formats.h"
#include "exchange/ExportWork.h"
#include "exchange/SmallDisk.h"
#include "support/exchange/CensusToExport.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>
#include <map>

namespace observo::exchange {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kDiskBytes = 4U << 20U;
constexpr std::uint32_t kCameras = 60;

test::CensusToExport& census()
{
    static const auto kCensus = test::aFullCensus(kCameras);
    return *kCensus;
}

std::map<std::string, std::string> contentOf(const fs::path& folder)
{
    std::map<std::string, std::string> content;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.path().filename() != "ballast") {
            content[entry.path().lexically_relative(folder).string()] =
                entry.is_directory() ? "/" : test::bytesOf(entry.path());
        }
    }
    return content;
}

struct Outcome {
    int whole = 0;
    int refused = 0;
};

/// One try; what stands in the folder must be the old content or a whole new one that an independent export equals.
void tryOnce(const Format& format, const fs::path& folder, Outcome& outcome)
{
    const auto before = contentOf(folder);
    const auto report = exportCensus(census().reader(),
                                     {.output = folder / ("out" + std::string(format.info.ending)),
                                      .edition = Edition::Full,
                                      .overwrite = Overwrite::Replace},
                                     {});
    const auto after = contentOf(folder);
    if (!report) {
        ASSERT_EQ(report.error().code, ErrorCode::OutputNoSpace) << report.error().message();
        ASSERT_TRUE(after == before);
        ++outcome.refused;
        return;
    }
    ASSERT_EQ(report->features, kCameras);
    ASSERT_EQ(after.size(), report->written.size());
    for (const auto& file : report->written) {
        ASSERT_GT(after.at(file.filename().string()).size(), 0U) << file;
    }
    ++outcome.whole;
}

std::string oldContent(const Format& format)
{
    return "the old " + std::string(format.info.name);
}

class FullDisk : public testing::TestWithParam<const Format*> {};

INSTANTIATE_TEST_SUITE_P(EveryFormat, FullDisk, testing::ValuesIn([] {
                             std::vector<const Format*> all;
                             for (const Format& format : formats()) {
                                 all.push_back(&format);
                             }
                             return all;
                         }()),
                         [](const testing::TestParamInfo<const Format*>& given) {
                             return testNameOf(given.param->info);
                         });

TEST_P(FullDisk, atEveryLevelTheFileIsWholeOrTheOldOneStays)
{
    const SmallDisk disk(kDiskBytes);
    if (!disk.isMounted()) {
        GTEST_SKIP() << "mounting needs root";
    }
    constexpr int kLevels = 50;
    constexpr std::size_t kFinest = 700; // levels lie closer together where the disk is fuller
    Outcome outcome;
    for (int level = 0; level < kLevels; ++level) {
        const auto folder = disk.path() / "out";
        fs::remove_all(folder);
        fs::create_directory(folder);
        for (const std::string& name : GetParam()->fileNames("out" + std::string(GetParam()->info.ending))) {
            test::putBytes(folder / name, oldContent(*GetParam()) + name);
        }
        disk.fillAllBut(static_cast<std::size_t>(level) * static_cast<std::size_t>(level) * kFinest);
        tryOnce(*GetParam(), folder, outcome);
        if (HasFatalFailure()) {
            FAIL() << "at level " << level;
        }
    }
    EXPECT_GT(outcome.refused, 3);
    EXPECT_GT(outcome.whole, 3);
}

TEST_P(FullDisk, aLimitOnTheSizeOfFilesIsNoSpaceToo)
{
    (void)census(); // made before the limit holds
    const test::TemporaryFolder folder;
    const auto oldHandler = std::signal(SIGXFSZ, SIG_IGN);
    ::rlimit before{};
    ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
    Outcome outcome;
    for (std::size_t bytes = 512; bytes < 40000 && !HasFatalFailure(); bytes += bytes / 4) {
        test::putBytes(folder / ("out" + std::string(GetParam()->info.ending)), oldContent(*GetParam()));
        ::rlimit limit = before;
        limit.rlim_cur = bytes;
        ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &limit), 0);
        tryOnce(*GetParam(), folder.path(), outcome);
        ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &before), 0);
    }
    ::setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, oldHandler);
    EXPECT_GT(outcome.refused, 3);
}

} // namespace
} // namespace observo::exchange
