// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/census/Session.h"
#include "observo/core/Progress.h"
#include "observo/core/Quantities.h"
#include "observo/core/Result.h"
#include "observo/exchange/Receipt.h"
#include "observo/exchange/Review.h"

#include <filesystem>
#include <optional>
#include <string_view>

namespace observo::exchange {

/// Whose value stays where both censuses say something different about a field.
enum class MergePolicy {
    Newest, ///< of the record that was changed last
    Mine,
    Theirs,
    Review, ///< mine for now; a person decides
};
[[nodiscard]] std::string_view nameOf(MergePolicy policy);
[[nodiscard]] std::optional<MergePolicy> mergePolicyNamed(std::string_view name);

struct MergeRequest {
    std::filesystem::path other;
    MergePolicy policy = MergePolicy::Newest;
    Metres within{5.0}; ///< how far apart two descriptions of one camera may lie, without a common origin
    bool dryRun = false;
};

/// What became of a merge, or would become of it.
struct MergeOutcome {
    Receipt receipt;
    Doubts doubts{};               ///< what it leaves to a person
    census::Committed committed{}; ///< setId 0: nothing was written
};

/// Brings another census into the session's, in one transaction. Records are the same by UUID; where the two have a
/// common history, field by field against what both started from, else by which record is newer, an empty field never
/// against a filled one. The same change on both sides is no conflict; removals travel; each record keeps its owning
/// body. Codes that two different records came to share are told apart by a number behind the younger one's. A second
/// run changes nothing, and both orders of merging two copies give the same census.
[[nodiscard]] Result<Receipt> mergeCensus(census::Session& session, const MergeRequest& request,
                                          const Progress& progress);
/// The same, with what is left to a person.
[[nodiscard]] Result<MergeOutcome> performMerge(census::Session& session, const MergeRequest& request,
                                                const Progress& progress);
/// What a merge would do to the census in this file; writes nothing and needs no session.
[[nodiscard]] Result<MergeOutcome> foreseeMerge(const std::filesystem::path& census, const MergeRequest& request,
                                                const Progress& progress);

} // namespace observo::exchange
