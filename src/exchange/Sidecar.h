// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ExportPlan.h"

#include <map>
#include <string>

namespace observo::exchange {

/// Values that a DBF column had to shorten, whole, by record and field.
using LongValues = std::map<std::string, std::map<std::string, std::string>>;

/// The side-car of a shapefile: which DBF column is which field of the dictionary (name, type, unit), for each table,
/// and the values that were too long, so that reading back loses nothing.
[[nodiscard]] std::string sidecarJson(const ExportPlan& plan, const LongValues& longValues);

} // namespace observo::exchange
