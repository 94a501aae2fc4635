// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "filter/FilterNode.h"

#include "observo/core/Filter.h"

namespace observo {

/// The clause of a filter. Column names come from the field table alone, values are always bound.
[[nodiscard]] Filter::Sql filterSql(const Filter::Node& root);

} // namespace observo
