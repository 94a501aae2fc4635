// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace observo::feed {

/// Whether the bytes are well-formed UTF-8 (RFC 3629: shortest forms, no surrogates) without a zero byte.
[[nodiscard]] bool isUtf8(std::string_view text);

/// The text with a question mark for each byte that is not, cut between characters to at most `most` bytes.
[[nodiscard]] std::string cleanUtf8(std::string_view text, std::size_t most);

} // namespace observo::feed
