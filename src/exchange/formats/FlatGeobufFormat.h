// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Formats.h"

namespace observo::exchange {

/// FlatGeobuf for large layers on the map: one point layer with a spatial index; days and instants are text.
[[nodiscard]] Format flatGeobufFormat();

} // namespace observo::exchange
