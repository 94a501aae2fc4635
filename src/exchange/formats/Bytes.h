// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstdint>
#include <string>

namespace observo::exchange {

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

} // namespace observo::exchange
