// SPDX-License-Identifier: GPL-3.0-or-later
// The finished program under a failing system: every call with which it changes the disk fails once, or from there on.
// Never corrupt, never silent: what it calls done is done, what it refuses has left the old state.
#include "cli/slow/SystemFaults.h"
#include "support/census/Campaign.h"
#include "support/census/CensusFolder.h"
#include "support/census/SecondOpinion.h"

#include "observo/census/Log.h"
#include "observo/exchange/Export.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace observo::test {
namespace {

namespace fs = std::filesystem;

using Arguments = std::vector<std::string>;
using Content = std::map<std::string, std::string>;

std::string bytesOf(const fs::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// Every file below a folder, by its path in it.
Content contentOf(const fs::path& folder)
{
    Content content;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        const auto name = entry.path().lexically_relative(folder).string();
        content[name] = entry.is_directory() ? "/" : bytesOf(entry.path());
    }
    return content;
}

std::string namesIn(const Content& content)
{
    std::string names;
    for (const auto& [name, bytes] : content) {
        names += " " + name + (bytes == "/" ? "/" : " (" + std::to_string(bytes.size()) + ")");
    }
    return names;
}

/// How often the person's own log names an export.
std::size_t exportsInTheAccessLog(const fs::path& folder)
{
    std::size_t count = 0;
    for (const auto& [name, bytes] : contentOf(folder / "home")) {
        for (auto at = bytes.find("\"export\""); at != std::string::npos; at = bytes.find("\"export\"", at + 1)) {
            ++count;
        }
    }
    return count;
}

/// Two cameras exported to every format, then a third one: the state from which each run starts anew.
class FailingSystem : public testing::Test {
public:
    using Judge = std::string (FailingSystem::*)(const ProgramRun&, const SystemCall&, const SystemFault&);
    std::string judgeAdding(const ProgramRun& run, const SystemCall& call, const SystemFault& fault);
    std::string judgeSetting(const ProgramRun& run, const SystemCall& call, const SystemFault& fault);
    std::string judgeExport(const ProgramRun& run, const SystemCall& call, const SystemFault& fault);

protected:
    void SetUp() override
    {
        if (const auto why = TracedProgram::obstacle()) {
            GTEST_SKIP() << *why;
        }
        fs::create_directories(m_pristine / "out");
        fs::create_directories(m_pristine / "home");
        fs::create_directories(m_pristine / "tmp");
        const TracedProgram program(m_pristine);
        must(program, {"new", "census.gpkg", "--body", "Comune di Prova", "--istat", "001272"});
        must(program, {"add", "census.gpkg", "--at", "7.68,45.07", "--set", "name=Ponte Nord"});
        must(program, {"add", "census.gpkg", "--at", "7.69,45.07", "--set", "name=Ponte Sud"});
        for (const auto& format : exchange::exportFormats()) {
            must(program, exportTo(std::string(format.ending)));
        }
        must(program, {"add", "census.gpkg", "--at", "7.70,45.07", "--set", "name=Piazza"});
        // This one waits in the person's own log for the next edit to take it along.
        must(program, {"export", "census.gpkg", "home/other.csv", "--reason", "before"});
    }

    static void must(const TracedProgram& program, const Arguments& arguments)
    {
        const auto run = program.run(arguments);
        ASSERT_EQ(run.status, 0) << run.said;
    }

    static Arguments exportTo(const std::string& ending)
    {
        return {"export", "census.gpkg", "out/cameras" + ending, "--overwrite", "--reason", "test"};
    }

    void startAnew() const
    {
        fs::remove_all(m_work);
        fs::copy(m_pristine, m_work, fs::copy_options::recursive);
    }

    void sweep(const Arguments& arguments, std::size_t share, Judge judge);

    TemporaryFolder m_folder{inMemory("observo-strace")};
    fs::path m_pristine = m_folder / "pristine";
    fs::path m_work = m_folder / "work";
    TracedProgram m_program{m_work};
    Content m_exported; ///< the out folder after an export under no fault
    std::string m_ending;

private:
    std::string judgeEdit(const ProgramRun& run, const std::string& name, std::size_t more, const SystemFault& fault);
    std::string judgeCensus() const;
    std::string judgeLeftovers(const ProgramRun& next) const;
    bool isExported(const Content& now) const;
};

/// All faults of one command. With fewer rounds than faults every k-th one, from a place of the day.
void FailingSystem::sweep(const Arguments& arguments, std::size_t share, Judge judge)
{
    startAnew();
    const auto calls = m_program.changesOf(arguments);
    ASSERT_GT(calls.size(), 10U);
    struct Variant {
        const char* error;
        bool fromThenOn;
    };
    constexpr Variant kVariants[] = {{"ENOSPC", false}, {"EIO", false}, {"EIO", true}};
    const auto all = calls.size() * std::size(kVariants);
    auto stride = std::max<std::size_t>(1, all / campaignRounds(share));
    stride += stride > 1 && stride % std::size(kVariants) == 0 ? 1U : 0U; // or one variant alone would be tried
    std::size_t runs = 0;
    std::size_t refused = 0;
    for (auto at = campaignSeed() % stride; at < all; at += stride) {
        const auto& call = calls[at / std::size(kVariants)];
        const auto& variant = kVariants[at % std::size(kVariants)];
        const SystemFault fault{
            .call = call.name, .number = call.number, .error = variant.error, .fromThenOn = variant.fromThenOn};
        startAnew();
        const auto run = m_program.runUnder(fault, arguments);
        ++runs;
        refused += run.status == 0 ? 0U : 1U;
        EXPECT_EQ((this->*judge)(run, call, fault), "")
            << fault.error << (fault.fromThenOn ? " from then on" : " once") << " at " << fault.call << " number "
            << fault.number << ": " << call.line << "\nexit " << run.status << ": " << run.said;
    }
    std::printf("%s: %zu of %zu faults over %zu calls, refused %zu\n", arguments.front().c_str(), runs, all,
                calls.size(), refused);
    EXPECT_GT(refused, stride > 1 ? 0 : runs / 4) << "the faults hardly meet the program: the campaign proves nothing";
}

/// The census is whole, its log too.
std::string FailingSystem::judgeCensus() const
{
    const auto reader = census::Reader::open(m_work / "census.gpkg");
    if (!reader) {
        return "cannot be opened: " + reader.error().message();
    }
    const auto verdict = census::verifyLog(**reader, Progress());
    if (!verdict || !verdict->intact) {
        return "the log is not intact: " +
               (verdict ? verdict->findings.empty() ? "?" : verdict->findings.front() : verdict.error().message());
    }
    return {};
}

/// After one more edit on a healthy system nothing may lie about.
std::string FailingSystem::judgeLeftovers(const ProgramRun& next) const
{
    if (next.status != 0) {
        return "the next edit was refused: " + next.said;
    }
    const auto integrity = integrityOf(m_work / "census.gpkg");
    if (integrity != "ok") {
        return integrity;
    }
    for (const auto& [name, bytes] : contentOf(m_work)) {
        const bool isBackup = name.starts_with(".observo-backups") && (bytes == "/" || name.ends_with(".gpkg"));
        const bool isKnown =
            name == "census.gpkg" || name.starts_with("home") || name.starts_with("out") || name == "tmp" || isBackup;
        if (!isKnown) {
            return "left lying about: " + name;
        }
    }
    return exportsInTheAccessLog(m_work) == 0 ? "" : "what waited in the access log was not taken along";
}

std::string FailingSystem::judgeEdit(const ProgramRun& run, const std::string& name, std::size_t more,
                                     const SystemFault& fault)
{
    if (auto broken = judgeCensus(); !broken.empty()) {
        return broken;
    }
    std::size_t cameras = 0;
    bool isThere = false;
    {
        auto reader = census::Reader::open(m_work / "census.gpkg");
        const auto read = (*reader)->forEachCamera(
            {},
            [&](const Camera& camera) {
                ++cameras;
                isThere = isThere || camera.name == name;
                return true;
            },
            Progress());
        if (!read) {
            return read.error().message();
        }
    }
    if (cameras != 3 + (isThere ? more : 0)) {
        return "there are " + std::to_string(cameras) + " cameras";
    }
    if (run.status == 0 && !isThere) {
        return "called done, and is not in the census";
    }
    if (run.status != 0 && run.status != 4 && run.status != 6) {
        return "an exit code that nobody promised";
    }
    const bool isGagged = fault.call == "write" && fault.fromThenOn; // its words go the same way
    if (run.status != 0 && run.said.empty() && !isGagged) {
        return "refused without a word";
    }
    // A disk that takes nothing more cannot be asked whether it took the last edit.
    if (run.status != 0 && isThere && !fault.fromThenOn && run.said.find("all the same") == std::string::npos) {
        return "called refused, and is in the census";
    }
    const auto next = m_program.run({"add", "census.gpkg", "--at", "7.71,45.07"});
    return fault.fromThenOn && next.status == 0 ? std::string() : judgeLeftovers(next);
}

std::string FailingSystem::judgeAdding(const ProgramRun& run, const SystemCall& /*call*/, const SystemFault& fault)
{
    return judgeEdit(run, "Nuova", 1, fault);
}

std::string FailingSystem::judgeSetting(const ProgramRun& run, const SystemCall& /*call*/, const SystemFault& fault)
{
    return judgeEdit(run, "Mutata", 0, fault);
}

/// The same files with the same bytes as an export without faults; a GeoPackage and a zip carry the time, and are
/// looked at by those who know them.
bool FailingSystem::isExported(const Content& now) const
{
    return std::all_of(m_exported.begin(), m_exported.end(), [&](const auto& entry) {
        const auto found = now.find(entry.first);
        if (found == now.end()) {
            return false;
        }
        const auto file = (m_work / "out" / entry.first).string();
        if (entry.first.ends_with(m_ending) && m_ending == ".gpkg") {
            return integrityOf(file) == "ok" && query(file, "SELECT count(*) FROM camera") == "3";
        }
        if (entry.first.ends_with(m_ending) && (m_ending == ".zip" || m_ending == ".xlsx")) {
            return test::run("unzip -tq " + file) == 0 && found->second.size() == entry.second.size();
        }
        return found->second == entry.second;
    });
}

std::string FailingSystem::judgeExport(const ProgramRun& run, const SystemCall& call, const SystemFault& fault)
{
    const auto now = contentOf(m_work / "out");
    const auto before = contentOf(m_pristine / "out");
    const bool isOld = now == before;
    // Where nothing can be removed from some moment on, the folder of the new files may stay beside the old ones.
    const bool isOldThere = std::all_of(before.begin(), before.end(), [&](const auto& entry) {
        const auto found = now.find(entry.first);
        return found != now.end() && found->second == entry.second;
    });
    const auto logged = exportsInTheAccessLog(m_work);
    if (auto broken = judgeCensus(); !broken.empty()) {
        return broken;
    }
    if (run.status == 0 && !isExported(now)) {
        return "called exported, and is not:" + namesIn(now);
    }
    if (run.status == 0 && logged != 2) {
        return "left without an entry in the access log";
    }
    const bool isOfThePrivateCopy = call.line.find((m_work / "tmp").string()) != std::string::npos;
    if (run.status != 0 && run.status != 6 && !(run.status == 4 && isOfThePrivateCopy)) {
        return "an exit code that nobody promised";
    }
    // The export is in place when its entry in the access log fails; then the words must say so.
    const bool isToldToBeThere = run.said.find("is in place") != std::string::npos && isExported(now);
    if (run.status != 0 && !isOld && !isToldToBeThere && !fault.fromThenOn) {
        return "refused, and the old file is not as it was:" + namesIn(now);
    }
    if (run.status != 0 && fault.fromThenOn && !isOldThere && !isToldToBeThere &&
        run.said.find("put them back") == std::string::npos) {
        return "refused, and nobody was told where the old file is:" + namesIn(now);
    }
    const bool isClean = now.size() <= m_exported.size() && contentOf(m_work / "tmp").empty();
    return isClean || fault.fromThenOn ? "" : "left lying about:" + namesIn(now) + namesIn(contentOf(m_work / "tmp"));
}

TEST_F(FailingSystem, anEditThatIsCalledDoneIsDone)
{
    sweep({"add", "census.gpkg", "--at", "7.71,45.08", "--set", "name=Nuova"}, 40, &FailingSystem::judgeAdding);
}

TEST_F(FailingSystem, aChangedFieldThatIsCalledSetIsSet)
{
    sweep({"set", "census.gpkg", "TC-0001", "--set", "name=Mutata"}, 40, &FailingSystem::judgeSetting);
}

class FailingExport : public FailingSystem, public testing::WithParamInterface<std::string> {};

TEST_P(FailingExport, isWholeOrTheOldFileStaysAndTheProgramSaysSo)
{
    m_ending = GetParam();
    startAnew();
    ASSERT_EQ(m_program.run(exportTo(m_ending)).status, 0);
    m_exported = contentOf(m_work / "out");
    ASSERT_NE(m_exported, contentOf(m_pristine / "out")) << "the old export is the new one: nothing can be seen";

    sweep(exportTo(m_ending), 100, &FailingSystem::judgeExport);
}

INSTANTIATE_TEST_SUITE_P(EveryFormat, FailingExport, testing::ValuesIn([] {
                             std::vector<std::string> endings;
                             for (const auto& format : exchange::exportFormats()) {
                                 endings.emplace_back(format.ending);
                             }
                             return endings;
                         }()),
                         [](const testing::TestParamInfo<std::string>& given) {
                             std::string name = given.param.substr(1);
                             std::ranges::replace_if(
                                 name, [](char c) { return c == '.' || c == '-'; }, '_');
                             return name;
                         });

} // namespace
} // namespace observo::test
