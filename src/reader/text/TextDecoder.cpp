// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/TextDecoder.h"

#include <cpl_string.h>

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <utility>

namespace observo::reader {

namespace {

/// Lower case letters and digits alone.
std::string folded(std::string_view text)
{
    std::string plain;
    for (const char c : text.substr(0, 64)) {
        if (std::isalnum(static_cast<unsigned char>(c)) != 0) {
            plain += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        }
    }
    return plain;
}

bool isPlain(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c > 0; });
}

iconv_t converterOf(void* converter)
{
    return static_cast<iconv_t>(converter);
}

const auto kNone = reinterpret_cast<void*>(-1);

} // namespace

std::string encodingName(std::string_view spelt)
{
    struct Spelling {
        std::string_view folded;
        const char* name;
    };
    static constexpr std::array kSpellings = {
        Spelling{"utf8", "UTF-8"},         Spelling{"65001", "UTF-8"},           Spelling{"unicode", "UTF-8"},
        Spelling{"ascii", "UTF-8"},        Spelling{"usascii", "UTF-8"},         Spelling{"ansi", "windows-1252"},
        Spelling{"88591", "windows-1252"}, Spelling{"iso88591", "windows-1252"}, Spelling{"latin1", "windows-1252"},
        Spelling{"oem", "CP850"},          Spelling{"macroman", "MACINTOSH"},    Spelling{"macintosh", "MACINTOSH"},
    };
    auto plain = folded(spelt);
    for (const auto& spelling : kSpellings) {
        if (plain == spelling.folded) {
            return spelling.name;
        }
    }
    for (const std::string_view prefix : {"windows", "ansi", "ibm", "oem", "cp", "iso", "dos"}) {
        if (plain.starts_with(prefix)) {
            plain.erase(0, prefix.size());
            break;
        }
    }
    const bool isNumber =
        !plain.empty() && std::all_of(plain.begin(), plain.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
    if (isNumber && plain.starts_with("8859") && plain.size() > 4) {
        return "ISO-8859-" + plain.substr(4);
    }
    if (isNumber && (plain.starts_with("125") || plain == "874")) {
        return "windows-" + plain;
    }
    return isNumber ? "CP" + plain : std::string(spelt.substr(0, 64));
}

Result<TextDecoder> TextDecoder::of(const std::string& encoding)
{
    const bool isUtf8 = encoding == "UTF-8";
    // An empty name would be that of the locale.
    void* converter = encoding.empty() ? kNone : ::iconv_open("UTF-8", isUtf8 ? "windows-1252" : encoding.c_str());
    if (converter == kNone) {
        return fail(Error{.code = ErrorCode::InputNotUnderstood,
                          .what = "the encoding \"" + encoding + "\" is not known",
                          .advice = "say another one, for example UTF-8, windows-1252 or CP850"});
    }
    return TextDecoder(converter, isUtf8);
}

TextDecoder::TextDecoder(TextDecoder&& other) noexcept
    : m_converter(std::exchange(other.m_converter, kNone)), m_isUtf8(other.m_isUtf8)
{}

TextDecoder& TextDecoder::operator=(TextDecoder&& other) noexcept
{
    std::swap(m_converter, other.m_converter);
    m_isUtf8 = other.m_isUtf8;
    return *this;
}

TextDecoder::~TextDecoder()
{
    if (m_converter != kNone) {
        ::iconv_close(converterOf(m_converter));
    }
}

bool TextDecoder::decode(std::string_view bytes, std::string& into)
{
    if (m_isUtf8 ? isUtf8(bytes) : isPlain(bytes)) {
        into.assign(bytes);
        return true;
    }
    const bool isWhole = convert(bytes, into);
    return isWhole && !m_isUtf8;
}

bool TextDecoder::convert(std::string_view bytes, std::string& into)
{
    into.clear();
    bool isWhole = true;
    std::array<char, 1024> buffer{};
    char* from = const_cast<char*>(bytes.data()); // iconv reads it alone, its signature is older than const
    std::size_t left = bytes.size();
    ::iconv(converterOf(m_converter), nullptr, nullptr, nullptr, nullptr);
    while (left > 0) {
        char* to = buffer.data();
        std::size_t room = buffer.size();
        const auto result = ::iconv(converterOf(m_converter), &from, &left, &to, &room);
        into.append(buffer.data(), buffer.size() - room);
        if (result == static_cast<std::size_t>(-1) && errno != E2BIG && left > 0) {
            into += '?';
            isWhole = false;
            ++from;
            --left;
        }
    }
    std::replace(into.begin(), into.end(), '\0', '?');
    return isWhole;
}

bool isUtf8(std::string_view text)
{
    return text.find('\0') == std::string_view::npos && CPLIsUTF8(text.data(), static_cast<int>(text.size())) != 0;
}

} // namespace observo::reader
