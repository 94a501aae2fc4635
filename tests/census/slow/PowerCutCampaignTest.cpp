// SPDX-License-Identifier: GPL-3.0-or-later
// An edit shown as saved survives a power cut: what the store wrote is replayed up to random moments, at which the
// disk keeps only what was synced and a random part of the rest.
#include "StoreOptions.h"
#include "support/census/Campaign.h"
#include "support/census/EditScript.h"
#include "support/census/FaultVfs.h"
#include "support/census/PowerCut.h"
#include "support/census/RandomEdits.h"
#include "support/census/SecondOpinion.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace observo::test {
namespace {

namespace fs = std::filesystem;

/// What the store did to the census and its journal, and after how many of these events each edit was acknowledged.
struct Recording {
    std::string before; ///< the census file at the start, all synced
    std::string file;
    std::vector<IoEvent> events;
    std::vector<std::size_t> acknowledgedAt;
};

std::string contentOf(const fs::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// Edits through a session with the given `synchronous` and records every write.
Recording recordEdits(const fs::path& folder, const std::string& synchronous)
{
    constexpr int kMoreEdits = 26;
    const auto file = folder / "census.gpkg";
    fs::remove(file);
    makeCensus(file);
    Recording recording{.before = contentOf(file), .file = file.string(), .events = {}, .acknowledgedAt = {}};

    const auto saved = census::storeOptionsForTests();
    census::storeOptionsForTests().vfs = FaultVfs::kName;
    census::storeOptionsForTests().synchronous = synchronous;
    FaultVfs vfs;
    vfs.listen([&recording](const IoEvent& event) {
        if (event.file == recording.file || event.file == recording.file + "-journal") {
            recording.events.push_back(event);
        }
    });
    {
        const auto session = openForEditing(file);
        auto model = CensusModel::of(session->reader());
        const auto acknowledge = [&](const Result<census::Committed>& committed) {
            if (!committed) {
                throw std::runtime_error(committed.error().message());
            }
            model.apply(committed->changes);
            recording.acknowledgedAt.push_back(recording.events.size());
        };
        for (const auto& step : editScript()) {
            acknowledge(step.run(*session, model));
        }
        RandomEdits edits(7);
        for (int i = 0; i < kMoreEdits; ++i) {
            acknowledge(session->perform(edits.next(model)));
        }
    }
    census::storeOptionsForTests() = saved;
    return recording;
}

PowerCut diskBefore(const Recording& recording)
{
    return PowerCut(std::map<std::string, std::string>{{recording.file, recording.before}});
}

bool isCommit(const Recording& recording, const IoEvent& event)
{
    return event.kind == IoEvent::Kind::Delete && event.file == recording.file + "-journal";
}

/// The fingerprint after each commit, the first being that of the start.
std::vector<std::uint64_t> committedStates(const Recording& recording, const fs::path& folder)
{
    const auto file = folder / fs::path(recording.file).filename();
    auto disk = diskBefore(recording);
    disk.materialiseWhole(folder);
    std::vector<std::uint64_t> states{fingerprintOf(file)};
    for (const auto& event : recording.events) {
        disk.apply(event);
        if (isCommit(recording, event)) {
            disk.materialiseWhole(folder);
            states.push_back(fingerprintOf(file));
        }
    }
    return states;
}

struct Losses {
    std::size_t points = 0;
    std::size_t lost = 0;
    std::size_t corrupt = 0;
};

/// Cuts the power at `points` random moments and looks at what is left.
class Cuts {
public:
    Cuts(const Recording& recording, const fs::path& folder)
        : m_recording(recording), m_folder(folder), m_states(committedStates(recording, folder)),
          m_random(campaignSeed())
    {}

    const std::vector<std::uint64_t>& states() const { return m_states; }

    Losses at(std::size_t points)
    {
        std::vector<std::size_t> moments(points);
        std::uniform_int_distribution<std::size_t> moment(0, m_recording.events.size());
        std::generate(moments.begin(), moments.end(), [&] { return moment(m_random); });
        std::sort(moments.begin(), moments.end());

        Losses losses{.points = points};
        auto disk = diskBefore(m_recording);
        std::size_t done = 0;
        std::size_t commits = 0;
        for (const auto until : moments) {
            for (; done < until; ++done) {
                disk.apply(m_recording.events[done]);
                commits += isCommit(m_recording, m_recording.events[done]) ? 1U : 0U;
            }
            disk.materialise(m_random, m_folder);
            judge(done, commits, losses);
        }
        return losses;
    }

private:
    /// How many commits the edits acknowledged by now had made.
    std::size_t acknowledgedCommits(std::size_t events) const
    {
        const auto& acknowledged = m_recording.acknowledgedAt;
        const auto last = std::upper_bound(acknowledged.begin(), acknowledged.end(), events);
        const auto until = last == acknowledged.begin() ? 0 : *std::prev(last);
        const auto end = m_recording.events.begin() + static_cast<std::ptrdiff_t>(until);
        return static_cast<std::size_t>(std::count_if(
            m_recording.events.begin(), end, [this](const IoEvent& event) { return isCommit(m_recording, event); }));
    }

    void judge(std::size_t events, std::size_t commits, Losses& losses) const
    {
        const auto file = m_folder / fs::path(m_recording.file).filename();
        if (integrityOf(file) != "ok") {
            ++losses.corrupt;
            return;
        }
        // From the last acknowledged commit to the one that was under way: each of these may be what is left.
        const auto first = m_states.begin() + static_cast<std::ptrdiff_t>(acknowledgedCommits(events));
        const auto last = m_states.begin() + static_cast<std::ptrdiff_t>(std::min(commits + 2, m_states.size()));
        if (std::find(first, last, fingerprintOf(file)) == last) {
            ++losses.lost;
        }
    }

    const Recording& m_recording;
    fs::path m_folder;
    std::vector<std::uint64_t> m_states;
    std::mt19937_64 m_random;
};

class PowerCutCampaign : public testing::Test {
protected:
    PowerCutCampaign() : m_live(inMemory("observo-power")), m_after(inMemory("observo-cut")) {}

    Losses cut(const std::string& synchronous, std::size_t points)
    {
        m_recording = recordEdits(m_live.path(), synchronous);
        Cuts cuts(m_recording, m_after.path());
        EXPECT_GE(cuts.states().size(), m_recording.acknowledgedAt.size()) << "fewer commits than edits";
        EXPECT_EQ(std::count(cuts.states().begin(), cuts.states().end(), 0), 0) << "a commit that cannot be read";
        const auto losses = cuts.at(points);
        std::printf("synchronous=%s: %zu power cuts over %zu writes of %zu edits: %zu lost, %zu corrupt\n",
                    synchronous.c_str(), losses.points, m_recording.events.size(), m_recording.acknowledgedAt.size(),
                    losses.lost, losses.corrupt);
        return losses;
    }

    TemporaryFolder m_live;
    TemporaryFolder m_after;
    Recording m_recording;
};

TEST_F(PowerCutCampaign, noAcknowledgedEditIsLost)
{
    const auto losses = cut("EXTRA", campaignRounds());

    EXPECT_EQ(losses.lost, 0U);
    EXPECT_EQ(losses.corrupt, 0U);
}

// The two controls show that the simulator finds what it looks for.
TEST_F(PowerCutCampaign, withoutAnySyncEditsAreLostOrTheFileIsCorrupt)
{
    const auto losses = cut("OFF", 200);

    EXPECT_GT(losses.lost + losses.corrupt, 20U);
    EXPECT_GT(losses.corrupt, 0U);
}

TEST_F(PowerCutCampaign, withoutTheSyncOfTheFolderTheLastEditIsLost)
{
    const auto losses = cut("FULL", 200);

    EXPECT_GT(losses.lost, 20U);
    EXPECT_EQ(losses.corrupt, 0U);
}

// What is left is a census that our program opens, with a log that is intact, not only a sound database.
TEST_F(PowerCutCampaign, whatIsLeftOpensWithAnIntactLog)
{
    m_recording = recordEdits(m_live.path(), "EXTRA");
    auto disk = diskBefore(m_recording);
    std::mt19937_64 random(campaignSeed());
    const auto file = m_after / "census.gpkg";
    const auto every = std::max<std::size_t>(1, m_recording.events.size() / 50);

    for (std::size_t i = 0; i < m_recording.events.size(); ++i) {
        disk.apply(m_recording.events[i]);
        if (i % every != 0) {
            continue;
        }
        disk.materialise(random, m_after.path());
        auto session = census::Session::open(file, campaignOptions());
        ASSERT_TRUE(session) << session.error().message();
        EXPECT_TRUE((*session)->writeState().writable);
        const auto verdict = census::verifyLog((*session)->reader(), Progress());
        ASSERT_TRUE(verdict) << verdict.error().message();
        EXPECT_TRUE(verdict->intact) << (verdict->findings.empty() ? "?" : verdict->findings.front());
    }
}

} // namespace
} // namespace observo::test
