// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rows/RecordSql.h"

#include "observo/core/Result.h"

#include <string>
#include <string_view>

namespace observo::census {

/// The columns of a row as the change log keeps them: a JSON object, reals with 17 digits, geometry in hexadecimal, so
/// that reading gives back exactly what was stored. The triggers write the same form in SQL.
[[nodiscard]] std::string imageOf(const RecordTable& table, const ColumnValues& values);
[[nodiscard]] Result<ColumnValues> valuesOfImage(const RecordTable& table, std::string_view image);

} // namespace observo::census
