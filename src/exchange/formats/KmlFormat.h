// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Formats.h"

namespace observo::exchange {

/// KML 2.2 for viewers: a placemark a camera, its code as name, its fields as extended data.
[[nodiscard]] Format kmlFormat();

} // namespace observo::exchange
