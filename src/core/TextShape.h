// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace observo {

/// Without blanks and line ends at both sides.
[[nodiscard]] std::string_view trimmed(std::string_view text);
/// Well-formed UTF-8 (no surrogates, nothing overlong) without a NUL.
[[nodiscard]] bool isPlainUtf8(std::string_view text);
/// One JSON object or array, whole and well-formed (RFC 8259), nested at most 64 deep.
[[nodiscard]] bool isJsonStructure(std::string_view text);
[[nodiscard]] bool isEmail(std::string_view text);
/// Six digits.
[[nodiscard]] bool isIstatCode(std::string_view text);
/// A capital letter and three digits.
[[nodiscard]] bool isCadastralCode(std::string_view text);
/// Fifteen capital letters and digits, the first one a letter.
[[nodiscard]] bool isCup(std::string_view text);

} // namespace observo
