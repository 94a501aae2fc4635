// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "merging/MergeSides.h"

#include "observo/exchange/Receipt.h"
#include "observo/exchange/Review.h"

#include <array>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>

namespace observo::exchange {

/// What a merge knows while it goes on: both sides, what sites and systems will be in the end, and the changes that
/// wait.
struct MergeState {
    MergeSide mine;
    MergeSide theirs;
    MergePolicy policy = MergePolicy::Newest;
    std::int64_t common = 0; ///< last entry of the history that both have; 0 without a common origin
    Receipt& receipt;
    Doubts* doubts = nullptr; ///< takes what a person has to decide; null: it is counted only

    /// Living sites and systems after the merge, by UUID, and their UUIDs by body and code.
    struct Table {
        std::map<Uuid, Record> records{};
        std::map<BodyCode, Uuid> byCode{};
        std::map<BodyCode, std::string> mineRenamed{}; ///< my code: the one it has afterwards
        std::map<BodyCode, std::string> theirsRenamed{};
        std::map<BodyCode, Uuid> waitingCodes{};
        std::map<Uuid, Record> waiting{}; ///< theirs that come only when a camera needs them
        std::map<Uuid, std::string>
            leaving{}; ///< mine that they removed, with the reason: go when nothing stands on them
    };
    Table systems{};
    Table sites{};
    std::deque<Change> changes{};

    [[nodiscard]] Table& of(RecordKind kind) { return kind == RecordKind::Site ? sites : systems; }
    /// As both started from it; nothing without a common origin or when it was not there.
    [[nodiscard]] Result<std::optional<Record>> baseOf(RecordKind kind, const Uuid& uuid);
    /// Whether a record that one side removed goes, though the other side still has it.
    struct Removal {
        bool stays = true;       ///< removed, that is
        bool isConflict = false; ///< the other side changed it since
    };
    [[nodiscard]] Result<Removal> removalOf(const census::Tombstone& stone, const Record& living, bool isMineLiving);
    /// The codes of site and system as they are after the merge.
    void renameReferences(Record& record, bool isMine);
    void tell(const Record& record, Severity severity, const std::string& code, std::string it, std::string en,
              std::string field = {});
    void tellConflicts(const Record& record, const std::vector<std::string>& fields);
    void leave(Doubt doubt);
    /// Notes a conflict for a person; `now` is what the census will hold, `pair` what it came from.
    void leaveToPerson(const Record& now, const RecordPair& pair, const std::vector<std::string>& fields);
    /// Counts what became of one of their records that is here too, and queues the change.
    void settle(const Record& before, const Record& after, const std::vector<std::string>& conflicts);
};

/// Brings systems (first) or sites together and queues their changes.
[[nodiscard]] Done mergeTable(MergeState& state, RecordKind kind);

} // namespace observo::exchange
