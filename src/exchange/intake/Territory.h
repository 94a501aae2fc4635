// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Census.h"
#include "observo/core/Inventory.h"

#include <string>

namespace observo::exchange {

/// Where the cameras of a census may be expected: by which coordinates are judged. Boundaries are the user's, so it is
/// the region of the body's ISTAT code, widened by the cameras that are there already.
struct Territory {
    GeoBox box{};     ///< empty: nobody knows
    GeoBox cameras{}; ///< around those that are there; empty without any
    std::string name{};

    [[nodiscard]] bool isKnown() const { return !box.isEmpty(); }
    [[nodiscard]] bool contains(LonLat place) const { return !isKnown() || box.contains(place); }
};

[[nodiscard]] Territory territoryOf(const Census& census, const Inventory& inventory);

} // namespace observo::exchange
