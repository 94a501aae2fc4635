// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Formats.h"

namespace observo::exchange {

/// GeoPackage: tables camera, site and system with full names and types; nothing is lost.
[[nodiscard]] Format geoPackageFormat();

} // namespace observo::exchange
