// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Formats.h"

namespace observo::exchange {

/// GeoJSON (RFC 7946): WGS 84 longitude and latitude with 7 decimals, one feature a line, values that are there only.
[[nodiscard]] Format geoJsonFormat();

} // namespace observo::exchange
