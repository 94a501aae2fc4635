// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/ChangeSet.h"
#include "observo/exchange/Merge.h"

#include <optional>
#include <string>
#include <vector>

namespace observo::exchange {

/// One record in two censuses, and what both started from where that is known.
struct RecordPair {
    const Record& mine;
    const Record& theirs;
    const std::optional<Record>& base;
    bool keepsCode = false; ///< their code is another record's here
};

/// The record both agree on, in my identity and with my bookkeeping, and the fields about which a policy decided.
struct MergedRecord {
    Record record;
    std::vector<std::string> conflicts;
};

/// Compares field by field; never looks at bookkeeping, identity and owning body.
[[nodiscard]] MergedRecord mergedRecord(const RecordPair& pair, MergePolicy policy);

/// Whether `mine` was changed (or, at the same instant, verified) after `theirs`; a tie is decided by the contents, the
/// same way from both sides.
[[nodiscard]] bool isNewer(const Record& mine, const Record& theirs);

/// Everything but bookkeeping is equal.
[[nodiscard]] bool isSameContent(const Record& a, const Record& b);
[[nodiscard]] const Bookkeeping& bookOf(const Record& record);
[[nodiscard]] const std::string& bodyOf(const Record& record);
[[nodiscard]] const std::string& codeOf(const Record& record);
void setCode(Record& record, std::string code);

} // namespace observo::exchange
