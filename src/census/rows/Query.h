// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rows/RecordSql.h"

#include "observo/census/Reader.h"

#include <string>

namespace observo::census {

class Connection;

/// SELECT `what` FROM camera with the filter, box, order and page of a query, its values bound.
[[nodiscard]] Result<Statement> selectCameras(Connection& connection, const std::string& what,
                                              const CameraQuery& query);

/// All cameras that have a place, from the columns that a map draws with and nothing else.
[[nodiscard]] Result<Inventory> readInventory(Connection& connection, const RecordTable& cameras,
                                              const Progress& progress);

} // namespace observo::census
