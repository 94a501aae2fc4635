// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Quantities.h"

namespace observo::rule {

/// Whether a place lies in Italy, coarsely: outlines drawn by hand around the mainland with its islands, Sardinia and
/// the Pelagie, up to some tens of kilometres beyond border and coast (Ticino, San Marino and Nice's hills pass). It
/// catches swapped coordinates and wrong reference systems, not neighbours.
[[nodiscard]] bool isInItaly(LonLat place);

} // namespace observo::rule
