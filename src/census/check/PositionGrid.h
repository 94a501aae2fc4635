// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Inventory.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace observo::census {

/// Finds what stands close to a place among a million places: cells of about twenty metres, sorted. Distances are
/// those of a plane around the place, right to a hundredth part, which is enough for a few metres.
class PositionGrid {
public:
    /// A place by its number in the order of adding.
    struct Near {
        std::uint32_t number = 0;
        Metres distance;
    };

    void add(LonLat place);
    /// To be called once after the last `add`.
    void sort();
    /// Everything within `radius`, nearest first.
    [[nodiscard]] std::vector<Near> within(LonLat at, Metres radius) const;

private:
    using Cell = std::pair<std::uint64_t, std::uint32_t>;

    std::vector<LonLat> m_places;
    std::vector<Cell> m_cells; ///< row and column of the cell, then the number of the place
};

/// Plane distance around the mean latitude; for places within a few kilometres of each other.
[[nodiscard]] Metres planeDistance(LonLat a, LonLat b);

} // namespace observo::census
