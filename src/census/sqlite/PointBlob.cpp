// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite/PointBlob.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstring>

namespace observo::census {
namespace {

constexpr std::int32_t kSrsId = 6706;
constexpr std::size_t kHeaderSize = 8;
constexpr std::size_t kWkbHeaderSize = 5;

template <typename Number>
Number read(std::span<const std::uint8_t> bytes, bool littleEndian)
{
    std::array<std::uint8_t, sizeof(Number)> raw{};
    std::copy_n(bytes.begin(), raw.size(), raw.begin());
    if (littleEndian != (std::endian::native == std::endian::little)) {
        std::ranges::reverse(raw);
    }
    return std::bit_cast<Number>(raw);
}

/// Bytes of the envelope that the header's flags announce (GeoPackage 2.1.3.1.1); nothing for a reserved code.
std::optional<std::size_t> envelopeSize(std::uint8_t flags)
{
    static constexpr std::array<std::size_t, 5> kSizes = {0, 32, 48, 48, 64};
    const std::size_t code = (flags >> 1U) & 7U;
    return code < kSizes.size() ? std::optional(kSizes.at(code)) : std::nullopt;
}

std::optional<LonLat> pointOfWkb(std::span<const std::uint8_t> wkb)
{
    if (wkb.size() < kWkbHeaderSize + 16 || wkb[0] > 1) {
        return std::nullopt;
    }
    const bool little = wkb[0] == 1;
    const auto type = read<std::uint32_t>(wkb.subspan(1), little);
    // 1 point, 1001 with Z, 2001 with M, 3001 with both.
    if (type % 1000 != 1 || type > 3001) {
        return std::nullopt;
    }
    const LonLat place{read<double>(wkb.subspan(kWkbHeaderSize), little),
                       read<double>(wkb.subspan(kWkbHeaderSize + 8), little)};
    // An empty point is written as two NaN.
    if (!std::isfinite(place.lon) || !std::isfinite(place.lat)) {
        return std::nullopt;
    }
    return place;
}

template <typename Number>
void write(std::uint8_t* target, Number value)
{
    auto raw = std::bit_cast<std::array<std::uint8_t, sizeof(Number)>>(value);
    if constexpr (std::endian::native == std::endian::big) {
        std::ranges::reverse(raw);
    }
    std::memcpy(target, raw.data(), raw.size());
}

} // namespace

std::array<std::uint8_t, kPointBlobSize> pointBlob(LonLat place)
{
    std::array<std::uint8_t, kPointBlobSize> blob{};
    blob[0] = 'G';
    blob[1] = 'P';
    blob[3] = 1; // little endian, no envelope
    write(&blob[4], kSrsId);
    blob[8] = 1; // little endian
    write(&blob[9], std::uint32_t{1});
    write(&blob[13], place.lon);
    write(&blob[21], place.lat);
    return blob;
}

std::optional<LonLat> pointOf(std::span<const std::uint8_t> blob)
{
    if (blob.size() < kHeaderSize || blob[0] != 'G' || blob[1] != 'P' || blob[2] != 0) {
        return std::nullopt;
    }
    const auto envelope = envelopeSize(blob[3]);
    if (!envelope || blob.size() < kHeaderSize + *envelope) {
        return std::nullopt;
    }
    return pointOfWkb(blob.subspan(kHeaderSize + *envelope));
}

} // namespace observo::census
