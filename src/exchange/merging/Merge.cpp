// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/exchange/Merge.h"

#include "merging/MergeSource.h"

#include "observo/exchange/Sha256.h"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <system_error>

namespace observo::exchange {
namespace {

struct PolicyName {
    MergePolicy policy;
    std::string_view name;
};
constexpr std::array<PolicyName, 4> kPolicies = {{{MergePolicy::Newest, "newest"},
                                                  {MergePolicy::Mine, "mine"},
                                                  {MergePolicy::Theirs, "theirs"},
                                                  {MergePolicy::Review, "review"}}};

/// The other census is an input: what is wrong with it is said of a file, not of the census that is written.
Error asInput(Error error, const std::filesystem::path& file)
{
    const bool isThere = error.code != ErrorCode::CensusMissing && error.code != ErrorCode::InputUnreadable;
    if (error.code != ErrorCode::Cancelled) {
        error.code = isThere ? ErrorCode::InputNotUnderstood : ErrorCode::InputUnreadable;
    }
    error.file = error.file.empty() ? file.string() : error.file;
    return error;
}

Done refuseItself(const std::filesystem::path& census, const std::filesystem::path& other)
{
    std::error_code ignored;
    if (std::filesystem::equivalent(census, other, ignored)) {
        return fail(Error{.code = ErrorCode::InvalidArgument,
                          .what = "a census cannot be merged with itself",
                          .file = other.string(),
                          .advice = "name another census"});
    }
    return done();
}

/// Both sides as private copies, which the one transaction does not disturb.
struct Copies {
    std::unique_ptr<census::Reader> mine;
    std::unique_ptr<census::Reader> theirs;
};

Result<Copies> copiesOf(const std::filesystem::path& census, const std::filesystem::path& other,
                        const Progress& progress)
{
    auto theirs = census::Reader::snapshot(other, progress.part(0.0, 0.5));
    if (!theirs) {
        return fail(asInput(theirs.error(), other));
    }
    auto mine = census::Reader::snapshot(census, progress.part(0.5, 1.0));
    if (!mine) {
        return fail(mine.error());
    }
    return Copies{std::move(*mine), std::move(*theirs)};
}

/// Lets the session write what comes; without one it is only counted.
Result<census::Committed> performAll(census::Session* session, MergeSource& source, const Progress& progress)
{
    if (session != nullptr) {
        return session->perform(source, progress);
    }
    while (true) {
        const auto change = source.next();
        if (!change || !*change) {
            return change ? Result<census::Committed>(census::Committed{}) : fail(change.error());
        }
    }
}

Done mergeCopies(census::Session* session, Copies& copies, MergeOutcome& outcome, const MergeRequest& request,
                 const Progress& progress)
{
    auto mine = MergeSide::read(*copies.mine, progress);
    auto theirs = mine ? MergeSide::read(*copies.theirs, progress) : fail(mine.error());
    const auto common = theirs ? census::commonLogHead(*copies.mine, *copies.theirs) : fail(theirs.error());
    if (!common) {
        return fail(common.error());
    }
    MergeState state{.mine = std::move(*mine),
                     .theirs = std::move(*theirs),
                     .policy = request.policy,
                     .common = *common,
                     .receipt = outcome.receipt,
                     .doubts = &outcome.doubts};
    std::optional<Matching> matching;
    if (*common == 0) {
        auto made = Matching::make(state.mine.reader, state.mine.cameras, {.within = request.within, .bySerial = true},
                                   progress);
        if (!made) {
            return fail(made.error());
        }
        matching.emplace(std::move(*made));
    }
    const std::string reason = outcome.receipt.source + ", sha256 " + outcome.receipt.sha256 + ", policy " +
                               std::string(nameOf(request.policy)) + (*common == 0 ? ", no common history" : "");
    auto source = MergeSource::make(state, matching ? &*matching : nullptr, reason, progress.part(0.1, 1.0));
    if (!source) {
        return fail(source.error());
    }
    auto performed = performAll(session, **source, progress);
    if (!performed) {
        return fail(performed.error());
    }
    outcome.committed = std::move(*performed);
    expects(outcome.receipt.addsUp());
    return done();
}

Result<MergeOutcome> mergeInto(census::Session* session, const std::filesystem::path& census,
                               const MergeRequest& request, const Progress& progress)
{
    if (auto other = refuseItself(census, request.other); !other) {
        return fail(other.error());
    }
    auto sha256 = sha256OfFile(request.other);
    if (!sha256) {
        return fail(asInput(sha256.error(), request.other));
    }
    auto copies = copiesOf(census, request.other, progress.part(0.0, 0.1));
    if (!copies) {
        return fail(copies.error());
    }
    MergeOutcome outcome{.receipt = {.source = request.other.filename().string(), .sha256 = std::move(*sha256)}};
    auto merged = mergeCopies(session, *copies, outcome, request, progress);
    return merged ? Result<MergeOutcome>(std::move(outcome)) : fail(merged.error());
}

} // namespace

std::string_view nameOf(MergePolicy policy)
{
    return std::ranges::find(kPolicies, policy, &PolicyName::policy)->name;
}

std::optional<MergePolicy> mergePolicyNamed(std::string_view name)
{
    const auto* found = std::ranges::find(kPolicies, name, &PolicyName::name);
    return found == kPolicies.end() ? std::nullopt : std::optional(found->policy);
}

Result<Receipt> mergeCensus(census::Session& session, const MergeRequest& request, const Progress& progress)
{
    auto outcome =
        request.dryRun ? foreseeMerge(session.file(), request, progress) : performMerge(session, request, progress);
    return outcome ? Result<Receipt>(std::move(outcome->receipt)) : fail(outcome.error());
}

Result<MergeOutcome> foreseeMerge(const std::filesystem::path& census, const MergeRequest& request,
                                  const Progress& progress)
{
    return mergeInto(nullptr, census, request, progress);
}

Result<MergeOutcome> performMerge(census::Session& session, const MergeRequest& request, const Progress& progress)
{
    auto outcome = mergeInto(&session, session.file(), request, progress);
    if (outcome && outcome->receipt.added + outcome->receipt.updated > 0) {
        const Receipt& receipt = outcome->receipt;
        const std::string what = receipt.source + ": read " + std::to_string(receipt.read) + ", added " +
                                 std::to_string(receipt.added) + ", updated " + std::to_string(receipt.updated);
        // The set itself is in the log already; that its counts are not noted as well changes nothing about it.
        static_cast<void>(session.record({.action = "merge", .what = what, .reason = {}, .recipient = {}}));
    }
    return outcome;
}

} // namespace observo::exchange
