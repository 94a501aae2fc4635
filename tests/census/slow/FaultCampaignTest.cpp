// SPDX-License-Identifier: GPL-3.0-or-later
// A failing disk never corrupts and always tells: every call that the store makes to the disk fails once.
#include "StoreOptions.h"
#include "support/census/Acknowledged.h"
#include "support/census/Campaign.h"
#include "support/census/EditScript.h"
#include "support/census/FaultVfs.h"
#include "support/census/SecondOpinion.h"

#include "observo/census/Log.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace observo::test {
namespace {

namespace fs = std::filesystem;
using census::Committed;
using census::Session;

/// What became of the calls that failed, by the name of the call.
struct Tally {
    std::size_t runs = 0;
    std::size_t told = 0;
    std::size_t harmless = 0;
    std::size_t thereInSpiteOfTheError = 0;
    std::map<std::string, std::size_t> harmlessCalls;
};

bool touchesTheCensus(const FailedCall& failed)
{
    return failed.file.ends_with("census.gpkg") || failed.file.ends_with("census.gpkg-journal");
}

bool changesTheDisk(IoCall call)
{
    return call == IoCall::Write || call == IoCall::Sync || call == IoCall::Truncate;
}

class FaultCampaign : public testing::Test {
protected:
    FaultCampaign() : m_folder(inMemory("observo-fault")), m_pristine(m_folder / "pristine.gpkg")
    {
        makeCensus(m_pristine);
        m_saved = census::storeOptionsForTests();
        census::storeOptionsForTests().vfs = FaultVfs::kName;
    }
    ~FaultCampaign() override { census::storeOptionsForTests() = m_saved; }

    /// Runs the script under a fault and judges the file afterwards; empty when the promise was kept.
    std::string run(const Fault& fault);
    std::int64_t callsOfTheScript();
    void sweep(bool fromThenOn, Fault::Kind kind);

    TemporaryFolder m_folder;
    fs::path m_pristine;
    Tally m_tally;

private:
    /// One step, retried once when the disk is well again. Empty unless the work does not go on.
    std::string doStep(Session& session, const ScriptStep& step, bool fromThenOn);
    std::string takeAsTold(Session& session);
    std::string judge(const fs::path& file, bool fromThenOn);
    void note(const std::vector<FailedCall>& failed, bool wasTold);

    census::StoreOptions m_saved;
    FaultVfs m_vfs;
    CensusModel m_model;
    Acknowledged m_state;
    bool m_told = false;
};

std::string FaultCampaign::run(const Fault& fault)
{
    const auto workplace = m_folder / "work";
    fs::remove_all(workplace);
    fs::create_directory(workplace);
    const auto file = workplace / "census.gpkg";
    fs::copy_file(m_pristine, file);
    m_model = CensusModel::of(file);
    m_state = Acknowledged(file);
    m_told = false;

    m_vfs.arm(fault);
    auto session = Session::open(file, campaignOptions());
    if (!session || !(*session)->writeState().writable) {
        m_told = true;
        session = fault.fromThenOn ? std::move(session) : Session::open(file, campaignOptions());
    }
    if (!session && !fault.fromThenOn) {
        return "cannot be opened after one failed call: " + session.error().message();
    }
    for (const auto& step : editScript()) {
        if (!session) {
            break;
        }
        if (auto stuck = doStep(**session, step, fault.fromThenOn); !stuck.empty()) {
            return stuck;
        }
        if (const auto polled = (*session)->poll(); !polled) {
            m_told = true;
        }
    }
    if (session && !fault.fromThenOn && (*session)->inventory().size() != m_model.cameras().size()) {
        return "the inventory in memory holds " + std::to_string((*session)->inventory().size()) + " cameras";
    }
    session = fail(ErrorCode::Cancelled, "closed");
    note(m_vfs.failed(), m_told);
    m_vfs.heal();
    return judge(file, fault.fromThenOn);
}

std::string FaultCampaign::doStep(Session& session, const ScriptStep& step, bool fromThenOn)
{
    auto committed = step.run(session, m_model);
    if (!committed) {
        m_told = true;
        if (fromThenOn) {
            return {};
        }
        if (committed.error().what.find("in the file all the same") != std::string::npos) {
            return takeAsTold(session);
        }
        const auto first = committed.error().message();
        committed = step.run(session, m_model);
        if (!committed) {
            return "\"" + step.name + "\" failed, and again when repeated: " + first + " / " +
                   committed.error().message();
        }
    }
    m_state.add(Acknowledgement::of(*committed));
    m_model.apply(committed->changes);
    return {};
}

/// The commit failed after its point of no return, and the session said so: then the edit must be there, whole.
std::string FaultCampaign::takeAsTold(Session& session)
{
    ++m_tally.thereInSpiteOfTheError;
    if (auto difference = m_state.exactlyOrOneSetMore(session.reader(), {}); !difference.empty()) {
        return difference;
    }
    if (!m_state.tookFurtherSet()) {
        return "the edit was said to be in the file all the same, and is not";
    }
    m_model = CensusModel::of(session.reader());
    return {};
}

std::string FaultCampaign::judge(const fs::path& file, bool fromThenOn)
{
    auto reader = census::Reader::open(file);
    if (!reader) {
        return "cannot be opened: " + reader.error().message();
    }
    // While the disk is dead nobody can know whether the last commit reached it; when it is well, the answer was exact.
    auto difference = fromThenOn ? m_state.exactlyOrOneSetMore(**reader, {}) : m_state.exactly(**reader);
    if (!difference.empty()) {
        return difference;
    }
    const auto verdict = census::verifyLog(**reader, Progress());
    if (!verdict || !verdict->intact) {
        return "the log is not intact: " +
               (verdict ? verdict->findings.empty() ? "?" : verdict->findings.front() : verdict.error().message());
    }
    reader->reset();
    const auto integrity = integrityOf(file);
    return integrity == "ok" ? std::string() : integrity;
}

void FaultCampaign::note(const std::vector<FailedCall>& failed, bool wasTold)
{
    ++m_tally.runs;
    if (wasTold) {
        ++m_tally.told;
    } else if (!failed.empty()) {
        ++m_tally.harmless;
        const auto& call = failed.front();
        const auto what = std::string(nameOf(call.call)) + (touchesTheCensus(call) ? " of the census" : " elsewhere");
        ++m_tally.harmlessCalls[what];
        if (touchesTheCensus(call) && changesTheDisk(call.call)) {
            ADD_FAILURE() << "call " << call.number << ", " << nameOf(call.call) << " of " << call.file
                          << ", failed and nobody was told";
        }
    }
}

std::int64_t FaultCampaign::callsOfTheScript()
{
    EXPECT_EQ(run({}), "");
    return m_vfs.calls();
}

void FaultCampaign::sweep(bool fromThenOn, Fault::Kind kind)
{
    const auto calls = callsOfTheScript();
    ASSERT_GT(calls, 100);
    m_tally = {};
    // Three sweeps share the rounds. With fewer rounds than calls every k-th call fails, from a place of the day.
    const auto rounds = static_cast<std::int64_t>(campaignRounds(3));
    const auto stride = std::max<std::int64_t>(1, calls / std::max<std::int64_t>(1, rounds));
    const auto start = 1 + static_cast<std::int64_t>(campaignSeed() % static_cast<std::uint64_t>(stride));
    for (auto at = start; at <= calls; at += stride) {
        const auto fault = run({.at = at, .fromThenOn = fromThenOn, .kind = kind});
        ASSERT_EQ(fault, "") << "when call " << at << " of " << calls
                             << " failed: " << (m_vfs.failed().empty() ? "none" : nameOf(m_vfs.failed().front().call))
                             << " of " << (m_vfs.failed().empty() ? "" : m_vfs.failed().front().file);
    }
    std::printf("%zu runs over %lld calls: told %zu (of these %zu edits there all the same), without "
                "consequence %zu\n",
                m_tally.runs, static_cast<long long>(calls), m_tally.told, m_tally.thereInSpiteOfTheError,
                m_tally.harmless);
    for (const auto& [call, count] : m_tally.harmlessCalls) {
        std::printf("    %s without consequence: %zu\n", call.c_str(), count);
    }
    EXPECT_GT(m_tally.told, m_tally.runs / 2);
}

TEST_F(FaultCampaign, aCallThatFailsOnceLosesNothingAndIsTold)
{
    sweep(false, Fault::Kind::WithoutEffect);
}

TEST_F(FaultCampaign, aCallThatFailsAfterItsEffectLosesNothingAndIsTold)
{
    sweep(false, Fault::Kind::AfterEffect);
}

TEST_F(FaultCampaign, aDiskThatDiesKeepsWhatWasAcknowledged)
{
    sweep(true, Fault::Kind::WithoutEffect);
}

TEST_F(FaultCampaign, theScriptLeavesAValidGeoPackage)
{
    ASSERT_EQ(run({}), "");

    const auto said = validatorSays(m_pristine.parent_path() / "work" / "census.gpkg");

    EXPECT_TRUE(said == "ok" || said == "absent") << said;
}

} // namespace
} // namespace observo::test
