// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Census.h"
#include "observo/core/Result.h"

namespace observo::census {

class Connection;

/// Writes the rows by which other programs understand a new census: Italian labels, code lists and ranges
/// (gpkg_schema), and a short ISO 19139 description (gpkg_metadata).
[[nodiscard]] Done writeGeoPackageRows(Connection& connection, const Census& census);

} // namespace observo::census
