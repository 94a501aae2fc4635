// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Result.h"

#include <string>
#include <string_view>

namespace observo::reader {

/// The name of an encoding as iconv and people know it, from the ways that side files and people spell it ("1252",
/// "ANSI 1252", "8859_1", "utf8"); the text itself when nothing better is known. Latin 1 is read as windows-1252, which
/// has all of it and what Windows puts between.
[[nodiscard]] std::string encodingName(std::string_view spelt);

/// Turns bytes of one encoding into UTF-8.
class TextDecoder {
public:
    [[nodiscard]] static Result<TextDecoder> of(const std::string& encoding);
    TextDecoder(TextDecoder&& other) noexcept;
    TextDecoder& operator=(TextDecoder&& other) noexcept;
    TextDecoder(const TextDecoder&) = delete;
    TextDecoder& operator=(const TextDecoder&) = delete;
    ~TextDecoder();

    /// False when a byte had no meaning in the encoding; UTF-8 is then read as windows-1252, and others get a question
    /// mark for that byte.
    bool decode(std::string_view bytes, std::string& into);

private:
    explicit TextDecoder(void* converter, bool isUtf8) : m_converter(converter), m_isUtf8(isUtf8) {}
    bool convert(std::string_view bytes, std::string& into);

    void* m_converter;
    bool m_isUtf8; ///< the converter is the one for what is not UTF-8
};

/// Well-formed UTF-8 without a zero byte.
[[nodiscard]] bool isUtf8(std::string_view text);

} // namespace observo::reader
