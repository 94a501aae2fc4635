// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/core/Ids.h"

#include <random>

namespace observo {
namespace {

constexpr std::size_t kTextLength = 36;
constexpr std::string_view kDigits = "0123456789abcdef";

constexpr bool isHyphenAt(std::size_t position)
{
    return position == 8 || position == 13 || position == 18 || position == 23;
}

constexpr int digitOf(char letter)
{
    if (letter >= '0' && letter <= '9') {
        return letter - '0';
    }
    if (letter >= 'a' && letter <= 'f') {
        return letter - 'a' + 10;
    }
    if (letter >= 'A' && letter <= 'F') {
        return letter - 'A' + 10;
    }
    return -1;
}

} // namespace

Uuid Uuid::random()
{
    // libstdc++ reads the processor's or the kernel's generator: no seed, so two computers never make the same series.
    thread_local std::random_device device;
    Uuid uuid;
    for (std::size_t i = 0; i < uuid.bytes.size(); i += 4) {
        const std::uint32_t word = device();
        std::memcpy(uuid.bytes.data() + i, &word, sizeof word);
    }
    // RFC 4122, 4.4: version 4, variant 10.
    uuid.bytes[6] = static_cast<std::uint8_t>((uuid.bytes[6] & 0x0FU) | 0x40U);
    uuid.bytes[8] = static_cast<std::uint8_t>((uuid.bytes[8] & 0x3FU) | 0x80U);
    return uuid;
}

std::optional<Uuid> Uuid::parse(std::string_view text)
{
    if (text.size() != kTextLength) {
        return std::nullopt;
    }
    Uuid uuid;
    std::size_t byte = 0;
    for (std::size_t i = 0; i < kTextLength;) {
        if (isHyphenAt(i)) {
            if (text[i] != '-') {
                return std::nullopt;
            }
            ++i;
            continue;
        }
        const int high = digitOf(text[i]);
        const int low = digitOf(text[i + 1]);
        if (high < 0 || low < 0) {
            return std::nullopt;
        }
        uuid.bytes[byte++] = static_cast<std::uint8_t>(high * 16 + low);
        i += 2;
    }
    return uuid;
}

std::string Uuid::text() const
{
    std::string text(kTextLength, '-');
    std::size_t at = 0;
    for (const std::uint8_t byte : bytes) {
        if (isHyphenAt(at)) {
            ++at;
        }
        text[at++] = kDigits[byte >> 4U];
        text[at++] = kDigits[byte & 0x0FU];
    }
    return text;
}

} // namespace observo
