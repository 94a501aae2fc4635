// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/census/Reader.h"
#include "observo/core/Ids.h"
#include "observo/core/Progress.h"
#include "observo/core/Result.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace observo::census {

/// One line of the change history.
struct LogEntry {
    std::int64_t sequence = 0;
    std::int64_t setId = 0; ///< entries of one change set share it; 0 for rows of other programs not yet sealed
    std::string at;         ///< UTC
    std::string actor;      ///< who; "other program" for rows that came by another way
    std::string program;    ///< "observo", "observo-cli", "other program"
    std::string action;     ///< "add", "change", "remove", "export", "print", "open", "import", "merge", "lock", ...
    std::string kind;       ///< "camera", "site", "system", "census" or empty
    std::string record;     ///< UUID or empty
    std::string label;      ///< of its change set: "Move camera"
    std::string reason;
    std::string recipient;
    std::string before; ///< JSON of the columns that changed; empty when erased
    std::string after;
    std::string hash; ///< of the chain, hexadecimal; empty while not sealed
};

/// Which entries are wanted.
struct LogQuery {
    std::string since{};          ///< ISO 8601 day or time; empty: from the start
    std::optional<Uuid> record{}; ///< only of one record
    std::optional<std::size_t> last{};
};

/// What `log --verify` found.
struct LogVerdict {
    bool intact = true;
    std::int64_t entries = 0;
    std::optional<std::int64_t> firstBad{}; ///< sequence of the first entry that does not fit the chain
    std::vector<std::string> findings{};    ///< one English sentence each: chain, triggers' text, row hashes
};

[[nodiscard]] Done forEachLogEntry(Reader& reader, const LogQuery& query,
                                   const std::function<bool(const LogEntry&)>& take);
/// The consultations that wait in the own log of whoever asks, oldest first, until the next edit takes them along into
/// the census: without sequence, set and hash. Those of other people stand in their own logs.
[[nodiscard]] Result<std::vector<LogEntry>> waitingConsultations(Reader& reader);
/// The chain, the text of the triggers and the hash of every row.
[[nodiscard]] Result<LogVerdict> verifyLog(Reader& reader, const Progress& progress);

} // namespace observo::census
