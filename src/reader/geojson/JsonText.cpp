// SPDX-License-Identifier: GPL-3.0-or-later
#include "geojson/JsonText.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <system_error>
#include <utility>

namespace observo::reader {

namespace {

constexpr std::size_t kPiece = 1024UL * 1024;
constexpr std::size_t kLargestValue = 64UL * 1024 * 1024;
constexpr int kDeepest = 200;
constexpr std::string_view kBlanks = " \t\r\n\x1E"; // the last one separates records of a text sequence (RFC 8142)

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\x1E';
}

bool endsLiteral(char c)
{
    return isBlank(c) || c == ',' || c == ']' || c == '}' || c == ':' || c == '[' || c == '{' || c == '"';
}

/// Four hexadecimal digits; -1 when they are none.
int hexAt(std::string_view text, std::size_t at)
{
    unsigned number = 0;
    if (at + 4 > text.size()) {
        return -1;
    }
    const auto* const end = text.data() + at + 4;
    const auto read = std::from_chars(text.data() + at, end, number, 16);
    return read.ec == std::errc() && read.ptr == end ? static_cast<int>(number) : -1;
}

void appendUtf8(std::string& to, unsigned code)
{
    const auto put = [&to](unsigned byte) { to += static_cast<char>(byte); };
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xC0U | (code >> 6U));
        put(0x80U | (code & 0x3FU));
    } else if (code < 0x10000) {
        put(0xE0U | (code >> 12U));
        put(0x80U | ((code >> 6U) & 0x3FU));
        put(0x80U | (code & 0x3FU));
    } else {
        put(0xF0U | (code >> 18U));
        put(0x80U | ((code >> 12U) & 0x3FU));
        put(0x80U | ((code >> 6U) & 0x3FU));
        put(0x80U | (code & 0x3FU));
    }
}

/// The character of "\uXXXX" at `at` (behind the u), which moves past it; a half of a pair alone becomes a question
/// mark.
bool appendEscaped(std::string_view text, std::size_t& at, std::string& to)
{
    const int first = hexAt(text, at);
    at += 4;
    if (first < 0) {
        return false;
    }
    if (first >= 0xD800 && first < 0xDC00 && text.substr(std::min(at, text.size()), 2) == "\\u") {
        const int second = hexAt(text, at + 2);
        if (second >= 0xDC00 && second < 0xE000) {
            at += 6;
            appendUtf8(to, 0x10000U + ((static_cast<unsigned>(first) - 0xD800U) << 10U) +
                               (static_cast<unsigned>(second) - 0xDC00U));
            return true;
        }
    }
    const bool isHalf = first >= 0xD800 && first < 0xE000;
    appendUtf8(to, isHalf || first == 0 ? '?' : static_cast<unsigned>(first));
    return true;
}

} // namespace

bool unescape(std::string_view quotedText, std::string& into)
{
    constexpr std::string_view kLetters = "\"\\/bfnrt";
    constexpr std::string_view kMeant = "\"\\/\b\f\n\r\t";
    into.clear();
    for (std::size_t at = 0; at < quotedText.size();) {
        const auto escape = std::min(quotedText.find('\\', at), quotedText.size());
        into.append(quotedText, at, escape - at);
        at = escape + 2;
        if (escape == quotedText.size()) {
            return true;
        }
        const char letter = at <= quotedText.size() ? quotedText[at - 1] : '\0';
        const auto known = kLetters.find(letter);
        if (letter == 'u') {
            if (!appendEscaped(quotedText, at, into)) {
                return false;
            }
        } else if (known != std::string_view::npos && letter != '\0') {
            into += kMeant[known];
        } else {
            return false;
        }
    }
    return true;
}

std::size_t endOfValue(std::string_view text, JsonScan& scan, bool isLast)
{
    if (scan.at == 0 && !text.empty() && text[0] != '"' && text[0] != '{' && text[0] != '[') {
        const auto end = std::find_if(text.begin(), text.end(), endsLiteral);
        const auto length = static_cast<std::size_t>(end - text.begin());
        return length > 0 && (end != text.end() || isLast) ? length : std::string_view::npos;
    }
    for (; scan.at < text.size(); ++scan.at) {
        const char c = text[scan.at];
        if (scan.inString) {
            if (c == '\\') {
                if (scan.at + 1 >= text.size()) {
                    return std::string_view::npos; // looked at again with what it escapes
                }
                ++scan.at;
                continue;
            }
            scan.inString = c != '"';
        } else if (c == '"') {
            scan.inString = true;
        } else if (c == '{' || c == '[') {
            ++scan.depth;
            scan.isTooDeep = scan.isTooDeep || scan.depth > kDeepest;
        } else if (c == '}' || c == ']') {
            --scan.depth;
        }
        if (scan.depth <= 0 && !scan.inString) {
            return scan.at + 1;
        }
        if (scan.isTooDeep) {
            return std::string_view::npos;
        }
    }
    return std::string_view::npos;
}

char JsonCursor::peek()
{
    while (m_at < m_text.size() && isBlank(m_text[m_at])) {
        ++m_at;
    }
    return m_at < m_text.size() ? m_text[m_at] : '\0';
}

bool JsonCursor::take(char c)
{
    if (peek() != c || !m_isGood) {
        return false;
    }
    ++m_at;
    m_isFirst = c == '{' || c == '[';
    return true;
}

bool JsonCursor::nextKey(std::string& key)
{
    const bool isFirst = std::exchange(m_isFirst, false);
    if (take('}')) {
        return false;
    }
    if ((!isFirst && !take(',')) || peek() != '"') {
        spoil();
        return false;
    }
    const auto text = value();
    m_isGood = m_isGood && text.size() >= 2 && unescape(text.substr(1, text.size() - 2), key);
    if (!take(':')) {
        spoil();
    }
    return m_isGood;
}

bool JsonCursor::nextItem()
{
    const bool isFirst = std::exchange(m_isFirst, false);
    if (take(']')) {
        return false;
    }
    if (!isFirst && !take(',')) {
        spoil();
    }
    return m_isGood;
}

std::string_view JsonCursor::value()
{
    static_cast<void>(peek());
    JsonScan scan;
    const auto rest = m_text.substr(m_at);
    const auto length = m_isGood ? endOfValue(rest, scan, true) : std::string_view::npos;
    if (length == std::string_view::npos || length == 0) {
        spoil();
        return {};
    }
    m_at += length;
    return rest.substr(0, length);
}

double JsonCursor::number()
{
    static_cast<void>(peek());
    double number = 0.0;
    const auto* const begin = m_text.data() + m_at;
    const auto read = std::from_chars(begin, m_text.data() + m_text.size(), number);
    if (read.ec == std::errc::invalid_argument) {
        spoil();
        return 0.0;
    }
    m_at += static_cast<std::size_t>(read.ptr - begin);
    return read.ec == std::errc() ? number : std::numeric_limits<double>::infinity();
}

JsonFile::JsonFile(const std::filesystem::path& file, std::uint64_t bytes)
    : m_in(file, std::ios::binary), m_bytes(bytes)
{
    refill();
    if (m_buffer.starts_with("\xEF\xBB\xBF")) {
        m_at = 3;
    }
}

bool JsonFile::refill()
{
    if (m_isLast) {
        return false;
    }
    m_buffer.erase(0, m_at);
    m_at = 0;
    const auto kept = m_buffer.size();
    m_buffer.resize(kept + std::max(kPiece, kept));
    m_in.read(m_buffer.data() + kept, static_cast<std::streamsize>(m_buffer.size() - kept));
    const auto got = static_cast<std::size_t>(m_in.gcount());
    m_buffer.resize(kept + got);
    m_read += got;
    m_isLast = !m_in;
    return got > 0;
}

char JsonFile::peek()
{
    while (true) {
        m_at = std::min(m_buffer.find_first_not_of(kBlanks, m_at), m_buffer.size());
        if (m_at < m_buffer.size()) {
            return m_buffer[m_at];
        }
        if (!refill()) {
            return '\0';
        }
    }
}

bool JsonFile::take(char c)
{
    if (peek() != c) {
        return false;
    }
    ++m_at;
    return true;
}

std::string_view JsonFile::value()
{
    static_cast<void>(peek());
    JsonScan scan;
    while (true) {
        const auto rest = std::string_view(m_buffer).substr(m_at);
        const auto length = endOfValue(rest, scan, m_isLast);
        if (length != std::string_view::npos) {
            m_at += length;
            return rest.substr(0, length);
        }
        if (scan.isTooDeep || rest.size() > kLargestValue || !refill()) {
            return {};
        }
    }
}

double JsonFile::share() const
{
    const auto done = static_cast<double>(m_read - (m_buffer.size() - m_at));
    return m_bytes == 0 ? 1.0 : std::clamp(done / static_cast<double>(m_bytes), 0.0, 1.0);
}

} // namespace observo::reader
