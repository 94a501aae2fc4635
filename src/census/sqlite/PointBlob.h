// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Quantities.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>

namespace observo::census {

/// A point as GeoPackage stores it: header "GP", little endian, no envelope, EPSG:6706, then WKB with longitude first.
inline constexpr std::size_t kPointBlobSize = 29;
[[nodiscard]] std::array<std::uint8_t, kPointBlobSize> pointBlob(LonLat place);

/// The point of a GeoPackage geometry of any writer: both byte orders, any envelope, with or without Z and M.
/// Nothing when it is no point, is empty, or is not whole.
[[nodiscard]] std::optional<LonLat> pointOf(std::span<const std::uint8_t> blob);

} // namespace observo::census
