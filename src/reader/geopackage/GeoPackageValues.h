// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/feed/FileInfo.h"
#include "observo/feed/Row.h"

#include <sqlite3.h>

#include <cstdint>

namespace observo::reader {

/// Puts the cell `index` of the statement's row into the row's value `target`. SQLite lets any kind of value stand in
/// any column: what does not fit the column's type comes as unknown, with its raw text and a problem.
void takeCell(sqlite3_stmt* statement, int index, const feed::Column& column, std::uint32_t target, feed::Row& row);

} // namespace observo::reader
