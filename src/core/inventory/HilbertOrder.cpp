// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/HilbertOrder.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace observo {
namespace {

/// Cell of a coordinate within low..high.
std::uint16_t cellOf(double value, double low, double high)
{
    if (!(high > low)) {
        return 0;
    }
    const double share = std::clamp((value - low) / (high - low), 0.0, 1.0);
    return static_cast<std::uint16_t>(std::lround(share * 65535.0));
}

bool isFinite(LonLat place)
{
    return std::isfinite(place.lon) && std::isfinite(place.lat);
}

} // namespace

std::uint32_t hilbertKey(std::uint16_t x, std::uint16_t y)
{
    // The iterative form of "Hilbert curve", Hacker's Delight 2nd ed., section 16-3.
    std::uint32_t cx = x;
    std::uint32_t cy = y;
    std::uint32_t key = 0;
    for (std::uint32_t side = 1U << 15U; side > 0; side >>= 1U) {
        const std::uint32_t right = (cx & side) != 0 ? 1 : 0;
        const std::uint32_t up = (cy & side) != 0 ? 1 : 0;
        key += side * side * ((3U * right) ^ up);
        if (up == 0) {
            if (right == 1) {
                cx = 0xFFFFU - cx;
                cy = 0xFFFFU - cy;
            }
            std::swap(cx, cy);
        }
    }
    return key;
}

std::vector<std::uint32_t> hilbertOrder(std::span<const LonLat> places)
{
    GeoBox box;
    for (const LonLat place : places) {
        if (isFinite(place)) {
            box.include(place);
        }
    }
    // Key above, index below: one sort of plain integers.
    std::vector<std::uint64_t> keyed(places.size());
    for (std::size_t i = 0; i < places.size(); ++i) {
        std::uint64_t key = 0;
        if (isFinite(places[i])) {
            key = hilbertKey(cellOf(places[i].lon, box.west, box.east), cellOf(places[i].lat, box.south, box.north));
        }
        keyed[i] = (key << 32U) | i;
    }
    std::sort(keyed.begin(), keyed.end());

    std::vector<std::uint32_t> order(places.size());
    std::transform(keyed.begin(), keyed.end(), order.begin(),
                   [](std::uint64_t k) { return static_cast<std::uint32_t>(k); });
    return order;
}

} // namespace observo
