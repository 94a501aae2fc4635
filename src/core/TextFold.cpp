// SPDX-License-Identifier: GPL-3.0-or-later
#include "TextFold.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace observo {
namespace {

constexpr std::uint32_t kFirstLatin = 0xC0;
constexpr std::uint32_t kLastLatin = 0x17F;

constexpr unsigned char byteAt(std::string_view text, std::size_t at)
{
    return static_cast<unsigned char>(text[at]);
}

constexpr char lowerAscii(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

constexpr bool isContinuation(unsigned char byte)
{
    return (byte & 0xC0U) == 0x80U;
}

/// The code point of a two-byte sequence, or 0 when there is none at `at`.
std::uint32_t twoByteAt(std::string_view text, std::size_t at)
{
    if (at + 1 >= text.size()) {
        return 0;
    }
    const unsigned char lead = byteAt(text, at);
    const unsigned char next = byteAt(text, at + 1);
    if (lead < 0xC2 || lead > 0xDF || !isContinuation(next)) {
        return 0;
    }
    return ((lead & 0x1FU) << 6U) | (next & 0x3FU);
}

/// Case pairs as the Unicode blocks Latin-1 Supplement and Latin Extended-A arrange them.
std::uint32_t lowerLatin(std::uint32_t c)
{
    if (c >= 0xC0 && c <= 0xDE && c != 0xD7) {
        return c + 0x20;
    }
    if (c == 0x130 || c == 0x131 || c == 0x138 || c == 0x149 || c == 0x17F) {
        return c;
    }
    if (c == 0x178) {
        return 0xFF;
    }
    const bool upperIsEven = (c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177);
    const bool upperIsOdd = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
    const bool isEven = c % 2 == 0;
    return (upperIsEven && isEven) || (upperIsOdd && !isEven) ? c + 1 : c;
}

struct BaseRange {
    std::uint32_t last;
    std::string_view base;
};

/// Base letters of the lower-case characters up to each bound; an empty base keeps the character.
constexpr std::array kBases{
    BaseRange{0xDE, ""},   BaseRange{0xDF, "ss"}, BaseRange{0xE5, "a"},  BaseRange{0xE6, "ae"},  BaseRange{0xE7, "c"},
    BaseRange{0xEB, "e"},  BaseRange{0xEF, "i"},  BaseRange{0xF0, "d"},  BaseRange{0xF1, "n"},   BaseRange{0xF6, "o"},
    BaseRange{0xF7, ""},   BaseRange{0xF8, "o"},  BaseRange{0xFC, "u"},  BaseRange{0xFD, "y"},   BaseRange{0xFE, "th"},
    BaseRange{0xFF, "y"},  BaseRange{0x105, "a"}, BaseRange{0x10D, "c"}, BaseRange{0x111, "d"},  BaseRange{0x11B, "e"},
    BaseRange{0x123, "g"}, BaseRange{0x127, "h"}, BaseRange{0x131, "i"}, BaseRange{0x133, "ij"}, BaseRange{0x135, "j"},
    BaseRange{0x138, "k"}, BaseRange{0x142, "l"}, BaseRange{0x14B, "n"}, BaseRange{0x151, "o"},  BaseRange{0x153, "oe"},
    BaseRange{0x159, "r"}, BaseRange{0x161, "s"}, BaseRange{0x167, "t"}, BaseRange{0x173, "u"},  BaseRange{0x175, "w"},
    BaseRange{0x178, "y"}, BaseRange{0x17E, "z"}, BaseRange{0x17F, "s"},
};

std::string_view baseOf(std::uint32_t lower)
{
    const auto* const range = std::lower_bound(kBases.begin(), kBases.end(), lower,
                                               [](const BaseRange& r, std::uint32_t c) { return r.last < c; });
    return range == kBases.end() ? std::string_view{} : range->base;
}

void appendCharacter(std::uint32_t c, std::string& out)
{
    out.push_back(static_cast<char>(0xC0U | (c >> 6U)));
    out.push_back(static_cast<char>(0x80U | (c & 0x3FU)));
}

/// Appends the folded character at `at`, which is not ASCII, and says how many bytes it took.
std::size_t appendFolded(std::string_view text, std::size_t at, std::string& out)
{
    constexpr std::string_view kTypographicApostrophe = "\xE2\x80\x99";
    if (text.substr(at, kTypographicApostrophe.size()) == kTypographicApostrophe) {
        out.push_back('\'');
        return kTypographicApostrophe.size();
    }
    const std::uint32_t c = twoByteAt(text, at);
    if (c >= 0x300 && c <= 0x36F) { // a combining accent, as decomposed text writes them
        return 2;
    }
    if (c >= kFirstLatin && c <= kLastLatin) {
        const std::uint32_t lower = lowerLatin(c);
        const std::string_view base = baseOf(lower);
        if (base.empty()) {
            appendCharacter(lower, out);
        } else {
            out.append(base);
        }
        return 2;
    }
    out.push_back(text[at]);
    return 1;
}

constexpr std::uint64_t everyByte(std::uint64_t byte)
{
    return byte * 0x0101010101010101ULL;
}

/// How many bytes at the beginning are ASCII; eight at a time, as nearly all text is.
std::size_t asciiRun(std::string_view text)
{
    std::size_t at = 0;
    std::uint64_t eight = 0;
    for (; at + sizeof eight <= text.size(); at += sizeof eight) {
        std::memcpy(&eight, text.data() + at, sizeof eight);
        if ((eight & everyByte(0x80)) != 0) {
            break;
        }
    }
    while (at < text.size() && byteAt(text, at) < 0x80) {
        ++at;
    }
    return at;
}

/// Lower case of ASCII, eight bytes at a time: a byte is a capital when adding 0x80-'A' sets its top bit and adding
/// 0x80-'Z'-1 does not; that bit, two places down, is the difference of case.
void lowerAsciiInPlace(char* bytes, std::size_t size)
{
    std::size_t at = 0;
    std::uint64_t eight = 0;
    for (; at + sizeof eight <= size; at += sizeof eight) {
        std::memcpy(&eight, bytes + at, sizeof eight);
        const std::uint64_t capitals =
            ((eight + everyByte(0x80 - 'A')) ^ (eight + everyByte(0x80 - 'Z' - 1))) & everyByte(0x80);
        eight |= capitals >> 2U;
        std::memcpy(bytes + at, &eight, sizeof eight);
    }
    for (; at < size; ++at) {
        bytes[at] = lowerAscii(bytes[at]);
    }
}

} // namespace

std::string lowerCase(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::uint32_t c = byteAt(text, at) < 0x80 ? 0 : twoByteAt(text, at);
        if (c >= kFirstLatin && c <= kLastLatin) {
            appendCharacter(lowerLatin(c), out);
            at += 2;
        } else {
            out.push_back(lowerAscii(text[at]));
            ++at;
        }
    }
    return out;
}

void appendSearchForm(std::string_view text, std::string& out)
{
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = at + asciiRun(text.substr(at));
        const std::size_t old = out.size();
        out.append(text.substr(at, end - at));
        lowerAsciiInPlace(out.data() + old, end - at);
        at = end;
        if (at < text.size()) {
            at += appendFolded(text, at, out);
        }
    }
}

std::string searchForm(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    appendSearchForm(text, out);
    return out;
}

std::size_t characterLength(std::string_view text, std::size_t at)
{
    const unsigned char lead = byteAt(text, at);
    std::size_t length = 1;
    if (lead >= 0xC2 && lead <= 0xDF) {
        length = 2;
    } else if (lead >= 0xE0 && lead <= 0xEF) {
        length = 3;
    } else if (lead >= 0xF0 && lead <= 0xF4) {
        length = 4;
    }
    if (at + length > text.size()) {
        return 1;
    }
    for (std::size_t i = 1; i < length; ++i) {
        if (!isContinuation(byteAt(text, at + i))) {
            return 1;
        }
    }
    return length;
}

std::size_t characterCount(std::string_view text)
{
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); at += characterLength(text, at)) {
        ++count;
    }
    return count;
}

bool globMatches(std::string_view pattern, std::string_view text)
{
    // Only the last star ever needs another try: what an earlier one could take, the last one can take as well.
    std::size_t p = 0;
    std::size_t t = 0;
    std::size_t star = std::string_view::npos;
    std::size_t starText = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            starText = t;
        } else if (p < pattern.size() && pattern[p] == '?') {
            ++p;
            t += characterLength(text, t);
        } else if (p < pattern.size() && pattern[p] == text[t]) {
            ++p;
            ++t;
        } else if (star != std::string_view::npos) {
            p = star + 1;
            starText += characterLength(text, starText);
            t = starText;
        } else {
            return false;
        }
    }
    return pattern.find_first_not_of('*', p) == std::string_view::npos;
}

} // namespace observo
