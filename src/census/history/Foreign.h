// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/ChangeSet.h"
#include "observo/core/Result.h"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace observo::census {

class Connection;

/// What changed in the records after an entry of the change log, worked out from the log's images: the state before and
/// the state now of each record that was touched. Nothing when it is more than `limit` entries or an image was erased;
/// then everything has to be read again.
[[nodiscard]] Result<std::optional<ChangeSet>> changesAfter(Connection& connection, std::int64_t sequence,
                                                            std::size_t limit);

} // namespace observo::census
