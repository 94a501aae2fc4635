// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Result.h"

#include <string>
#include <string_view>
#include <vector>

namespace observo::census {

class Connection;

/// One frozen step of the schema, from resources/schema: "0001-census.sql" leads to version 1.
struct SchemaStep {
    int version = 0;
    std::string_view name;
    std::string_view sql;
};

[[nodiscard]] std::vector<SchemaStep> schemaSteps();
/// The version that this program writes: the last step's.
[[nodiscard]] int currentSchemaVersion();
/// As the record of the census spells it: "1.0.0".
[[nodiscard]] std::string schemaVersionText(int version);

/// Applies the steps past `from` and sets the change-log triggers anew, inside the caller's transaction.
[[nodiscard]] Done applySchema(Connection& connection, int from, const std::vector<SchemaStep>& steps,
                               std::string_view program);
[[nodiscard]] Done createLogTriggers(Connection& connection);
[[nodiscard]] Done dropLogTriggers(Connection& connection);

/// The version of an open file. CensusDamaged when it is no census at all, CensusNewer when this program is too old.
[[nodiscard]] Result<int> schemaVersionOf(Connection& connection);

/// One thing in the file's structure that is not as this program made it.
struct SchemaDifference {
    std::string what;   ///< one English sentence
    std::string remedy; ///< SQL that puts it right; empty where that would throw data away
};

/// Triggers missing, altered or foreign on our tables, tables missing or altered. Tables of other programs and columns
/// they added are theirs.
[[nodiscard]] Result<std::vector<SchemaDifference>> schemaDifferences(Connection& connection);
/// Applies the remedies inside the caller's transaction and makes the spatial index anew, which triggers that were
/// missing did not keep.
[[nodiscard]] Done applyRemedies(Connection& connection, const std::vector<SchemaDifference>& differences);

} // namespace observo::census
