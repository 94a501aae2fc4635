// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/census/Reader.h"
#include "observo/core/ChangeSet.h"
#include "observo/core/Result.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace observo::census {

/// What left a census, and its last state.
struct Tombstone {
    RecordKind kind = RecordKind::Camera;
    Uuid uuid;
    std::string removedAt; ///< UTC
    std::string removedBy;
    std::string reason;
    std::optional<Record> lastState; ///< nothing when it was erased
};
[[nodiscard]] Done forEachTombstone(Reader& reader, const std::function<bool(const Tombstone&)>& take);

/// The last entry of the change history that two copies of one census have in common; 0 without a common origin.
[[nodiscard]] Result<std::int64_t> commonLogHead(Reader& one, Reader& other);

/// A record as it was at some time.
struct RecordThen {
    bool isKnown = true;            ///< false when the history was erased on the way back
    std::optional<Record> record{}; ///< nothing when it was not in the census then
};
/// As it was after the entry `sequence` of the history.
[[nodiscard]] Result<RecordThen> recordAfter(Reader& reader, RecordKind kind, const Uuid& uuid, std::int64_t sequence);

} // namespace observo::census
