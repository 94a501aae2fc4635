// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/JsonScanner.h"

#include <charconv>
#include <string_view>

namespace observo::exchange {
namespace {

void appendUtf8(std::string& text, unsigned code)
{
    const auto tail = [&](unsigned shift) { text += static_cast<char>(0x80U | ((code >> shift) & 0x3FU)); };
    if (code < 0x80) {
        text += static_cast<char>(code);
    } else if (code < 0x800) {
        text += static_cast<char>(0xC0U | (code >> 6U));
        tail(0);
    } else {
        text += static_cast<char>(0xE0U | (code >> 12U));
        tail(6);
        tail(0);
    }
}

bool isBare(int c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'E';
}

} // namespace

bool JsonScanner::skip(char c)
{
    m_in.skipBlanks();
    return m_in.skip(c);
}

Done JsonScanner::expect(char c)
{
    return skip(c) ? done() : Done(misread(std::string("'") + c + "' is missing"));
}

Done JsonScanner::string(std::string& text)
{
    text.clear();
    if (auto opened = expect('"'); !opened) {
        return opened;
    }
    while (true) {
        m_in.appendUntil(text, '"', '\\');
        if (m_in.skip('"')) {
            return done();
        }
        if (!m_in.skip('\\')) {
            return misread("a text does not end");
        }
        if (auto read = escape(text); !read) {
            return read;
        }
    }
}

Done JsonScanner::escape(std::string& text)
{
    constexpr std::string_view kShort = "\"\\/bfnrt";
    constexpr std::string_view kMeant = "\"\\/\b\f\n\r\t";
    const int c = m_in.next();
    const auto at = c == InputText::kEnd ? std::string_view::npos : kShort.find(static_cast<char>(c));
    if (at != std::string_view::npos) {
        text += kMeant[at];
        return done();
    }
    const auto code = c == 'u' ? fourDigits() : Result<unsigned>(misread("an escape is not JSON"));
    if (!code) {
        return fail(code.error());
    }
    // Characters beyond the first plane are written as they are, never as two escapes.
    if (*code >= 0xD800 && *code < 0xE000) {
        return misread("half a character is escaped");
    }
    appendUtf8(text, *code);
    return done();
}

Result<unsigned> JsonScanner::fourDigits()
{
    std::string digits;
    unsigned code = 0;
    if (!m_in.take(digits, 4)) {
        return misread("an escape is cut off");
    }
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
    const bool isWhole = error == std::errc{} && end == digits.data() + digits.size();
    return isWhole ? Result<unsigned>(code) : misread("an escape is not hexadecimal");
}

Done JsonScanner::key(std::string& text)
{
    auto read = string(text);
    return read ? expect(':') : read;
}

Done JsonScanner::scalar(std::string& text)
{
    m_in.skipBlanks();
    if (m_in.peek() == '"') {
        return string(text);
    }
    text.clear();
    while (isBare(m_in.peek())) {
        text += static_cast<char>(m_in.next());
    }
    if (text.empty()) {
        return misread("a value is missing");
    }
    if (text == "null") {
        text.clear();
    }
    return done();
}

Done JsonScanner::number(double& number)
{
    if (auto read = scalar(m_passed); !read) {
        return read;
    }
    const auto [end, error] = std::from_chars(m_passed.data(), m_passed.data() + m_passed.size(), number);
    const bool isNumber = error == std::errc{} && end == m_passed.data() + m_passed.size();
    return isNumber ? done() : Done(misread("a coordinate is no number"));
}

Done JsonScanner::pass()
{
    const bool isObject = skip('{');
    if (!isObject && !skip('[')) {
        return scalar(m_passed);
    }
    const char close = isObject ? '}' : ']';
    if (skip(close)) {
        return done();
    }
    do {
        auto read = isObject ? key(m_passed) : done();
        read = read ? pass() : read;
        if (!read) {
            return read;
        }
    } while (skip(','));
    return expect(close);
}

bool JsonScanner::isAtEnd()
{
    m_in.skipBlanks();
    return m_in.peek() == InputText::kEnd;
}

} // namespace observo::exchange
