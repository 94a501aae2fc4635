// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/geo/Geometry.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace observo::geo {

/// A packed R-tree: boxes sorted along a Hilbert curve and packed sixteen by sixteen, in two arrays (after Kamel and
/// Faloutsos, "On packing R-trees", 1993). Built once, then safe to search from many threads.
class HilbertTree {
public:
    HilbertTree() = default;
    explicit HilbertTree(std::span<const MapBox> boxes);

    /// Indices of the boxes that meet the window, in ascending order.
    [[nodiscard]] std::vector<std::uint32_t> search(const MapBox& window) const;
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] const MapBox& extent() const { return m_extent; }

private:
    /// Floats rounded outward: half the memory, and a box that only seems to meet the window is sorted out later.
    struct Node {
        float minX, minY, maxX, maxY;
        std::uint32_t child; ///< index of a box in the lowest level, of the first child above it
    };

    void packLevels();
    [[nodiscard]] Node outward(const MapBox& box, std::uint32_t child) const;

    std::vector<Node> m_nodes;
    std::vector<std::size_t> m_levelEnds;
    std::size_t m_size = 0;
    MapBox m_extent;
};

/// The place of a point on the Hilbert curve through a square of 65,536 by 65,536 cells.
[[nodiscard]] std::uint32_t hilbertIndex(std::uint32_t x, std::uint32_t y);

} // namespace observo::geo
