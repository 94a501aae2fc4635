// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Quantities.h"

#include <cstdint>
#include <span>
#include <vector>

namespace observo {

/// Distance along the Hilbert curve that fills a square of 65,536 by 65,536 cells.
[[nodiscard]] std::uint32_t hilbertKey(std::uint16_t x, std::uint16_t y);

/// Indices of `places` in an order in which neighbours in the list are neighbours on the ground, so that runs of it
/// have small bounding boxes. Places that are not finite come first.
[[nodiscard]] std::vector<std::uint32_t> hilbertOrder(std::span<const LonLat> places);

} // namespace observo
