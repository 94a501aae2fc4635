// SPDX-License-Identifier: GPL-3.0-or-later
#include "Utf8.h"

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace observo::feed {

namespace {

/// The length of the well-formed sequence at the start of `rest`; 0 when there is none.
std::size_t sequenceAt(std::string_view rest)
{
    const auto byte = [&rest](std::size_t i) { return static_cast<unsigned char>(rest[i]); };
    const auto follows = [&](std::size_t i, unsigned low, unsigned high) {
        return i < rest.size() && byte(i) >= low && byte(i) <= high;
    };
    const unsigned first = byte(0);
    if (first < 0x80) {
        return first == 0 ? 0 : 1;
    }
    if (first >= 0xC2 && first <= 0xDF) {
        return follows(1, 0x80, 0xBF) ? 2 : 0;
    }
    if (first >= 0xE0 && first <= 0xEF) {
        const unsigned low = first == 0xE0 ? 0xA0 : 0x80;
        const unsigned high = first == 0xED ? 0x9F : 0xBF;
        return follows(1, low, high) && follows(2, 0x80, 0xBF) ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const unsigned low = first == 0xF0 ? 0x90 : 0x80;
        const unsigned high = first == 0xF4 ? 0x8F : 0xBF;
        return follows(1, low, high) && follows(2, 0x80, 0xBF) && follows(3, 0x80, 0xBF) ? 4 : 0;
    }
    return 0;
}

/// Eight bytes of plain ASCII without a zero among them.
bool isPlain(const char* bytes)
{
    constexpr std::uint64_t kHigh = 0x8080808080808080ULL;
    constexpr std::uint64_t kOnes = 0x0101010101010101ULL;
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, sizeof word);
    return ((word | (word - kOnes)) & kHigh) == 0;
}

} // namespace

bool isUtf8(std::string_view text)
{
    std::size_t at = 0;
    while (at < text.size()) {
        if (text.size() - at >= sizeof(std::uint64_t) && isPlain(text.data() + at)) {
            at += sizeof(std::uint64_t);
            continue;
        }
        const auto length = sequenceAt(text.substr(at));
        if (length == 0) {
            return false;
        }
        at += length;
    }
    return true;
}

std::string cleanUtf8(std::string_view text, std::size_t most)
{
    std::string clean;
    for (std::size_t at = 0; at < text.size();) {
        const auto length = sequenceAt(text.substr(at));
        if (clean.size() + (length == 0 ? 1 : length) > most) {
            break;
        }
        clean += length == 0 ? std::string_view("?") : text.substr(at, length);
        at += length == 0 ? 1 : length;
    }
    return clean;
}

} // namespace observo::feed
