// SPDX-License-Identifier: GPL-3.0-or-later
#include "sealing/RecoveryCode.h"

#include <algorithm>

namespace observo::exchange {
namespace {

constexpr std::string_view kSigns = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kSeedSigns = 52; // 260 bits for 256
constexpr std::size_t kCheckSigns = 4;
constexpr std::size_t kGroup = 4;

/// Five bits a sign, the highest first; what is left over is zero.
std::string signsOf(Bytes bytes, std::size_t count)
{
    std::string signs;
    unsigned bits = 0;
    unsigned held = 0;
    auto next = bytes.begin();
    while (signs.size() < count) {
        if (held < 5) {
            bits = (bits << 8U) | (next != bytes.end() ? *next++ : 0U);
            held += 8;
        }
        held -= 5;
        signs += kSigns[(bits >> held) & 0x1FU];
        bits &= (1U << held) - 1U;
    }
    return signs;
}

std::string checkOf(Bytes seed)
{
    Secret<kSeedBytes> hash;
    hashInto(hash.room(), seed);
    return signsOf(hash.bytes(), kCheckSigns);
}

/// The signs alone, as they were meant.
std::string bareSigns(std::string_view code)
{
    std::string signs;
    for (const char c : code) {
        const char upper = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        if (upper == ' ' || upper == '-' || upper == '\n' || upper == '\r' || upper == '\t') {
            continue;
        }
        signs += upper == 'I' || upper == 'L' ? '1' : upper == 'O' ? '0' : upper;
    }
    return signs;
}

} // namespace

std::string recoveryCodeOf(const Secret<kSeedBytes>& seed)
{
    const std::string signs = signsOf(seed.bytes(), kSeedSigns) + checkOf(seed.bytes());
    std::string code;
    for (std::size_t at = 0; at < signs.size(); at += kGroup) {
        code += code.empty() ? "" : " ";
        code += signs.substr(at, kGroup);
    }
    return code;
}

Done seedFromCode(std::string_view code, Secret<kSeedBytes>& seed)
{
    const std::string signs = bareSigns(code);
    const bool isSpelt = signs.size() == kSeedSigns + kCheckSigns &&
                         std::ranges::all_of(signs, [](char c) { return kSigns.find(c) != std::string_view::npos; });
    unsigned bits = 0;
    unsigned held = 0;
    std::size_t filled = 0;
    for (std::size_t i = 0; isSpelt && i < kSeedSigns; ++i) {
        bits = (bits << 5U) | static_cast<unsigned>(kSigns.find(signs[i]));
        held += 5;
        if (held >= 8 && filled < kSeedBytes) {
            held -= 8;
            seed.data()[filled++] = static_cast<unsigned char>(bits >> held);
            bits &= (1U << held) - 1U;
        }
    }
    const bool isWhole = isSpelt && bits == 0 && signs.substr(kSeedSigns) == checkOf(seed.bytes());
    return isWhole ? done()
                   : Done(fail(ErrorCode::InputNotUnderstood, "the recovery code is not as it was printed",
                               "compare it sign by sign: 14 groups of four, without the letters I, L, O and U"));
}

} // namespace observo::exchange
