// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Formats.h"

namespace observo::exchange {

/// DXF (AutoCAD R12) for drawings: a point a camera, on a layer for its status and type, its code as text beside it,
/// its viewing direction as a line of ten metres; in metres of the chosen system.
[[nodiscard]] Format dxfFormat();

} // namespace observo::exchange
