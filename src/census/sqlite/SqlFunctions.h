// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

struct sqlite3;

namespace observo::census {

/// Registers what the GeoPackage triggers need (ST_IsEmpty, ST_MinX, ...) and what filters need (observo_lon,
/// observo_lat, observo_like). Returns SQLite's result code.
[[nodiscard]] int registerSqlFunctions(sqlite3* handle);

} // namespace observo::census
