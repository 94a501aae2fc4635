// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace observo::exchange {

// Numbers as bytes of a shapefile, in either order whatever the machine's is.

inline void appendLittle16(std::string& out, std::uint16_t value)
{
    out += static_cast<char>(value & 0xFFU);
    out += static_cast<char>(value >> 8U);
}

inline void appendLittle32(std::string& out, std::uint32_t value)
{
    appendLittle16(out, static_cast<std::uint16_t>(value & 0xFFFFU));
    appendLittle16(out, static_cast<std::uint16_t>(value >> 16U));
}

inline void appendBig32(std::string& out, std::uint32_t value)
{
    for (unsigned shift = 32; shift > 0; shift -= 8) {
        out += static_cast<char>((value >> (shift - 8)) & 0xFFU);
    }
}

inline void appendLittleDouble(std::string& out, double value)
{
    const auto bits = std::bit_cast<std::uint64_t>(value);
    appendLittle32(out, static_cast<std::uint32_t>(bits & 0xFFFFFFFFU));
    appendLittle32(out, static_cast<std::uint32_t>(bits >> 32U));
}

[[nodiscard]] inline std::uint32_t byteAt(std::string_view bytes, std::size_t at)
{
    return static_cast<unsigned char>(bytes[at]);
}

[[nodiscard]] inline std::uint32_t little16At(std::string_view bytes, std::size_t at)
{
    return byteAt(bytes, at) | (byteAt(bytes, at + 1) << 8U);
}

[[nodiscard]] inline std::uint32_t little32At(std::string_view bytes, std::size_t at)
{
    return little16At(bytes, at) | (little16At(bytes, at + 2) << 16U);
}

[[nodiscard]] inline std::uint32_t big32At(std::string_view bytes, std::size_t at)
{
    return (byteAt(bytes, at) << 24U) | (byteAt(bytes, at + 1) << 16U) | (byteAt(bytes, at + 2) << 8U) |
           byteAt(bytes, at + 3);
}

[[nodiscard]] inline double littleDoubleAt(std::string_view bytes, std::size_t at)
{
    return std::bit_cast<double>(little32At(bytes, at) | (std::uint64_t{little32At(bytes, at + 4)} << 32U));
}

} // namespace observo::exchange
