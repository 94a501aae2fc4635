// SPDX-License-Identifier: GPL-3.0-or-later
#include "vector/HilbertTree.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace observo::geo {

namespace {

constexpr std::size_t kFanOut = 16;

/// Relative to the extent's corner, so that the float's 24 bits are spent on the layer and not on the northing.
float below(double value)
{
    const auto rounded = static_cast<float>(value);
    return static_cast<double>(rounded) > value ? std::nextafter(rounded, -std::numeric_limits<float>::infinity())
                                                : rounded;
}

float above(double value)
{
    return -below(-value);
}

std::uint32_t cellOf(double value, double from, double length)
{
    constexpr double kCells = 65535.0;
    const double share = length > 0.0 ? (value - from) / length : 0.0;
    return static_cast<std::uint32_t>(std::clamp(share, 0.0, 1.0) * kCells);
}

} // namespace

std::uint32_t hilbertIndex(std::uint32_t x, std::uint32_t y)
{
    constexpr std::uint32_t kOrder = 16;
    std::uint32_t index = 0;
    for (std::uint32_t side = 1U << (kOrder - 1); side > 0; side >>= 1U) {
        const std::uint32_t right = (x & side) != 0 ? 1 : 0;
        const std::uint32_t top = (y & side) != 0 ? 1 : 0;
        index = (index << 2U) | ((3 * right) ^ top);
        if (top == 0) {
            if (right == 1) {
                x = (1U << kOrder) - 1 - x;
                y = (1U << kOrder) - 1 - y;
            }
            std::swap(x, y);
        }
    }
    return index;
}

HilbertTree::HilbertTree(std::span<const MapBox> boxes) : m_size(boxes.size())
{
    for (const auto& box : boxes) {
        m_extent.include(box);
    }
    std::vector<std::uint32_t> places(boxes.size());
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const auto centre = boxes[i].centre();
        places[i] = hilbertIndex(cellOf(centre.x, m_extent.minX, m_extent.width()),
                                 cellOf(centre.y, m_extent.minY, m_extent.height()));
    }
    std::vector<std::uint32_t> order(boxes.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&places](std::uint32_t a, std::uint32_t b) {
        return places[a] != places[b] ? places[a] < places[b] : a < b;
    });
    m_nodes.reserve(boxes.size() + boxes.size() / (kFanOut - 1) + 2);
    for (const auto index : order) {
        m_nodes.push_back(outward(boxes[index], index));
    }
    m_levelEnds.push_back(m_nodes.size());
    packLevels();
}

HilbertTree::Node HilbertTree::outward(const MapBox& box, std::uint32_t child) const
{
    return {below(box.minX - m_extent.minX), below(box.minY - m_extent.minY), above(box.maxX - m_extent.minX),
            above(box.maxY - m_extent.minY), child};
}

void HilbertTree::packLevels()
{
    std::size_t begin = 0;
    while (m_levelEnds.back() - begin > 1) {
        const std::size_t end = m_levelEnds.back();
        for (std::size_t first = begin; first < end; first += kFanOut) {
            Node parent = m_nodes[first];
            parent.child = static_cast<std::uint32_t>(first);
            for (std::size_t i = first + 1; i < std::min(first + kFanOut, end); ++i) {
                parent.minX = std::min(parent.minX, m_nodes[i].minX);
                parent.minY = std::min(parent.minY, m_nodes[i].minY);
                parent.maxX = std::max(parent.maxX, m_nodes[i].maxX);
                parent.maxY = std::max(parent.maxY, m_nodes[i].maxY);
            }
            m_nodes.push_back(parent);
        }
        begin = end;
        m_levelEnds.push_back(m_nodes.size());
    }
}

std::vector<std::uint32_t> HilbertTree::search(const MapBox& window) const
{
    std::vector<std::uint32_t> found;
    if (m_nodes.empty() || window.isEmpty()) {
        return found;
    }
    const auto wanted = outward(window, 0);
    const auto meets = [&wanted](const Node& node) {
        return node.minX <= wanted.maxX && wanted.minX <= node.maxX && node.minY <= wanted.maxY &&
               wanted.minY <= node.maxY;
    };
    // (first node, level) of groups still to be looked at; the root is a group of one.
    std::vector<std::pair<std::size_t, std::size_t>> open = {{m_nodes.size() - 1, m_levelEnds.size() - 1}};
    while (!open.empty()) {
        const auto [first, level] = open.back();
        open.pop_back();
        const std::size_t end = std::min(first + kFanOut, m_levelEnds[level]);
        for (std::size_t i = first; i < end; ++i) {
            if (!meets(m_nodes[i])) {
                continue;
            }
            if (level == 0) {
                found.push_back(m_nodes[i].child);
            } else {
                open.emplace_back(m_nodes[i].child, level - 1);
            }
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace observo::geo
