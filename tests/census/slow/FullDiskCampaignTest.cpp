// SPDX-License-Identifier: GPL-3.0-or-later
// A full disk costs nothing that was typed: the edit is refused with the reason, the census stays as it was, and the
// same edit succeeds once there is room.
#include "StoreOptions.h"
#include "support/census/Acknowledged.h"
#include "support/census/Campaign.h"
#include "support/census/EditScript.h"
#include "support/census/FaultVfs.h"
#include "support/census/SecondOpinion.h"

#include "observo/census/Log.h"
#include "observo/core/Edits.h"

#include <gtest/gtest.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <string>

namespace observo::test {
namespace {

namespace fs = std::filesystem;
using census::Session;

constexpr std::size_t kLevels = 200;

bool saysThatSpaceIsMissing(const Error& error)
{
    return error.code == ErrorCode::OutputNoSpace && !error.advice.empty();
}

/// What a full disk may do to a run of edits.
struct Outcome {
    std::string fault; ///< empty when the promise was kept
    std::size_t refused = 0;
};

/// Runs the script; an edit that is refused is repeated after `makeRoom`.
Outcome editUntilFull(const fs::path& file, const std::function<void()>& makeRoom,
                      const std::function<bool(const Error&)>& isGoodReason)
{
    Outcome outcome;
    auto model = CensusModel::of(file);
    Acknowledged state(file);
    auto session = Session::open(file, campaignOptions());
    if (!session) {
        return {.fault = "cannot be opened: " + session.error().message()};
    }
    for (const auto& step : editScript()) {
        auto committed = step.run(**session, model);
        if (!committed) {
            ++outcome.refused;
            if (!isGoodReason(committed.error())) {
                return {.fault = "\"" + step.name + "\" gave no good reason: " + committed.error().message()};
            }
            makeRoom();
            committed = step.run(**session, model);
        }
        if (!committed) {
            return {.fault = "\"" + step.name + "\" is refused though there is room: " + committed.error().message()};
        }
        state.add(Acknowledgement::of(*committed));
        model.apply(committed->changes);
    }
    session->reset();
    auto reader = census::Reader::open(file);
    if (!reader) {
        return {.fault = "cannot be opened again: " + reader.error().message()};
    }
    outcome.fault = state.exactly(**reader);
    reader->reset();
    if (const auto integrity = integrityOf(file); outcome.fault.empty() && integrity != "ok") {
        outcome.fault = integrity;
    }
    return outcome;
}

/// A small file system in memory, if we may mount one.
class SmallDisk {
public:
    explicit SmallDisk(const fs::path& place) : m_place(place)
    {
        fs::create_directory(place);
        m_mounted = ::mount("tmpfs", place.c_str(), "tmpfs", 0, "size=4m,mode=0700") == 0;
    }
    ~SmallDisk()
    {
        if (m_mounted) {
            ::umount2(m_place.c_str(), MNT_DETACH);
        }
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

    bool isMounted() const { return m_mounted; }

    /// Fills the disk until `left` bytes are free.
    void fill(std::uintmax_t left) const
    {
        const auto free = fs::space(m_place).available;
        std::ofstream(m_place / "filler") << std::string(free > left ? free - left : 0, 'x');
    }
    void empty() const { fs::remove(m_place / "filler"); }

private:
    fs::path m_place;
    bool m_mounted = false;
};

class FullDiskCampaign : public testing::Test {
protected:
    FullDiskCampaign() : m_folder(inMemory("observo-full")), m_pristine(m_folder / "pristine.gpkg")
    {
        makeCensus(m_pristine);
    }

    TemporaryFolder m_folder;
    fs::path m_pristine;
};

TEST_F(FullDiskCampaign, aSmallDiskFilledToEveryLevel)
{
    const SmallDisk disk(m_folder / "disk");
    if (!disk.isMounted()) {
        GTEST_SKIP() << "a small file system cannot be mounted here; the other two tests still fill a disk";
    }
    const auto levels = std::min(kLevels, campaignRounds(5));
    std::size_t refused = 0;

    for (std::size_t level = 0; level < levels; ++level) {
        const auto workplace = m_folder / "disk/work";
        fs::create_directories(workplace);
        const auto file = workplace / "census.gpkg";
        fs::copy_file(m_pristine, file);
        disk.fill(level * 800'000 / levels);

        const auto outcome = editUntilFull(
            file, [&] { disk.empty(); }, saysThatSpaceIsMissing);

        ASSERT_EQ(outcome.fault, "") << "with " << level * 800'000 / levels << " bytes free";
        refused += outcome.refused;
        disk.empty();
        fs::remove_all(workplace);
    }

    std::printf("%zu levels of a small disk: %zu edits refused, all repeated with success\n", levels, refused);
    EXPECT_GT(refused, levels / 10);
}

TEST_F(FullDiskCampaign, aDiskThatTakesNoMoreFromAnyWriteOn)
{
    const auto saved = census::storeOptionsForTests();
    census::storeOptionsForTests().vfs = FaultVfs::kName;
    FaultVfs vfs;
    const auto file = m_folder / "census.gpkg";
    const auto run = [&](std::int64_t from) {
        fs::remove(file);
        fs::copy_file(m_pristine, file);
        vfs.arm({.at = from, .fromThenOn = true, .kind = Fault::Kind::DiskFull});
        auto outcome = editUntilFull(
            file, [&] { vfs.heal(); }, saysThatSpaceIsMissing);
        vfs.heal();
        return outcome;
    };
    ASSERT_EQ(run(0).fault, "");
    const auto calls = vfs.calls();
    const auto levels = static_cast<std::int64_t>(std::min(kLevels, campaignRounds(5)));
    std::size_t refused = 0;

    for (std::int64_t level = 0; level < levels; ++level) {
        const auto from = 1 + level * calls / levels;
        const auto outcome = run(from);
        EXPECT_EQ(outcome.fault, "") << "full from call " << from << " of " << calls;
        refused += outcome.refused;
    }

    census::storeOptionsForTests() = saved;
    EXPECT_GT(refused, static_cast<std::size_t>(levels) / 2);
}

// The limit belongs to a process, so a child of ours runs into it.
TEST_F(FullDiskCampaign, aLimitOnTheSizeOfFiles)
{
    const auto file = m_folder / "census.gpkg";
    fs::copy_file(m_pristine, file);
    const auto size = fs::file_size(file);
    const pid_t child = ::fork();
    if (child == 0) {
        ::signal(SIGXFSZ, SIG_IGN);
        const rlimit small{.rlim_cur = size + 8192, .rlim_max = RLIM_INFINITY};
        const rlimit large{.rlim_cur = RLIM_INFINITY, .rlim_max = RLIM_INFINITY};
        ::setrlimit(RLIMIT_FSIZE, &small);
        // The system calls this "file too large", which SQLite cannot tell from a broken disk.
        const auto isTold = [](const Error& error) {
            return error.code == ErrorCode::OutputNoSpace || error.code == ErrorCode::CensusIo;
        };
        const auto outcome = editUntilFull(
            file, [&] { ::setrlimit(RLIMIT_FSIZE, &large); }, isTold);
        if (!outcome.fault.empty()) {
            std::fprintf(stderr, "%s\n", outcome.fault.c_str());
        }
        std::_Exit(!outcome.fault.empty() ? 1 : (outcome.refused == 0 ? 2 : 0));
    }
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);

    EXPECT_TRUE(WIFEXITED(status));
    EXPECT_EQ(WEXITSTATUS(status), 0) << "1: the promise was broken (see above), 2: the limit was never met";
}

} // namespace
} // namespace observo::test
