// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/Fold.h"

#include <array>
#include <cstdint>

namespace observo::exchange {
namespace {

/// Plain letters of U+00C0 to U+00FF and of U+0100 to U+017F, in order.
constexpr std::string_view kLatin1 = "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty";
constexpr std::string_view kLatinA =
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrr"
    "ssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(kLatin1.size() == 64);
static_assert(kLatinA.size() == 128);

struct Character {
    std::uint32_t point = 0;
    std::size_t length = 1;
};

/// The character at `at`; a broken byte is one of its own.
Character characterAt(std::string_view text, std::size_t at)
{
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t length = lead < 0xC2 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (length == 1 || at + length > text.size()) {
        return {lead < 0x80 ? lead : 0xFFFDU, 1};
    }
    std::uint32_t point = lead & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        point = (point << 6U) | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
    }
    return {point, length};
}

/// The plain lower-case letter or digit of a character; 0 when it has none.
char plainOf(std::uint32_t point)
{
    if (point < 0x80) {
        const char c = static_cast<char>(point);
        if (c >= 'A' && c <= 'Z') {
            return static_cast<char>(c - 'A' + 'a');
        }
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : '\0';
    }
    if (point >= 0xC0 && point < 0x100) {
        const char c = kLatin1[point - 0xC0];
        return c == ' ' ? '\0' : c;
    }
    return point >= 0x100 && point < 0x180 ? kLatinA[point - 0x100] : '\0';
}

bool isCombiningAccent(std::uint32_t point)
{
    return point >= 0x300 && point < 0x370;
}

/// Signs, typographic spaces, dashes and quotes, ordinal marks, and what stands for an unreadable byte.
bool isSeparator(std::uint32_t point)
{
    return point < 0xC0 || point == 0xD7 || point == 0xF7 || (point >= 0x2000 && point < 0x2C00) || point == 0x3000 ||
           point == 0xFEFF || point == 0xFFFD;
}

void join(const std::vector<std::string>& words, std::string_view between, std::string& out)
{
    for (const std::string& word : words) {
        out += out.empty() ? "" : between;
        out += word;
    }
}

} // namespace

std::vector<std::string> wordsOf(std::string_view text)
{
    std::vector<std::string> words;
    std::string word;
    for (std::size_t at = 0; at < text.size();) {
        const auto [point, length] = characterAt(text, at);
        if (const char plain = plainOf(point); plain != '\0') {
            word += plain;
        } else if (!isCombiningAccent(point) && isSeparator(point)) {
            if (!word.empty()) {
                words.push_back(std::move(word));
                word.clear();
            }
        } else if (!isCombiningAccent(point)) {
            word += text.substr(at, length);
        }
        at += length;
    }
    if (!word.empty()) {
        words.push_back(std::move(word));
    }
    return words;
}

std::string foldedText(std::string_view text)
{
    std::string out;
    join(wordsOf(text), " ", out);
    return out;
}

std::string foldedName(std::string_view text)
{
    std::string out;
    join(wordsOf(text), "", out);
    return out;
}

NameAndUnit withoutUnit(std::string_view columnName)
{
    constexpr std::array<std::string_view, 3> kBrackets = {"()", "[]", "{}"};
    for (const std::string_view pair : kBrackets) {
        const auto open = columnName.find(pair[0]);
        const auto close = open == std::string_view::npos ? open : columnName.find(pair[1], open);
        if (open == std::string_view::npos || close == std::string_view::npos) {
            continue;
        }
        const std::string name =
            std::string(columnName.substr(0, open)) + ' ' + std::string(columnName.substr(close + 1));
        if (!foldedName(name).empty()) {
            return {std::string(bare(name)), std::string(bare(columnName.substr(open + 1, close - open - 1)))};
        }
    }
    return {std::string(bare(columnName)), {}};
}

std::string_view bare(std::string_view text)
{
    constexpr std::array<std::string_view, 9> kBlanks = {" ",  "\t",       "\r",           "\n",          "\v",
                                                         "\f", "\xC2\xA0", "\xEF\xBB\xBF", "\xE2\x80\x8B"};
    for (bool again = true; again;) {
        again = false;
        for (const std::string_view blank : kBlanks) {
            while (text.starts_with(blank)) {
                text.remove_prefix(blank.size());
                again = true;
            }
            while (text.ends_with(blank)) {
                text.remove_suffix(blank.size());
                again = true;
            }
        }
    }
    return text;
}

} // namespace observo::exchange
