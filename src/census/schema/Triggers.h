// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Fields.h"

#include <string>
#include <string_view>
#include <vector>

namespace observo::census {

/// One trigger: its name and its CREATE statement exactly as it stands in the file.
struct Trigger {
    std::string name;
    std::string sql;
};

/// The triggers that complete rows of other programs and fill the change log, generated from the field table and
/// written in SQLite's own functions alone, so that they work in every program. Their text belongs to the schema
/// version: `log --verify` compares it.
[[nodiscard]] std::vector<Trigger> logTriggers(RecordKind kind);

/// "TC", "P", "I": what numbered codes begin with; empty for the census.
[[nodiscard]] std::string_view codePrefix(RecordKind kind);

} // namespace observo::census
