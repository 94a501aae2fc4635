// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/census/Log.h"
#include "observo/core/Fields.h"
#include "observo/core/Translatable.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace observo::census {

/// What can be wrong with the history of a census or with a record by its history.
enum class HistoryFault {
    Structure, ///< `detail` is the sentence
    // entries
    EntryMissing,
    EntryDoesNotFit,
    SetDoesNotFit,
    ContentChanged,
    SealedBehindOpen,
    EndMissing, ///< `detail` is how many entries were written
    // records
    NotInLog,
    RemovedByLog,
    SealedTooEarly,
    ChangedWithoutLog,
    SealNotOfLog,
    RemovedWithoutLog,
    NoIdentity, ///< `detail` is the row's number
};

/// One thing that verifying found: about the structure, an entry of the log, or a record.
struct HistoryFinding {
    HistoryFault fault = HistoryFault::Structure;
    std::optional<std::int64_t> entry{};
    std::optional<RecordKind> kind{};
    std::string record{}; ///< UUID as the file has it
    std::string detail{};

    /// "entry 17: it does not fit the chain", "camera UUID: ..."
    [[nodiscard]] std::string sentence(Language language) const;
};

/// The chain, the structure with the text of the triggers, and the hash of every row.
struct Verdict {
    std::int64_t entries = 0;
    std::optional<std::int64_t> firstBad{};
    std::vector<HistoryFinding> findings{};
};
[[nodiscard]] Result<Verdict> verifyHistory(Reader& reader, const Progress& progress);

} // namespace observo::census
