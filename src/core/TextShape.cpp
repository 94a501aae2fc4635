// SPDX-License-Identifier: GPL-3.0-or-later
#include "TextShape.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace observo {
namespace {

constexpr int kDeepestJson = 64;

bool isDigit(char letter)
{
    return letter >= '0' && letter <= '9';
}

bool isCapital(char letter)
{
    return letter >= 'A' && letter <= 'Z';
}

/// Length of the UTF-8 sequence at the start of `text`, 0 when it is malformed (Unicode 15, table 3-7).
std::size_t sequenceLength(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    const std::uint8_t lead = byte(0);
    if (lead < 0x80) {
        return lead == 0 ? 0 : 1;
    }
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() < length) {
        return 0;
    }
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0U) != 0x80U) {
            return 0;
        }
    }
    const std::uint8_t second = byte(1);
    const bool isOutside = (lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) ||
                           (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F);
    return isOutside ? 0 : length;
}

/// A reader that only says whether the text is JSON; each `take` moves on when it finds what it names.
class JsonReader {
public:
    explicit JsonReader(std::string_view text) : m_rest(text) {}

    bool takeDocument()
    {
        skipBlanks();
        const bool isStructure = m_rest.starts_with('{') || m_rest.starts_with('[');
        if (!isStructure || !takeValue(0)) {
            return false;
        }
        skipBlanks();
        return m_rest.empty();
    }

private:
    bool takeValue(int depth)
    {
        skipBlanks();
        if (m_rest.empty() || depth > kDeepestJson) {
            return false;
        }
        switch (m_rest.front()) {
        case '{':
            return takeMembers('}', true, depth);
        case '[':
            return takeMembers(']', false, depth);
        case '"':
            return takeString();
        default:
            return takeWord("true") || takeWord("false") || takeWord("null") || takeNumber();
        }
    }

    bool takeMembers(char close, bool isObject, int depth)
    {
        m_rest.remove_prefix(1);
        skipBlanks();
        if (takeLetter(close)) {
            return true;
        }
        do {
            skipBlanks();
            if (isObject && !takeKey()) {
                return false;
            }
            if (!takeValue(depth + 1)) {
                return false;
            }
            skipBlanks();
        } while (takeLetter(','));
        return takeLetter(close);
    }

    bool takeKey()
    {
        if (!m_rest.starts_with('"') || !takeString()) {
            return false;
        }
        skipBlanks();
        return takeLetter(':');
    }

    bool takeString()
    {
        m_rest.remove_prefix(1);
        while (!m_rest.empty()) {
            const char letter = m_rest.front();
            m_rest.remove_prefix(1);
            if (letter == '"') {
                return true;
            }
            if (static_cast<unsigned char>(letter) < 0x20 || (letter == '\\' && !takeEscape())) {
                return false;
            }
        }
        return false;
    }

    bool takeEscape()
    {
        if (m_rest.empty()) {
            return false;
        }
        const char kind = m_rest.front();
        m_rest.remove_prefix(1);
        if (kind != 'u') {
            return std::string_view("\"\\/bfnrt").find(kind) != std::string_view::npos;
        }
        const std::string_view digits = m_rest.substr(0, 4);
        m_rest.remove_prefix(digits.size());
        return digits.size() == 4 && digits.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
    }

    bool takeNumber()
    {
        takeLetter('-');
        if (!takeLetter('0') && !takeDigits()) {
            return false;
        }
        if (takeLetter('.') && !takeDigits()) {
            return false;
        }
        if (takeLetter('e') || takeLetter('E')) {
            (void)(takeLetter('+') || takeLetter('-'));
            return takeDigits();
        }
        return true;
    }

    bool takeDigits()
    {
        const std::size_t count = std::min(m_rest.find_first_not_of("0123456789"), m_rest.size());
        m_rest.remove_prefix(count);
        return count > 0;
    }

    bool takeLetter(char letter)
    {
        const bool isThere = m_rest.starts_with(letter);
        m_rest.remove_prefix(isThere ? 1 : 0);
        return isThere;
    }

    bool takeWord(std::string_view word)
    {
        const bool isThere = m_rest.starts_with(word);
        m_rest.remove_prefix(isThere ? word.size() : 0);
        return isThere;
    }

    void skipBlanks() { m_rest.remove_prefix(std::min(m_rest.find_first_not_of(" \t\r\n"), m_rest.size())); }

    std::string_view m_rest;
};

} // namespace

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view kBlank = " \t\r\n";
    const std::size_t first = text.find_first_not_of(kBlank);
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

bool isPlainUtf8(std::string_view text)
{
    while (!text.empty()) {
        const std::size_t length = sequenceLength(text);
        if (length == 0) {
            return false;
        }
        text.remove_prefix(length);
    }
    return true;
}

bool isJsonStructure(std::string_view text)
{
    return isPlainUtf8(text) && JsonReader(text).takeDocument();
}

// Not all of RFC 5322: one @, no blanks, a domain with a dot. Whether the mailbox exists only a message can tell.
bool isEmail(std::string_view text)
{
    const std::size_t at = text.find('@');
    if (at == 0 || at == std::string_view::npos || text.size() > 254) {
        return false;
    }
    const std::string_view domain = text.substr(at + 1);
    const std::size_t dot = domain.find('.');
    const bool hasOddLetter = std::ranges::any_of(text, [](char letter) {
        return static_cast<unsigned char>(letter) <= 0x20 || letter == 0x7F ||
               std::string_view("()<>,;:\\\"[]").find(letter) != std::string_view::npos;
    });
    return !hasOddLetter && domain.find('@') == std::string_view::npos && dot != std::string_view::npos && dot != 0 &&
           domain.find("..") == std::string_view::npos && !domain.ends_with('.');
}

bool isIstatCode(std::string_view text)
{
    return text.size() == 6 && std::ranges::all_of(text, isDigit);
}

bool isCadastralCode(std::string_view text)
{
    return text.size() == 4 && isCapital(text[0]) && std::ranges::all_of(text.substr(1), isDigit);
}

bool isCup(std::string_view text)
{
    return text.size() == 15 && isCapital(text[0]) &&
           std::ranges::all_of(text, [](char letter) { return isDigit(letter) || isCapital(letter); });
}

} // namespace observo
