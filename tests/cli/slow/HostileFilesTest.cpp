// SPDX-License-Identifier: GPL-3.0-or-later
// Files that mean harm, given to the finished program: each comes in clean or is refused with a reason, within bounded
// time and memory, and none of them makes it touch the network or files elsewhere.
#include "cli/slow/HostileRun.h"
#include "cli/slow/SystemFaults.h"
#include "support/TestPlaces.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

namespace observo::test {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr double kMostSeconds = 10.0;
constexpr double kMostMebibytes = 1024.0;

class HostileFiles : public testing::Test {
protected:
    static void SetUpTestSuite()
    {
        s_folder = std::make_unique<TemporaryFolder>("observo-hostile");
        s_files = makeHostileFiles(s_folder->path() / "corpus");
    }
    static void TearDownTestSuite() { s_folder.reset(); }

    void SetUp() override
    {
        const auto made =
            runMeasured({cli(), "new", census(), "--body", "Comune di Prova", "--istat", "001272"}, home());
        ASSERT_EQ(made.status, 0) << made.err;
    }

    [[nodiscard]] static std::string cli() { return (programFolder() / "observo-cli").string(); }
    [[nodiscard]] std::string census() const { return (m_folder.path() / "census.gpkg").string(); }
    [[nodiscard]] fs::path home() const { return m_folder.path() / "home"; }
    [[nodiscard]] std::vector<std::string> importOf(const fs::path& file) const
    {
        return {cli(),        "import", census(), file.string(), "--crs", "EPSG:4326",
                "--on-match", "add",    "--json", "--lang",      "en"};
    }
    [[nodiscard]] std::int64_t cameras() const
    {
        const auto info = runMeasured({cli(), "info", census(), "--json"}, home());
        return info.status == 0 ? Json::parse(info.out).value("cameras", std::int64_t{-1}) : -1;
    }

    inline static std::unique_ptr<TemporaryFolder> s_folder;
    inline static std::vector<HostileFile> s_files;
    TemporaryFolder m_folder{"observo-hostile-run"};
};

/// What the answer says, checked against itself: rows added, or nothing when the file was refused.
std::optional<std::int64_t> addedBy(const MeasuredRun& run)
{
    const auto answer = Json::parse(run.out, nullptr, false);
    EXPECT_TRUE(answer.is_object()) << "one JSON document: " << run.out.substr(0, 300);
    if (!answer.is_object()) {
        return std::nullopt;
    }
    if (answer.contains("error")) {
        EXPECT_FALSE(answer["error"].value("code", "").empty());
        EXPECT_FALSE(answer["error"].value("message", "").empty());
        EXPECT_EQ(std::ranges::count(run.err, '\n'), 1) << "an error is one line: " << run.err.substr(0, 500);
        return std::nullopt;
    }
    std::int64_t parts = 0;
    for (const char* part : {"added", "updated", "unchanged", "skipped", "review", "rejected"}) {
        parts += answer.value(part, std::int64_t{-1});
    }
    EXPECT_EQ(answer.value("read", std::int64_t{-1}), parts);
    return answer.value("added", std::int64_t{0});
}

TEST_F(HostileFiles, eachComesInCleanOrIsRefusedWithinItsMeans)
{
    ASSERT_GE(s_files.size(), 150U);
    std::int64_t known = 0;
    std::size_t refused = 0;
    double slowest = 0.0;
    double largest = 0.0;
    for (const auto& hostile : s_files) {
        SCOPED_TRACE(hostile.file.filename().string() + ": " + hostile.what);
        const auto run = runMeasured(importOf(hostile.file), home());
        EXPECT_TRUE(run.status == 0 || run.status == 1 || run.status == 3) << run.status << ' ' << run.err;
        EXPECT_LE(run.processorSeconds, kMostSeconds);
        EXPECT_LE(run.mebibytes, kMostMebibytes);
        slowest = std::max(slowest, run.processorSeconds);
        largest = std::max(largest, run.mebibytes);
        const auto added = addedBy(run);
        EXPECT_EQ(added.has_value(), run.status != 3);
        refused += added ? 0U : 1U;
        known += added.value_or(0);
        if (hostile.verdict == "error") {
            EXPECT_EQ(added.value_or(0), 0) << run.out.substr(0, 1000);
        }
        if (hostile.verdict == "clean") {
            EXPECT_GT(added.value_or(0), 0) << run.out.substr(0, 1000);
        }
        if (HasFailure() || added.value_or(0) > 0) {
            EXPECT_EQ(cameras(), known) << "the census holds what the receipts say";
        }
    }
    const auto check = runMeasured({cli(), "log", census(), "--verify", "--json"}, home());
    EXPECT_EQ(check.status, 0) << check.out;
    std::cout << s_files.size() << " files, " << refused << " refused, " << known << " cameras; most " << slowest
              << " s of processor, " << largest << " MiB\n";
}

/// A line of strace that opens, or asks for, what is not the program's business.
bool leadsElsewhere(const std::string& line)
{
    constexpr std::array kForbidden{"AF_INET", "\"/etc/fstab\"", "192.0.2.1", "/tmp/observo-hostile/"};
    // Our own check of the fence tries a socket before the file is looked at.
    const bool isRefused =
        line.find("= -1 EPERM") != std::string::npos || line.find("= -1 EACCES") != std::string::npos;
    return !isRefused && std::ranges::any_of(kForbidden, [&](const char* word) {
        return line.find(word) != std::string::npos && !line.starts_with("#");
    });
}

TEST_F(HostileFiles, noneReachesTheNetworkOrFilesElsewhere)
{
    if (const auto why = TracedProgram::obstacle()) {
        GTEST_SKIP() << *why;
    }
    std::size_t looked = 0;
    for (const auto& hostile : s_files) {
        const auto name = hostile.file.filename().string();
        constexpr std::array kSuspects{"vrt",     "crs-", "prj-", "online", "outside", "link",   "wfs",  "gml",
                                       "service", "path", "up.",  "abs",    "formula", "member", "view", "side"};
        if (std::ranges::none_of(kSuspects, [&](const char* part) { return name.find(part) != std::string::npos; })) {
            continue;
        }
        SCOPED_TRACE(name + ": " + hostile.what);
        const auto calls = m_folder.path() / "calls";
        std::vector<std::string> words{"strace",
                                       "-f",
                                       "--seccomp-bpf",
                                       "-o",
                                       calls.string(),
                                       "-e",
                                       "trace=socket,connect,openat,execve,symlinkat,?symlink"};
        std::ranges::copy(importOf(hostile.file), std::back_inserter(words));
        static_cast<void>(runMeasured(words, home()));
        std::ifstream in(calls);
        std::size_t lines = 0;
        for (std::string line; std::getline(in, line); ++lines) {
            const bool isOwnInput = line.find(hostile.file.string()) != std::string::npos ||
                                    line.find(fs::canonical(hostile.file).string()) != std::string::npos;
            EXPECT_FALSE(!isOwnInput && leadsElsewhere(line)) << line;
        }
        EXPECT_GT(lines, 10U);
        ++looked;
    }
    EXPECT_GE(looked, 50U);
    std::cout << looked << " files traced\n";
}

} // namespace
} // namespace observo::test
